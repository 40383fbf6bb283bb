import { addToGroup } from '../../collections/groups.ts';
import type { Block, ListItem } from '../facts.ts';
import { byStart, countUntil } from '../ranges.ts';

/** Blocks, and items of lists, as long as more can be put between them. */
export type Blocks = Block[];
export type Item = Omit<ListItem, 'children'> & { readonly children: Blocks };

/** Puts blocks where they belong by their position: between the page's blocks, or into an item of a list. */
export function mergeBlocks(blocks: Blocks, inserts: Blocks): Blocks {
  if (inserts.length === 0) return blocks;
  const between: Blocks = [];
  const nested = new Map<Item, Blocks>();
  for (const block of inserts) {
    const item = itemAround(blocks, block.range[0]);
    if (item) addToGroup(nested, item, block);
    else between.push(block);
  }
  for (const [item, own] of nested)
    item.children.splice(0, item.children.length, ...mergeBlocks([...item.children], own));
  return [...blocks, ...between].sort(byStart);
}

function itemAround(blocks: Blocks, offset: number): Item | undefined {
  const list = blocks[countUntil(blocks.length, (at) => blocks[at]!.range[0] <= offset) - 1];
  if (list?.type !== 'list' || offset >= list.range[1]) return undefined;
  return list.items[countUntil(list.items.length, (at) => list.items[at]!.range[0] <= offset) - 1] as Item | undefined;
}
