/** What was read of pages to find something out. */
export interface Reads {
  /** Pages of which others see front matter, headings, ids or shortcode calls: what their interface hash is made of. */
  readonly interfaces: readonly string[];
  /** Pages of which more was read. */
  readonly contents: readonly string[];
}

/** What was read on behalf of many pages: a change of it can change the findings of any of them. */
export interface CommonReads {
  readonly interfaces: Set<string>;
  readonly contents: Set<string>;
}

const nothing: readonly never[] = [];
/** One for all answers that need no page. */
const noReads: Reads = { interfaces: nothing, contents: nothing };

/** Paths that are added one by one. Most hold one path, which needs no set. */
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
  readonly interfaces: Pick<PathSet, 'add'>;
  readonly contents: Pick<PathSet, 'add'>;
  /** Of whoever tracks all; `null` while nobody does. */
  readonly common: CommonReads | null;
}

let tracker: Tracker | null = null;

/** Says that a page's interface is read. */
export function trackInterface(page: string): void {
  tracker?.interfaces.add(page);
}

/** Says that more than its interface is read of a page. */
export function trackContent(page: string): void {
  tracker?.contents.add(page);
}

/** Computes something, and says what was read for it. */
export function track<T>(compute: () => T): { readonly value: T; readonly reads: Reads } {
  const own = { interfaces: new PathSet(), contents: new PathSet(), common: tracker?.common ?? null };
  const value = trackedBy(own, compute);
  const reads = { interfaces: own.interfaces.list(), contents: own.contents.list() };
  return { value, reads: reads.interfaces.length + reads.contents.length === 0 ? noReads : reads };
}

/** Says that all of this is read. */
export function replay({ interfaces, contents }: Reads): void {
  if (tracker === null) return;
  for (const page of interfaces) tracker.interfaces.add(page);
  for (const page of contents) tracker.contents.add(page);
}

/** Says that all of this is read on behalf of many pages. Returns what it was added to. */
export function replayForAll(reads: Reads, last: CommonReads | null): CommonReads | null {
  const common = tracker?.common ?? null;
  if (common === null || common === last) return common;
  for (const page of reads.interfaces) common.interfaces.add(page);
  for (const page of reads.contents) common.contents.add(page);
  return common;
}

/** What was found out about one page, and the other pages whose interfaces were read for it. */
export interface TrackedResult<T> {
  readonly value: T;
  readonly interfaces: readonly string[];
}

/** Tracks what is read while some pages are judged, each by `judging`. More than the interface of another page counts as read for all. */
export function trackAll<T>(run: (judging: <R>(page: string, judge: () => R) => TrackedResult<R>) => T): {
  readonly result: T;
  readonly common: CommonReads;
} {
  const common: CommonReads = { interfaces: new Set(), contents: new Set() };
  const judging = <R>(page: string, judge: () => R): TrackedResult<R> => {
    const { value, reads } = track(judge);
    for (const other of reads.contents) if (other !== page) common.contents.add(other);
    return { value, interfaces: reads.interfaces.filter((other) => other !== page) };
  };
  const result = trackedBy({ interfaces: common.interfaces, contents: common.contents, common }, () => run(judging));
  return { result, common };
}

function trackedBy<T>(own: Tracker, run: () => T): T {
  const before = tracker;
  tracker = own;
  try {
    return run();
  } finally {
    tracker = before;
  }
}
