import type { Handbook } from '../handbook/handbook.ts';
import type { Level, Rule } from './define-rule.ts';
import type { Finding } from './finding.ts';

export interface LintOptions {
  /** The rules there are: `rules` of rules/index.ts, or fewer. */
  readonly rules: readonly Rule[];
  /** Files or folders relative to the root; all pages when absent. What they link to is still known. */
  readonly paths?: readonly string[];
  /** Levels that win over the configuration's. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Called before each page, for a progress line. */
  readonly onPage?: (done: number, total: number) => void;
}

export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

export interface Summary {
  readonly pages: number;
  /** Links inside the site, and how they fared. */
  readonly links: { readonly checked: number; readonly broken: number; readonly unknown: number };
  readonly errors: number;
  readonly warnings: number;
  /** Findings per rule id; rules without findings are absent. */
  readonly rules: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

/** Judges the pages in scope by every rule that is not off. */
export function lint(handbook: Handbook, options: LintOptions): LintResult {
  void handbook;
  void options;
  throw new Error('not yet');
}
