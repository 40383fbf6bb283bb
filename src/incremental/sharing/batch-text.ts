import type { TrackedPageResult } from '../../lint/batch.ts';
import type { Finding } from '../../lint/finding.ts';
import { FindingStore, PackedFindings } from '../../lint/results/packed-findings.ts';
import { findingsOf } from '../../lint/results/page-result.ts';
import type { Page } from '../../model/handbook.ts';
import type { CommonReads } from '../../model/reads.ts';

/** What was found on a page. Pages are numbers: their places in `handbook.pages`, which all threads have in the same order. */
type Row = readonly [
  page: number,
  findings: readonly Finding[] | Pick<PackedFindings, 'start' | 'end'>,
  checked: number,
  broken: number,
  unknown: number,
  unknownSections: number,
  isPage: boolean,
  interfaces: readonly number[],
];

/** What a thread found, as texts: they take a fraction of the room, and are handed over in a fraction of the time, that so many objects take. */
export interface BatchText {
  /** Rows as JSON, those of some pages in each. */
  readonly texts: readonly string[];
  /** The pieces of the store that holds the findings which are packed. */
  readonly packed: readonly Uint8Array[];
  readonly readForAll: CommonReads;
}

/** So many rows become text at once. */
const ROWS_AT_ONCE = 256;

/** Writes down what is found on one page after the other. */
export class BatchWriter {
  readonly #places: ReadonlyMap<string, number>;
  readonly #texts: string[] = [];
  #rows: Row[] = [];

  constructor(pages: readonly Page[]) {
    this.#places = placesOf(pages);
  }

  add(path: string, { findings, links, unknownSections, isPage, interfaces }: TrackedPageResult): void {
    this.#rows.push([
      this.#placeOf(path),
      findings instanceof PackedFindings ? { start: findings.start, end: findings.end } : findingsOf({ findings }),
      links.checked,
      links.broken,
      links.unknown,
      unknownSections,
      isPage,
      interfaces.map((other) => this.#placeOf(other)),
    ]);
    if (this.#rows.length === ROWS_AT_ONCE) this.#flush();
  }

  /** `store` holds the findings that are packed. */
  finish(store: FindingStore, readForAll: CommonReads): BatchText {
    this.#flush();
    return { texts: this.#texts, packed: store.pieces, readForAll };
  }

  #placeOf(path: string): number {
    return this.#places.get(path)!;
  }

  #flush(): void {
    this.#texts.push(JSON.stringify(this.#rows));
    this.#rows = [];
  }
}

/** Gives what a `BatchWriter` wrote of these pages to `keep`, page by page. */
export function readBatch(
  { texts, packed }: Pick<BatchText, 'texts' | 'packed'>,
  pages: readonly Page[],
  keep: (path: string, found: TrackedPageResult) => void,
): void {
  const store = new FindingStore(packed);
  const pathOf = (place: number) => pages[place]!.path;
  for (const text of texts)
    for (const row of JSON.parse(text) as readonly Row[]) {
      const [page, findings, checked, broken, unknown, unknownSections, isPage, interfaces] = row;
      keep(pathOf(page), {
        findings: 'start' in findings ? new PackedFindings(store, findings.start, findings.end) : findings,
        links: { checked, broken, unknown },
        unknownSections,
        isPage,
        interfaces: interfaces.map(pathOf),
      });
    }
}

/** The place of each page in a list, by its path. */
export function placesOf(pages: readonly Page[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { path }] of pages.entries()) places.set(path, place);
  return places;
}
