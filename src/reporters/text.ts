import { pathToFileURL } from 'node:url';
import type { Finding } from '../lint/finding.ts';
import { codeFrame } from './code-frame.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { Statistics } from './statistics.ts';
import { findingsTable, type Style, styleOf, type TableLook } from './text-table.ts';
import { countFound, silencedLinks, summarize } from './words.ts';

/** For people at a terminal, as vfile-reporter lays it out, with each rule beside its message. */
const text: Reporter = function* ({ findings, summary }, context) {
  if (context.site !== null) yield `${printable(context.site)}\n`;
  if (findings.length > 0) {
    const style = styleOf(context.color);
    const frames = context.isOnTerminal && findings.length <= MANY ? framesOf(context) : null;
    const statistics = new Statistics(context);
    yield* findingsTable(findings, { style, frames, ...namesIn(context) }, (finding) => statistics.add(finding));
    const tables = context.statistics ? statistics.tables() : findings.length > MANY ? statistics.byRule() : [];
    for (const line of tables) yield `\n${line}`;
    yield `${tables.length > 0 ? '\n' : ''}\n${totals(summary, style)}\n`;
  } else if (!context.isChange) yield `${['No findings.', silencedLinks(summary)].join(' ').trim()}\n`;
  if (!context.isChange) yield `${summarize(summary)}\n`;
  else {
    if (findings.length > 0) yield '\n';
    yield `The whole handbook: ${summarize(summary)}\n${describeChange(summary)}\n`;
  }
};

export default text;

/** A longer report is not read from its first line to its last: it ends in totals, and shows no lines of pages. */
const MANY = 50;

type Counts = Readonly<Record<'errors' | 'warnings', number>>;

/** The last line of a run that judged a change, apart from what was there before. */
function describeChange(counts: Counts): string {
  const found = countFound(counts);
  return found === '' ? 'This change breaks nothing.' : `This change brings ${found}.`;
}

/** The lines of a file that was judged; findings of one file follow each other, so one file's are kept. */
function framesOf({ source }: ReportContext): (finding: Finding) => readonly string[] {
  let last: { readonly path: string; readonly lines: readonly string[] } | undefined;
  return (finding) => {
    if (finding.path !== last?.path)
      last = { path: finding.path, lines: (source(finding.path) ?? '').split(/\r\n|\n|\r/) };
    return codeFrame(finding, last.lines);
  };
}

/** `2 messages (✖ 1 error, ⚠ 1 warning)` */
function totals({ errors, warnings }: Counts, { error, warning, plain }: Style): string {
  const parts = [
    ...(errors > 0 ? [`${error}✖${plain} ${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warning}⚠${plain} ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.length === 2 ? `${errors + warnings} messages (${parts.join(', ')})` : parts.join('');
}

/** How a file is named, and where its terminal link leads. */
function namesIn({ fromHere, hyperlinks, root }: ReportContext): Pick<TableLook, 'nameOf' | 'urlOf'> {
  return {
    nameOf: (path) => shownPath(fromHere + path),
    urlOf: (path) => (hyperlinks ? pathToFileURL(`${root}/${path}`).href : null),
  };
}

/** Begins like a path, so that no CI system takes the line for a command or a heading: `./::x.md`. */
function shownPath(path: string): string {
  const shown = printable(path);
  return /^[\p{L}\p{N}._]/u.test(shown) ? shown : `./${shown}`;
}
