import { remembered } from '../model/fifo-cache.ts';
import { type Resolution, unknownAt } from './resolution.ts';

/** What template languages put where an address is computed: Liquid, Nunjucks, Vue, JSX, ERB; `%base_url%` of Pico and Raneto. */
const TEMPLATE = /[{}]|<%|%>|\$\(|%[a-z]+_[a-z]+%/;

/** Whether a destination is computed while the site is built. */
export function isComputed(href: string): boolean {
  return TEMPLATE.test(href);
}

/** Whether a destination, or other text, holds a tag of a template language, which no repository's view runs. */
export function hasTag(href: string): boolean {
  return /\{[{%]|<%|%[a-z]+_[a-z]+%/.test(href);
}

const BLOCK_TAG = /\{%[-~+]?[ \t]{0,9}(end)?(\w{1,40})/g;

/** Whether a place stands in a block of a template language, between `{% set x %}` and `{% endset %}`: its words may be shown as code, or nowhere. */
export function isInBlockTag(text: string, at: number): boolean {
  const blocks = blocksOf(text);
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && at <= blocks[low - 1]!.end;
}

/** Where the blocks of a text lie, in order; what overlaps is one. A tag that nothing closes begins none. Kept for the other links of a page. */
const blocksOf = remembered(1, (text): readonly Block[] => {
  const open = new Map<string, Block & { depth: number }>();
  const found: Block[] = [];
  for (const { 1: end, 2: name = '', index } of text.matchAll(BLOCK_TAG)) {
    const block = open.get(name);
    if (end === undefined) {
      if (block) block.depth += 1;
      else open.set(name, { depth: 1, start: index, end: index });
    } else if (block) {
      block.end = index;
      block.depth -= 1;
      if (block.depth === 0 && open.delete(name)) found.push(block);
    }
  }
  const apart: Block[] = [];
  for (const { start, end } of [...found, ...open.values()].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
});

interface Block {
  readonly start: number;
  end: number;
}

/** The verdict on a link that only the built site can tell. */
export function uncheckable(address: string): Resolution {
  return unknownAt('unknown-site', address);
}
