import { pathToFileURL } from 'node:url';
import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { type Row, type Style, styleOf, tableOf } from './text-table.ts';
import { count, summarize } from './words.ts';

/** For people at a terminal, as vfile-reporter lays it out, with each rule beside its message. */
const text: Reporter = function* ({ findings, summary }, context) {
  if (context.site !== null) yield `${printable(context.site)}\n`;
  if (findings.length > 0) {
    const style = styleOf(context.color);
    yield* tableOf(rowsByPath(findings, context), style);
    yield `\n${totals(summary, style)}\n`;
  } else if (!context.isChange) yield 'No findings.\n';
  if (!context.isChange) yield `${summarize(summary)}\n`;
  else {
    if (findings.length > 0) yield '\n';
    yield `The whole handbook: ${summarize(summary)}\n${describeChange(summary)}\n`;
  }
};

export default text;

type Counts = Readonly<Record<'errors' | 'warnings', number>>;

/** The last line of a run that judged a change, apart from what was there before. */
function describeChange({ errors, warnings }: Counts): string {
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'This change breaks nothing.' : `This change brings ${parts.join(' and ')}.`;
}

/** `2 messages (✖ 1 error, ⚠ 1 warning)` */
function totals({ errors, warnings }: Counts, { error, warning, plain }: Style): string {
  const parts = [
    ...(errors > 0 ? [`${error}✖${plain} ${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warning}⚠${plain} ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.length === 2 ? `${errors + warnings} messages (${parts.join(', ')})` : parts.join('');
}

/** The findings of each file, in the order of vfile-reporter, by the path that is shown; their words are made when they are printed. */
function rowsByPath(
  findings: readonly Finding[],
  { fromHere, hyperlinks, root }: ReportContext,
): ReadonlyMap<string, readonly Row[]> {
  const files = new Map<string, Row[]>();
  let last: { readonly path: string; readonly rows: Row[]; readonly url: string | null } | undefined;
  for (const finding of findings) {
    if (finding.path !== last?.path) {
      const shown = shownPath(fromHere + finding.path);
      const rows = files.get(shown) ?? [];
      files.set(shown, rows);
      last = { path: finding.path, rows, url: hyperlinks ? pathToFileURL(`${root}/${finding.path}`).href : null };
    }
    last.rows.push({ finding, url: last.url });
  }
  return new Map([...files].sort(([a], [b]) => a.localeCompare(b)));
}

/** Begins like a path, so that no CI system takes the line for a command or a heading: `./::x.md`. */
function shownPath(path: string): string {
  const shown = printable(path);
  return /^[\p{L}\p{N}._]/u.test(shown) ? shown : `./${shown}`;
}
