import type { Page } from '../model/handbook.ts';
import type { Finding } from './finding.ts';
import { judgePage, type PageRun } from './judge-page.ts';
import { RunError } from './run-error.ts';

export interface JudgedPage {
  readonly findings: readonly Finding[];
  /** Why findings may be missing: a rule that failed, a configuration that cannot be used. */
  readonly failures: readonly RuleFailure[];
}

/** Why findings of a page may be missing. */
export interface RuleFailure {
  readonly message: string;
  /** The rule that failed; `null` when it was none. */
  readonly rule: string | null;
}

/** Judges one page for an editor: when a rule fails, the findings of the others are given all the same. */
export function judgeDespiteFailures(page: Page, run: PageRun): JudgedPage {
  const failures: { message: string; rule: string }[] = [];
  for (;;) {
    const failed = new Set(failures.map(({ rule }) => rule));
    try {
      const able = run.rules.filter(({ rule }) => !failed.has(rule.id));
      return { findings: judgePage(page, { ...run, rules: able }), failures };
    } catch (error) {
      if (!(error instanceof RunError) || failed.has(error.rule)) throw error;
      failures.push({ message: error.message, rule: error.rule });
    }
  }
}
