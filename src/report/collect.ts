import { getOrInsert } from '../collections/get-or-insert.ts';
import { compareTexts } from '../collections/order.ts';
import type { Finding } from '../lint/finding.ts';
import { fingerprint } from '../lint/results/fingerprint.ts';
import type { LintResult } from '../lint/results/result.ts';
import { version } from '../lint/version.ts';
import { remembered } from '../model/fifo-cache.ts';
import type { Handbook } from '../model/handbook.ts';
import { judgeSections } from '../sections/judge-sections.ts';
import { pageTypeOf } from '../sections/page-type.ts';
import type { SectionProblem } from '../sections/problems.ts';
import { sectionName } from '../sections/wording.ts';
import {
  type Figures,
  REPORT_VERSION,
  type ReportData,
  type ReportFinding,
  type RoleReport,
  type Tally,
} from './data.ts';
import { mapLinks } from './map.ts';
import { frameworkReports } from './matrix.ts';
import { type OwnersOf, ownersInFrontMatter } from './owners.ts';
import type { SiteContext } from './start/candidates.ts';
import { mostWanted } from './start/most-wanted.ts';
import { topFolder } from './top-folder.ts';

/** The page holds at most this many findings, and this many characters of them; the rest is counted. */
const MOST_FINDINGS = 20_000;
const MOST_SIGNS = 6_000_000;
const MOST_WORDS = 200;

/** What is not known from the handbook itself. */
export interface Circumstances {
  readonly date: string;
  readonly name: string;
  readonly source: string | null;
  readonly owners: OwnersOf;
  readonly around: SiteContext;
  /** Ids of the rules that judge competencies. */
  readonly competencyRules: ReadonlySet<string>;
  readonly change: { readonly against: string; readonly fresh: ReadonlySet<string>; readonly gone: number } | null;
  readonly earlier: readonly ReportData[];
}

/** Makes the report's data of a handbook and of all that was found in it. */
export function collectReport(handbook: Handbook, result: LintResult, around: Circumstances): ReportData {
  // Findings of one page follow each other.
  const textOf = remembered(1, (path) => handbook.page(path)?.text ?? '');
  const all = result.findings.map((finding) => reported(finding, wordsAt(finding, textOf), handbook, around.owners));
  const listed = listFindings(all);
  const { map, links } = mapLinks(handbook);
  const frameworks = frameworkReports(handbook, all, around.competencyRules);
  const roles = roleReports(handbook);
  const { reasons, ...counts } = links;
  // A page is complete when it lacks no section and none is empty.
  const complete = roles.filter(
    ({ sections }) => !sections.some(({ state }) => state === 'lacks' || state === 'empty'),
  );
  const cells = frameworks.flatMap((framework) => framework.cells.filter(({ page }) => page !== null));
  const figures: Figures = {
    pages: handbook.pages.filter(({ address }) => address !== null).length,
    links: counts,
    unknown: { ...reasons },
    errors: result.summary.errors,
    warnings: result.summary.warnings,
    roles: { pages: roles.length, complete: complete.length },
    competencies: { pages: cells.length, consistent: cells.filter(({ state }) => state === 'consistent').length },
  };
  const { change } = around;
  return {
    version: REPORT_VERSION,
    tool: version,
    handbook: around.name,
    date: around.date,
    source: around.source,
    figures,
    change: change && {
      against: change.against,
      added: change.fresh.size,
      gone: change.gone,
      fresh: all.map(({ fingerprint: id }) => id).filter((id) => change.fresh.has(id)),
    },
    trend: around.earlier
      .map(({ date, figures: then }) => ({ date, figures: then }))
      .sort((a, b) => compareTexts(a.date, b.date)),
    wanted: mostWanted(result.findings, around.around),
    folders: tallyBy(all, ({ path }) => [topFolder(path)]),
    owners: tallyBy(all, ({ owners }) => (owners.length === 0 ? ['nobody named'] : owners)),
    rules: tallyBy(all, ({ rule }) => [rule]),
    ruleUrls: Object.fromEntries(result.findings.map(({ rule, url }) => [rule, url])),
    findings: listed,
    omitted: all.length - listed.length,
    frameworks,
    roles,
    map,
  };
}

/** The findings that the page holds, in their order. Where not all have room, errors go before warnings. */
function listFindings(all: readonly ReportFinding[]): ReportFinding[] {
  const kept = new Set<ReportFinding>();
  let signs = 0;
  for (const severity of ['error', 'warn'] as const)
    for (const finding of all) {
      if (finding.severity !== severity || kept.size >= MOST_FINDINGS) continue;
      signs += JSON.stringify(finding).length;
      if (signs > MOST_SIGNS) break;
      kept.add(finding);
    }
  return all.filter((finding) => kept.has(finding));
}

function reported(finding: Finding, words: string, handbook: Handbook, owners: OwnersOf): ReportFinding {
  const { rule, severity, path, start, message, suggestions } = finding;
  const page = handbook.page(path);
  const named =
    page === undefined || page.unbuilt === 'redirects' ? [] : ownersInFrontMatter(page.facts.frontMatter?.values);
  return {
    rule,
    severity,
    path,
    line: start.line,
    column: start.column,
    message: message.length > MOST_WORDS * 4 ? `${message.slice(0, MOST_WORDS * 4)}…` : message,
    words,
    instead: suggestions[0]?.text ?? null,
    owners: [...new Set([...owners(path), ...named])],
    fingerprint: fingerprint(finding),
  };
}

/** The words that a finding is about. */
function wordsAt({ path, start, end }: Finding, textOf: (path: string) => string): string {
  if (end.offset - start.offset > MOST_WORDS * 5) return '';
  const words = textOf(path).slice(start.offset, end.offset).replace(/\s+/g, ' ').trim();
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}

/** Counts findings by a name that each has one or more of; those with most errors first, then by name. */
function tallyBy(findings: readonly ReportFinding[], names: (finding: ReportFinding) => readonly string[]): Tally[] {
  const tallies = new Map<string, { name: string; errors: number; warnings: number }>();
  for (const finding of findings)
    for (const name of names(finding)) {
      const tally = getOrInsert(tallies, name, () => ({ name, errors: 0, warnings: 0 }));
      if (finding.severity === 'error') tally.errors++;
      else tally.warnings++;
    }
  const inOrder = (a: Tally, b: Tally) =>
    b.errors - a.errors || b.warnings - a.warnings || compareTexts(a.name, b.name);
  return [...tallies.values()].sort(inOrder);
}

/** Every page that has a page type, and how its sections stand. */
function roleReports(handbook: Handbook): RoleReport[] {
  return handbook.pages.flatMap((page) => {
    const found = pageTypeOf(page, handbook);
    if (found?.kind !== 'type') return [];
    const problems = judgeSections(page, handbook);
    const sections = found.type.sections.map((section) => ({
      name: sectionName(section),
      state: worst(problems.filter((problem) => problem.section === section)),
    }));
    return [{ path: page.path, title: page.title, type: found.type.type.name, sections }];
  });
}

function worst(problems: readonly Pick<SectionProblem, 'kind'>[]): RoleReport['sections'][number]['state'] {
  const kinds = new Set(problems.map(({ kind }) => kind));
  if (kinds.has('missing')) return 'lacks';
  if (kinds.has('empty')) return 'empty';
  if (kinds.has('unknown')) return 'unknown';
  return kinds.size > 0 ? 'flawed' : 'has';
}
