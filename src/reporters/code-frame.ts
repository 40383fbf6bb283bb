import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';

const LONGEST = 72;
/** Words before the ones that are wrong, where a line is too long to be shown whole. */
const BEFORE = 24;

/**
 * The line that a finding is about, with carets below what is wrong; a long line is cut around it. Nothing where the line is not
 * there, or where a whole section is meant.
 */
export function codeFrame({ start, end }: Pick<Finding, 'start' | 'end'>, lines: readonly string[]): readonly string[] {
  const line = lines[start.line - 1];
  const isPlace = end.line === start.line && end.column > start.column;
  if (line === undefined || !isPlace || end.column > line.length + 1) return [];
  const [from, to] = [start.column - 1, end.column - 1];
  const first = line.length <= LONGEST ? 0 : Math.max(0, Math.min(from - BEFORE, line.length - LONGEST));
  const last = Math.min(line.length, first + LONGEST);
  const shown = (begin: number, stop: number) => printable(line.slice(begin, Math.max(begin, Math.min(stop, last))));
  const lead = `${first > 0 ? '…' : ''}${shown(first, from)}`;
  const wrong = shown(from, to);
  const rest = `${shown(Math.min(to, last), last)}${last < line.length ? '…' : ''}`;
  const number = String(start.line);
  const margin = ' '.repeat(number.length);
  return [
    `${number} │ ${lead}${wrong}${rest}`,
    `${margin} │ ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(wrong)))}`,
  ];
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** How many columns of a terminal some text takes, as near as can be told without asking it. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /^(?:\p{M}|\p{Cf}|\p{Variation_Selector})$/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}
