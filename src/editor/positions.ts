import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Point } from '../lint/finding.ts';
import { linesOf } from '../lint/line-table.ts';
import type { Range as Offsets } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { Answers } from '../model/query.ts';

/** A request about a place in a document. */
export interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Line and character from 0 of a point that counts from 1; both count UTF-16 units. */
function positionOf({ line, column }: Pick<Point, 'line' | 'column'>): Position {
  return { line: line - 1, character: column - 1 };
}

export function rangeOf({ start, end }: { readonly start: Point; readonly end: Point }): Range {
  return { start: positionOf(start), end: positionOf(end) };
}

/** Lines and characters of two offsets into a page. */
export function rangeIn(page: Page, [start, end]: Offsets): Range {
  const lines = linesOf(page);
  return rangeOf({ start: lines.point(start), end: lines.point(end) });
}

/** The offset of a position in a page; beyond the end of a line or page, that end. */
export function offsetIn(page: Page, position: Position): number {
  return texts.get(page, () => TextDocument.create('', '', 0, page.text)).offsetAt(position);
}

/** The line starts of the pages asked about last. */
const texts = new Answers<Page, TextDocument>(8);

/** The start of a line, which counts from 1. */
export function startOfLine(line: number): Range {
  const start = positionOf({ line, column: 1 });
  return { start, end: start };
}

/** The URI of a file below the handbook's root. */
export function uriOf(handbook: Handbook, path: string): string {
  return pathToFileURL(join(handbook.root, path)).href;
}

/** A place in a page; its first line when no range is given. */
export function locationOf(handbook: Handbook, path: string, range?: Offsets): Location {
  const page = range === undefined ? undefined : handbook.page(path);
  return { uri: uriOf(handbook, path), range: page && range ? rangeIn(page, range) : startOfLine(1) };
}
