import { build } from '../../incremental/cache/build.ts';
import { CacheFolder } from '../../incremental/cache/cache-folder.ts';
import { cacheLocation } from '../../incremental/cache/cache-place.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { ChangeCache } from '../../incremental/results/change-cache.ts';
import { type RecalledChange, recallChange } from '../../incremental/results/recall-change.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import { givenConfig } from '../../incremental/watch/stat-snapshot.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Asks git for the change, and the cache whether an earlier run has judged it. */
export async function recallAskedChange(
  root: string,
  change: AskedChange,
  paths: readonly string[] | undefined,
  args: Arguments,
): Promise<RecalledChange> {
  const location = cacheLocation(root, args);
  const folder = location === false ? null : new CacheFolder(location);
  // What other machines have read is judged anew.
  const isKept = folder !== null && build !== null && args.index.length === 0;
  const key = resultsKey(build ?? '', args.levels);
  const changeKey = JSON.stringify([key, scopeOf(change, paths) ?? null]);
  // A baseline asks for more than findings.
  const cache =
    isKept && args.baseline === undefined ? new ChangeCache(folder, change.staged ? 'index' : 'disk', changeKey) : null;
  const onDisk = isKept ? new ResultCache(folder, key) : null;
  const { config, hugo } = configOf(args, root);
  return recallChange({ root, ...change }, { cache, onDisk }, givenConfig(config, hugo));
}
