import { once } from '../collections/once.ts';
import { compareTexts } from '../collections/order.ts';
import { ConfigError } from '../config/config.ts';
import type { ControlComment } from '../markdown/facts.ts';
import { coverage } from '../markdown/ranges.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';
import { now } from './clock.ts';
import { type Controls, readControls } from './controls.ts';
import type { ControlUse } from './define-rule.ts';
import type { Finding, Report } from './finding.ts';
import type { EnabledRule } from './levels.ts';
import { linesOf } from './line-table.ts';
import { fingerprint, keyMaker } from './results/fingerprint.ts';
import { RunError } from './run-error.ts';
import { ruleUrl } from './version.ts';

/** What judging needs besides the page. */
export interface PageRun {
  readonly handbook: Handbook;
  readonly rules: readonly EnabledRule[];
  /** Ids of all rules there are, run or not. */
  readonly known: readonly string[];
  /** Adds up milliseconds per rule when given. */
  readonly timings?: Map<string, number>;
}

interface Reported {
  readonly entry: EnabledRule;
  readonly report: Report;
}

/** One page's findings, sorted by position and rule, without those that control comments silence. */
export function judgePage(page: Page, run: PageRun): Finding[] {
  const reported = ask(page, run, run.rules, null);
  const comments = page.facts.controls;
  if (comments.length === 0) return toFindings(page, run.handbook, reported);

  const controls = readControls(comments.map((comment) => withPrefixes(comment, run.known)));
  const used = new Set<string>();
  const kept = reported.filter((each) => isKept(each, controls, used));
  const reviewers = run.rules.filter(({ rule }) => rule.review !== undefined);
  if (reviewers.length > 0) {
    const reviewed = ask(page, run, reviewers, describeUses(comments, run, used));
    kept.push(...reviewed.filter((each) => isKept(each, controls, used)));
  }
  return toFindings(page, run.handbook, kept);
}

/** What rules report about the page, or about what its control comments did when that is given. */
function ask(
  page: Page,
  { handbook, timings }: PageRun,
  rules: readonly EnabledRule[],
  controls: readonly ControlUse[] | null,
): Reported[] {
  const reported: Reported[] = [];
  let entry: EnabledRule;
  // One for all rules, as most have nothing to say.
  const report = (report: Report) => reported.push({ entry, report });
  rules.forEach((each) => {
    entry = each;
    const { rule, options } = each;
    const start = timings === undefined ? 0 : now();
    try {
      if (controls === null) rule.check(page, { handbook, options, report });
      else rule.review?.(page, { handbook, options, report, controls });
    } catch (error) {
      throw error instanceof ConfigError ? error : new RunError(rule.id, page.path, error);
    }
    timings?.set(rule.id, (timings.get(rule.id) ?? 0) + now() - start);
  });
  return reported;
}

/** Names without their prefix that are rules of ours by their whole name: `link-page` in `<!--lint disable link-page-->`. */
function withPrefixes(comment: ControlComment, known: readonly string[]): ControlComment {
  if (comment.rules.every(({ id }) => id.startsWith('handbook-'))) return comment;
  const whole = (id: string) => (known.includes(`handbook-${id}`) ? `handbook-${id}` : id);
  return { ...comment, rules: comment.rules.map(({ id, range }) => ({ id: whole(id), range })) };
}

const useOf = (comment: ControlComment, id: string) => `${comment.range[0]} ${id}`;

function isKept({ entry, report }: Reported, controls: Controls, used: Set<string>): boolean {
  const comment = controls.silencedBy(entry.rule.id, report.range[0]);
  if (comment !== null) used.add(useOf(comment, entry.rule.id));
  return comment === null;
}

function describeUses(comments: readonly ControlComment[], run: PageRun, used: ReadonlySet<string>): ControlUse[] {
  const { known } = run;
  const ran = new Set(run.rules.map(({ rule }) => rule.id));
  return comments.flatMap((comment) =>
    comment.rules
      .filter(({ id }) => id.startsWith('handbook-'))
      .map(({ id, range }): ControlUse => {
        if (!known.includes(id)) return { id, range, state: 'unknown', known };
        if (comment.verb === 'enable' || used.has(useOf(comment, id))) return { id, range, state: 'used', known };
        // A rule that looks at the comments themselves has not judged yet.
        const judged = ran.has(id) && run.rules.every(({ rule }) => rule.id !== id || rule.review === undefined);
        return { id, range, state: judged ? 'unused' : 'not-run', known };
      }),
  );
}

function toFindings(page: Page, handbook: Handbook, reported: readonly Reported[]): Finding[] {
  if (reported.length === 0) return [];
  const lines = linesOf(page);
  const text = page.text;
  const makeKey = keyMaker();
  const isInHeading = inHeading(page);
  const canFix = siteAt(page, handbook).canFix(page, handbook);
  const sorted = reported.toSorted(
    (a, b) =>
      a.report.range[0] - b.report.range[0] ||
      compareTexts(a.entry.rule.id, b.entry.rule.id) ||
      a.report.range[1] - b.report.range[1] ||
      compareTexts(a.report.message, b.report.message),
  );
  return sorted.map(({ entry, report }) => {
    const id = entry.rule.id;
    const { path } = page;
    const key = makeKey(id, text.slice(...report.range), report.identity ?? '');
    return {
      rule: id,
      severity: report.severity ?? entry.severity,
      path,
      start: lines.point(report.range[0]),
      end: lines.point(report.range[1]),
      message: report.message,
      note: report.note,
      suggestions: (report.suggestions ?? []).map((each) =>
        each.safe && ((!canFix && isAboutLinks(entry.rule)) || isInHeading(report.range[0]))
          ? { ...each, safe: false }
          : each,
      ),
      url: ruleUrl(id),
      related: (report.related ?? []).map(({ path, range, message }) => {
        const other = handbook.page(path);
        return { path, line: other === undefined ? 1 : linesOf(other).point(range[0]).line, message };
      }),
      data: report.data ?? {},
      key,
      fingerprint: fingerprint({ path, key }),
    };
  });
}

/** Whether the rule suggests destinations, which only the site's generator can tell to work. */
function isAboutLinks({ kind }: EnabledRule['rule']): boolean {
  return kind === 'links' || kind === 'redirects';
}

/**
 * Says whether a place lies in a heading whose id comes from its words, links in it included: replacing a word there may
 * break links to the heading.
 */
function inHeading({ facts }: Page): (offset: number) => boolean {
  // Most findings suggest nothing that could be applied unseen.
  const covers = once(() => coverage(facts.headings.filter(({ id }) => id === undefined).map(({ range }) => range)));
  return (offset) => covers()(offset);
}
