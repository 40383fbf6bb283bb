import type { Page } from '../handbook/handbook.ts';
import { watchReads } from '../handbook/reads.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './verdicts.ts';

/** So many pages a thread takes at a time. */
const AT_ONCE = 8;

/** What was found on a page. */
export interface Judged extends Pick<Verdict, 'links'> {
  readonly findings: readonly Finding[];
}

/** Numbers that all threads count together, so that none is taken twice. */
export class Claims {
  readonly buffer: SharedArrayBuffer;
  readonly #next: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.buffer = buffer;
    this.#next = new Int32Array(buffer);
  }

  /** The first of `count` numbers that nobody has taken yet. */
  take(count: number): number {
    return Atomics.add(this.#next, 0, count);
  }
}

/** One thread's share of the pages to judge. */
export interface Share {
  /** By the page's path. */
  readonly judged: ReadonlyMap<string, Judged>;
  /** Pages of which more than their face was read while others were judged. */
  readonly others: ReadonlySet<string>;
}

/** Judges pages that no other thread has taken, until none is left. */
export function judgeShare(
  pages: readonly Page[],
  claims: Claims,
  judge: (page: Page) => Judged,
  onPage?: (done: number, total: number) => void,
): Share {
  const { result, others } = watchReads((judging) => {
    const judged = new Map<string, Judged>();
    for (let at = claims.take(AT_ONCE); at < pages.length; at = claims.take(AT_ONCE)) {
      onPage?.(at, pages.length);
      for (const page of pages.slice(at, at + AT_ONCE))
        judged.set(
          page.path,
          judging(page.path, () => judge(page)),
        );
    }
    return judged;
  });
  return { judged: result, others };
}
