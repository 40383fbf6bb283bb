import { Checksum, checksum } from '../../files/checksum.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Parts } from '../cache/open-file.ts';
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
    readonly known: Pick<PackEntry, 'summary' | 'facts'> & {
      /** The facts, in this room where they have to be read. */
      readonly factsIn?: (room: Buffer) => StoredFacts | null;
    };
    /** Content that the facts do not have yet, as JSON. */
    readonly newContent: string | null;
    readonly age: number;
  } | null;
}

/** Which content a file had, and when. */
type FileRow = readonly [path: string, key: string, stamp: string];

/** What is known of some content, and where its facts lie. */
type Row = readonly [path: string, summary: PageSummary, age: number, at: number, length: number, sum: number];

/** The last line says where the index is; it always has this length. */
const LAST = 64;
/** So many rows become text at once. */
const ROWS_AT_ONCE = 1024;
/** Facts of a page seldom take more. */
const ROOM = 65536;
/** And so many letters of lines become bytes. */
const AT_ONCE = 65536;

/**
 * Puts entries into one file of lines: facts (`StoredFacts`), which are read one by one, an index, and where that lies. The index stands
 * at the end, so that the file is written as it is made, and never lies in memory as a whole. Its first line has the keys of all contents,
 * its second the files, and then comes a line for each content: most runs ask for the second, or for most of the others, not at all.
 */
export function* writePack(version: string, entries: readonly NewEntry[]): Generator<Uint8Array> {
  const written: Written = { lengths: new Uint32Array(entries.length), sums: new Uint32Array(entries.length) };
  // Of 100,000 pages, bytes read apart would fill memory until V8 looks for garbage.
  const room = Buffer.allocUnsafe(ROOM);
  let end = 0;
  for (const [index, { says }] of entries.entries()) {
    const facts = says && (says.known.factsIn ? says.known.factsIn(room) : says.known.facts);
    if (says === null || facts === null) continue;
    const bytes = says.newContent === null ? facts.bytes : facts.withContent(says.newContent);
    written.lengths[index] = bytes.length;
    written.sums[index] = checksum(bytes);
    end += bytes.length;
    yield bytes;
  }
  const sum = new Checksum();
  let length = 0;
  for (const piece of indexOf(version, entries, written)) {
    sum.add(piece);
    length += piece.length;
    yield piece;
  }
  yield Buffer.from(`${JSON.stringify([sum.value, end, length]).padEnd(LAST - 1)}\n`);
}

/** What each entry says, in bytes, and their checksum; 0 where it says nothing. As objects they would take ten times as much memory. */
interface Written {
  readonly lengths: Uint32Array;
  readonly sums: Uint32Array;
}

function* indexOf(version: string, entries: readonly NewEntry[], { lengths, sums }: Written): Generator<Uint8Array> {
  const telling = entries.filter((_, index) => lengths[index] !== 0);
  yield Buffer.from(`{"version":${JSON.stringify(version)},"keys":`);
  yield* listInPieces(telling, ({ key }) => key);
  yield Buffer.from('}\n');
  const met = entries.filter(({ says }) => says === null || says.age === 0);
  yield* listInPieces(met, ({ path, key, stamp }): FileRow => [path, key, stamp]);
  let at = 0;
  let lines = '';
  for (const [index, { path, says }] of entries.entries()) {
    const length = lengths[index]!;
    if (says === null || length === 0) continue;
    const row: Row = [path, says.known.summary, says.age, at, length, sums[index]!];
    at += length;
    lines += `\n${JSON.stringify(row)}`;
    if (lines.length < AT_ONCE) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  yield Buffer.from(`${lines}\n`);
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

/** What was put into one file. What is known of a content is read, and its facts are found to be damaged or not, when somebody asks for them. */
export class Pack {
  readonly contents = new Map<string, PackEntry>();
  /** Whether something in it has turned out to be damaged. */
  isDamaged = false;
  readonly #parts: Parts;
  /** Of the index: the keys, the files, and each content. */
  readonly #lines: readonly string[];
  #files: ReadonlyMap<string, { readonly key: string; readonly stamp: string }> | undefined;

  constructor(parts: Parts, keys: readonly string[], lines: readonly string[]) {
    this.#parts = parts;
    this.#lines = lines;
    keys.forEach((key, place) => {
      this.contents.set(key, new PackedEntry(this, key, place));
    });
  }

  /** Which content files had, and when. Of what git holds nobody asks. */
  get files(): ReadonlyMap<string, { readonly key: string; readonly stamp: string }> {
    this.#files ??= new Map(
      (JSON.parse(this.#lines[1]!) as readonly FileRow[]).map(([path, key, stamp]) => [path, { key, stamp }]),
    );
    return this.#files;
  }

  /** What is known of the content with this place among the keys. */
  rowOf(place: number): Row {
    return JSON.parse(this.#lines[place + 2]!) as Row;
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
  const lines = bytes.toString().split('\n');
  const index = JSON.parse(lines[0]!) as { readonly version: string; readonly keys: readonly string[] };
  return index.version === version ? new Pack(parts, index.keys, lines) : null;
}

class PackedEntry implements PackEntry {
  readonly key: string;
  readonly #pack: Pack;
  readonly #place: number;
  #row: Row | undefined;
  #facts: StoredFacts | null | undefined;

  constructor(pack: Pack, key: string, place: number) {
    this.key = key;
    this.#pack = pack;
    this.#place = place;
  }

  get path(): string {
    return this.#rowNow[0];
  }

  get summary(): PageSummary {
    return this.#rowNow[1];
  }

  get age(): number {
    return this.#rowNow[2];
  }

  get facts(): StoredFacts | null {
    const [, , , at, length, sum] = this.#rowNow;
    if (this.#facts === undefined) this.#facts = this.#pack.factsAt(at, length, sum);
    return this.#facts;
  }

  get #rowNow(): Row {
    this.#row ??= this.#pack.rowOf(this.#place);
    return this.#row;
  }
}
