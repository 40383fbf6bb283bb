import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';

/** One line of a file's findings; the place in it is a link to `url` where the terminal follows links. */
export interface Row {
  readonly finding: Finding;
  readonly url: string | null;
}

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

/** A heading and lines for each file, which come one after another, so that no text grows with the number of findings. `frames` are lines that stand below a finding. */
export function* tableOf(
  files: ReadonlyMap<string, readonly Row[]>,
  style: Style,
  frames: ((finding: Finding) => readonly string[]) | null = null,
): Generator<string> {
  let [placeWidth, levelWidth] = [0, 0];
  for (const rows of files.values()) {
    for (const { finding } of rows) {
      placeWidth = Math.max(placeWidth, placeOf(finding).length);
      levelWidth = Math.max(levelWidth, levelOf(finding).length);
    }
  }
  let isFirst = true;
  for (const [path, rows] of files) {
    const isError = rows.some(({ finding }) => finding.severity === 'error');
    const colour = isError ? style.error : style.warning;
    yield `${isFirst ? '' : '\n'}${style.underline}${colour}${path}${style.plain}${style.notUnderline}\n`;
    isFirst = false;
    for (const { finding, url } of rows.toSorted(byPlace)) {
      const place = placeOf(finding);
      const level = levelOf(finding);
      const cells = [
        url === null ? place : `${ESC}]8;;${url}#${place}${ESC}\\${place}${ESC}]8;;${ESC}\\`,
        ' '.repeat(placeWidth - place.length + 1),
        `${finding.severity === 'error' ? style.error : style.warning}${level}${style.plain}`,
        ' '.repeat(levelWidth - level.length + 1),
        `${style.bold}${withCode(printable(finding.message), style)}${style.notBold}`,
      ];
      yield `${cells.join('')}  ${finding.rule}\n`;
      for (const line of frames?.(finding) ?? []) yield `${' '.repeat(placeWidth + 1)}${line}\n`;
    }
  }
}

function placeOf({ start, end }: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function levelOf({ severity }: Finding): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}

/** By place; of those in one place errors first, then by rule. */
function byPlace({ finding: a }: Row, { finding: b }: Row): number {
  return (
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    Number(a.severity !== 'error') - Number(b.severity !== 'error') ||
    a.rule.localeCompare(b.rule)
  );
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
