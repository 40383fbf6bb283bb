import type { Heading } from '../../markdown/facts.ts';
import { rawBlocks } from './raw-blocks.ts';

/** Hashes with blanks before them. */
const INDENTED = /(?<=(?:^|\n) {1,3})#/y;

/**
 * Whether Python-Markdown 3.10 and kramdown 2.5 make a heading of what is one by CommonMark: not with blanks before the hashes, not
 * of two underlined lines, and not in a block of HTML.
 */
export function isPlainHeading(
  { range: [start, end] }: Pick<Heading, 'range'>,
  text: string,
  isMarked: boolean,
): boolean {
  const source = text.slice(start, end).trim();
  if (!source.startsWith('#') && source.split('\n').length > 2) return false;
  INDENTED.lastIndex = start;
  if (INDENTED.test(text)) return false;
  return !rawBlocks(text, isMarked).some(([open, close]) => open < start && start < close);
}
