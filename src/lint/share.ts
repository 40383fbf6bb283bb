import type { Page } from '../handbook/handbook.ts';
import { type SeenForAll, watchReads } from '../handbook/reads.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './verdicts.ts';

/** So many pages a thread takes at a time. */
const AT_ONCE = 4;

/** What was found on a page. */
export interface Found extends Pick<Verdict, 'links'> {
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

  /** The first of `count` numbers that nobody has taken yet; `null` when none below `end` is left. */
  take(count: number, end: number): number | null {
    for (;;) {
      const next = Atomics.load(this.#next, 0);
      if (next >= end) return null;
      if (Atomics.compareExchange(this.#next, 0, next, next + count) === next) return next;
    }
  }
}

/** One thread's share of the pages to judge. */
export interface Share {
  /** By the page's path. */
  readonly judged: ReadonlyMap<string, Judged>;
  readonly seenForAll: SeenForAll;
}

/** Judges pages that no other thread has taken, until none is left. */
export function judgeShare(
  pages: readonly Page[],
  claims: Claims,
  judge: (page: Page) => Found,
  onPage?: (done: number, total: number) => void,
): Share {
  const { result, forAll } = watchReads((judging) => {
    const judged = new Map<string, Judged>();
    for (;;) {
      const at = claims.take(AT_ONCE, pages.length);
      if (at === null) return judged;
      onPage?.(at, pages.length);
      for (const page of pages.slice(at, at + AT_ONCE)) {
        const { value, faces } = judging(page.path, () => judge(page));
        judged.set(page.path, { ...value, faces });
      }
    }
  });
  return { judged: result, seenForAll: forAll };
}

/** What several threads found together. */
export function joined(shares: readonly Share[]): Share {
  return {
    judged: new Map(shares.flatMap(({ judged }) => [...judged])),
    seenForAll: {
      faces: new Set(shares.flatMap(({ seenForAll }) => [...seenForAll.faces])),
      read: new Set(shares.flatMap(({ seenForAll }) => [...seenForAll.read])),
    },
  };
}
