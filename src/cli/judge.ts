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
import type { Handbook } from '../model/handbook.ts';
import type { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import type { AskedChange } from './change/asked-change.ts';
import { judgeChangeFor } from './change/judge-change.ts';
import type { RecalledRun } from './change/recall-run.ts';
import { Failure } from './failure.ts';
import { openFor } from './open-for.ts';
import { withoutBaseline } from './output/baseline.ts';
import { collectEagerly } from './tune-v8.ts';

/** The result of a run, and what reports need besides. */
export interface JudgedHandbook {
  readonly handbook: Handbook | null;
  readonly result: LintResult<Findings>;
  /** When reading had ended, by `now()`. */
  readonly opened: number;
  /** Why folders could not be looked into, a line each. */
  readonly unread: readonly string[];
  /** Whether most of the handbook was known from an earlier run, and not judged again. */
  readonly isShort: boolean;
  /** Writes the cache for the next run. */
  readonly save: () => Promise<void>;
}

/** Throws a Failure when a `--rule` names no rule. */
export function checkLevels({ levels }: Pick<Arguments, 'levels'>): void {
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(levels))
    if (!known.includes(id)) throw new Failure(`--rule, ${describeUnknownRule(id, known)}`);
}

/** Judges the change that is asked for. */
export async function judgeAskedChange(
  root: string,
  change: AskedChange,
  recalled: RecalledChange,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<JudgedHandbook> {
  const result = await judgeChangeFor(root, change, recalled, { rules, ...options }, args);
  const { handbook, judged = result.summary.pages } = result;
  const save = async () => {
    if (handbook !== null) saveCache(handbook);
  };
  return {
    handbook,
    result: withoutBaseline(result, handbook, options.paths, args),
    ...readingOf(handbook, judged),
    opened: now(),
    save,
  };
}

/** Judges the whole handbook with the help of threads, which `save` closes. Pages that no change concerns keep the results of an earlier run. */
export async function judgeWhole(
  root: string,
  recalled: RecalledRun,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
  threads: Threads,
): Promise<JudgedHandbook> {
  try {
    const handbook = await openFor(root, args, recalled.tree, threads);
    const opened = now();
    const { cache, since, changed } = recalled;
    const asked = { rules, ...options, plan: cache === null ? undefined : onlyChanged(cache, since, changed) };
    let inThread: Promise<boolean> | undefined;
    const result = await lintTogether(handbook, asked, threads, packer(collectEagerly), () => {
      inThread = saveCacheInThread(handbook);
    });
    const save = async () => {
      if ((await inThread) !== true) saveCache(handbook);
      threads.close();
    };
    return {
      handbook,
      result: withoutBaseline(result, handbook, options.paths, args),
      ...readingOf(handbook, cache?.judged ?? result.summary.pages),
      opened,
      save,
    };
  } catch (error) {
    threads.close();
    throw error;
  }
}

/** `judged`: how many pages were. */
function readingOf(handbook: Handbook | null, judged: number): Pick<JudgedHandbook, 'unread' | 'isShort'> {
  const stored = handbook && storedOf(handbook);
  if (!stored) return { unread: [], isShort: false };
  return { unread: stored.unread, isShort: stored.isMostlyKnown && 2 * judged < stored.handbook.pages.length };
}
