import { checksum } from './checksum.ts';
import type { Packed } from './packed.ts';
import type { PackedFacts } from './packed-facts.ts';

// A chunk: the checksum of what follows it, four lengths of numbers, five of texts (the fifth is the content), whether the
// content is known, the numbers, the texts.
const HEAD = 11;
const NUMBERS = 1;
const TEXTS = 5;
const CONTENT = 9;
const HAS_CONTENT = 10;

/** One file's facts as bytes, and its content when that is known. */
export class Chunk {
  readonly #body: Buffer;
  readonly #start: number;

  /** Everything is taken from these bytes, which so stay in memory. */
  constructor(body: Buffer, start: number) {
    this.#body = body;
    this.#start = start;
  }

  facts(): PackedFacts {
    const body = this.#body;
    const head = this.#head;
    let numbersAt = body.byteOffset + this.#start + HEAD * 4;
    let textAt = this.#start + textsAt(head);
    const part = (index: number): Packed => {
      const numbers = new Int32Array(body.buffer, numbersAt, head[NUMBERS + index]!);
      const from = textAt;
      const to = from + head[TEXTS + index]!;
      numbersAt += numbers.byteLength;
      textAt = to;
      return {
        numbers,
        get text() {
          return body.toString('utf8', from, to);
        },
      };
    };
    return [part(0), part(1), part(2), part(3)];
  }

  /** The page's content as JSON, if it was ever asked for. */
  content(): string | null {
    const head = this.#head;
    const at = this.#start + contentAt(head);
    return head[HAS_CONTENT] === 0 ? null : this.#body.toString('utf8', at, at + head[CONTENT]!);
  }

  /** Where other threads can read it, if they can. */
  get shared(): readonly [body: SharedArrayBuffer, at: number] | null {
    const { buffer, byteOffset } = this.#body;
    return buffer instanceof SharedArrayBuffer ? [buffer, byteOffset + this.#start] : null;
  }

  get bytes(): Uint8Array {
    return this.#body.subarray(this.#start, this.#start + lengthOf(this.#head));
  }

  /** The same bytes with this content. */
  withContent(content: string): Uint8Array {
    const facts = contentAt(this.#head);
    const text = Buffer.from(content);
    const bytes = new Uint8Array(padded(facts + text.length));
    bytes.set(this.#body.subarray(this.#start, this.#start + facts));
    bytes.set(text, facts);
    const head = headOf(bytes, 0);
    head[CONTENT] = text.length;
    head[HAS_CONTENT] = 1;
    head[0] = checksum(bytes.subarray(4));
    return bytes;
  }

  get #head(): Uint32Array {
    return headOf(this.#body, this.#start);
  }
}

/** The chunk that was written as these bytes; `null` when they are not any more what they were. */
export function wholeChunk(bytes: Buffer): Chunk | null {
  if (bytes.length < HEAD * 4) return null;
  const head = headOf(bytes, 0);
  return head[0] === checksum(bytes.subarray(4)) && lengthOf(head) === bytes.length ? new Chunk(bytes, 0) : null;
}

/** Chunks are put together in here, and copied out: nothing else is allocated for one. */
let scratch = new Uint32Array(16 * 1024);

/** The bytes of one file's chunk: its facts, and its content when that is known. */
export function writeChunk(parts: PackedFacts, content: string | null): Uint8Array {
  let most = HEAD * 4 + 4 + (content ?? '').length * 3;
  for (const { numbers, text } of parts) most += numbers.byteLength + text.length * 3;
  if (most > scratch.byteLength) scratch = new Uint32Array(most >> 1);
  const bytes = Buffer.from(scratch.buffer);
  let numbersAt = HEAD;
  for (const [index, { numbers }] of parts.entries()) {
    scratch[NUMBERS + index] = numbers.length;
    scratch.set(numbers, numbersAt);
    numbersAt += numbers.length;
  }
  scratch[HAS_CONTENT] = content === null ? 0 : 1;
  let at = numbersAt * 4;
  const put = (place: number, text: string) => {
    const length = text === '' ? 0 : bytes.write(text, at);
    scratch[place] = length;
    at += length;
  };
  for (const [index, { text }] of parts.entries()) put(TEXTS + index, text);
  put(CONTENT, content ?? '');
  while (at % 4 !== 0) bytes[at++] = 0;
  scratch[0] = checksum(bytes.subarray(4, at));
  return new Uint8Array(bytes.subarray(0, at));
}

function headOf({ buffer, byteOffset }: Uint8Array, start: number): Uint32Array {
  return new Uint32Array(buffer, byteOffset + start, HEAD);
}

function textsAt(head: Uint32Array): number {
  return 4 * (HEAD + head[NUMBERS]! + head[NUMBERS + 1]! + head[NUMBERS + 2]! + head[NUMBERS + 3]!);
}

function contentAt(head: Uint32Array): number {
  return textsAt(head) + head[TEXTS]! + head[TEXTS + 1]! + head[TEXTS + 2]! + head[TEXTS + 3]!;
}

function lengthOf(head: Uint32Array): number {
  return padded(contentAt(head) + head[CONTENT]!);
}

/** The next multiple of four, where numbers may stand. */
function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}
