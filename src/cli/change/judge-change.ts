import { build } from '../../incremental/cache/build.ts';
import { openOver } from '../../incremental/open.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { onlyChanged } from '../../incremental/results/judge-changed.ts';
import { keepChange, type RecalledChange } from '../../incremental/results/recall-change.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import type { LintOptions } from '../../lint/run.ts';
import type { Arguments } from '../arguments.ts';
import { openFor } from '../open-for.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Judges a change with the caches and options of the command line. `judged`: how many pages of the new state had to be; absent when all. */
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
  const caches = cachesFor(recalled, args);
  const plans = caches && { before: onlyChanged(caches.before), after: onlyChanged(caches.after) };
  const known = [caches?.after, recalled.onDisk].flatMap((cache) => cache?.recallStored()?.placementBefore(null) ?? []);
  const result = await judgeChange({
    ...rest,
    ...change,
    paths,
    plans,
    root,
    pair: recalled.pair,
    onJudged: (judged, after, before) => keepChange(judged, recalled, after, before),
    open: (tree) => openFor(root, args, tree, undefined, known),
    openOver,
  });
  return { ...result, judged: caches?.after.judged };
}

/** Caches of results for the state before and the state after the change, apart from each other and from those of the files on disk. */
function cachesFor({ onDisk }: RecalledChange, args: Arguments) {
  if (onDisk === null) return undefined;
  const cache = (state: string, ...others: ResultCache[]) =>
    new ResultCache(onDisk.folder, resultsKey(`${state}${build}`, args.levels), others);
  const after = cache('after ', onDisk);
  const before = cache('before ', after, onDisk);
  return { before, after };
}
