import { countUntil } from '../markdown/ranges.ts';
import type { Page } from '../model/handbook.ts';
import { Answers } from '../model/query.ts';
import type { Point } from './finding.ts';

/** Turns offsets into lines and columns; lines end at LF, CR LF or CR, as in unist. */
interface LineTable {
  point(offset: number): Point;
}

/** Reads a text's line starts once; each point is then a binary search. */
export function lineTable(text: string): LineTable {
  // The text must not stay with the table.
  const { length } = text;
  const starts = text.includes('\r') ? startsAfterAny(text) : startsAfterFeeds(text);
  return {
    point(offset) {
      const inside = Math.max(0, Math.min(offset, length));
      const line = countUntil(starts.length, (at) => starts[at]! <= inside);
      return { line, column: inside - (starts[line - 1] ?? 0) + 1, offset: inside };
    },
  };
}

function startsAfterFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAny(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

const KEPT = 8;
const tables = new Answers<Page, LineTable>(KEPT);

/** The page's table, read when first asked. */
export function linesOf(page: Page): LineTable {
  return tables.get(page, () => lineTable(page.text));
}
