import { rules } from '../../rules/index.ts';
import { describeUnknownRule } from '../lint/levels.ts';
import { type LintResult, lint } from '../lint/run.ts';
import type { Arguments } from './arguments.ts';
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
    const handbook = await openFor(root, args);
    if (handbook.pages.length === 0) throw new Failure(`There are no Markdown pages in ${root}.`);
    const opened = performance.now();
    const judged = lint(handbook, {
      rules,
      levels: args.levels,
      ...(paths === null ? {} : { paths }),
      onPage: (done, total) => progress.report('Judging', done, total),
      ...(timings === undefined ? {} : { timings }),
    });
    const milliseconds = Math.round(performance.now() - start);
    const result: LintResult = { ...judged, summary: { ...judged.summary, milliseconds } };
    progress.clear();
    await writeReports(result, handbook.root, args);
    if (timings !== undefined) process.stderr.write(describeStats(opened - start, milliseconds, timings));
    return exitCode(result, args);
  } finally {
    progress.clear();
  }
}

function exitCode({ summary }: LintResult, { maxWarnings }: Arguments): number {
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  return summary.errors > 0 || tooMany ? 1 : 0;
}
