import { diskTree } from '../../files/disk-tree.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { wholeCheckout } from '../../git/sparse.ts';
import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import { givenConfig, isUnchanged } from '../../incremental/stat-snapshot.ts';
import type { Findings } from '../../lint/finding.ts';
import { type LintResult, resultOf } from '../../lint/result.ts';
import { wantedBy } from '../../lint/wanted.ts';
import type { Arguments } from '../arguments.ts';
import { cacheLocation } from '../cache-location.ts';
import { configOf } from '../config-of.ts';

/** What the files' names and times say, before anything is read. */
export interface RecalledRun {
  /** The files on disk, and those that a sparse checkout leaves out. */
  readonly tree: FileTree;
  readonly cache: ResultCache | null;
  /** When it began, in ms since 1970. */
  readonly since: number;
  /** What was found on the asked pages, when nothing has changed since the last run. */
  readonly known: { readonly result: LintResult<Findings>; readonly site: string } | null;
}

/** Looks whether an earlier run has already found all that there is to find. */
export function recallRun(root: string, paths: readonly string[] | null, args: Arguments): RecalledRun {
  const since = Date.now();
  const { tree, name } = wholeCheckout(diskTree(root));
  const location = cacheLocation(root, args);
  // What other machines have read is judged anew: it is theirs to say what the pages hold.
  // What git holds besides the files on disk is not seen by a look at them.
  if (location === false || build === null || args.index.length > 0 || name !== '')
    return { tree, cache: null, since, known: null };
  const cache = new ResultCache(new CacheFolder(location), resultsKey(build, args.levels));
  const stored = cache.recallStored();
  const { config, hugo } = configOf(args);
  const isKnown =
    // A baseline asks for more than findings.
    args.baseline === undefined &&
    stored !== null &&
    stored.snapshot !== null &&
    stored.size > 0 &&
    isUnchanged(tree.root, givenConfig(config, hugo), stored.snapshot);
  if (!isKnown) return { tree, cache, since, known: null };
  const { whole, site } = stored;
  const on = (wanted: readonly string[]) =>
    resultOf(
      Array.from(stored.on(wantedBy(wanted)), ([, page]) => page),
      null,
    );
  return { tree, cache, since, known: { result: paths === null ? whole : on(paths), site } };
}
