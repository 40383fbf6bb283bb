import type { PartName } from './packed-facts.ts';

/** The parts of a chunk in the order of their numbers; their texts come the other way round, so that what is seen is in one piece. */
export const partNames = ['links', 'externalLinks', 'places', 'frontMatter', 'seen'] as const satisfies PartName[];

// A chunk: the checksum of what follows it, how many numbers each part has, how many bytes the text of each part and the content
// have, whether the content is known, the numbers, the texts, the content.
export const NUMBERS = 1;
export const TEXTS = NUMBERS + partNames.length;
export const CONTENT = TEXTS + partNames.length;
export const HAS_CONTENT = CONTENT + 1;
export const HEAD = HAS_CONTENT + 1;

/** The head of the chunk that starts there. */
export function headOf({ buffer, byteOffset }: Uint8Array, start: number): Uint32Array {
  return new Uint32Array(buffer, byteOffset + start, HEAD);
}

/** Where the numbers of a part stand in its chunk. */
export function numbersAt(head: Uint32Array, part: number): number {
  let at = HEAD;
  for (let before = 0; before < part; before++) at += head[NUMBERS + before]!;
  return at * 4;
}

/** Where the text of a part stands in its chunk. */
export function textAt(head: Uint32Array, part: number): number {
  let at = numbersAt(head, partNames.length);
  for (let before = partNames.length - 1; before > part; before--) at += head[TEXTS + before]!;
  return at;
}

/** Where the content stands in its chunk. */
export function contentAt(head: Uint32Array): number {
  return textAt(head, -1);
}

/** How many bytes the chunk has. */
export function lengthOf(head: Uint32Array): number {
  return padded(contentAt(head) + head[CONTENT]!);
}

/** The next multiple of four, where numbers may stand. */
export function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}
