import type { Block, ListItem } from '../facts.ts';
import { byStart } from '../ranges.ts';

/**
 * A list cut before the items that follow one of these offsets: what stands alone between two items, as an include or the end of a tab,
 * makes one list of the page's two. Any other block, and a list without such items, stays whole.
 */
function splitList(block: Block, sorted: readonly number[]): readonly Block[] {
  if (block.type !== 'list') return [block];
  const cuts = sorted.filter((at) => at > block.range[0] && at < block.range[1]);
  if (cuts.length === 0) return [block];
  const pieces: ListItem[][] = [];
  let next = 0;
  for (const item of block.items) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    while (before !== undefined && cuts[next]! < before.range[1]) next += 1;
    const isCut = before === undefined || cuts[next]! < item.range[0];
    if (isCut || last === undefined) pieces.push([item]);
    else last.push(item);
  }
  return pieces.map((items) => ({
    ...block,
    items,
    range: [items[0]?.range[0] ?? block.range[0], items.at(-1)?.range[1] ?? block.range[1]],
  }));
}

/** The blocks of a page with its lists cut so, in the order in which they start. */
export function splitLists(blocks: readonly Block[], offsets: readonly number[]): readonly Block[] {
  if (offsets.length === 0) return blocks;
  const sorted = [...offsets].sort((left, right) => left - right);
  return blocks.flatMap((block) => splitList(block, sorted)).sort(byStart);
}
