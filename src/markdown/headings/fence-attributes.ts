import type { RawAnchor } from '../facts.ts';
import { inPage, type Source } from '../layer-facts.ts';
import type { Tree } from '../tree.ts';
import { readAttributes } from './attributes.ts';
import { lineEnd } from './heading-source.ts';

const MAX_LINES = 10_000;

/**
 * Ids that the attributes behind a fence's language give: ```` ```go {#id} ````, and with `anchorLineNos=true` one for each
 * line, `hl-2-7` (the third fence of the page, line 7) or by `lineAnchors`. Run with Hugo 0.131 and 0.169.
 */
export function fenceAnchors(tree: Tree, source: Source, fences: readonly number[]): RawAnchor[] {
  const anchors: RawAnchor[] = [];
  for (const [index, node] of fences.entries()) {
    const start = tree.start(node);
    const end = lineEnd(source.text, start);
    const brace = source.text.indexOf('{', start);
    if (brace < 0 || brace >= end) continue;
    const attributes = readAttributes(source.text, brace, end);
    if (attributes === undefined) continue;
    const range = inPage(source, [brace, attributes.end]);
    const add = (id: string) => anchors.push({ kind: 'fence', id, range });
    if (attributes.id !== undefined) add(attributes.id);
    const written = source.text.slice(brace, attributes.end);
    if (!/anchorlinenos\s*=\s*"?true/i.test(written)) continue;
    const prefix = /lineanchors\s*=\s*"?([\w-]+)/i.exec(written)?.[1] ?? `hl-${index}`;
    const first = Number(/linenostart\s*=\s*"?(\d+)/i.exec(written)?.[1] ?? 1);
    const lines = Math.min(tree.value(node).split('\n').length, MAX_LINES);
    for (let line = first; line < first + lines; line += 1) add(`${prefix}-${line}`);
  }
  return anchors;
}
