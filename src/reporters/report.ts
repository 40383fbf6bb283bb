import type { LongResult } from '../lint/results/result.ts';

/** Turns a run's result into the text of one format, whole or piece by piece, with a line end at its end. */
export type Reporter = (result: LongResult, context: ReportContext) => string | Iterable<string | Uint8Array>;

/** What a reporter may know besides the findings. */
export interface ReportContext {
  readonly version: string;
  /** Absolute path of the handbook's root. */
  readonly root: string;
  /** A finding's path as it is reached from the working directory: `a.md`, `docs/a.md`, `../a.md`. */
  readonly fromHere: (path: string) => string;
  /** What to put before a finding's path to reach it from the repository's top folder, as CI systems do. */
  readonly fromRepository: string;
  /** What the site was taken for, in a line; `null` when nothing had to be read. */
  readonly site: string | null;
  /** Whether only what a change breaks was judged. */
  readonly isChange: boolean;
  /** Whether the run ends with exit code 1. */
  readonly fails: boolean;
  readonly color: boolean;
  /** Whether a person sees it as it is printed. */
  readonly isOnTerminal: boolean;
  /** Whether figures by rule, by folder and by missing target were asked for. */
  readonly statistics: boolean;
  /** Whether nothing but errors shall be told. */
  readonly isQuiet?: boolean;
  /** Whether the terminal follows links in text. */
  readonly hyperlinks: boolean;
  /** Where a line of a file can be read in the web; `path` is relative to the repository. */
  readonly lineUrl: ((path: string, line: number) => string) | null;
  /** The text of a file of the handbook, by its path from the root; `null` where it cannot be had, or is not what was judged. */
  readonly source: (path: string) => string | null;
  /** The page of a rule, in Markdown; `null` where there is none. */
  readonly rulePage: (id: string) => string | null;
}
