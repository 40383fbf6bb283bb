import type { Finding, Findings } from '../lint/finding.ts';
import { printable } from './printable.ts';

/** What switches a terminal's colours; all empty without colour. */
export type Style = Readonly<
  Record<'error' | 'warning' | 'code' | 'plain' | 'bold' | 'notBold' | 'underline' | 'notUnderline', string>
>;

const ESC = '\u001b';
/** As vfile-reporter 8.1 sets them. */
const NUMBERS = { error: 31, warning: 33, code: 36, plain: 39, bold: 1, notBold: 22, underline: 4, notUnderline: 24 };

/** Colours, or nothing. */
export function styleOf(color: boolean): Style {
  const entries = Object.entries(NUMBERS).map(([name, number]) => [name, color ? `${ESC}[${number}m` : '']);
  return Object.fromEntries(entries) as Style;
}

/** What the lines of a table look like. */
export interface TableLook {
  readonly style: Style;
  /** Lines that stand below a finding. */
  readonly frames: ((finding: Finding) => readonly string[]) | null;
  /** How a file is named, by its path. */
  readonly nameOf: (path: string) => string;
  /** Where its findings' places lead in a terminal that follows links; `null` in others. */
  readonly urlOf: (path: string) => string | null;
}

/**
 * A heading and lines for each file, which come one after another, so that no text grows with the number of findings. All findings
 * are gone through once before, which `onFirst` sees.
 */
export function* findingsTable(
  findings: Findings,
  { style, frames, nameOf, urlOf }: TableLook,
  onFirst: (finding: Finding) => void,
): Generator<string> {
  let [placeWidth, levelWidth] = [0, 0];
  const withErrors = new Set<string>();
  for (const finding of findings) {
    placeWidth = Math.max(placeWidth, placeOf(finding).length);
    levelWidth = Math.max(levelWidth, levelOf(finding).length);
    if (finding.severity === 'error') withErrors.add(finding.path);
    onFirst(finding);
  }
  let last: string | null = null;
  let url: string | null = null;
  for (const finding of findings) {
    const { path, severity, message, rule } = finding;
    if (path !== last) {
      url = urlOf(path);
      const colour = withErrors.has(path) ? style.error : style.warning;
      const name = `${style.underline}${colour}${nameOf(path)}${style.plain}${style.notUnderline}`;
      yield `${last === null ? '' : '\n'}${name}\n`;
      last = path;
    }
    const place = placeOf(finding);
    const level = levelOf(finding);
    const cells = [
      url === null ? place : `${ESC}]8;;${url}#${place}${ESC}\\${place}${ESC}]8;;${ESC}\\`,
      ' '.repeat(placeWidth - place.length + 1),
      `${severity === 'error' ? style.error : style.warning}${level}${style.plain}`,
      ' '.repeat(levelWidth - level.length + 1),
      `${style.bold}${withCode(printable(message), style)}${style.notBold}`,
    ];
    yield `${cells.join('')}  ${rule}\n`;
    for (const line of frames?.(finding) ?? []) yield `${' '.repeat(placeWidth + 1)}${line}\n`;
  }
}

function placeOf({ start, end }: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function levelOf({ severity }: Finding): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}

/** Code in backticks, in its own colour: from a run of backticks to the next run of that length. */
function withCode(message: string, { code, plain }: Style): string {
  if (code === '' || !message.includes('`')) return message;
  const parts = message.split(/(`+)/);
  const nextOf = new Map<string, number>();
  const closing = new Map<number, number>();
  for (let at = parts.length - 2; at > 0; at -= 2) {
    const next = nextOf.get(parts[at]!);
    if (next !== undefined) closing.set(at, next);
    nextOf.set(parts[at]!, at);
  }
  let words = '';
  for (let at = 0; at < parts.length; at++) {
    const end = closing.get(at);
    words += end === undefined ? parts[at] : `${code}${parts.slice(at, end + 1).join('')}${plain}`;
    at = end ?? at;
  }
  return words;
}
