import { linksOn } from '../links/judge.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { judgeSections } from '../sections/judge-sections.ts';
import { judgeBatch, PageQueue } from './batch.ts';
import { now } from './clock.ts';
import type { Rule, RuleLevel } from './define-rule.ts';
import type { Finding } from './finding.ts';
import { judgePage } from './judge-page.ts';
import { enabledRules } from './levels.ts';
import type { PageFindings, PageResult } from './results/page-result.ts';
import { type LintResult, resultOf } from './results/result.ts';
import { pagesInScope } from './scope.ts';
import { allWork, type Work, type WorkPlanner } from './work.ts';

export type { LintResult, Summary } from './results/result.ts';

/** What a run judges, and how. */
export interface LintOptions {
  /** The rules there are: `rules` of rules/index.ts, or fewer. */
  readonly rules: readonly Rule[];
  /** Files or folders relative to the root; all pages when absent. What they link to is still known. */
  readonly paths?: readonly string[];
  /** Levels that win over the configuration's. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** Ids that configuration and control comments may name; those of `rules` when absent. */
  readonly known?: readonly string[];
  /** Called before each page, for a progress line. */
  readonly onPage?: (done: number, total: number) => void;
  /** Says which pages have to be judged, by the results of earlier runs; all pages when absent. */
  readonly plan?: WorkPlanner;
  /** Adds up milliseconds per rule when given. */
  readonly timings?: Map<string, number>;
}

/**
 * Judges the pages in scope by every rule that is not off. Throws a ConfigError when levels or options are wrong,
 * and a RunError when a rule fails.
 */
export function lint(handbook: Handbook, options: LintOptions): LintResult {
  const start = now();
  const result = resultOf([...judgePages(handbook, options).values()], start);
  return { findings: [...result.findings], summary: result.summary };
}

/** Judges as `lint` does, and gives what was found page by page: what earlier runs have found stays as they have kept it. */
export function judgePages(handbook: Handbook, options: LintOptions): ReadonlyMap<string, PageResult> {
  const judge = judgeBy(handbook, options);
  const pages = pagesInScope(handbook, options.paths);
  const work = workOf(handbook, options, pages);
  const results = work.conclude(judgeBatch(work.pages, new PageQueue(), judge, options.onPage));
  const found = new Map<string, PageResult>();
  pages.forEach(({ path }, at) => {
    found.set(path, results[at]!);
  });
  return found;
}

/** How one page is judged. `keep` packs the findings of many pages, which might not fit into memory. */
export function judgeBy(
  handbook: Handbook,
  options: Pick<LintOptions, 'rules' | 'levels' | 'known' | 'timings'>,
  keep: (findings: readonly Finding[]) => PageFindings = (findings) => findings,
): (page: Page) => PageResult {
  const known = options.known ?? options.rules.map((rule) => rule.id);
  const rules = enabledRules(options.rules, handbook.config, options.levels ?? {}, known);
  const run = { handbook, rules, known, timings: options.timings };
  const judgesLinks = rules.some(({ rule }) => rule.kind === 'links');
  const judgesSections = rules.some(({ rule }) => rule.kind === 'sections');
  return (page) => {
    const findings = keep(judgePage(page, run));
    const links = judgesLinks ? linksOn(page, handbook).counts : { checked: 0, broken: 0, unknown: 0 };
    const unknownSections = judgesSections ? countUnknownSections(page, handbook) : 0;
    return { findings, links, unknownSections, isPage: page.kind !== 'data' && page.kind !== 'redirects' };
  };
}

export function workOf(
  handbook: Handbook,
  { paths, plan }: Pick<LintOptions, 'paths' | 'plan'>,
  pages = pagesInScope(handbook, paths),
): Work {
  if (plan === undefined) return allWork(pages);
  return plan({ handbook, pages, judgeable: paths === undefined ? pages : pagesInScope(handbook, undefined) });
}

/** Counts the sections of a page that cannot be checked: a shortcode, component or tag may show them. */
function countUnknownSections(page: Page, handbook: Handbook): number {
  return judgeSections(page, handbook).filter(({ kind }) => kind === 'unknown').length;
}
