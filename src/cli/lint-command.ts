import { fstatSync } from 'node:fs';
import { now } from '../lint/clock.ts';
import { type LintResult, timed } from '../lint/results/result.ts';
import type { LintOptions } from '../lint/run.ts';
import { printable } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { type AskedChange, askedChange } from './change/asked-change.ts';
import { recallRun } from './change/recall-run.ts';
import { Failure } from './failure.ts';
import { describeWithFolder, findTarget } from './find-target.ts';
import { keepCompiled, loadEngine, type Run } from './load-engine.ts';
import type { Outcome } from './outcome.ts';
import { describeUnread } from './output/remarks.ts';
import { writeReports } from './output/write-reports.ts';
import { progressOn } from './terminal/colours.ts';
import { errorStream, errorTerminal } from './terminal/standard-streams.ts';
import { tuneForOneRun } from './tune-v8.ts';

/** `handbook-lint [paths…]`: judges, reports, and gives the exit code. */
export async function lintCommand(args: Arguments): Promise<number> {
  // Rules and what they need are loaded when something has to be judged.
  if (Object.keys(args.levels).length > 0) (await tunedEngine()).checkLevels(args);
  const target = findTarget(args);
  const { root, paths } = target;
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
    const outcome = await judge(root, options, args);
    const { result, opened, isShort = false } = outcome;
    const site = outcome.site === null ? null : describeWithFolder(outcome.site, target);
    const milliseconds = Math.round(now() - start);
    const code = exitCode(result, args);
    progress.clear();
    for (const line of remarksOn(outcome)) errorStream().write(`handbook-lint: ${line}\n`);
    await writeReports(timed(result, milliseconds), { ...outcome, site, fails: code === 1 }, args);
    if (args.quiet && code === 1 && result.summary.errors === 0)
      errorStream().write(`handbook-lint: There are more warnings than --max-warnings ${args.maxWarnings} allows.\n`);
    await outcome.save();
    if (args.cache) keepCompiled(isShort ? 'short' : 'long');
    if (timings !== undefined) {
      const { pages } = result.summary;
      const judged = `${outcome.judged ?? pages} of ${pages}`;
      errorStream().write(describeStats(opened - start, milliseconds, timings, judged));
    }
    return code;
  } finally {
    progress.clear();
  }
}

/** Loads the engine after V8 is tuned. A run that judges nothing gets by without either. */
function tunedEngine(run?: Run): ReturnType<typeof loadEngine> {
  tuneForOneRun();
  return loadEngine(run);
}

/** What there is to say of a run besides its findings, a line each. */
function remarksOn({ slow, unread = [], notes = [] }: Outcome): readonly string[] {
  const reason = slow?.split('\n')[0];
  return [
    ...(reason === undefined
      ? []
      : [
          `pages are read by the slower of two parsers, since the fast one could not be loaded (${printable(reason)}). The findings are the same.`,
        ]),
    ...describeUnread(unread, 'not judged'),
    ...notes.map((note) => `${printable(note)}.`),
  ];
}

/** Judges the whole handbook, or the change that is asked for. */
async function judge(root: string, options: Omit<LintOptions, 'rules'>, args: Arguments): Promise<Outcome> {
  if (args.updateBaseline && args.baseline === undefined)
    throw new Failure('--update-baseline needs a file to write, --baseline FILE.');
  if (args.stdinFilename !== undefined) {
    if (fstatSync(0).isDirectory()) throw new Failure('Standard input is a folder. Give it the text of one page.');
    const { buffer } = await import('node:stream/consumers');
    return (await tunedEngine()).judgeText(root, await buffer(process.stdin), options, args);
  }
  const change = await askedChange(args);
  if (change !== null) return judgeOnly(change, root, options, args);
  const recalled = recallRun(root, options.paths ?? null, args);
  if (recalled.known)
    return { ...nothingToJudge, ...recalled.known, root: recalled.tree.root, isChange: false, opened: now() };
  tuneForOneRun();
  const { threadsFor } = await import('./threads-for.ts');
  const threads = threadsFor(root, args);
  const { judgeWhole } = await tunedEngine(threads.count > 0 ? 'long' : 'short');
  return judgeWhole(root, recalled, options, args, threads);
}

async function judgeOnly(
  change: AskedChange,
  root: string,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome> {
  const { recallAskedChange } = await import('./change/recall-change.ts');
  const recalled = await recallAskedChange(root, change, options.paths, args);
  const { known, pair } = recalled;
  if (known)
    return { ...nothingToJudge, ...known, root: pair.after.root, isChange: true, notes: pair.notes, opened: now() };
  const { judgeAskedChange } = await tunedEngine();
  return judgeAskedChange(root, change, recalled, options, args);
}

/** Of a run whose result was known. */
const nothingToJudge = { judged: 0, save: async () => undefined };

function exitCode({ summary }: Pick<LintResult, 'summary'>, { maxWarnings }: Arguments): number {
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  return summary.errors > 0 || tooMany ? 1 : 0;
}

/** Where the time of a run went, for `--stats`. `judged`: how many pages had changed, or could see a change, and of how many. */
function describeStats(reading: number, total: number, timings: ReadonlyMap<string, number>, judged: string): string {
  const times: [string, number][] = [
    ['reading', reading],
    // The whole is rounded.
    ['judging', Math.max(0, total - reading)],
    ...[...timings].sort(([, a], [, b]) => b - a).map(([rule, spent]): [string, number] => [`  ${rule}`, spent]),
    ['in all', total],
  ];
  const rows = [
    ...times.map(([name, milliseconds]) => [name, `${milliseconds.toFixed(1)} ms`] as const),
    ['pages judged', judged] as const,
    // In KiB on every system but for macOS before Node 14.
    ['most memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)} ${value.padStart(10)}\n`).join('');
}
