import { pathToFileURL } from 'node:url';
import { countOne } from '../collections/groups.ts';
import type { Finding } from '../lint/finding.ts';
import { inThousands } from '../phrases/amounts.ts';
import { topFolder } from '../report/top-folder.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
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

const LONGEST = 72;
/** Words before the ones that are wrong, where a line is too long to be shown whole. */
const BEFORE = 24;

/**
 * The line that a finding is about, with carets below what is wrong; a long line is cut around it. Nothing where the line is not
 * there, or where a whole section is meant.
 */
function codeFrame({ start, end }: Pick<Finding, 'start' | 'end'>, lines: readonly string[]): readonly string[] {
  const line = lines[start.line - 1];
  const isPlace = end.line === start.line && end.column > start.column;
  if (line === undefined || !isPlace || end.column > line.length + 1) return [];
  const [from, to] = [start.column - 1, end.column - 1];
  const first = line.length <= LONGEST ? 0 : Math.max(0, Math.min(from - BEFORE, line.length - LONGEST));
  const last = Math.min(line.length, first + LONGEST);
  const shown = (begin: number, stop: number) => printable(line.slice(begin, Math.max(begin, Math.min(stop, last))));
  const lead = `${first > 0 ? '…' : ''}${shown(first, from)}`;
  const wrong = shown(from, to);
  const rest = `${shown(Math.min(to, last), last)}${last < line.length ? '…' : ''}`;
  const number = String(start.line);
  const margin = ' '.repeat(number.length);
  return [
    `${number} │ ${lead}${wrong}${rest}`,
    `${margin} │ ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(wrong)))}`,
  ];
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** How many columns of a terminal some text takes, as near as can be told without asking it. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /^(?:\p{M}|\p{Cf}|\p{Variation_Selector})$/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

const MOST = 10;

/** Counts findings one after another, and gives their numbers in lines. */
class Statistics {
  readonly #context: Pick<ReportContext, 'fromHere' | 'statistics'>;
  readonly #rules = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  readonly #missing = new Map<string, number>();

  constructor(context: Pick<ReportContext, 'fromHere' | 'statistics'>) {
    this.#context = context;
  }

  add({ rule, path, data: { target, outcome } }: Finding): void {
    countOne(this.#rules, rule.replace(/^handbook-/, ''));
    if (!this.#context.statistics) return;
    countOne(this.#folders, topFolder(this.#context.fromHere + path));
    // A million findings may miss a million targets.
    if (typeof target === 'string' && outcome === 'broken') countOne(this.#missing, target);
  }

  /** Findings by rule: for a report that is too long to be read whole. */
  byRule(): readonly string[] {
    return tally('By rule', this.#rules, Number.POSITIVE_INFINITY);
  }

  /** Findings by rule and by folder, and what is missing that most links want. */
  tables(): readonly string[] {
    const missing = this.#missing.size === 0 ? [] : ['', ...tally('Missing, and most wanted', this.#missing, MOST)];
    return [...this.byRule(), '', ...tally('By folder', this.#folders, MOST), ...missing];
  }
}

function tally(title: string, counts: ReadonlyMap<string, number>, most: number): readonly string[] {
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
