import { hashOf } from '../files/checksum.ts';
import type { PageFacts, Range } from '../markdown/facts.ts';
import { countUntil } from '../markdown/ranges.ts';

/**
 * A hash of what other pages see of a page without reading its prose and links: front matter, headings, ids and
 * shortcode calls, and how they lie to each other. Where exactly they stand does not count, so that editing a sentence
 * leaves a page's interface as it was.
 */
export function interfaceHash({ frontMatter, headings, anchors, shortcodes }: PageFacts): string {
  const written = frontMatter && [frontMatter.format, frontMatter.values, Object.keys(frontMatter.keys)];
  const items = [headings, anchors, shortcodes].map((list) => list.map(withoutRanges));
  // Headings by themselves stand one below the other.
  const order = anchors.length + shortcodes.length > 0 ? orderOf({ headings, anchors, shortcodes }) : [];
  return hashOf(Buffer.from(JSON.stringify([written, items, order])));
}

/** All that is not a place in the text, with the names of the keys. */
function withoutRanges(item: object): readonly unknown[] {
  const kept: unknown[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (isRange(value)) kept.push(key);
    else if (Array.isArray(value)) kept.push(key, value.map(withoutRanges));
    else kept.push(key, value);
  }
  return kept;
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
  const sorted = new Int32Array(offsets).sort();
  return offsets.map((offset) => countUntil(sorted.length, (index) => sorted[index]! < offset));
}
