/** While pages are judged: the one that is, whose faces are seen for it, and what is seen for all. */
interface Watched {
  readonly page: string | null;
  /** Pages whose face (`faceOf`) was seen for this one. */
  readonly faces: Set<string>;
  readonly all: SeenForAll;
}

/** What was seen on behalf of many pages: a change of it can change the findings of any of them. */
export interface SeenForAll {
  /** Pages whose face was seen. */
  readonly faces: Set<string>;
  /** Pages of which more than their face was read while another page was judged, or for what many pages share. */
  readonly read: Set<string>;
}

/** Something that was found out, and the pages whose faces it was found out from. */
export interface Sighted<T> {
  readonly value: T;
  readonly faces: readonly string[];
}

let watched: Watched | null = null;

/** Notes what is seen of other pages while some pages are judged, each by `judging`. */
export function watchReads<T>(run: (judging: <R>(page: string, judge: () => R) => Sighted<R>) => T): {
  readonly result: T;
  readonly forAll: SeenForAll;
} {
  const forAll = nothing();
  const result = watching({ page: null, faces: forAll.faces, all: forAll }, () => run(sighted));
  return { result, forAll };
}

/** What is computed in here is shared by all pages, so no page counts as the one that reads itself. */
export function shared<T>(compute: () => T): T {
  return watched === null ? compute() : watching({ ...watched, page: null, faces: watched.all.faces }, compute);
}

/**
 * Finds out something that is going to be remembered, about a page or (`''`) about none. Whoever uses it says so by `seen`:
 * it may be another page that is judged by then.
 */
export function sighted<T>(page: string, compute: () => T): Sighted<T> {
  const faces = new Set<string>();
  const all = watched?.all ?? nothing();
  const value = watching({ page, faces, all }, compute);
  return { value, faces: [...faces] };
}

/** The value, noted as seen: that of the page it is about, if it is about one, and those that it was found out from. */
export function seen<T>(page: string, { value, faces }: Sighted<T>): T {
  if (page !== '') noteFace(page);
  for (const each of faces) noteFace(each);
  return value;
}

/** Whether it is to be noted what is seen of this page. */
export function isForeign(page: string): boolean {
  return watched !== null && watched.page !== page;
}

/** Says that a page's face was seen. */
export function noteFace(page: string): void {
  if (watched !== null && watched.page !== page) watched.faces.add(page);
}

/** Says that more than its face is read of a page, now or from something that was kept. */
export function noteRead(page: string): void {
  if (watched !== null && watched.page !== page) watched.all.read.add(page);
}

function nothing(): SeenForAll {
  return { faces: new Set(), read: new Set() };
}

function watching<T>(now: Watched, run: () => T): T {
  const before = watched;
  watched = now;
  try {
    return run();
  } finally {
    watched = before;
  }
}
