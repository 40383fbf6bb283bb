import type { Heading } from '../../../markdown/facts.ts';
import { splitWords } from '../../wording.ts';
import { headingOf, type PagePart } from '../parts.ts';

/** More words are a sentence. */
const mostWords = 6;

/** A line of only bold words, which stands where others have a heading; `null` for all else. */
export function boldLine(part: PagePart & { readonly kind: 'block' }): Heading | null {
  const { block, page } = part;
  if (block.type !== 'paragraph' || part.via !== null || splitWords(block.text).length > mostWords) return null;
  const match = /^(\*\*|__)([^*_\n]+)\1[:.]?$/.exec(page.text.slice(...block.range).trim());
  if (match === null) return null;
  const start = block.range[0] + 2;
  const textRange = [start, start + (match[2]?.length ?? 0)] as const;
  return { ...headingOf(block.text.replace(/[:.]$/, ''), textRange, 6), range: block.range };
}
