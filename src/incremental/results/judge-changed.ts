import { once } from '../../collections/once.ts';
import type { JudgedBatch } from '../../lint/batch.ts';
import type { PageResult } from '../../lint/results/page-result.ts';
import { allWork, type RunRequest, type Work, type WorkPlanner } from '../../lint/work.ts';
import type { Page } from '../../model/handbook.ts';
import { describeTakenFor } from '../../sites/taken-for.ts';
import { MANY } from '../sharing/shared-handbook.ts';
import { type StoredHandbook, storedOf } from '../stored-handbook.ts';
import type { CachedPageResult, CachedResults } from './cached-results.ts';
import type { ResultCache } from './result-cache.ts';

/**
 * Plans to judge the pages whose content, or something that they see of the rest of the handbook, has changed since an earlier
 * run. What is found on them is kept for the next one. `since`: when a run over files on disk began, in ms since 1970; what
 * was written since is not trusted. `null` for other files. `changed`: the files and folders that are not as they were when the
 * cache's results were kept, where that is known.
 */
export function onlyChanged(
  cache: ResultCache,
  since: number | null = null,
  changed: ReadonlySet<string> | null = null,
): WorkPlanner {
  return (asked) => changedWork(cache, since, changed, asked);
}

/** Results are written whatever else holds when one page in so many has new ones. */
const ONE_IN = 64;

function changedWork(
  cache: ResultCache,
  since: number | null,
  changed: ReadonlySet<string> | null,
  { handbook, pages, judgeable }: RunRequest,
): Work {
  const stored = storedOf(handbook);
  if (stored === null) return allWork(pages);
  const configNow = once(() => stored.configHash);
  const surroundingsNow = once(() => {
    // Where words alone have changed, all that everybody sees is as it was.
    const known = changed && cache.recallStored();
    const isSame =
      known?.config === configNow() && stored.stayInPlace(changed ?? [], (path) => known.pages.get(path)?.key);
    return isSame ? known.surroundings : stored.surroundings;
  });
  // Before judging or after, that is one: what is written after this run began is not trusted, and what changes later is noticed.
  const snapshotNow = once(() => (since === null ? null : stored.snapshotBefore(since, judgeable)));
  let placement: readonly Uint8Array[] | undefined;
  const before = findHolding(cache.recallAll(), stored, surroundingsNow);
  const held = pages.map((page) => before?.resultOf(page));
  const left = pages.filter((_, index) => held[index] === undefined);
  // A few pages of a handbook that has changed as a whole would push out what is known of all the others.
  const isWorthKeeping = before !== undefined || pages.length === judgeable.length;
  const conclude = ({ judged, readForAll }: JudgedBatch): readonly PageResult[] => {
    const result = pages.map(({ path }, index) => held[index] ?? judged.get(path)!);
    cache.judged = [...judged.values()].filter(({ isPage }) => isPage).length;
    // A few pages are judged again sooner than the results of all are written, while the next run cannot trust their times.
    const areFew = before !== undefined && judged.size * ONE_IN < judgeable.length;
    const isTooEarly = since === null || stored.hasYoungPages(since);
    if (!isWorthKeeping || (areFew && isTooEarly)) return result;
    const all = resultsNow(judgeable, judged, before, stored);
    const snapshot = all.size === judgeable.length ? snapshotNow() : null;
    if (areFew && snapshot === null) return result;
    cache.keep({
      ...readFor(all, readForAll, before?.known, stored),
      snapshot,
      site: describeTakenFor(handbook.config),
      config: configNow(),
      until: stored.holdsUntil,
      get placement() {
        return placement ?? stored.placement;
      },
      surroundings: surroundingsNow(),
      pages: all,
    });
    return result;
  };
  const prepare = () => {
    if (!isWorthKeeping) return;
    surroundingsNow();
    const snapshot = snapshotNow();
    if (snapshot === null || judgeable.length >= MANY) return;
    snapshot.listings?.();
    placement = [...stored.placement];
  };
  return { pages: left, prepare, conclude };
}

/** The results of this run, and those of earlier ones that still hold, by path. */
function resultsNow(
  pages: readonly Page[],
  judged: JudgedBatch['judged'],
  before: Holding | undefined,
  stored: StoredHandbook,
): ReadonlyMap<string, CachedPageResult> {
  const all = new Map<string, CachedPageResult>();
  for (const page of pages) {
    const { path } = page;
    const fresh = judged.get(path);
    const found = fresh ? { key: stored.contentKey(path) ?? '', ...fresh } : before?.resultOf(page);
    if (found) all.set(path, found);
  }
  return all;
}

/** What was read for these results, those of earlier runs (`known`) among them. */
function readFor(
  results: ReadonlyMap<string, CachedPageResult>,
  readForAll: JudgedBatch['readForAll'],
  known: CachedResults | undefined,
  stored: StoredHandbook,
): Pick<CachedResults, 'read' | 'readForAll' | 'interfaces'> {
  const read = new Map(known?.read);
  for (const path of readForAll.contents) read.set(path, stored.contentKey(path) ?? '');
  const forAll = new Set([...(known?.readForAll ?? []), ...readForAll.interfaces]);
  const interfaces = new Map<string, string>();
  for (const paths of [forAll, ...Array.from(results.values(), (each) => each.interfaces)])
    for (const path of paths) if (!interfaces.has(path)) interfaces.set(path, stored.interfaceOf(path));
  return { read, readForAll: [...forAll], interfaces };
}

/** What is known of earlier runs, as far as it still holds. */
class Holding {
  readonly known: CachedResults;
  readonly #stored: StoredHandbook;
  /** Pages with a result that say something else by now. */
  readonly #edited = new Set<string>();
  /** Pages that others see otherwise by now. */
  readonly #changed: ReadonlySet<string>;

  constructor(known: CachedResults, stored: StoredHandbook) {
    this.known = known;
    this.#stored = stored;
    known.pages.forEach(({ key }, path) => {
      if (stored.contentKey(path) !== key) this.#edited.add(path);
    });
    const isSame = (path: string) => known.pages.has(path) && !this.#edited.has(path);
    const changed = [...known.interfaces].filter(([path, hash]) => !isSame(path) && stored.interfaceOf(path) !== hash);
    this.#changed = new Set(changed.map(([path]) => path));
  }

  /** Whether anything holds: what all pages have seen has not changed. */
  get isAny(): boolean {
    const { read, readForAll } = this.known;
    for (const [path, key] of read) if (this.#stored.contentKey(path) !== key) return false;
    return !readForAll.some((path) => this.#changed.has(path));
  }

  resultOf({ path }: Page): CachedPageResult | undefined {
    const found = this.known.pages.get(path);
    if (found === undefined || this.#edited.has(path)) return undefined;
    if (this.#changed.size > 0 && found.interfaces.some((other) => this.#changed.has(other))) return undefined;
    return found;
  }
}

function findHolding(
  known: readonly CachedResults[],
  stored: StoredHandbook,
  surroundings: () => string,
): Holding | undefined {
  return known
    .filter((each) => each.surroundings === surroundings())
    .map((each) => new Holding(each, stored))
    .find(({ isAny }) => isAny);
}
