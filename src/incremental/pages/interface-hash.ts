import { hashOf } from '../../files/checksum.ts';
import type { PageFacts, Range } from '../../markdown/facts.ts';
import { writeOutline } from './fact-rows.ts';

/**
 * A hash of what other pages see of a page without reading its prose and links: front matter, headings, ids and
 * shortcode calls, and how they lie to each other. Where exactly they stand does not count, so that editing a sentence
 * leaves a page's interface as it was. Whoever has written the outline gives it.
 */
export function interfaceHash(facts: PageFacts, outline = writeOutline(facts)): string {
  const { anchors, shortcodes } = facts;
  // Headings by themselves stand one below the other.
  if (anchors.length + shortcodes.length === 0) return hashOf(outline);
  return hashOf(`${outline}${withoutRanges(shortcodes)}${orderOf(facts)}`);
}

/** All that is not a place in the text, with the names of the keys. Each text is preceded by its length, so that no two lists are written alike. */
function withoutRanges(items: readonly object[]): string {
  let text = `[${items.length}`;
  for (const item of items) {
    for (const key in item) {
      const value: unknown = item[key as keyof typeof item];
      if (typeof value === 'string') text += `,${key}:${value.length}"${value}`;
      else if (!Array.isArray(value)) text += `,${key}:${value}`;
      else if (isRange(value)) text += `,${key}`;
      else text += `,${key}:${withoutRanges(value)}`;
    }
    text += ';';
  }
  return text;
}

function isRange(value: unknown): value is Range {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';
}

/** The order of all starts and ends, which of them coincide included. */
function orderOf({ headings, anchors, shortcodes }: Pick<PageFacts, 'headings' | 'anchors' | 'shortcodes'>): number[] {
  const offsets: number[] = [];
  for (const { range } of headings) offsets.push(...range);
  for (const { range } of anchors) offsets.push(...range);
  for (const { range, inner } of shortcodes) offsets.push(...range, ...(inner ?? []));
  const ranks = new Map<number, number>();
  for (const offset of new Int32Array(offsets).sort()) if (!ranks.has(offset)) ranks.set(offset, ranks.size);
  return offsets.map((offset) => ranks.get(offset)!);
}
