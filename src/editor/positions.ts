import type { Position, Range } from 'vscode-languageserver/node';
import type { Point } from '../lint/finding.ts';

/** Line and character from 0 of a point that counts from 1; both count UTF-16 units. */
export function positionOf({ line, column }: Pick<Point, 'line' | 'column'>): Position {
  return { line: line - 1, character: column - 1 };
}

export function rangeOf({ start, end }: { readonly start: Point; readonly end: Point }): Range {
  return { start: positionOf(start), end: positionOf(end) };
}
