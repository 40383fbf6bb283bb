import { now } from './clock.ts';
import type { Finding } from './finding.ts';
import { addLinks, findingsOf, marksOf, type PageResult } from './page-result.ts';
import { countFindings, type Summary } from './summary.ts';

/** What a run found. */
export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** The same findings, of which those of earlier runs need not be parsed; absent when some were taken out. */
  readonly parts?: readonly Pick<PageResult, 'findings'>[];
}

/** What was found on some pages, as one result. `start` is when the run began, by `now()`; `null`: its time is taken elsewhere. */
export function resultOf(pages: readonly PageResult[], start: number | null): LintResult {
  return ofParts(pages, summaryOf(pages, start));
}

/** The result with these findings. */
export function ofParts(parts: readonly Pick<PageResult, 'findings'>[], summary: Summary): LintResult {
  let findings: readonly Finding[] | undefined;
  return {
    get findings() {
      findings ??= parts.flatMap(findingsOf);
      return findings;
    },
    summary,
    parts,
  };
}

/** The result of a run that judged nothing. */
export function nothingFound(start: number | null): LintResult {
  return { findings: [], summary: summaryOf([], start) };
}

/** The same after a run of this many milliseconds. */
export function timed(result: LintResult, milliseconds: number): LintResult {
  const { parts } = result;
  const summary = { ...result.summary, milliseconds };
  if (parts !== undefined) return ofParts(parts, summary);
  return { findings: result.findings, summary };
}

/** What was done and found on some pages, in numbers. */
export function summaryOf(judged: readonly PageResult[], start: number | null): Summary {
  return {
    pages: judged.filter(({ isPage }) => isPage).length,
    links: addLinks(judged),
    ...countFindings(judged.flatMap(marksOf)),
    milliseconds: start === null ? 0 : Math.round(now() - start),
  };
}
