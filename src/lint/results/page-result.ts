import type { LinkCounts } from '../../links/judge.ts';
import type { Finding, ShownFinding } from '../finding.ts';

export interface PageResult {
  readonly links: LinkCounts;
  /** Sections that cannot be checked. */
  readonly unknownSections: number;
  /** Whether the file is a page; files of data and of redirects are judged, too. */
  readonly isPage: boolean;
  readonly findings: PageFindings;
}

/** A page's findings: as they are, or kept in another form. */
export type PageFindings = readonly Finding[] | KeptFindings;

/** Findings of an earlier run, in the form in which they are counted and printed. */
export interface KeptFindings {
  readonly length: number;
  /** As the JSON report lists them, each behind a comma. */
  readonly listed: Uint8Array;
  /** What is shown of each, as `shownAsJson` writes it, one after another. */
  readonly rows: Uint8Array;
  readonly marks: readonly Mark[];
  /** `Finding.key` of each. */
  readonly keys: readonly string[];
  parse(): readonly Finding[];
  /** What is shown of each, without the rest, which is most of it. */
  shown(): readonly ShownFinding[];
}

/** What a summary counts of a finding. */
export type Mark = Pick<Finding, 'rule' | 'severity'>;

export function asShown({ rule, severity, path, start, end, message }: Finding): ShownFinding {
  return { rule, severity, path, place: `${start.line}:${start.column}-${end.line}:${end.column}`, message };
}

export function shownOn({ findings }: Pick<PageResult, 'findings'>): readonly ShownFinding[] {
  return 'shown' in findings ? findings.shown() : findings.map(asShown);
}

export function findingsOf({ findings }: Pick<PageResult, 'findings'>): readonly Finding[] {
  return 'parse' in findings ? findings.parse() : findings;
}
