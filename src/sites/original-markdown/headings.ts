import type { Heading } from '../../markdown/facts.ts';

type Range = Heading['range'];

/** Elements in which Python-Markdown and kramdown leave Markdown as it is, unless an attribute asks for it. */
const BLOCK =
  /<(\/?)(div|details|section|article|aside|figure|table|center|header|footer|main|nav|form|fieldset)\b[^<>]{0,300}>/gi;

/**
 * Whether Python-Markdown 3.10 and kramdown 2.5 make a heading of what is one by CommonMark: not with blanks before the hashes, not
 * of two underlined lines, and not in a block of HTML.
 */
export function isPlainHeading({ range: [start, end] }: Pick<Heading, 'range'>, text: string): boolean {
  const source = text.slice(start, end).trim();
  if (!source.startsWith('#')) {
    if (source.split('\n').length > 2) return false;
  } else if (/(?:^|\n) {1,3}$/.test(text.slice(Math.max(0, start - 4), start))) return false;
  return !blocksOf(text).some(([open, close]) => open < start && start < close);
}

let latest: { readonly text: string; readonly blocks: readonly Range[] } = { text: '', blocks: [] };

/** Where blocks of HTML stand that are not in another one; those of the latest text are kept, since its headings come in a row. */
function blocksOf(text: string): readonly Range[] {
  if (latest.text !== text) latest = { text, blocks: findBlocks(text) };
  return latest.blocks;
}

function findBlocks(text: string): readonly Range[] {
  const blocks: Range[] = [];
  let depth = 0;
  let open = 0;
  for (const { 1: slash, index } of text.matchAll(BLOCK)) {
    if (slash === '') {
      if (depth === 0) open = index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) blocks.push([open, index]);
    }
  }
  return blocks;
}
