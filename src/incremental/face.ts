import { hashOf } from '../files/checksum.ts';
import { seenIn } from './chunk.ts';

/**
 * A hash of what other pages see of a page without reading its prose and links: front matter, headings, ids and
 * shortcode calls, and how they lie to each other. Where exactly they stand does not count, so that editing a sentence
 * leaves a page's face as it was.
 */
export function faceOf(chunk: Uint8Array): string {
  return hashOf(seenIn(chunk));
}
