import type { TrackedPageResult } from '../../lint/batch.ts';
import type { StatSnapshot } from '../watch/stat-snapshot.ts';

/** What was found on one page when it had this content. */
export interface CachedPageResult extends TrackedPageResult {
  /** The hash of its content; `''` when it has none, and so is never known again. */
  readonly key: string;
}

/** What earlier runs have found, and under which circumstances it holds. */
export interface CachedResults {
  /** The files, those of `pages` first, when every page had its result here; `null` when their times cannot tell of every change. */
  readonly snapshot: StatSnapshot | null;
  /** What the site is taken for, in a line. */
  readonly site: string;
  /** A hash of the configuration. */
  readonly config: string;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  /** Where all pages are, as JSON, in pieces; `null` where it is damaged. Made when it is asked for. */
  readonly placement: Iterable<Uint8Array> | null;
  /** A hash of what every page sees. */
  readonly surroundings: string;
  /** The interface hashes that pages had when others read them. */
  readonly interfaces: ReadonlyMap<string, string>;
  /** Pages whose interface was read for what many pages share. */
  readonly readForAll: readonly string[];
  /** Pages of which others have read more than their interface, with the content that they had. */
  readonly read: ReadonlyMap<string, string>;
  /** By path; pages that are not judged (`ignore`) are not among them. */
  readonly pages: ReadonlyMap<string, CachedPageResult>;
}

/** The key of results by this code, with these levels. */
export function resultsKey(version: string, levels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([version, process.versions.node, process.versions.unicode ?? '', sorted]);
}
