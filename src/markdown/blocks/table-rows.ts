import type { Range, TableCell } from '../facts.ts';
import { readHtmlBlocks } from '../html/html-blocks.ts';
import type { ParsedLayer } from '../layer/layer-facts.ts';
import * as NodeType from '../node-type.ts';
import { plainText, unstruckTextOf } from '../plain-text.ts';
import { childrenOf } from '../tree.ts';
import { rangeOf, sourceOf } from './layer-ranges.ts';

/** The cells of a table, row by row; the header comes first. */
export function tableRows(table: number, parsed: ParsedLayer): TableCell[][] {
  const { tree } = parsed;
  return childrenOf(tree, table).map((row) =>
    childrenOf(tree, row).map((cell) => {
      const range = rangeOf(cell, parsed);
      const lines = cellLines(cell, parsed);
      const text = plainText(unstruckTextOf(tree, cell));
      return { range, text, textRange: cellWords(range, parsed), ...(lines.length > 1 ? { lines } : {}) };
    }),
  );
}

/** The lines of a cell: `<br>` and tags of lists divide them. */
function cellLines(cell: number, parsed: ParsedLayer): { text: string; range: Range }[] {
  const { tree, layer } = parsed;
  const children = childrenOf(tree, cell);
  const [first] = children;
  if (first === undefined || !children.some((child) => tree.type(child) === NodeType.Html)) return [];
  const start = layer.start + tree.start(first);
  const end = layer.start + tree.end(children.at(-1)!);
  const opening = '<table><tr><td>';
  return readHtmlBlocks(`${opening}${sourceOf([start, end], parsed)}</td></tr></table>`, start - opening.length)
    .blocks.flatMap((block) => (block.type === 'table' ? [block.header[0]] : []))
    .flatMap((read) => read?.lines ?? [])
    .map(({ text, range }) => ({ text: plainText(withoutMarkup(text)), range }));
}

/** Where a cell's words stand, without bars and blanks around them. */
function cellWords(range: Range, parsed: ParsedLayer): Range {
  const source = sourceOf(range, parsed);
  let start = 0;
  let end = source.length;
  while (start < end && (source[start] === '|' || /\s/.test(source[start]!))) start += 1;
  while (end > start && (/\s/.test(source[end - 1]!) || (source[end - 1] === '|' && source[end - 2] !== '\\')))
    end -= 1;
  return [range[0] + start, range[0] + end];
}

/** A line's words without the marks of links and emphasis, and without what is struck out. */
function withoutMarkup(text: string): string {
  return text
    .replace(/~~[^~]*~~/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*+|`+|__/g, '');
}
