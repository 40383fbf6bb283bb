import { checksum } from './checksum.ts';
import type { Digest } from './digest.ts';
import type { Packed } from './packed.ts';
import type { PackedFacts } from './packed-facts.ts';

/** One file's part of a pack as it is written. */
export interface PackRow {
  readonly path: string;
  /** How it was read, and the hash of its bytes. */
  readonly key: string;
  /** The file's stamp when it was read; `''` when it was too young to be trusted. */
  readonly stamp: string;
  readonly digest: Digest;
  /** How many runs have written it again without having met the file. */
  readonly age: number;
  /** What `writeChunk` gave. */
  chunk(): Uint8Array;
}

/** What the cache knows of one file's content. */
export interface PackEntry extends PackRow {
  facts(): PackedFacts;
  /** The page's content as JSON, if it was ever asked for. */
  content(): string | null;
}

const MAGIC = 0x48424c33;
const PREFIX = 16;

type Row = readonly [path: string, key: string, stamp: string, digest: Digest, age: number, at: number];

/** Puts entries into one file: an index that is read at once, and facts that are unpacked one by one. */
export function writePack(version: string, entries: readonly PackRow[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  const rows: Row[] = [];
  let at = 0;
  for (const entry of entries) {
    const chunk = entry.chunk();
    rows.push([entry.path, entry.key, entry.stamp, entry.digest, entry.age, at]);
    chunks.push(chunk);
    at += chunk.length;
  }
  const index = padded(Buffer.from(JSON.stringify({ version, rows })), 0x20);
  const body = Buffer.concat([index, ...chunks]);
  const prefix = Buffer.alloc(PREFIX);
  new Uint32Array(prefix.buffer, prefix.byteOffset, 4).set([MAGIC, checksum(body), index.length, body.length]);
  return [prefix, body];
}

/** The entries of a file, or `null` when it is damaged, cut short, or of another version. */
export function readPack(version: string, file: Buffer): PackEntry[] | null {
  const bytes = file.byteOffset % 4 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  if (bytes.length < PREFIX) return null;
  const [magic, sum, indexLength, bodyLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  const body = bytes.subarray(PREFIX);
  if (magic !== MAGIC || body.length !== bodyLength || indexLength! > bodyLength || checksum(body) !== sum) return null;
  const index = JSON.parse(body.toString('utf8', 0, indexLength)) as { version: string; rows: Row[] };
  if (index.version !== version) return null;
  return index.rows.map(([path, key, stamp, digest, age, at]) => {
    const start = indexLength! + at;
    return {
      path,
      key,
      stamp,
      digest,
      age,
      chunk: () => chunkAt(body, start),
      facts: () => readChunk(body, start),
      content: () => readContent(body, start),
    };
  });
}

// A chunk: five lengths of numbers, five of texts (the fifth is the content), the numbers, the texts.
const HEAD = 10;

/** Chunks are put together in here, and copied out: nothing else is allocated for one. */
let scratch = new Uint32Array(16 * 1024);

/** One file's part of a pack: its facts, and its content when that is known. */
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

/** The facts of the chunk that starts there. They are unpacked from these bytes, which so stay in memory. */
export function readChunk(body: Buffer, start: number): PackedFacts {
  const head = new Uint32Array(body.buffer, body.byteOffset + start, HEAD);
  let numbersAt = body.byteOffset + start + HEAD * 4;
  let textAt = start + 4 * (HEAD + head[0]! + head[1]! + head[2]! + head[3]!);
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

/** The bytes of the chunk that starts there. */
export function chunkAt(body: Buffer, start: number): Uint8Array {
  const head = new Uint32Array(body.buffer, body.byteOffset + start, HEAD);
  let length = 4 * (HEAD + head[0]! + head[1]! + head[2]! + head[3]!);
  for (let text = 5; text < HEAD; text += 1) length += head[text]!;
  return body.subarray(start, start + Math.ceil(length / 4) * 4);
}

function readContent(body: Buffer, start: number): string | null {
  const head = new Uint32Array(body.buffer, body.byteOffset + start, HEAD);
  if (head[4] === 0) return null;
  const numbers = head[0]! + head[1]! + head[2]! + head[3]!;
  const at = start + 4 * (HEAD + numbers) + head[5]! + head[6]! + head[7]! + head[8]!;
  return body.toString('utf8', at, at + head[9]!);
}

function padded(bytes: Uint8Array, filler: number): Uint8Array {
  const rest = (4 - (bytes.length % 4)) % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(rest, filler)]);
}
