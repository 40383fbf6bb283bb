import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import { openOver } from '../../incremental/open.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { onlyChanged } from '../../incremental/results/judge-changed.ts';
import { keepChange, type RecalledChange } from '../../incremental/results/recall-change.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import type { LintOptions } from '../../lint/run.ts';
import type { Plan } from '../../lint/work.ts';
import type { Arguments } from '../arguments.ts';
import { cacheLocation } from '../cache-location.ts';
import { openFor } from '../open-for.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Judges the change. */
export async function judgeChangeFor(
  root: string,
  change: AskedChange,
  recalled: RecalledChange,
  options: LintOptions,
  args: Arguments,
) {
  const { judgeChange } = await import('../../lint/changes/index.ts');
  const { paths: _, ...rest } = options;
  const paths = scopeOf(change, options.paths);
  const plans = plansFor(root, args);
  return judgeChange({
    ...rest,
    ...change,
    ...(paths === undefined ? {} : { paths }),
    ...(plans === null ? {} : { plans }),
    root,
    pair: recalled.pair,
    onJudged: (judged, after, before) => keepChange(judged, recalled, after, before),
    open: (tree) => openFor(root, args, tree),
    openOver,
  });
}

/** Each state's own, so that neither pushes out what is known of the other or of the files on disk. */
function plansFor(root: string, args: Arguments): { before: Plan; after: Plan } | null {
  const location = cacheLocation(root, args);
  if (location === false || build === null || args.index.length > 0) return null;
  const folder = new CacheFolder(location);
  const cache = (state: string, ...others: ResultCache[]) =>
    new ResultCache(folder, resultsKey(`${state}${build}`, args.levels), others);
  const onDisk = cache('');
  const after = cache('after ', onDisk);
  return { before: onlyChanged(cache('before ', after, onDisk)), after: onlyChanged(after) };
}
