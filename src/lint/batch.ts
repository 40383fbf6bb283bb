import type { Page } from '../model/handbook.ts';
import { type CommonReads, trackAll } from '../model/reads.ts';
import type { PageResult } from './results/page-result.ts';

/** A thread takes a sixteenth of the pages that are left: neighbours link to each other, and smaller batches at the end let all threads finish together. */
const ONE_IN = 16;
const FEWEST = 4;

/** What was found on a page, and other pages whose interface was read for it. */
export interface TrackedPageResult extends PageResult {
  readonly interfaces: readonly string[];
}

/** A queue of page numbers that all threads share, so that no page is taken twice. */
export class PageQueue {
  readonly buffer: SharedArrayBuffer;
  readonly #next: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.buffer = buffer;
    this.#next = new Int32Array(buffer);
  }

  /** Takes the next batch of page numbers below `end`, `fewest` if there are so many: `from` included, `to` excluded; `null` when none is left. */
  take(end: number, fewest = FEWEST): readonly [from: number, to: number] | null {
    for (;;) {
      const next = Atomics.load(this.#next, 0);
      if (next >= end) return null;
      const to = Math.min(end, next + Math.max(fewest, Math.floor((end - next) / ONE_IN)));
      if (Atomics.compareExchange(this.#next, 0, next, to) === next) return [next, to];
    }
  }
}

/** What one thread found on the pages that it took. */
export interface JudgedBatch {
  /** By the page's path. */
  readonly judged: ReadonlyMap<string, TrackedPageResult>;
  readonly readForAll: CommonReads;
}

/** Pages to judge, with other threads that take from the same queue. */
interface PageWork {
  readonly pages: readonly Page[];
  readonly queue: PageQueue;
  /** Gives `null` for a page that is left to others. */
  readonly judge: (page: Page) => PageResult | null;
  readonly onPage?: ((done: number, total: number) => void) | undefined;
  /** A batch that this thread has taken before. */
  readonly first?: ReturnType<PageQueue['take']>;
}

/** Judges pages that no other thread has taken, until none is left, and gives each to `keep`. Gives what was read for all pages. */
export function judgeEach(
  { pages, queue, judge, onPage, first = queue.take(pages.length) }: PageWork,
  keep: (path: string, found: TrackedPageResult) => void,
): CommonReads {
  return trackAll((judging) => {
    for (let taken = first; taken !== null; taken = queue.take(pages.length)) {
      for (const [index, page] of pages.slice(...taken).entries()) {
        if (index % FEWEST === 0) onPage?.(taken[0] + index, pages.length);
        const { value, interfaces } = judging(page.path, () => judge(page));
        if (value === null) continue;
        const { findings, links, unknownSections, isPage } = value;
        keep(page.path, { findings, links, unknownSections, isPage, interfaces });
      }
    }
  }).common;
}

/** Judges pages as `judgeEach` does, and gives what was found on all of them. */
export function judgeBatch(
  pages: readonly Page[],
  queue: PageQueue,
  judge: (page: Page) => PageResult | null,
  onPage?: (done: number, total: number) => void,
): JudgedBatch {
  const judged = new Map<string, TrackedPageResult>();
  const keep = (path: string, found: TrackedPageResult) => judged.set(path, found);
  return { judged, readForAll: judgeEach({ pages, queue, judge, onPage }, keep) };
}

/** What several threads read for all pages, together. */
export function joinReads(reads: readonly CommonReads[]): CommonReads {
  return {
    interfaces: new Set(reads.flatMap(({ interfaces }) => [...interfaces])),
    contents: new Set(reads.flatMap(({ contents }) => [...contents])),
  };
}
