import { once } from '../../collections/once.ts';
import { checksum } from '../../files/checksum.ts';
import type { LinkCounts } from '../../links/judge.ts';
import type { Finding } from '../../lint/finding.ts';
import type { PageFindings } from '../../lint/results/page-result.ts';
import { type LongResult, ofParts, type Summary } from '../../lint/results/result.ts';
import { copyOf, readChecked, splitTexts } from '../cache/checked-file.ts';
import type { Parts } from '../cache/open-file.ts';
import type { KnownPlacement } from '../places/kept-placement.ts';
import type { StatSnapshot } from '../watch/stat-snapshot.ts';
import type { CachedPageResult, CachedResults } from './cached-results.ts';
import { type Header, NUMBERS, START } from './result-header.ts';
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
  const header = parts && (JSON.parse(parts[OWN_PARTS - 1]!.toString('utf8')) as Header);
  return header?.key === key ? new StoredResults(header, parts!, file) : null;
}

/** Results that lie in a file until they are asked for: most runs ask for those on a page or two. */
export class StoredResults implements CachedResults {
  readonly snapshot: StatSnapshot | null;
  readonly site: string;
  readonly config: string;
  readonly until: number;
  readonly surroundings: string;
  readonly read: ReadonlyMap<string, string>;
  /** How many pages have a result. */
  readonly size: number;
  readonly #summary: Summary;
  readonly #file: Parts;
  readonly #asides: Header['asides'];
  readonly #columns: Columns;
  readonly #pages: () => ReadonlyMap<string, CachedPageResult>;
  readonly #interfaces: () => ReadonlyMap<string, string>;

  constructor(header: Header, parts: readonly Buffer[], file: Parts) {
    const { given, pages, marks } = header;
    const [listed, rows, numbers, markNumbers, findingKeys, stats, pathPiece, keys] = parts;
    this.#file = file;
    this.#asides = header.asides;
    const paths = splitTexts(pathPiece!);
    const snapshot = (written: string): StatSnapshot => ({
      given: written,
      paths,
      stats: new Float64Array(copyOf(stats!)),
      listings: () => this.#aside(0),
    });
    this.snapshot = given === null ? null : snapshot(given);
    this.site = header.site;
    this.config = header.config;
    this.until = header.until ?? Number.POSITIVE_INFINITY;
    this.surroundings = header.surroundings;
    this.read = new Map(header.read);
    this.size = pages;
    this.#summary = header.summary;
    this.#columns = {
      paths,
      numbers: new Uint32Array(copyOf(numbers!)),
      listed: listed!,
      rows: rows!,
      marks,
      markNumbers: new Uint32Array(copyOf(markNumbers!)),
      keys: once(() => splitTexts(findingKeys!)),
      pageKeys: once(() => splitTexts(keys!)),
      seen: new SeenInterfaces(pages, parts.slice(OWN_PARTS)),
    };
    this.#pages = once(() => new Map(this.on(() => true)));
    this.#interfaces = once(() => this.#columns.seen.hashes);
  }

  get pages(): ReadonlyMap<string, CachedPageResult> {
    return this.#pages();
  }

  get placement(): readonly [Buffer] | null {
    const kept = this.#aside(1);
    return kept && [kept];
  }

  get interfaces(): ReadonlyMap<string, string> {
    return this.#interfaces();
  }

  get readForAll(): readonly string[] {
    return this.#columns.seen.of(this.size);
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
    return ofParts([{ findings: new StoredFindings(this.#columns, 0, this.size - 1) }], this.#summary);
  }

  /** What stands aside in the file; `null` for what is damaged, or empty. */
  #aside(which: number): Buffer | null {
    const at = this.#asides.slice(0, which).reduce((sum, { length }) => sum + length, 0);
    const { length, sum } = this.#asides[which]!;
    const bytes = length === 0 ? null : this.#file.part(at, length);
    return bytes && checksum(bytes) === sum ? bytes : null;
  }

  /** The results of the pages that are wanted, by path. */
  *on(isWanted: (path: string) => boolean): Generator<readonly [path: string, result: CachedPageResult]> {
    for (let index = 0; index < this.size; index++) {
      const path = this.#columns.paths[index]!;
      if (isWanted(path)) yield [path, new StoredResult(this.#columns, index)];
    }
  }
}

/** All columns of the file. The paths are those of pages with a result first. */
interface Columns extends FindingColumns {
  readonly pageKeys: () => readonly string[];
  readonly seen: SeenInterfaces;
}

const noFindings: readonly Finding[] = [];

class StoredResult implements CachedPageResult {
  readonly #columns: Columns;
  readonly #index: number;

  constructor(columns: Columns, index: number) {
    this.#columns = columns;
    this.#index = index;
  }

  get key(): string {
    return this.#columns.pageKeys()[this.#index] ?? '';
  }

  get interfaces(): readonly string[] {
    return this.#columns.seen.of(this.#index);
  }

  get links(): LinkCounts {
    return { checked: this.#number(0), broken: this.#number(1), unknown: this.#number(2) };
  }

  get unknownSections(): number {
    return this.#number(3);
  }

  get isPage(): boolean {
    return this.#number(4) === 1;
  }

  get findings(): PageFindings {
    const findings = new StoredFindings(this.#columns, this.#index, this.#index);
    // Most pages have none.
    return findings.length > 0 ? findings : noFindings;
  }

  #number(which: number): number {
    return this.#columns.numbers[this.#index * NUMBERS + which] ?? 0;
  }
}
