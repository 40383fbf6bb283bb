import { Checksum, checksum } from '../files/checksum.ts';
import type { Digest } from '../model/digest.ts';
import { type Chunk, wholeChunk } from './chunk.ts';
import type { Parts } from './open-file.ts';

/** What is known of some content. */
export interface PackEntry {
  /** A file that had it. */
  readonly path: string;
  /** How it was read, and the hash of its bytes. */
  readonly key: string;
  readonly digest: Digest;
  /** How many runs have written it again without having met it. */
  readonly age: number;
  /** `null` when it turns out to be damaged. */
  readonly chunk: Chunk | null;
}

/** What goes into a pack: which content a file had when it had this stamp. */
export interface NewEntry {
  readonly path: string;
  readonly key: string;
  /** `''` when the file was too young for its stamp to be trusted. */
  readonly stamp: string;
  /** What the content says, unless another entry or pack says it. */
  readonly says: {
    readonly known: Pick<PackEntry, 'digest' | 'chunk'>;
    /** Content that the chunk does not have yet. */
    readonly newContent: string | null;
    readonly age: number;
  } | null;
}

const MAGIC = 0x48424c35;
const SUFFIX = 16;

type Row = readonly [
  path: string,
  key: string,
  stamp: string,
  digest?: Digest,
  age?: number,
  at?: number,
  length?: number,
];

/** So many rows become text at once. */
const ROWS_AT_ONCE = 1024;

/**
 * Puts entries into one file: facts that are read one by one, and an index that is read at once. It stands at the
 * end, so that the file is written as it is made, and never lies in memory as a whole.
 */
export function* writePack(version: string, entries: readonly NewEntry[]): Generator<Uint8Array> {
  /** Of what each entry says; 0 where it says nothing. */
  const lengths: number[] = [];
  let end = 0;
  for (const { says } of entries) {
    const chunk = says?.known.chunk ?? null;
    if (says === null || chunk === null) {
      lengths.push(0);
      continue;
    }
    const bytes = says.newContent === null ? chunk.bytes : chunk.withContent(says.newContent);
    lengths.push(bytes.length);
    end += bytes.length;
    yield bytes;
  }
  const sum = new Checksum();
  let length = 0;
  for (const piece of indexOf(version, entries, lengths)) {
    sum.add(piece);
    length += piece.length;
    yield piece;
  }
  const suffix = Buffer.alloc(SUFFIX);
  for (const [place, value] of [MAGIC, sum.value, length, end].entries()) suffix.writeUInt32LE(value, place * 4);
  yield suffix;
}

/** `{ version, rows }` as JSON, in pieces. */
function* indexOf(version: string, entries: readonly NewEntry[], lengths: readonly number[]): Generator<Uint8Array> {
  yield Buffer.from(`{"version":${JSON.stringify(version)},"rows":[`);
  let at = 0;
  for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
    const rows = entries.slice(from, from + ROWS_AT_ONCE).map(({ path, key, stamp, says }, index): Row => {
      const length = lengths[from + index]!;
      if (says === null || length === 0) return [path, key, stamp];
      const row: Row = [path, key, stamp, says.known.digest, says.age, at, length];
      at += length;
      return row;
    });
    yield Buffer.from(`${from === 0 ? '' : ','}${JSON.stringify(rows).slice(1, -1)}`);
  }
  yield Buffer.from(']}');
}

/** What was put into one file. Facts are read, and found to be damaged or not, when somebody asks for them. */
export class Pack {
  /** Which content files had, and when. */
  readonly files = new Map<string, { readonly key: string; readonly stamp: string }>();
  readonly contents = new Map<string, PackEntry>();
  /** Whether something in it has turned out to be damaged. */
  isDamaged = false;
  readonly #parts: Parts;

  constructor(parts: Parts, rows: readonly Row[]) {
    this.#parts = parts;
    for (const [path, key, stamp, digest, age = 0, at = 0, length = 0] of rows) {
      if (digest) this.contents.set(key, new PackedEntry(this, { path, key, digest, age, at, length }));
      if (age === 0) this.files.set(path, { key, stamp });
    }
  }

  /** Lets go of the file, so that it can be replaced. */
  release(): void {
    this.#parts.readAll();
  }

  chunkAt(at: number, length: number): Chunk | null {
    const bytes = this.#parts.part(at, length);
    const chunk = bytes && wholeChunk(bytes);
    this.isDamaged ||= chunk === null;
    return chunk;
  }
}

/** The entries of a file, or `null` when it is cut short, or of another version, or its index is damaged. */
export function readPack(version: string, parts: Parts): Pack | null {
  const end = parts.size - SUFFIX;
  const suffix = end < 0 ? null : parts.part(end, SUFFIX);
  if (suffix === null) return null;
  const [magic, sum, length = 0, at = 0] = [0, 4, 8, 12].map((place) => suffix.readUInt32LE(place));
  if (magic !== MAGIC || at + length !== end) return null;
  const bytes = parts.part(at, length);
  if (bytes === null || checksum(bytes) !== sum) return null;
  const index = JSON.parse(bytes.toString()) as { readonly version: string; readonly rows: readonly Row[] };
  return index.version === version ? new Pack(parts, index.rows) : null;
}

class PackedEntry implements PackEntry {
  readonly path: string;
  readonly key: string;
  readonly digest: Digest;
  readonly age: number;
  readonly #pack: Pack;
  readonly #at: number;
  readonly #length: number;
  #chunk: Chunk | null | undefined;

  constructor(pack: Pack, parts: Omit<PackEntry, 'chunk'> & { readonly at: number; readonly length: number }) {
    this.path = parts.path;
    this.key = parts.key;
    this.digest = parts.digest;
    this.age = parts.age;
    this.#pack = pack;
    this.#at = parts.at;
    this.#length = parts.length;
  }

  get chunk(): Chunk | null {
    if (this.#chunk === undefined) this.#chunk = this.#pack.chunkAt(this.#at, this.#length);
    return this.#chunk;
  }
}
