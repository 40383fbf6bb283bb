import type { Range } from '../../markdown/facts.ts';
import { FifoCache } from '../../model/fifo-cache.ts';

/** Elements in which Python-Markdown and kramdown leave Markdown as it is, unless an attribute asks for it. */
const BLOCK =
  /<(\/?)(div|details|section|article|aside|figure|table|center|header|footer|main|nav|form|fieldset|blockquote|p|ul|ol|dl)\b([^<>]{0,300})>/gi;
/** `<div markdown>`, `markdown="1"`, `markdown="block"`: what stands in the element is Markdown. */
const MARKED = /\smarkdown(?![\w-]|[ \t]*=[ \t]*["']?(?:0|off|false)\b)/i;

/** Those of the latest text, since its headings and links come in a row: where the attribute counts, and where it does not. */
const marked = new FifoCache<string, readonly Range[]>(1);
const unmarked = new FifoCache<string, readonly Range[]>(1);

/**
 * Blocks of HTML in which no Markdown is read, each without those in it. Where the attribute counts, elements that have it are none
 * of these.
 */
export function rawBlocks(text: string, isMarked: boolean): readonly Range[] {
  return (isMarked ? marked : unmarked).getOr(text, () => findBlocks(text, isMarked));
}

function findBlocks(text: string, isMarked: boolean): readonly Range[] {
  const blocks: Range[] = [];
  const open: boolean[] = [];
  let start = 0;
  for (const { 1: slash, 3: attributes = '', index } of text.matchAll(BLOCK)) {
    const isRaw = open.includes(true);
    if (slash === '') {
      open.push(isRaw || !(isMarked && MARKED.test(attributes)));
      if (!isRaw && open.at(-1) === true) start = index;
    } else if (open.pop() === true && !open.includes(true)) blocks.push([start, index]);
  }
  return blocks;
}
