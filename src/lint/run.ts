import type { Handbook, Page } from '../handbook/handbook.ts';
import { linkCounts } from '../links/judge.ts';
import type { Level, Rule } from './define-rule.ts';
import { judgeChanged } from './judge-changed.ts';
import { judgePage } from './judge-page.ts';
import { enabledRules } from './levels.ts';
import { type LintResult, resultOf, summed } from './result.ts';
import { pagesInScope } from './scope.ts';
import type { VerdictMemory } from './verdict-memory.ts';

export type { LintResult } from './result.ts';
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
  /** What earlier runs have found: only what changed is judged. Without it all pages are. */
  readonly memory?: VerdictMemory;
  /** When the run began, in ms since 1970, if the files are on disk; of use with `memory`. */
  readonly since?: number;
  /** Adds up milliseconds per rule when given. */
  readonly timings?: Map<string, number>;
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
  const judgesLinks = rules.some(({ rule }) => rule.id.startsWith('handbook-link-'));
  const judge = (page: Page) => {
    const findings = judgePage(page, run);
    const links = judgesLinks ? linkCounts(handbook, [page]) : { checked: 0, broken: 0, unknown: 0 };
    return { findings, links };
  };
  if (options.memory !== undefined) {
    let done = 0;
    const verdicts = judgeChanged(options.memory, {
      handbook,
      pages,
      judgeable: options.paths === undefined ? pages : pagesInScope(handbook, undefined),
      judge: (page) => {
        options.onPage?.(done++, pages.length);
        const { findings, links } = judge(page);
        return { findings: JSON.stringify(findings), links };
      },
      since: options.since ?? null,
    });
    return resultOf(verdicts, start);
  }
  const judged = pages.map((page, index) => {
    options.onPage?.(index, pages.length);
    return judge(page);
  });
  return summed(
    judged.flatMap(({ findings }) => findings),
    judged,
    start,
  );
}
