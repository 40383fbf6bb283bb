import type { LinkCounts } from '../links/judge.ts';
import type { Finding } from './finding.ts';

/** What was found on one page. */
export interface PageResult {
  readonly links: LinkCounts;
  /** Whether people would call it a page: a file of data or of redirects is judged, too, and is none. */
  readonly isPage: boolean;
  /** Those of an earlier run are JSON, parsed when they are shown. */
  readonly findings: readonly Finding[] | string;
}

/** A page's findings. */
export function findingsOf({ findings }: PageResult): readonly Finding[] {
  if (typeof findings !== 'string') return findings;
  return findings === '[]' ? [] : (JSON.parse(findings) as Finding[]);
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
