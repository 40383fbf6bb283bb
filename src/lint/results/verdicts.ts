import type { Sight } from '../../incremental/look.ts';
import type { LinkCounts } from '../../links/judge.ts';
import type { Finding } from '../finding.ts';

/** What was found on one page when it had this content. */
export interface Verdict {
  /** The content's name; `''` when it has none, and so is never known again. */
  readonly key: string;
  readonly links: LinkCounts;
  /** Whether people would call it a page: a file of data or of redirects is judged, too, and is none. */
  readonly isPage: boolean;
  /** Those of an earlier run are JSON, parsed when they are shown. */
  readonly findings: readonly Finding[] | string;
  /** Other pages whose face was seen for it. */
  readonly faces: readonly string[];
}

/** What earlier runs have found, and under which circumstances it holds. */
export interface Verdicts {
  /**
   * How the files looked, those of `pages` first, when every page had its verdict here; `null` when looking would not tell
   * of a change.
   */
  readonly sight: Sight | null;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  /** What every page sees. */
  readonly surroundings: string;
  /** The faces that pages had when others saw them. */
  readonly faces: ReadonlyMap<string, string>;
  /** Pages whose face was seen for what many pages share. */
  readonly seenForAll: readonly string[];
  /** Pages of which others have seen more than their face, with the content that they had. */
  readonly read: ReadonlyMap<string, string>;
  /** By path; pages that are not judged (`ignore`) are not among them. */
  readonly pages: ReadonlyMap<string, Verdict>;
}

/** A verdict's findings. */
export function findingsOf({ findings }: Verdict): readonly Finding[] {
  if (typeof findings !== 'string') return findings;
  return findings === '[]' ? [] : (JSON.parse(findings) as Finding[]);
}

/** Adds up the links of some verdicts. */
export function addLinks(verdicts: Iterable<Pick<Verdict, 'links'>>): LinkCounts {
  let [checked, broken, unknown] = [0, 0, 0];
  for (const { links } of verdicts) {
    checked += links.checked;
    broken += links.broken;
    unknown += links.unknown;
  }
  return { checked, broken, unknown };
}

/** The key of verdicts by this code, with these levels. */
export function verdictsKey(version: string, levels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([version, process.versions.node, process.versions.unicode ?? '', sorted]);
}
