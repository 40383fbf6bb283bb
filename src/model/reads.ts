/** Which pages were read to compute something, and how much of them. */
export interface Reads {
  /** Pages of which the interface was read: front matter, headings, ids, shortcode calls. Their interface hash covers all of it. */
  readonly interfaces: readonly string[];
  /** Pages of which more than the interface was read. */
  readonly contents: readonly string[];
}

/** What was read for all pages of a run: when one of these changes, the findings of every page may change. */
export interface CommonReads {
  readonly interfaces: Set<string>;
  readonly contents: Set<string>;
}

const nothing: readonly never[] = [];
/** Shared by all answers that needed no page. */
const noReads: Reads = { interfaces: nothing, contents: nothing };

/** A set of paths. Most hold a single path, for which no `Set` is made. */
class PathSet {
  #first: string | null = null;
  #all: Set<string> | null = null;

  add(path: string): void {
    if (this.#all !== null) this.#all.add(path);
    else if (this.#first === null) this.#first = path;
    else if (this.#first !== path) this.#all = new Set([this.#first, path]);
  }

  list(): readonly string[] {
    if (this.#all !== null) return [...this.#all];
    return this.#first === null ? nothing : [this.#first];
  }
}

interface Tracker {
  /** No two have the same. */
  readonly number: number;
  readonly interfaces: Pick<PathSet, 'add'>;
  readonly contents: Pick<PathSet, 'add'>;
  /** Where reads for all pages are counted; `null` outside of `trackAll`. */
  readonly common: CommonReads | null;
}

let tracker: Tracker | null = null;
let trackers = 0;

/** Records that the interface of a page is read. */
export function trackInterface(page: string): void {
  tracker?.interfaces.add(page);
}

/** Records that more than the interface of a page is read. */
export function trackContent(page: string): void {
  tracker?.contents.add(page);
}

/** Runs `compute`; gives its value and the pages that were read meanwhile. */
export function track<T>(compute: () => T): { readonly value: T; readonly reads: Reads } {
  const interfaces = new PathSet();
  const contents = new PathSet();
  const value = trackedBy(interfaces, contents, tracker?.common ?? null, compute);
  const reads = { interfaces: interfaces.list(), contents: contents.list() };
  return { value, reads: reads.interfaces.length + reads.contents.length === 0 ? noReads : reads };
}

/** Runs `compute` without recording reads: it reads no page, or nobody asks which. */
export function untracked<T>(compute: () => T): { readonly value: T; readonly reads: Reads } {
  return { value: compute(), reads: noReads };
}

/**
 * Records earlier reads again, for a value that is taken from a memory, unless the tracker whose number is `last` does so still: the rules
 * ask for the same of one page after the other. Gives the number of the tracker that has them now.
 */
export function replay({ interfaces, contents }: Reads, last: number): number {
  if (tracker === null || tracker.number === last) return last;
  for (const page of interfaces) tracker.interfaces.add(page);
  for (const page of contents) tracker.contents.add(page);
  return tracker.number;
}

/** Records earlier reads as made for all pages, unless `last` holds them already. Gives the record that holds them now. */
export function replayForAll(reads: Reads, last: CommonReads | null): CommonReads | null {
  const common = tracker?.common ?? null;
  if (common === null || common === last) return common;
  for (const page of reads.interfaces) common.interfaces.add(page);
  for (const page of reads.contents) common.contents.add(page);
  return common;
}

/** What was computed for one page, and the other pages whose interfaces were read for it. */
interface TrackedResult<T> {
  readonly value: T;
  readonly interfaces: readonly string[];
}

/**
 * Tracks what is read while pages are judged, each by a call of `judging`. When more than the interface of another page is read,
 * that counts as read for all pages.
 */
export function trackAll<T>(run: (judging: <R>(page: string, judge: () => R) => TrackedResult<R>) => T): {
  readonly result: T;
  readonly common: CommonReads;
} {
  const common: CommonReads = { interfaces: new Set(), contents: new Set() };
  const judging = <R>(page: string, judge: () => R): TrackedResult<R> => {
    const { value, reads } = track(judge);
    for (const other of reads.contents) if (other !== page) common.contents.add(other);
    // A copy is as long as it has to be, while what is filtered has room for more.
    return { value, interfaces: reads.interfaces.filter((other) => other !== page).slice() };
  };
  const result = trackedBy(common.interfaces, common.contents, common, () => run(judging));
  return { result, common };
}

function trackedBy<T>(
  interfaces: Tracker['interfaces'],
  contents: Tracker['contents'],
  common: CommonReads | null,
  run: () => T,
): T {
  const before = tracker;
  tracker = { number: ++trackers, interfaces, contents, common };
  try {
    return run();
  } finally {
    tracker = before;
  }
}
