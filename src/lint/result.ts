import { now } from './clock.ts';
import type { Finding } from './finding.ts';
import { addLinks, findingsOf, type Verdict } from './results/verdicts.ts';
import { countFindings, type Summary } from './summary.ts';

/** What a run found. */
export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** The result that some verdicts make. `start` is when the run began, by `now()`; `null`: its time is taken elsewhere. */
export function resultOf(verdicts: readonly Verdict[], start: number | null): LintResult {
  return summed(verdicts.flatMap(findingsOf), verdicts, start);
}

/** The result of some findings, and of the pages that were judged. */
export function summed(
  findings: readonly Finding[],
  judged: readonly Pick<Verdict, 'links' | 'isPage'>[],
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
