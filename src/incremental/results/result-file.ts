import type { LinkCounts } from '../../links/judge.ts';
import type { StatSnapshot } from '../stat-snapshot.ts';
import type { CachedPageResult, CachedResults } from './cached-results.ts';
import { bytesOf, copyOf, readTexts, seal, unseal, writeTexts } from './seal.ts';
import { SEEN_INTERFACES_PARTS, SeenInterfaces, writeSeenInterfaces } from './seen-interfaces.ts';

interface Header {
  readonly key: string;
  /** `null`: there is no snapshot. */
  readonly given: string | null;
  readonly site: string;
  readonly until: number | null;
  readonly surroundings: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  /** How many of the paths are those of pages with a result. */
  readonly pages: number;
}

/** Numbers of a page: links checked, broken and unknown, 1 if people would call it a page, and where its findings end. */
const NUMBERS = 5;
/** Findings, their numbers, the snapshot's numbers, paths, the pages' keys, and what else there is as JSON; then the interfaces read. */
const OWN_PARTS = 6;

/** Puts results into a file, part by part; `key` names what they were found by (code, levels). */
export function writeResults(key: string, known: CachedResults): Generator<Uint8Array> {
  const { snapshot, site, until, surroundings, read, pages } = known;
  const results = [...pages.values()];
  const numbers = new Uint32Array(results.length * NUMBERS);
  const header: Header = {
    key,
    given: snapshot?.given ?? null,
    site,
    until: Number.isFinite(until) ? until : null,
    surroundings,
    read: [...read],
    pages: pages.size,
  };
  return seal([
    writeFindings(results, numbers),
    [bytesOf(numbers)],
    [bytesOf(snapshot?.stats ?? new Float64Array())],
    [writeTexts(snapshot?.paths ?? pages.keys())],
    [writeTexts(results.map((result) => result.key))],
    [Buffer.from(JSON.stringify(header))],
    ...writeSeenInterfaces(known).map((part) => [part]),
  ]);
}

/** The findings one by one; what else there is to say of a page goes into `numbers`. */
function* writeFindings(results: readonly CachedPageResult[], numbers: Uint32Array): Generator<Uint8Array> {
  let end = 0;
  for (const [index, { findings, links, isPage }] of results.entries()) {
    const json = typeof findings === 'string' ? findings : findings.length === 0 ? '[]' : JSON.stringify(findings);
    // Most pages have none.
    if (json !== '[]') {
      const bytes = Buffer.from(json);
      end += bytes.length;
      yield bytes;
    }
    numbers.set([links.checked, links.broken, links.unknown, Number(isPage), end], index * NUMBERS);
  }
}

/** The results of a file, or `null` when it is damaged, or of another key. */
export function readResults(key: string, file: Buffer): StoredResults | null {
  const parts = unseal(file, OWN_PARTS + SEEN_INTERFACES_PARTS);
  return parts && StoredResults.read(key, parts);
}

/** Results that lie in a file until they are asked for: most runs ask for those on a page or two. */
export class StoredResults implements CachedResults {
  readonly snapshot: StatSnapshot | null;
  readonly site: string;
  readonly until: number;
  readonly surroundings: string;
  readonly read: ReadonlyMap<string, string>;
  /** Of the pages with a result first. */
  readonly #paths: readonly string[];
  readonly #count: number;
  readonly #numbers: Uint32Array;
  readonly #findings: Buffer;
  readonly #keyPiece: Buffer;
  readonly #seen: SeenInterfaces;
  #keys: readonly string[] | undefined;
  #pages: ReadonlyMap<string, CachedPageResult> | undefined;

  private constructor(header: Header, parts: readonly Buffer[]) {
    const { given, site, until, surroundings, read, pages } = header;
    const [findings, numbers, stats, paths, keys] = parts;
    this.#paths = readTexts(paths!);
    this.site = site;
    this.snapshot = given === null ? null : { given, paths: this.#paths, stats: new Float64Array(copyOf(stats!)) };
    this.until = until ?? Number.POSITIVE_INFINITY;
    this.surroundings = surroundings;
    this.read = new Map(read);
    this.#count = pages;
    this.#numbers = new Uint32Array(copyOf(numbers!));
    this.#findings = findings!;
    this.#keyPiece = keys!;
    this.#seen = new SeenInterfaces(pages, parts.slice(OWN_PARTS));
  }

  static read(key: string, parts: readonly Buffer[]): StoredResults | null {
    const header = JSON.parse(parts[OWN_PARTS - 1]!.toString('utf8')) as Header;
    return header.key === key ? new StoredResults(header, parts) : null;
  }

  get pages(): ReadonlyMap<string, CachedPageResult> {
    this.#pages ??= new Map(this.on(() => true));
    return this.#pages;
  }

  get interfaces(): ReadonlyMap<string, string> {
    return this.#seen.hashes;
  }

  get readForAll(): readonly string[] {
    return this.#seen.readForAll;
  }

  /** How many pages have a result. */
  get size(): number {
    return this.#count;
  }

  /** The results of the pages that are wanted, by path. */
  *on(isWanted: (path: string) => boolean): Generator<readonly [path: string, result: CachedPageResult]> {
    for (let index = 0; index < this.#count; index++) {
      const path = this.#paths[index]!;
      if (isWanted(path)) yield [path, new StoredResult(this, index)];
    }
  }

  keyOf(index: number): string {
    this.#keys ??= readTexts(this.#keyPiece);
    return this.#keys[index] ?? '';
  }

  interfacesOf(index: number): readonly string[] {
    return this.#seen.of(index);
  }

  linksOf(index: number): LinkCounts {
    const number = (which: number) => this.#numbers[index * NUMBERS + which] ?? 0;
    return { checked: number(0), broken: number(1), unknown: number(2) };
  }

  isPage(index: number): boolean {
    return this.#numbers[index * NUMBERS + 3] === 1;
  }

  findingsOf(index: number): string {
    const at = index * NUMBERS + NUMBERS - 1;
    const [start, end] = [this.#numbers[at - NUMBERS] ?? 0, this.#numbers[at]!];
    return start === end ? '[]' : this.#findings.toString('utf8', start, end);
  }
}

class StoredResult implements CachedPageResult {
  readonly #all: StoredResults;
  readonly #index: number;

  constructor(all: StoredResults, index: number) {
    this.#all = all;
    this.#index = index;
  }

  get key(): string {
    return this.#all.keyOf(this.#index);
  }

  get interfaces(): readonly string[] {
    return this.#all.interfacesOf(this.#index);
  }

  get links(): LinkCounts {
    return this.#all.linksOf(this.#index);
  }

  get isPage(): boolean {
    return this.#all.isPage(this.#index);
  }

  get findings(): string {
    return this.#all.findingsOf(this.#index);
  }
}
