import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import { cacheLocation } from '../../incremental/cache-place.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { ChangeCache } from '../../incremental/results/change-cache.ts';
import { type RecalledChange, recallChange } from '../../incremental/results/recall-change.ts';
import { givenConfig } from '../../incremental/stat-snapshot.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Asks git for the change, and the cache whether an earlier run has judged it. */
export function recallAskedChange(
  root: string,
  change: AskedChange,
  paths: readonly string[] | undefined,
  args: Arguments,
): RecalledChange {
  const location = cacheLocation(root, args);
  const folder = location === false ? null : new CacheFolder(location);
  // What other machines have read is judged anew, and a baseline asks for more than findings.
  const isKept = folder !== null && build !== null && args.index.length === 0 && args.baseline === undefined;
  const key = () => JSON.stringify([resultsKey(build ?? '', args.levels), scopeOf(change, paths) ?? null]);
  const cache = isKept ? new ChangeCache(folder, change.staged ? 'index' : 'disk', key()) : null;
  const { config, hugo } = configOf(args);
  return recallChange({ root, ...change }, cache, givenConfig(config, hugo));
}
