import { ChangeCache } from '../../incremental/results/change-cache.ts';
import { type RecalledChange, recallChange } from '../../incremental/results/recall-change.ts';
import type { ResultCache } from '../../incremental/results/result-cache.ts';
import { givenConfig } from '../../incremental/watch/stat-snapshot.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';
import { resultCacheFor } from './recall-run.ts';

/** Asks git for the change, and the cache whether an earlier run has judged it. */
export async function recallAskedChange(
  root: string,
  change: AskedChange,
  paths: readonly string[] | undefined,
  args: Arguments,
): Promise<RecalledChange> {
  const onDisk = resultCacheFor(root, args);
  const keyOf = ({ key }: ResultCache) => JSON.stringify([key, scopeOf(change, paths) ?? null]);
  // A baseline asks for more than findings.
  const cache =
    onDisk === null || args.baseline !== undefined
      ? null
      : new ChangeCache(onDisk.folder, change.staged ? 'index' : 'disk', keyOf(onDisk));
  const { config, hugo } = configOf(args, root);
  return recallChange({ root, ...change }, { cache, onDisk }, givenConfig(config, hugo));
}
