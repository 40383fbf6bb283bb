import { diskTree } from '../../files/disk-tree.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { wholeCheckout } from '../../git/sparse.ts';
import { build } from '../../incremental/cache/build.ts';
import { CacheFolder } from '../../incremental/cache/cache-folder.ts';
import { cacheLocation } from '../../incremental/cache/cache-place.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import { changedSince, givenConfig, stillKnown } from '../../incremental/watch/stat-snapshot.ts';
import { pathFilter } from '../../lint/path-filter.ts';
import { type LongResult, resultOf } from '../../lint/results/result.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';

/** What the cache knows about a run before any page is read. */
export interface RecalledRun {
  /** The files on disk, and those that a sparse checkout leaves out. */
  readonly tree: FileTree;
  readonly cache: ResultCache | null;
  /** When the cache was asked, in ms since 1970. */
  readonly since: number;
  /** The files and folders that have changed since the cache's results were kept; `null` when that is not known. */
  readonly changed: ReadonlySet<string> | null;
  /** The result, when nothing has changed since the last run; else `null`. */
  readonly known: { readonly result: LongResult; readonly site: string } | null;
}

/** What the last runs have found on the files on disk; `null` where nothing is kept. */
export function resultCacheFor(root: string, args: Arguments): ResultCache | null {
  const location = cacheLocation(root, args);
  // Facts from --index come from other machines, so the cache of this one says nothing about them.
  if (location === false || build === null || args.index.length > 0) return null;
  return new ResultCache(new CacheFolder(location), resultsKey(build, args.levels));
}

/** Asks the cache for the result of the last run, which holds when no file has changed since. */
export function recallRun(root: string, paths: readonly string[] | null, args: Arguments): RecalledRun {
  const since = Date.now();
  const { tree, name } = wholeCheckout(diskTree(root));
  // Files that a sparse checkout leaves out have no times on disk.
  const cache = name === '' ? resultCacheFor(root, args) : null;
  const stored = cache?.recallStored();
  const { config, hugo } = configOf(args, root);
  const snapshot = stored?.snapshot ?? null;
  const changed = snapshot && changedSince(tree.root, givenConfig(config, hugo), snapshot);
  if (snapshot === null || changed === null) return { tree, cache, since, changed: null, known: null };
  // A baseline asks for more than findings.
  if (changed.size > 0 || !stored || stored.size === 0 || args.baseline !== undefined)
    return { tree: diskTree(root, [], stillKnown(snapshot, changed)), cache, since, changed, known: null };
  const { whole, site } = stored;
  const on = (wanted: readonly string[]) => {
    const pages = Array.from(stored.on(pathFilter(wanted)), ([, page]) => page);
    return resultOf(pages, null);
  };
  return { tree, cache, since, changed, known: { result: paths === null ? whole : on(paths), site } };
}
