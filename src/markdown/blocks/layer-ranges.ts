import type { Range } from '../facts.ts';
import type { ParsedLayer } from '../layer/layer-facts.ts';

/** Where a block stands on its page. */
export function rangeOf(node: number, { tree, layer }: ParsedLayer): Range {
  const start = tree.start(node);
  return [layer.start + start, layer.start + blockEnd(layer.text, start, tree.end(node))];
}

/** What is written at a place of the page. */
export function sourceOf([start, end]: Range, { layer }: ParsedLayer): string {
  return layer.text.slice(start - layer.start, end - layer.start);
}

/** The parsers differ in the blanks, and the empty lines of a quote, that they count to a block. */
function blockEnd(text: string, start: number, end: number): number {
  for (let at = end; ; ) {
    while (at > start && /\s/.test(text[at - 1]!)) at -= 1;
    let line = at;
    while (line > start && /[> \t]/.test(text[line - 1]!)) line -= 1;
    if (line === at || line <= start || !/[\r\n]/.test(text[line - 1]!)) return at;
    at = line;
  }
}
