/** While pages are judged: the one that is, and those of which others have read more than their face. */
interface Watched {
  page: string | null;
  readonly others: Set<string>;
}

let watched: Watched | null = null;

/**
 * Notes of which pages more is read than their face (`faceOf`) while another page is judged, or while something is
 * computed that many pages share. A change of such a page can change the findings of any other.
 */
export function watchReads<T>(run: (judging: <R>(page: string, judge: () => R) => R) => T): {
  readonly result: T;
  readonly others: ReadonlySet<string>;
} {
  const outer = watched;
  const mine: Watched = { page: null, others: new Set() };
  watched = mine;
  try {
    return { result: run((page, judge) => as(page, judge)), others: mine.others };
  } finally {
    watched = outer;
  }
}

/** What is computed in here is shared by all pages, so no page counts as the one that reads itself. */
export function shared<T>(compute: () => T): T {
  return watched === null ? compute() : as(null, compute);
}

/** Whether it is to be noted when more than its face is read of this page. */
export function isForeign(page: string): boolean {
  return watched !== null && watched.page !== page;
}

/** Says that more than its face is read of a page, now or from something that was kept. */
export function noteRead(page: string): void {
  if (watched !== null && watched.page !== page) watched.others.add(page);
}

function as<T>(page: string | null, run: () => T): T {
  if (watched === null) return run();
  const before = watched.page;
  watched.page = page;
  try {
    return run();
  } finally {
    watched.page = before;
  }
}
