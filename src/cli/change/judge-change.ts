import { rules } from '../../../rules/index.ts';
import { build } from '../../incremental/cache/build.ts';
import { openOver, saveCache } from '../../incremental/open.ts';
import { resultsKey } from '../../incremental/results/cached-results.ts';
import { onlyChanged } from '../../incremental/results/judge-changed.ts';
import { keepChange, type RecalledChange } from '../../incremental/results/recall-change.ts';
import { ResultCache } from '../../incremental/results/result-cache.ts';
import { now } from '../../lint/clock.ts';
import type { LintOptions } from '../../lint/run.ts';
import type { Arguments } from '../arguments.ts';
import { openFor } from '../open-for.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Judges a change with the caches and options of the command line. */
export async function judgeAskedChange(
  root: string,
  change: AskedChange,
  recalled: RecalledChange,
  { paths, ...options }: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome> {
  const { judgeChange } = await import('../../lint/changes/index.ts');
  const caches = cachesFor(recalled, args);
  const plans = caches && { before: onlyChanged(caches.before), after: onlyChanged(caches.after) };
  const known = [caches?.after, recalled.onDisk].flatMap((cache) => cache?.recallStored()?.placementBefore(null) ?? []);
  const result = await judgeChange({
    ...options,
    ...change,
    rules,
    paths: scopeOf(change, paths),
    plans,
    root,
    pair: recalled.pair,
    onJudged: (judged, after, before) => keepChange(judged, recalled, after, before),
    open: (tree) => openFor(root, args, tree, undefined, known),
    openOver,
  });
  const { handbook, notes } = result;
  return {
    ...outcomeOf({ result, handbook, judged: caches?.after.judged }, root, { paths }, args),
    isChange: true,
    notes,
    opened: now(),
    save: async () => {
      if (handbook !== null) saveCache(handbook);
    },
  };
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
