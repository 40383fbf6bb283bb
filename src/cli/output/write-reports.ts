import type { Findings } from '../../lint/finding.ts';
import type { LongResult } from '../../lint/results/result.ts';
import { type ReportFormat, reporters } from '../../reporters/registry.ts';
import type { ReportContext } from '../../reporters/report.ts';
import type { Arguments } from '../arguments.ts';
import { followsLinks, isTerminal, wantsColor } from '../terminal/colours.ts';
import { outputTerminal, print } from '../terminal/standard-streams.ts';
import { reportContext } from './report-context.ts';
import { writeFile } from './write-file.ts';

type About = Pick<ReportContext, 'root' | 'site' | 'isChange' | 'fails'> & Partial<Pick<ReportContext, 'source'>>;

/** Writes every report that was asked for. */
export async function writeReports(result: LongResult, about: About, args: Arguments): Promise<void> {
  const shown = args.quiet ? errorsOf(result) : result;
  for (const { format, file } of args.outputs) {
    const { default: report } = await reporters[format as ReportFormat]();
    const pieces = report(shown, contextFor(file, about, args));
    if (file === null) await print(pieces);
    else writeFile(file, pieces);
  }
}

function errorsOf({ findings, summary }: LongResult): LongResult {
  const errors: Findings = {
    length: summary.errors,
    *[Symbol.iterator]() {
      for (const finding of findings) if (finding.severity === 'error') yield finding;
    },
  };
  return { findings: errors, summary };
}

function contextFor(
  file: string | null,
  { root, site, isChange, fails, source }: About,
  { color, quiet, staged, statistics }: Arguments,
): ReportContext {
  const terminal = outputTerminal();
  const shown =
    file === null
      ? {
          color: wantsColor(color, terminal),
          hyperlinks: followsLinks(terminal),
          isOnTerminal: isTerminal(terminal),
        }
      : { color: color === true, hyperlinks: false, isOnTerminal: false };
  const context = reportContext({ root, site, isChange, fails, statistics, isQuiet: quiet, ...shown });
  // What is staged may differ from what lies on the disk.
  return staged || source ? { ...context, source: source ?? (() => null) } : context;
}
