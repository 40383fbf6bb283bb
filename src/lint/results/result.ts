import type { LinkCounts } from '../../links/judge.ts';
import { now } from '../clock.ts';
import type { Finding, Findings, ShownFinding } from '../finding.ts';
import { MOST_UNPACKED } from './packed-findings.ts';
import { asShown, findingsOf, type Mark, type PageResult, shownOn } from './page-result.ts';

/** What a run did, in numbers. */
export interface Summary {
  readonly pages: number;
  /** Links inside the site, by outcome. */
  readonly links: LinkCounts;
  /** Sections that page types ask for, and that a shortcode, component or tag may show. */
  readonly sections: { readonly unknown: number };
  readonly errors: number;
  readonly warnings: number;
  /** Findings per rule id; rules without findings are absent. */
  readonly rules: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** A result that need not be in memory as a whole. */
export interface LongResult extends Omit<LintResult, 'findings'> {
  readonly findings: Findings;
  /** The findings page by page; those of earlier runs are not parsed yet. Absent when findings were taken out of the result. */
  readonly parts?: readonly Pick<PageResult, 'findings'>[];
}

/** What was found on some pages, as one result. `start` is when the run began, by `now()`; `null`: its time is taken elsewhere. */
export function resultOf(pages: readonly PageResult[], start: number | null): LongResult {
  return ofParts(pages, sumUp(pages, start));
}

/** The result with these findings; when there are many, they are unpacked page by page. */
export function ofParts(parts: readonly Part[], summary: Summary): LongResult {
  let findings: Findings | undefined;
  return {
    get findings() {
      findings ??= joined(parts, summary, findingsOf);
      return findings;
    },
    summary,
    parts,
  };
}

type Part = Pick<PageResult, 'findings'>;

/** What people are shown of the findings. Of those of earlier runs it takes a fraction of the time that all of them take. */
export function shownOf(result: LongResult): Findings<ShownFinding> {
  const { parts, summary } = result;
  if (parts !== undefined) return joined(parts, summary, shownOn);
  const { findings } = result;
  return {
    length: findings.length,
    *[Symbol.iterator]() {
      for (const finding of findings) yield asShown(finding);
    },
  };
}

function joined<Each>(
  parts: readonly Part[],
  { errors, warnings }: Summary,
  of: (part: Part) => readonly Each[],
): Findings<Each> {
  const length = errors + warnings;
  if (length <= MOST_UNPACKED) return parts.flatMap(of);
  return {
    length,
    *[Symbol.iterator]() {
      for (const part of parts) yield* of(part);
    },
  };
}

/** The result of a run that judged nothing. */
export function nothingFound(start: number | null): LintResult {
  return { findings: [], summary: sumUp([], start) };
}

/** The result of a run that took this many milliseconds. */
export function timed(result: LongResult, milliseconds: number): LongResult {
  const { parts } = result;
  const summary = { ...result.summary, milliseconds };
  if (parts !== undefined) return ofParts(parts, summary);
  return { findings: result.findings, summary };
}

/** What was done and found on some pages, in numbers. `marks`: those of their findings. */
export function sumUp(
  judged: readonly PageResult[],
  start: number | null,
  marks: Iterable<Mark> = marksIn(judged),
): Summary {
  const { count: _, ...done } = workDone(judged);
  return {
    ...done,
    ...countFindings(marks),
    milliseconds: start === null ? 0 : Math.round(now() - start),
  };
}

/** What was done on some pages, and how many findings there are. */
export function workDone(
  judged: Iterable<PageResult>,
): Pick<Summary, 'pages' | 'links' | 'sections'> & { readonly count: number } {
  let [pages, count, unknownSections, checked, broken, unknown] = [0, 0, 0, 0, 0, 0];
  for (const { isPage, findings, links, unknownSections: sections } of judged) {
    if (isPage) pages++;
    count += findings.length;
    unknownSections += sections;
    checked += links.checked;
    broken += links.broken;
    unknown += links.unknown;
  }
  return { pages, links: { checked, broken, unknown }, sections: { unknown: unknownSections }, count };
}

/** What a summary counts of the findings of some pages. */
function* marksIn(judged: readonly PageResult[]): Generator<Mark> {
  for (const { findings } of judged) yield* 'marks' in findings ? findings.marks : findings;
}

export function countFindings(findings: Iterable<Mark>): Pick<Summary, 'errors' | 'warnings' | 'rules'> {
  const rules: Record<string, number> = {};
  let [errors, warnings] = [0, 0];
  for (const { rule, severity } of findings) {
    rules[rule] = (rules[rule] ?? 0) + 1;
    if (severity === 'error') errors++;
    else warnings++;
  }
  const sorted = Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { errors, warnings, rules: sorted };
}
