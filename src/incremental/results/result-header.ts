import type { Mark } from '../../lint/results/page-result.ts';
import type { Summary } from '../../lint/results/result.ts';

/** What a file of results holds besides its columns. */
export interface Header {
  readonly key: string;
  /** `null`: there is no snapshot. */
  readonly given: string | null;
  readonly site: string;
  readonly config: string;
  readonly until: number | null;
  readonly surroundings: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  /** How many of the paths are those of pages with a result. */
  readonly pages: number;
  readonly summary: Summary;
  /** What findings are counted by: each is one of these. */
  readonly marks: readonly Mark[];
  /** The listings of the snapshot, and the placement, in this order at the beginning of the file. */
  readonly asides: readonly { readonly length: number; readonly sum: number }[];
}

/** So many bytes at the end of the file say where the checked parts begin. */
export const START = 4;

/** Numbers of a page: links checked, broken and unknown, unknown sections, 1 if people would call it a page, and where its findings end: in bytes, counted, and in bytes of what is shown of them. */
export const NUMBERS = 8;
