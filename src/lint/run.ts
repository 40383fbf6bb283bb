import { linkCounts } from '../links/judge.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { Threads } from '../workers/threads.ts';
import { now } from './clock.ts';
import type { Level, Rule } from './define-rule.ts';
import { allWork, changedWork, type Work } from './judge-changed.ts';
import { judgePage } from './judge-page.ts';
import { judgeTogether } from './judge-together.ts';
import { enabledRules } from './levels.ts';
import { type LintResult, resultOf } from './result.ts';
import type { VerdictMemory } from './results/verdict-memory.ts';
import { pagesInScope } from './scope.ts';
import { Claims, type Found, judgeShare } from './share.ts';

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
  const start = now();
  const judge = judgeBy(handbook, options);
  const work = workOf(handbook, options);
  return resultOf(work.conclude(judgeShare(work.pages, new Claims(), judge, options.onPage)), start);
}

/**
 * The same with the help of threads, which know the `rules` of rules/index.ts only. `onJudged` is called when they have nothing
 * left to do, while this one puts together what was found.
 */
export async function lintTogether(
  handbook: Handbook,
  options: LintOptions,
  threads: Threads,
  onJudged: () => void,
): Promise<LintResult> {
  const start = now();
  const judge = judgeBy(handbook, options);
  const work = workOf(handbook, options);
  const { levels = {}, timings, onPage } = options;
  const judging = { judge, levels, timings, onPage, prepare: work.prepare };
  const share = await judgeTogether(handbook, work.pages, judging, threads);
  onJudged();
  return resultOf(work.conclude(share), start);
}

/** How one page is judged. */
export function judgeBy(
  handbook: Handbook,
  options: Pick<LintOptions, 'rules' | 'levels' | 'known' | 'timings'>,
): (page: Page) => Found {
  const known = options.known ?? options.rules.map((rule) => rule.id);
  const rules = enabledRules(options.rules, handbook.config.rules, options.levels ?? {}, known);
  const run = { handbook, rules, known, ...(options.timings === undefined ? {} : { timings: options.timings }) };
  const judgesLinks = rules.some(({ rule }) => rule.kind === 'links');
  return (page) => {
    const findings = judgePage(page, run);
    const links = judgesLinks ? linkCounts(handbook, [page]) : { checked: 0, broken: 0, unknown: 0 };
    return { findings, links, isPage: page.kind !== 'data' && page.kind !== 'redirects' };
  };
}

function workOf(handbook: Handbook, { paths, memory, since }: LintOptions): Work {
  const pages = pagesInScope(handbook, paths);
  if (memory === undefined) return allWork(pages);
  const judgeable = paths === undefined ? pages : pagesInScope(handbook, undefined);
  return changedWork(memory, { handbook, pages, judgeable, since: since ?? null });
}
