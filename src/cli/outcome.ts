import { storedOf } from '../incremental/stored-handbook.ts';
import type { LongResult } from '../lint/results/result.ts';
import type { LintOptions } from '../lint/run.ts';
import { whySlow } from '../markdown/fast/slow-reading.ts';
import type { Handbook } from '../model/handbook.ts';
import type { ReportContext } from '../reporters/report.ts';
import { describeTakenFor } from '../sites/taken-for.ts';
import type { Arguments } from './arguments.ts';
import { demandPages } from './no-pages.ts';
import { withoutBaseline } from './output/baseline.ts';

/** What a run found, and what is said of it besides. */
export interface Outcome {
  /** Absolute, without links. */
  readonly root: string;
  readonly result: LongResult;
  /** Whether only what a change breaks was judged. */
  readonly isChange: boolean;
  /** What the site is taken for, in a line; `null` when nothing was read. */
  readonly site: string | null;
  /** When reading had ended, by `now()`. */
  readonly opened: number;
  /** How many pages had to be judged; absent when all. */
  readonly judged?: number | undefined;
  /** Why the slower parser was used; absent when it was not. */
  readonly slow?: string | undefined;
  /** Why folders could not be looked into, a line each. */
  readonly unread?: readonly string[] | undefined;
  /** What could not be compared in a change, a sentence each. */
  readonly notes?: readonly string[];
  /** The texts that were judged where they are not those on disk. */
  readonly source?: ReportContext['source'];
  /** Whether most of the handbook was known from an earlier run, and not judged again; absent when nothing was. */
  readonly isShort?: boolean;
  /** Writes the cache for the next run. */
  readonly save: () => Promise<void>;
}

/** What was found; `handbook`: `null` when nothing had to be read, `judged`: how many pages had to be judged, absent when all. */
interface Judged {
  readonly result: LongResult;
  readonly handbook: Handbook | null;
  readonly judged: number | undefined;
}

/** What does not depend on how pages were judged. A handbook without pages is a Failure. */
export function outcomeOf(
  { result, handbook, judged }: Judged,
  root: string,
  { paths }: Pick<LintOptions, 'paths'>,
  args: Arguments,
) {
  if (handbook) demandPages(root, handbook);
  const stored = handbook && storedOf(handbook);
  return {
    root: handbook?.root ?? root,
    result: withoutBaseline(result, handbook, paths, args),
    site: handbook && describeTakenFor(handbook.config),
    slow: whySlow(),
    unread: stored?.unread,
    isShort: stored?.isMostlyKnown === true && 2 * (judged ?? result.summary.pages) < stored.handbook.pages.length,
  };
}
