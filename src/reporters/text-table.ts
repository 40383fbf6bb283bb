import { countOne } from '../collections/groups.ts';
import type { Severity, ShownFinding } from '../lint/finding.ts';
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
  readonly frames: ((finding: ShownFinding) => readonly string[]) | null;
  /** How a file is named, by its path. */
  readonly nameOf: (path: string) => string;
  /** Where its findings' places lead in a terminal that follows links; `null` in others. */
  readonly urlOf: (path: string) => string | null;
}

/** What has to be known of all findings before the first is shown. */
interface Survey {
  readonly placeWidth: number;
  readonly levelWidth: number;
  readonly withErrors: ReadonlySet<string>;
  /** How many findings each rule has. */
  readonly rules: ReadonlyMap<string, number>;
}

export function survey(findings: Iterable<ShownFinding>): Survey {
  let [placeWidth, levelWidth] = [0, 0];
  const withErrors = new Set<string>();
  const rules = new Map<string, number>();
  for (const { place, severity, path, rule } of findings) {
    placeWidth = Math.max(placeWidth, place.length);
    levelWidth = Math.max(levelWidth, levels[severity].length);
    if (severity === 'error') withErrors.add(path);
    countOne(rules, rule);
  }
  return { placeWidth, levelWidth, withErrors, rules };
}

/** A heading and lines for each file, which come one after another, so that no text grows with the number of findings. */
export function* findingsTable(
  findings: Iterable<ShownFinding>,
  { placeWidth, levelWidth, withErrors }: Survey,
  { style, frames, nameOf, urlOf }: TableLook,
): Generator<string> {
  const cells = {
    error: `${style.error}${levels.error}${style.plain}${' '.repeat(levelWidth - levels.error.length + 1)}`,
    warn: `${style.warning}${levels.warn}${style.plain} `,
  };
  let last: string | null = null;
  let url: string | null = null;
  for (const finding of findings) {
    const { path, place, severity, message, rule } = finding;
    if (path !== last) {
      url = urlOf(path);
      const colour = withErrors.has(path) ? style.error : style.warning;
      const name = `${style.underline}${colour}${nameOf(path)}${style.plain}${style.notUnderline}`;
      yield `${last === null ? '' : '\n'}${name}\n`;
      last = path;
    }
    const linked = url === null ? place : `${ESC}]8;;${url}#${place}${ESC}\\${place}${ESC}]8;;${ESC}\\`;
    const blanks = ' '.repeat(placeWidth - place.length + 1);
    const words = withCode(printable(message), style);
    yield `${linked}${blanks}${cells[severity]}${style.bold}${words}${style.notBold}  ${rule}\n`;
    for (const line of frames?.(finding) ?? []) yield `${' '.repeat(placeWidth + 1)}${line}\n`;
  }
}

const levels = { error: 'error', warn: 'warning' } as const satisfies Record<Severity, string>;

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
