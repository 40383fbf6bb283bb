import type { LinkCounts } from '../links/judge.ts';
import type { Finding } from './finding.ts';

/** What was found on one page. */
export interface PageResult {
  readonly links: LinkCounts;
  /** Whether people would call it a page: a file of data or of redirects is judged, too, and is none. */
  readonly isPage: boolean;
  readonly findings: PageFindings;
}

/** A page's findings: as they are, or kept in another form. */
export type PageFindings = readonly Finding[] | KeptFindings;

/** Findings of an earlier run: most runs count them and print them as they are. */
export interface KeptFindings {
  /** As the JSON report lists them, each behind a comma. */
  readonly listed: Uint8Array;
  readonly marks: readonly Mark[];
  /** `Finding.key` of each. */
  readonly keys: readonly string[];
  parse(): readonly Finding[];
}

/** By what a finding is counted. */
export type Mark = Pick<Finding, 'rule' | 'severity'>;

/** A page's findings. */
export function findingsOf({ findings }: Pick<PageResult, 'findings'>): readonly Finding[] {
  return 'parse' in findings ? findings.parse() : findings;
}

/** By what a page's findings are counted. */
export function marksOf({ findings }: Pick<PageResult, 'findings'>): readonly Mark[] {
  return 'marks' in findings ? findings.marks : findings;
}

/** Adds up the links of some pages. */
export function addLinks(results: Iterable<Pick<PageResult, 'links'>>): LinkCounts {
  let [checked, broken, unknown] = [0, 0, 0];
  for (const { links } of results) {
    checked += links.checked;
    broken += links.broken;
    unknown += links.unknown;
  }
  return { checked, broken, unknown };
}
