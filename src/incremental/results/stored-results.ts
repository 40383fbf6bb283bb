import { once } from '../../collections/once.ts';
import type { LinkCounts } from '../../links/judge.ts';
import type { Finding } from '../../lint/finding.ts';
import type { PageFindings } from '../../lint/results/page-result.ts';
import { type LongResult, ofParts } from '../../lint/results/result.ts';
import type { Summary } from '../../lint/results/summary.ts';
import { copyOf, readChecked, splitTexts } from '../cache/checked-file.ts';
import type { Parts } from '../cache/open-file.ts';
import type { KnownPlacement } from '../places/kept-placement.ts';
import type { StatSnapshot } from '../watch/stat-snapshot.ts';
import type { CachedPageResult, CachedResults } from './cached-results.ts';
import { type Header, NUMBERS, readAside, START } from './result-header.ts';
import { SEEN_INTERFACES_PARTS, SeenInterfaces } from './seen-interfaces.ts';
import { type FindingColumns, StoredFindings } from './stored-findings.ts';

/** Findings, what is shown of them, numbers of pages, the findings' marks' numbers, their keys, the snapshot's numbers, paths, the pages' keys, and what else there is as JSON; then the interfaces read. */
const OWN_PARTS = 9;

/** The results of a file, or `null` when it is damaged, or of another key. */
export function readResults(key: string, file: Parts): StoredResults | null {
  const end = file.size - START;
  const start = end < 0 ? null : file.part(end, START);
  const at = start?.readUInt32LE() ?? end;
  const checked = at < end ? file.part(at, end - at) : null;
  const parts = checked && readChecked(checked, OWN_PARTS + SEEN_INTERFACES_PARTS);
  return parts && StoredResults.read(key, parts, file);
}

/** Results that lie in a file until they are asked for: most runs ask for those on a page or two. */
export class StoredResults implements CachedResults {
  readonly snapshot: StatSnapshot | null;
  readonly site: string;
  readonly config: string;
  readonly until: number;
  readonly surroundings: string;
  readonly read: ReadonlyMap<string, string>;
  readonly #aside: (which: number) => Buffer | null;
  /** Of the pages with a result first. */
  readonly #paths: readonly string[];
  readonly #count: number;
  readonly #summary: Summary;
  readonly #numbers: Uint32Array;
  readonly #findings: FindingColumns;
  readonly #keyPiece: Buffer;
  readonly #seen: SeenInterfaces;
  #keys: readonly string[] | undefined;
  #pages: ReadonlyMap<string, CachedPageResult> | undefined;
  #interfaces: ReadonlyMap<string, string> | undefined;

  private constructor(header: Header, parts: readonly Buffer[], file: Parts) {
    const { given, site, config, until, surroundings, read, pages, summary, marks, asides } = header;
    const [listed, rows, numbers, markNumbers, findingKeys, stats, paths, keys] = parts;
    this.#aside = (which) => readAside(file, asides, which);
    this.#paths = splitTexts(paths!);
    this.site = site;
    this.config = config;
    this.snapshot =
      given === null
        ? null
        : { given, paths: this.#paths, stats: new Float64Array(copyOf(stats!)), listings: () => this.#aside(0) };
    this.until = until ?? Number.POSITIVE_INFINITY;
    this.surroundings = surroundings;
    this.read = new Map(read);
    this.#count = pages;
    this.#summary = summary;
    this.#numbers = new Uint32Array(copyOf(numbers!));
    this.#findings = {
      paths: this.#paths,
      numbers: this.#numbers,
      listed: listed!,
      rows: rows!,
      marks,
      markNumbers: new Uint32Array(copyOf(markNumbers!)),
      keys: once(() => splitTexts(findingKeys!)),
    };
    this.#keyPiece = keys!;
    this.#seen = new SeenInterfaces(pages, parts.slice(OWN_PARTS));
  }

  static read(key: string, parts: readonly Buffer[], file: Parts): StoredResults | null {
    const header = JSON.parse(parts[OWN_PARTS - 1]!.toString('utf8')) as Header;
    return header.key === key ? new StoredResults(header, parts, file) : null;
  }

  get pages(): ReadonlyMap<string, CachedPageResult> {
    if (this.#pages === undefined) {
      const pages = new Map<string, CachedPageResult>();
      for (let index = 0; index < this.#count; index++) pages.set(this.#paths[index]!, new StoredResult(this, index));
      this.#pages = pages;
    }
    return this.#pages;
  }

  get placement(): readonly [Buffer] | null {
    const kept = this.#aside(1);
    return kept && [kept];
  }

  get interfaces(): ReadonlyMap<string, string> {
    this.#interfaces ??= this.#seen.hashes;
    return this.#interfaces;
  }

  get readForAll(): readonly string[] {
    return this.#seen.readForAll;
  }

  /** Where all pages were before these files and folders changed; `null`: nobody knows which did. */
  placementBefore(changed: ReadonlySet<string> | null): KnownPlacement {
    return {
      config: this.config,
      placement: () => this.placement?.[0] ?? null,
      changed,
      keyOf: (path) => this.pages.get(path)?.key,
    };
  }

  /** What was found on all pages. */
  get whole(): LongResult {
    return ofParts([{ findings: this.findingsOn(0, this.#count - 1) }], this.#summary);
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
    this.#keys ??= splitTexts(this.#keyPiece);
    return this.#keys[index] ?? '';
  }

  interfacesOf(index: number): readonly string[] {
    return this.#seen.of(index);
  }

  linksOf(index: number): LinkCounts {
    const number = (which: number) => this.#numbers[index * NUMBERS + which] ?? 0;
    return { checked: number(0), broken: number(1), unknown: number(2) };
  }

  unknownSectionsOf(index: number): number {
    return this.#numbers[index * NUMBERS + 3] ?? 0;
  }

  isPage(index: number): boolean {
    return this.#numbers[index * NUMBERS + 4] === 1;
  }

  /** What was found from one page to another. */
  findingsOn(first: number, last: number): StoredFindings {
    return new StoredFindings(this.#findings, first, last);
  }
}

const noFindings: readonly Finding[] = [];

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

  get unknownSections(): number {
    return this.#all.unknownSectionsOf(this.#index);
  }

  get isPage(): boolean {
    return this.#all.isPage(this.#index);
  }

  get findings(): PageFindings {
    const findings = this.#all.findingsOn(this.#index, this.#index);
    // Most pages have none.
    return findings.length > 0 ? findings : noFindings;
  }
}
