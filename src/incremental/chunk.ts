import { checksum } from '../files/checksum.ts';
import {
  CONTENT,
  contentAt,
  HAS_CONTENT,
  HEAD,
  headOf,
  lengthOf,
  NUMBERS,
  numbersAt,
  padded,
  partNames,
  TEXTS,
  textAt,
} from './chunk-head.ts';
import type { Packed } from './packed.ts';
import type { FactParts, PartName } from './packed-facts.ts';

/** One file's facts as bytes, and its content when that is known. */
export class Chunk implements FactParts {
  readonly #body: Buffer;
  readonly #start: number;

  /** Everything is taken from these bytes, which so stay in memory. */
  constructor(body: Buffer, start: number) {
    this.#body = body;
    this.#start = start;
  }

  /** Some of the facts; `UnpackedFacts` takes them apart. */
  part(name: PartName): Packed {
    const head = this.#head;
    const part = partNames.indexOf(name);
    const numbers = this.#start + numbersAt(head, part);
    return new Part(this.#body, numbers, head[NUMBERS + part]!, this.#start + textAt(head, part), head[TEXTS + part]!);
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

/** What other pages see of a page, as bytes of its chunk. */
export function seenIn(chunk: Uint8Array): Uint8Array {
  const head = headOf(chunk, 0);
  return chunk.subarray(numbersAt(head, partNames.indexOf('seen')), textAt(head, partNames.indexOf('places')));
}

class Part implements Packed {
  readonly numbers: Int32Array;
  readonly #body: Buffer;
  readonly #textAt: number;
  readonly #length: number;

  constructor(body: Buffer, numbersAt: number, count: number, textAt: number, length: number) {
    this.numbers = new Int32Array(body.buffer, body.byteOffset + numbersAt, count);
    this.#body = body;
    this.#textAt = textAt;
    this.#length = length;
  }

  get text(): string {
    return this.#body.toString('utf8', this.#textAt, this.#textAt + this.#length);
  }
}
