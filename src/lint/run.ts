import type { Handbook } from '../handbook/handbook.ts';
import { linkCounts } from '../links/judge.ts';
import type { Level, Rule } from './define-rule.ts';
import type { Finding } from './finding.ts';
import { judgePage } from './judge-page.ts';
import { enabledRules } from './levels.ts';
import { pagesInScope } from './scope.ts';
import { countFindings, type Summary } from './summary.ts';

export type { Summary } from './summary.ts';

export interface LintOptions {
  /** The rules there are: `rules` of rules/index.ts, or fewer. */
  readonly rules: readonly Rule[];
  /** Files or folders relative to the root; all pages when absent. What they link to is still known. */
  readonly paths?: readonly string[];
  /** Levels that win over the configuration's. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Ids that configuration and control comments may name; those of `rules` when absent. */
  readonly known?: readonly string[];
  /** Called before each page, for a progress line. */
  readonly onPage?: (done: number, total: number) => void;
  /** Adds up milliseconds per rule when given. */
  readonly timings?: Map<string, number>;
}

export interface LintResult {
  /** Sorted by path, position and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/**
 * Judges the pages in scope by every rule that is not off. Throws a ConfigError when levels or options are wrong,
 * and a RunError when a rule fails.
 */
export function lint(handbook: Handbook, options: LintOptions): LintResult {
  const start = performance.now();
  const known = options.known ?? options.rules.map((rule) => rule.id);
  const rules = enabledRules(options.rules, handbook.config.rules, options.levels ?? {}, known);
  const run = { handbook, rules, known, ...(options.timings === undefined ? {} : { timings: options.timings }) };
  const pages = pagesInScope(handbook, options.paths);
  const findings = pages.flatMap((page, index) => {
    options.onPage?.(index, pages.length);
    return judgePage(page, run);
  });
  const judgesLinks = rules.some(({ rule }) => rule.id.startsWith('handbook-link-'));
  return {
    findings,
    summary: {
      pages: pages.length,
      links: judgesLinks ? linkCounts(handbook, pages) : { checked: 0, broken: 0, unknown: 0 },
      ...countFindings(findings),
      milliseconds: Math.round(performance.now() - start),
    },
  };
}
