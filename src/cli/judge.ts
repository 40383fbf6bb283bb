import { rules } from '../../rules/index.ts';
import { saveCache, saveCacheInThread } from '../incremental/open.ts';
import { onlyChanged } from '../incremental/results/judge-changed.ts';
import type { RecalledChange } from '../incremental/results/recall-change.ts';
import { lintTogether } from '../incremental/sharing/judge-together.ts';
import { storedOf } from '../incremental/stored-handbook.ts';
import { now } from '../lint/clock.ts';
import type { Findings } from '../lint/finding.ts';
import { describeUnknownRule } from '../lint/levels.ts';
import { packer } from '../lint/results/packed-findings.ts';
import type { LintResult } from '../lint/results/result.ts';
import type { LintOptions } from '../lint/run.ts';
import { whySlow } from '../markdown/fast/slow-reading.ts';
import type { Handbook } from '../model/handbook.ts';
import { describeTakenFor } from '../sites/taken-for.ts';
import type { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import type { AskedChange } from './change/asked-change.ts';
import { judgeChangeFor } from './change/judge-change.ts';
import type { RecalledRun } from './change/recall-run.ts';
import { Failure } from './failure.ts';
import { noPages } from './no-pages.ts';
import { openFor } from './open-for.ts';
import { withoutBaseline } from './output/baseline.ts';
import { collectEagerly } from './tune-v8.ts';

/** What a run found, and what is said of it besides. */
export interface Outcome {
  /** Absolute, without links. */
  readonly root: string;
  readonly result: LintResult<Findings>;
  /** Whether only what a change breaks was judged. */
  readonly isChange: boolean;
  /** What the site is taken for, in a line; `null` when nothing was read. */
  readonly site: string | null;
  /** When reading had ended, by `now()`. */
  readonly opened: number;
  /** How many pages had to be judged; absent when all. */
  readonly judged?: number | undefined;
  /** Why the slower parser was used; absent when it was not. */
  readonly slow?: string | undefined;
  /** Why folders could not be looked into, a line each. */
  readonly unread?: readonly string[] | undefined;
  /** What could not be compared in a change, a sentence each. */
  readonly notes?: readonly string[];
  /** Whether most of the handbook was known from an earlier run, and not judged again; absent when nothing was. */
  readonly isShort?: boolean;
  /** Writes the cache for the next run. */
  readonly save: () => Promise<void>;
}

/** Throws a Failure when a `--rule` names no rule. */
export function checkLevels({ levels }: Pick<Arguments, 'levels'>): void {
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(levels))
    if (!known.includes(id)) throw new Failure(`--rule, ${describeUnknownRule(id, known)}`);
}

export async function judgeAskedChange(
  root: string,
  change: AskedChange,
  recalled: RecalledChange,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome> {
  const result = await judgeChangeFor(root, change, recalled, { rules, ...options }, args);
  const { handbook, judged, notes } = result;
  return {
    ...outcomeOf(result, handbook, judged, root, options, args),
    isChange: true,
    notes,
    opened: now(),
    save: async () => {
      if (handbook !== null) saveCache(handbook);
    },
  };
}

/** Judges the whole handbook with the help of threads, which `save` closes. Pages that no change concerns keep the results of an earlier run. */
export async function judgeWhole(
  root: string,
  recalled: RecalledRun,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
  threads: Threads,
): Promise<Outcome> {
  try {
    const { cache, since, changed } = recalled;
    const last = changed === null ? null : cache?.recallStored();
    const known = last ? [last.placementBefore(changed)] : [];
    const handbook = await openFor(root, args, recalled.tree, threads, known);
    const opened = now();
    const asked = { rules, ...options, plan: cache === null ? undefined : onlyChanged(cache, since, changed) };
    let inThread: Promise<boolean> | undefined;
    const result = await lintTogether(handbook, asked, threads, packer(collectEagerly), () => {
      inThread = saveCacheInThread(handbook);
      threads.release();
    });
    const save = async () => {
      if ((await inThread) !== true) saveCache(handbook);
      threads.close();
    };
    const judged = cache?.judged;
    return { ...outcomeOf(result, handbook, judged, root, options, args), isChange: false, opened, judged, save };
  } catch (error) {
    threads.close();
    throw error;
  }
}

/** What does not depend on how pages were judged. A handbook without pages is a Failure. */
function outcomeOf(
  result: LintResult<Findings>,
  handbook: Handbook | null,
  judged: number | undefined,
  root: string,
  { paths }: Pick<LintOptions, 'paths'>,
  args: Arguments,
) {
  if (handbook?.pages.length === 0) throw noPages(root, handbook.config);
  const stored = handbook && storedOf(handbook);
  return {
    root: handbook?.root ?? root,
    result: withoutBaseline(result, handbook, paths, args),
    site: handbook && describeTakenFor(handbook.config),
    slow: whySlow(),
    unread: stored?.unread,
    isShort: stored?.isMostlyKnown === true && 2 * (judged ?? result.summary.pages) < stored.handbook.pages.length,
  };
}
