import { pathToFileURL } from 'node:url';
import { countOne } from '../collections/groups.ts';
import type { Findings, ShownFinding } from '../lint/finding.ts';
import { shownOf } from '../lint/results/result.ts';
import { inThousands } from '../phrases/amounts.ts';
import { topFolder } from '../report/top-folder.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { findingsTable, type Style, styleOf, survey, type TableLook } from './text-table.ts';
import { lastLines, silencedLinks } from './words.ts';

/** For people at a terminal, as vfile-reporter lays it out, with each rule beside its message. */
const text: Reporter = function* (result, context) {
  const { summary } = result;
  const findings = shownOf(result);
  if (context.site !== null && !context.isQuiet) yield `${printable(context.site)}\n`;
  if (findings.length > 0) {
    const style = styleOf(context.color);
    const frames = context.isOnTerminal && findings.length <= MANY ? framesOf(context) : null;
    const known = survey(findings);
    yield* findingsTable(findings, known, { style, frames, ...namesIn(context) });
    const tables = context.statistics
      ? [...byRule(known.rules), '', ...statisticsOf(result.findings, context.fromHere)]
      : findings.length > MANY
        ? byRule(known.rules)
        : [];
    for (const line of tables) yield `\n${line}`;
    yield `${tables.length > 0 ? '\n' : ''}\n${totals(context.isQuiet ? { ...summary, warnings: 0 } : summary, style)}\n`;
  } else if (!context.isChange && !context.isQuiet)
    yield `${['No findings.', silencedLinks(summary)].join(' ').trim()}\n`;
  if (context.isQuiet) return;
  yield `${context.isChange && findings.length > 0 ? '\n' : ''}${lastLines(summary, context)}`;
};

export default text;

/** A longer report is not read from its first line to its last: it ends in totals, and shows no lines of pages. */
const MANY = 50;

type Counts = Readonly<Record<'errors' | 'warnings', number>>;

/** The lines of a file that was judged; findings of one file follow each other, so one file's are kept. */
function framesOf({ source }: ReportContext): (finding: ShownFinding) => readonly string[] {
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
    nameOf: (path) => shownPath(fromHere(path)),
    urlOf: (path) => (hyperlinks ? pathToFileURL(`${root}/${path}`).href : null),
  };
}

/** Begins like a path, so that no CI system takes the line for a command or a heading: `./::x.md`. */
function shownPath(path: string): string {
  const shown = printable(path);
  // Most begin like this; what else is a letter takes V8 a millisecond to work out.
  return /^[\w.]/.test(shown) || /^[\p{L}\p{N}]/u.test(shown) ? shown : `./${shown}`;
}

const LONGEST = 72;
/** Words before the ones that are wrong, where a line is too long to be shown whole. */
const BEFORE = 24;

/**
 * The line that a finding is about, with carets below what is wrong; a long line is cut around it. Nothing where the line is not
 * there, or where a whole section is meant.
 */
function codeFrame({ place }: ShownFinding, lines: readonly string[]): readonly string[] {
  const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0] = place.split(/[:-]/).map(Number);
  const line = lines[startLine - 1];
  const isPlace = endLine === startLine && endColumn > startColumn;
  if (line === undefined || !isPlace || endColumn > line.length + 1) return [];
  const [from, to] = [startColumn - 1, endColumn - 1];
  const first = line.length <= LONGEST ? 0 : Math.max(0, Math.min(from - BEFORE, line.length - LONGEST));
  const last = Math.min(line.length, first + LONGEST);
  const shown = (begin: number, stop: number) => printable(line.slice(begin, Math.max(begin, Math.min(stop, last))));
  const lead = `${first > 0 ? '…' : ''}${shown(first, from)}`;
  const wrong = shown(from, to);
  const rest = `${shown(Math.min(to, last), last)}${last < line.length ? '…' : ''}`;
  const number = String(startLine);
  const margin = ' '.repeat(number.length);
  return [
    `${number} │ ${lead}${wrong}${rest}`,
    `${margin} │ ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(wrong)))}`,
  ];
}

/** How many columns of a terminal some text takes, as near as can be told without asking it. */
function widthOf(text: string): number {
  // Made here, since it takes V8 a millisecond to look up such properties.
  const wide =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
  let width = 0;
  for (const sign of text)
    width += /^(?:\p{M}|\p{Cf}|\p{Variation_Selector})$/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}

const MOST = 10;

/** Findings by rule: for a report that is too long to be read whole. */
function byRule(counts: ReadonlyMap<string, number>): readonly string[] {
  const named = Array.from(counts, ([rule, count]) => [rule.replace(/^handbook-/, ''), count] as const);
  return tally('By rule', named, Number.POSITIVE_INFINITY);
}

/** Findings by folder, and what is missing that most links want. */
function statisticsOf(findings: Findings, fromHere: ReportContext['fromHere']): readonly string[] {
  const folders = new Map<string, number>();
  const missing = new Map<string, number>();
  for (const { path, data } of findings) {
    countOne(folders, topFolder(fromHere(path)));
    // A million findings may miss a million targets.
    if (typeof data.target === 'string' && data.outcome === 'broken') countOne(missing, data.target);
  }
  const wanted = missing.size === 0 ? [] : ['', ...tally('Missing, and most wanted', missing, MOST)];
  return [...tally('By folder', folders, MOST), ...wanted];
}

function tally(title: string, counts: Iterable<readonly [string, number]>, most: number): readonly string[] {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, most);
  const width = inThousands(shown[0]?.[1] ?? 0).length;
  const rows = shown.map(([name, count]) => `  ${inThousands(count).padStart(width)}  ${printable(name)}`);
  const [more, rest] = [sorted.length - shown.length, sorted.slice(most).reduce((sum, [, count]) => sum + count, 0)];
  return [
    title,
    ...rows,
    ...(more > 0 ? [`  ${inThousands(rest).padStart(width)}  in ${inThousands(more)} more`] : []),
  ];
}
