import { now } from './clock.ts';
import type { Finding } from './finding.ts';
import { addLinks, findingsOf, type PageResult } from './page-result.ts';
import { countFindings, type Summary } from './summary.ts';

/** What a run found. */
export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** What was found on some pages, as one result. `start` is when the run began, by `now()`; `null`: its time is taken elsewhere. */
export function resultOf(pages: readonly PageResult[], start: number | null): LintResult {
  return summed(pages.flatMap(findingsOf), pages, start);
}

/** The result of some findings, and of the pages that were judged. */
export function summed(
  findings: readonly Finding[],
  judged: readonly Pick<PageResult, 'links' | 'isPage'>[],
  start: number | null,
): LintResult {
  return {
    findings,
    summary: {
      pages: judged.filter(({ isPage }) => isPage).length,
      links: addLinks(judged),
      ...countFindings(findings),
      milliseconds: start === null ? 0 : Math.round(now() - start),
    },
  };
}
