import { addToGroup } from '../collections/groups.ts';
import type { Framework } from '../competencies/framework.ts';
import { mayConcern } from '../competencies/reading/places/find-pages.ts';
import { frameworksOf } from '../competencies/reading/read-framework.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { defineRule, type Rule, type RuleLevel } from './define-rule.ts';
import type { Report } from './finding.ts';

/** A report and the page that it stands on. */
export type PlacedReport = Report & { readonly page: Page };

/** Finds what is wrong in a framework as a whole. */
export type FrameworkJudge = (framework: Framework, handbook: Handbook) => Iterable<PlacedReport>;

const none: readonly Report[] = [];

/** Judges all frameworks, once for this state of the handbook, and gives the reports that stand on one page. */
export function reportsOn(page: Page, handbook: Handbook, judge: FrameworkJudge): readonly Report[] {
  // At a keystroke on any other page, frameworks need not be read.
  if (!mayConcern(page, handbook)) return none;
  return reportsByPath(handbook, judge).get(page.path) ?? none;
}

/** Declares a rule that only judges frameworks, and has no options. */
export function defineFrameworkRule(id: string, level: RuleLevel, judge: FrameworkJudge): Rule {
  return defineRule({
    id,
    kind: 'competencies',
    level,
    check: (page, { handbook, report }) => reportsOn(page, handbook, judge).forEach(report),
  });
}

const reportsByPath = query('reports on frameworks', judgeAll, { forAll: true });

function judgeAll(handbook: Handbook, judge: FrameworkJudge): ReadonlyMap<string, readonly Report[]> {
  const byPath = new Map<string, Report[]>();
  const seen = new Set<string>();
  for (const framework of frameworksOf(handbook)) {
    for (const { page, ...report } of judge(framework, handbook)) {
      // An include that many pages show says the same thing from each of them.
      const id = JSON.stringify([page.path, report.range, report.message]);
      if (seen.has(id)) continue;
      seen.add(id);
      addToGroup(byPath, page.path, report);
    }
  }
  return byPath;
}
