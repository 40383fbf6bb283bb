import { rules } from '../../rules/index.ts';
import { saveCache } from '../handbook/open.ts';
import { describeUnknownRule } from '../lint/levels.ts';
import { type LintOptions, type LintResult, lint } from '../lint/run.ts';
import type { Arguments } from './arguments.ts';
import { withoutBaseline } from './baseline.ts';
import { askedChange, judgeChangeFor } from './change.ts';
import { Failure } from './failure.ts';
import { findTarget } from './find-target.ts';
import { openFor } from './open-for.ts';
import { describeStats } from './stats.ts';
import { progressOn } from './terminal.ts';
import { writeReports } from './write-reports.ts';

/** `handbook-lint [paths…]`: judges, reports, and gives the exit code. */
export async function lintCommand(args: Arguments): Promise<number> {
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(args.levels))
    if (!known.includes(id)) throw new Failure(`--rule, ${describeUnknownRule(id, known)}`);

  const { root, paths } = findTarget(args.positionals, args.root, args.config);
  const progress = progressOn();
  const timings = args.stats ? new Map<string, number>() : undefined;
  const start = performance.now();
  try {
    progress.report('Reading');
    const options: LintOptions = {
      rules,
      levels: args.levels,
      ...(paths === null ? {} : { paths }),
      onPage: (done, total) => progress.report('Judging', done, total),
      ...(timings === undefined ? {} : { timings }),
    };
    const { handbook, result, opened } = await judge(root, options, args);
    if (handbook?.pages.length === 0) throw new Failure(`There are no Markdown pages in ${root}.`);
    const milliseconds = Math.round(performance.now() - start);
    progress.clear();
    await writeReports({ ...result, summary: { ...result.summary, milliseconds } }, handbook?.root ?? root, args);
    if (handbook !== null) saveCache(handbook);
    if (timings !== undefined) process.stderr.write(describeStats(opened - start, milliseconds, timings));
    return exitCode(result, args);
  } finally {
    progress.clear();
  }
}

/** Judges the whole handbook, or the change that is asked for. `opened` is when reading had ended. */
async function judge(root: string, options: LintOptions, args: Arguments) {
  if (args.updateBaseline && args.baseline === undefined)
    throw new Failure('--update-baseline needs a file to write, --baseline FILE.');
  const change = await askedChange(args);
  if (change !== null) {
    const result = await judgeChangeFor(root, change, options, args);
    const { handbook } = result;
    return { handbook, result: withoutBaseline(result, handbook, options.paths, args), opened: performance.now() };
  }
  const handbook = await openFor(root, args);
  const opened = performance.now();
  const result = lint(handbook, options);
  return { handbook, result: withoutBaseline(result, handbook, options.paths, args), opened };
}

function exitCode({ summary }: LintResult, { maxWarnings }: Arguments): number {
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  return summary.errors > 0 || tooMany ? 1 : 0;
}
