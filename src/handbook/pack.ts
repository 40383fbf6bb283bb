import { Checksum, checksum } from './checksum.ts';
import type { Digest } from './digest.ts';
import type { Packed } from './packed.ts';
import type { PackedFacts } from './packed-facts.ts';

/** What the cache knows of one file's content. */
export interface PackEntry {
  readonly path: string;
  /** How it was read, and the hash of its bytes. */
  readonly key: string;
  /** The file's stamp when it was read; `''` when it was too young to be trusted. */
  readonly stamp: string;
  readonly digest: Digest;
  /** How many runs have written it again without having met the file. */
  readonly age: number;
  readonly chunk: Chunk;
}

const MAGIC = 0x48424c34;
const SUFFIX = 16;

type Row = readonly [path: string, key: string, stamp: string, digest: Digest, age: number, at: number];

/** What goes into a pack: an entry, with content that it did not have yet. */
export type NewEntry = PackEntry & { readonly newContent?: string | null };

/**
 * Puts entries into one file: facts that are unpacked one by one, and an index that is read at once. It stands at the
 * end, so that the file is written as it is made, and never lies in memory as a whole.
 */
export function* writePack(version: string, entries: Iterable<NewEntry>): Generator<Uint8Array> {
  const rows: Row[] = [];
  const sum = new Checksum();
  let at = 0;
  for (const { path, key, stamp, digest, age, chunk, newContent } of entries) {
    const bytes = newContent == null ? chunk.bytes : chunk.withContent(newContent);
    rows.push([path, key, stamp, digest, age, at]);
    at += bytes.length;
    sum.add(bytes);
    yield bytes;
  }
  const index = padded(Buffer.from(JSON.stringify({ version, rows })), 0x20);
  sum.add(index);
  yield index;
  const suffix = Buffer.alloc(SUFFIX);
  for (const [place, value] of [MAGIC, sum.value, index.length, at].entries()) suffix.writeUInt32LE(value, place * 4);
  yield suffix;
}

/** The entries of a file, or `null` when it is damaged, cut short, or of another version. */
export function readPack(version: string, file: Buffer): PackEntry[] | null {
  const bytes = file.byteOffset % 4 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  const body = bytes.subarray(0, -SUFFIX);
  if (bytes.length < SUFFIX) return null;
  const [magic, sum, indexLength, indexAt] = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(body.length + at));
  if (magic !== MAGIC || body.length !== indexAt! + indexLength! || checksum(body) !== sum) return null;
  const index = JSON.parse(body.toString('utf8', indexAt)) as { version: string; rows: Row[] };
  if (index.version !== version) return null;
  return index.rows.map(([path, key, stamp, digest, age, at]) => {
    return { path, key, stamp, digest, age, chunk: new Chunk(body, at) };
  });
}

// A chunk: five lengths of numbers, five of texts (the fifth is the content), the numbers, the texts.
const HEAD = 10;

/** One file's part of a pack: its facts, and its content when that is known. */
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
    let textAt = this.#start + 4 * (HEAD + head[0]! + head[1]! + head[2]! + head[3]!);
    const part = (index: number): Packed => {
      const numbers = new Int32Array(body.buffer, numbersAt, head[index]!);
      const from = textAt;
      const to = from + head[5 + index]!;
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
    const at = this.#start + factsLength(head);
    return head[4] === 0 ? null : this.#body.toString('utf8', at, at + head[9]!);
  }

  /** Where other threads can read it, if they can. */
  get shared(): readonly [body: SharedArrayBuffer, at: number] | null {
    const { buffer, byteOffset } = this.#body;
    return buffer instanceof SharedArrayBuffer ? [buffer, byteOffset + this.#start] : null;
  }

  get bytes(): Uint8Array {
    const head = this.#head;
    const length = factsLength(head) + head[9]!;
    return this.#body.subarray(this.#start, this.#start + length + gap(length));
  }

  /** The same bytes with this content. */
  withContent(content: string): Uint8Array {
    return writeChunk(this.facts(), content);
  }

  get #head(): Uint32Array {
    return new Uint32Array(this.#body.buffer, this.#body.byteOffset + this.#start, HEAD);
  }
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
    scratch[index] = numbers.length;
    scratch.set(numbers, numbersAt);
    numbersAt += numbers.length;
  }
  scratch[4] = content === null ? 0 : 1;
  let at = numbersAt * 4;
  const put = (index: number, text: string) => {
    const length = text === '' ? 0 : bytes.write(text, at);
    scratch[5 + index] = length;
    at += length;
  };
  for (const [index, { text }] of parts.entries()) put(index, text);
  put(4, content ?? '');
  while (at % 4 !== 0) bytes[at++] = 0;
  return new Uint8Array(bytes.subarray(0, at));
}

/** How long a chunk is up to its content. */
function factsLength(head: Uint32Array): number {
  const numbers = head[0]! + head[1]! + head[2]! + head[3]!;
  return 4 * (HEAD + numbers) + head[5]! + head[6]! + head[7]! + head[8]!;
}

function padded(bytes: Uint8Array, filler: number): Uint8Array {
  return gap(bytes.length) === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(gap(bytes.length), filler)]);
}

/** What is missing to the next multiple of four. */
function gap(length: number): number {
  return (4 - (length % 4)) % 4;
}
