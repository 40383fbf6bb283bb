import { Checksum, checksum } from '../files/checksum.ts';
import type { PageSummary } from '../model/page-summary.ts';
import type { Parts } from './open-file.ts';
import { StoredFacts } from './stored-facts.ts';

/** What is known of some content. */
export interface PackEntry {
  /** A file that had it. */
  readonly path: string;
  /** How it was read, and the hash of its bytes. */
  readonly key: string;
  readonly summary: PageSummary;
  /** How many runs have written it again without having met it. */
  readonly age: number;
  /** `null` when it turns out to be damaged. */
  readonly facts: StoredFacts | null;
}

/** What goes into a pack: which content a file had when it had this stamp. */
export interface NewEntry {
  readonly path: string;
  readonly key: string;
  /** `''` when the file was too young for its stamp to be trusted. */
  readonly stamp: string;
  /** What the content says, unless another entry or pack says it. */
  readonly says: {
    readonly known: Pick<PackEntry, 'summary' | 'facts'>;
    /** Content that the facts do not have yet, as JSON. */
    readonly newContent: string | null;
    readonly age: number;
  } | null;
}

type Row = readonly [
  path: string,
  key: string,
  stamp: string,
  summary?: PageSummary,
  age?: number,
  at?: number,
  length?: number,
  sum?: number,
];

/** The last line says where the index is; it always has this length. */
const LAST = 64;
/** So many rows become text at once. */
const ROWS_AT_ONCE = 1024;

/**
 * Puts entries into one file of lines: facts (`StoredFacts`), which are read one by one, an index, which is read at once, and where
 * that lies. The index stands at the end, so that the file is written as it is made, and never lies in memory as a whole.
 */
export function* writePack(version: string, entries: readonly NewEntry[]): Generator<Uint8Array> {
  /** Of what each entry says; `null` where it says nothing. */
  const sizes: ({ readonly length: number; readonly sum: number } | null)[] = [];
  let end = 0;
  for (const { says } of entries) {
    const facts = says?.known.facts ?? null;
    if (says === null || facts === null) {
      sizes.push(null);
      continue;
    }
    const bytes = says.newContent === null ? facts.bytes : facts.withContent(says.newContent);
    sizes.push({ length: bytes.length, sum: checksum(bytes) });
    end += bytes.length;
    yield bytes;
  }
  const sum = new Checksum();
  let length = 0;
  for (const piece of indexOf(version, entries, sizes)) {
    sum.add(piece);
    length += piece.length;
    yield piece;
  }
  yield Buffer.from(`${JSON.stringify([sum.value, end, length]).padEnd(LAST - 1)}\n`);
}

/** `{ version, rows }` as a line of JSON, in pieces. */
function* indexOf(
  version: string,
  entries: readonly NewEntry[],
  sizes: readonly ({ readonly length: number; readonly sum: number } | null)[],
): Generator<Uint8Array> {
  yield Buffer.from(`{"version":${JSON.stringify(version)},"rows":`);
  let at = 0;
  yield* listInPieces(entries.entries(), ([index, { path, key, stamp, says }]): Row => {
    const size = sizes[index] ?? null;
    if (says === null || size === null) return [path, key, stamp];
    const row: Row = [path, key, stamp, says.known.summary, says.age, at, size.length, size.sum];
    at += size.length;
    return row;
  });
  yield Buffer.from('}\n');
}

/** A list as JSON, in pieces: of 100,000 items, all rows together would take 50 MB. */
export function* listInPieces<T>(items: Iterable<T>, rowOf: (item: T) => unknown): Generator<Uint8Array> {
  let rows: unknown[] = [];
  let before = '[';
  const piece = () => Buffer.from(rows.length === 0 ? '' : before + JSON.stringify(rows).slice(1, -1));
  for (const item of items) {
    if (rows.push(rowOf(item)) < ROWS_AT_ONCE) continue;
    yield piece();
    rows = [];
    before = ',';
  }
  yield piece();
  yield Buffer.from(rows.length === 0 && before === '[' ? '[]' : ']');
}

/** What was put into one file. Facts are read, and found to be damaged or not, when somebody asks for them. */
export class Pack {
  readonly contents = new Map<string, PackEntry>();
  /** Whether something in it has turned out to be damaged. */
  isDamaged = false;
  readonly #parts: Parts;
  readonly #rows: readonly Row[];
  #files: ReadonlyMap<string, { readonly key: string; readonly stamp: string }> | undefined;

  constructor(parts: Parts, rows: readonly Row[]) {
    this.#parts = parts;
    this.#rows = rows;
    rows.forEach((row) => {
      if (hasContent(row)) this.contents.set(row[1], new PackedEntry(this, row));
    });
  }

  /** Which content files had, and when. Of what git holds nobody asks. */
  get files(): ReadonlyMap<string, { readonly key: string; readonly stamp: string }> {
    this.#files ??= new Map(
      this.#rows.flatMap(([path, key, stamp, , age = 0]) => (age === 0 ? [[path, { key, stamp }]] : [])),
    );
    return this.#files;
  }

  /** Lets go of the file, so that it can be replaced. */
  release(): void {
    this.#parts.readAll();
  }

  /** The facts that lie there; `null` when they are not any more what was written. */
  factsAt(at: number, length: number, sum: number): StoredFacts | null {
    const bytes = this.#parts.part(at, length);
    const isWhole = bytes !== null && checksum(bytes) === sum;
    this.isDamaged ||= !isWhole;
    return isWhole ? new StoredFacts(bytes, 0, bytes.length) : null;
  }
}

/** The entries of a file, or `null` when it is cut short, or of another version, or its index is damaged. */
export function readPack(version: string, parts: Parts): Pack | null {
  const end = parts.size - LAST;
  const last = end < 0 ? null : parts.part(end, LAST);
  if (last === null) return null;
  const [, ...numbers] = /^\[(\d+),(\d+),(\d+)\] *\n$/.exec(last.toString('latin1')) ?? [];
  const [sum, at = 0, length = 0] = numbers.map(Number);
  if (sum === undefined || at + length !== end) return null;
  const bytes = parts.part(at, length);
  if (bytes === null || checksum(bytes) !== sum) return null;
  const index = JSON.parse(bytes.toString()) as { readonly version: string; readonly rows: readonly Row[] };
  return index.version === version ? new Pack(parts, index.rows) : null;
}

type ContentRow = Row & { readonly 3: PageSummary };

function hasContent(row: Row): row is ContentRow {
  return row[3] !== undefined;
}

class PackedEntry implements PackEntry {
  readonly path: string;
  readonly key: string;
  readonly summary: PageSummary;
  readonly #pack: Pack;
  readonly #row: Row;
  #facts: StoredFacts | null | undefined;

  constructor(pack: Pack, row: ContentRow) {
    this.path = row[0];
    this.key = row[1];
    this.summary = row[3];
    this.#pack = pack;
    this.#row = row;
  }

  get age(): number {
    return this.#row[4] ?? 0;
  }

  get facts(): StoredFacts | null {
    const [, , , , , at = 0, length = 0, sum = 0] = this.#row;
    if (this.#facts === undefined) this.#facts = this.#pack.factsAt(at, length, sum);
    return this.#facts;
  }
}
