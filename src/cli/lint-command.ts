import { now } from '../lint/clock.ts';
import type { Findings } from '../lint/finding.ts';
import type { LintResult } from '../lint/results/result.ts';
import { timed } from '../lint/results/result.ts';
import type { LintOptions } from '../lint/run.ts';
import { printable } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { type AskedChange, askedChange } from './change/asked-change.ts';
import { recallRun } from './change/recall-run.ts';
import { Failure } from './failure.ts';
import { findTarget } from './find-target.ts';
import type { JudgedHandbook } from './judge.ts';
import { keepCompiled, loadEngine, type Run } from './load-engine.ts';
import { writeReports } from './output/write-reports.ts';
import { progressOn } from './terminal/colours.ts';
import { errorStream, errorTerminal } from './terminal/standard-streams.ts';
import { tuneForOneRun } from './tune-v8.ts';

/** `handbook-lint [paths…]`: judges, reports, and gives the exit code. */
export async function lintCommand(args: Arguments): Promise<number> {
  // Rules and what they need are loaded when something has to be judged.
  if (Object.keys(args.levels).length > 0) (await tunedEngine()).checkLevels(args);
  const { root, paths } = findTarget(args);
  const progress = progressOn(errorTerminal());
  const timings = args.stats ? new Map<string, number>() : undefined;
  const start = now();
  try {
    progress.report('Reading');
    const options: Omit<LintOptions, 'rules'> = {
      levels: args.levels,
      paths: paths ?? undefined,
      onPage: (done, total) => progress.report('Judging', done, total),
      timings,
    };
    const {
      root: real,
      result,
      site,
      opened,
      judged,
      slow,
      unread,
      notes = [],
      isShort = false,
      save,
      isChange,
    } = await judge(root, options, args);
    const milliseconds = Math.round(now() - start);
    progress.clear();
    saySlow(slow);
    sayUnread(unread);
    for (const note of notes) errorStream().write(`handbook-lint: ${printable(note)}.\n`);
    await writeReports(
      timed(result, milliseconds),
      { root: real, site, isChange, fails: exitCode(result, args) === 1 },
      args,
    );
    await save();
    if (args.cache) keepCompiled(isShort ? 'short' : 'long');
    if (timings !== undefined) {
      const { describeStats } = await import('./output/stats.ts');
      const pages = { judged: judged ?? result.summary.pages, all: result.summary.pages };
      errorStream().write(describeStats({ reading: opened - start, total: milliseconds, timings, pages }));
    }
    return exitCode(result, args);
  } finally {
    progress.clear();
  }
}

/** Loads the engine after V8 is tuned. A run that judges nothing gets by without either. */
function tunedEngine(run?: Run): ReturnType<typeof loadEngine> {
  tuneForOneRun();
  return loadEngine(run);
}

function saySlow(slow: string | undefined): void {
  const reason = slow?.split('\n')[0];
  if (reason === undefined) return;
  errorStream().write(
    `handbook-lint: pages are read by the slower of two parsers, since the fast one could not be loaded (${printable(reason)}). The findings are the same.\n`,
  );
}

/** At most this many folders are listed. */
const MOST_UNREAD = 20;

function sayUnread(unread: readonly string[] = []): void {
  // Node takes milliseconds to open the stream.
  if (unread.length === 0) return;
  const lines = unread
    .slice(0, MOST_UNREAD)
    .map((why) => `handbook-lint: ${printable(why)}. What is in it was not judged.\n`);
  const more = unread.length - lines.length;
  errorStream().write(lines.join('') + (more > 0 ? `handbook-lint: The same holds for ${more} more folders.\n` : ''));
}

interface Outcome {
  readonly root: string;
  readonly result: LintResult<Findings>;
  /** What the site is taken for, in a line; `null` when nothing was read. */
  readonly site: string | null;
  readonly opened: number;
  /** How many pages had to be judged; absent when all. */
  readonly judged?: number | undefined;
  /** Why the slower parser was used; absent when it was not. */
  readonly slow?: string | undefined;
  /** Why folders could not be looked into, a line each. */
  readonly unread?: readonly string[];
  /** What could not be compared in a change, a sentence each. */
  readonly notes?: readonly string[];
  /** Whether most of the handbook was known from an earlier run, and not judged again; absent when nothing was. */
  readonly isShort?: boolean;
  /** Writes the cache for the next run. */
  readonly save: () => Promise<void>;
}

/** Judges the whole handbook, or the change that is asked for. */
async function judge(
  root: string,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome & { readonly isChange: boolean }> {
  if (args.updateBaseline && args.baseline === undefined)
    throw new Failure('--update-baseline needs a file to write, --baseline FILE.');
  const change = await askedChange(args);
  if (change !== null) return { ...(await judgeOnly(change, root, options, args)), isChange: true };
  const recalled = recallRun(root, options.paths ?? null, args);
  if (recalled.known)
    return { ...known(recalled.known.result, recalled.tree.root, recalled.known.site), isChange: false };
  tuneForOneRun();
  const { threadsFor } = await import('./threads-for.ts');
  const threads = threadsFor(root, args);
  const { judgeWhole } = await tunedEngine(threads.count > 0 ? 'long' : 'short');
  const judged = await judgeWhole(root, recalled, options, args, threads);
  return {
    ...(await outcomeOf(judged, root)),
    isChange: false,
    judged: recalled.cache?.judged,
  };
}

/** Judges the change that is asked for. */
async function judgeOnly(
  change: AskedChange,
  root: string,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome> {
  const { recallAskedChange } = await import('./change/recall-change.ts');
  const recalled = recallAskedChange(root, change, options.paths, args);
  const { notes } = recalled.pair;
  if (recalled.known) return { ...known(recalled.known.result, recalled.pair.after.root, recalled.known.site), notes };
  const { judgeAskedChange } = await tunedEngine();
  return { ...(await outcomeOf(await judgeAskedChange(root, change, recalled, options, args), root)), notes };
}

function known(result: LintResult<Findings>, root: string, site: string | null): Outcome {
  return { root, result, site, opened: now(), judged: 0, save: async () => undefined };
}

async function outcomeOf(
  { handbook, result, opened, unread, isShort, save }: JudgedHandbook,
  root: string,
): Promise<Outcome> {
  if (handbook?.pages.length === 0) throw (await import('./no-pages.ts')).noPages(root, handbook.config);
  const { describeTakenFor, whySlow } = await loadEngine();
  return {
    root: handbook?.root ?? root,
    result,
    site: handbook && describeTakenFor(handbook.config),
    opened,
    slow: whySlow(),
    unread,
    isShort,
    save,
  };
}

function exitCode({ summary }: Pick<LintResult, 'summary'>, { maxWarnings }: Arguments): number {
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  return summary.errors > 0 || tooMany ? 1 : 0;
}
