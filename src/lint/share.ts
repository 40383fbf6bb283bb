import type { Page } from '../model/handbook.ts';
import { type CommonReads, trackAll } from '../model/reads.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './results/verdicts.ts';

/** A thread takes one in so many of the pages that are left: neighbours link to each other, and all come to the end together. */
const ONE_IN = 16;
const FEWEST = 4;

/** What was found on a page. */
export interface Found extends Pick<Verdict, 'links' | 'isPage'> {
  readonly findings: readonly Finding[];
}

/** The same, and what of other pages was seen for it. */
export interface Judged extends Found, Pick<Verdict, 'faces'> {}

/** Numbers that all threads count together, so that none is taken twice. */
export class Claims {
  readonly buffer: SharedArrayBuffer;
  readonly #next: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.buffer = buffer;
    this.#next = new Int32Array(buffer);
  }

  /** Some numbers below `end` that nobody has taken yet, from the first to before the last; `null` when none is left. */
  take(end: number): readonly [from: number, to: number] | null {
    for (;;) {
      const next = Atomics.load(this.#next, 0);
      if (next >= end) return null;
      const to = Math.min(end, next + Math.max(FEWEST, Math.floor((end - next) / ONE_IN)));
      if (Atomics.compareExchange(this.#next, 0, next, to) === next) return [next, to];
    }
  }
}

/** One thread's share of the pages to judge. */
export interface Share {
  /** By the page's path. */
  readonly judged: ReadonlyMap<string, Judged>;
  readonly seenForAll: CommonReads;
}

/** Judges pages that no other thread has taken, until none is left. */
export function judgeShare(
  pages: readonly Page[],
  claims: Claims,
  judge: (page: Page) => Found,
  onPage?: (done: number, total: number) => void,
): Share {
  const { result, common } = trackAll((judging) => {
    const judged = new Map<string, Judged>();
    for (;;) {
      const taken = claims.take(pages.length);
      if (taken === null) return judged;
      for (const [index, page] of pages.slice(...taken).entries()) {
        if (index % FEWEST === 0) onPage?.(taken[0] + index, pages.length);
        const { value, interfaces } = judging(page.path, () => judge(page));
        judged.set(page.path, { ...value, faces: interfaces });
      }
    }
  });
  return { judged: result, seenForAll: common };
}

/** What several threads found together. */
export function joined(shares: readonly Share[]): Share {
  return {
    judged: new Map(shares.flatMap(({ judged }) => [...judged])),
    seenForAll: {
      interfaces: new Set(shares.flatMap(({ seenForAll }) => [...seenForAll.interfaces])),
      contents: new Set(shares.flatMap(({ seenForAll }) => [...seenForAll.contents])),
    },
  };
}
