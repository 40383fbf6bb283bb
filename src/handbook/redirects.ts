import type { Range } from '../markdown/facts.ts';

/** One rule of a `_redirects`-format file: `/old/* /new/:splat 301`. */
export interface Redirect {
  /** The file, relative to the root. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The whole line, and the two addresses in it. */
  readonly range: Range;
  readonly fromRange: Range;
  readonly toRange: Range;
}
