/**
 * Departments have a page for every level, and indexes, navigations and tables of contents agree with the pages.
 *
 * ## What it does
 *
 * Lays a framework's pages out as a matrix of departments and levels, and reports
 *
 * - a level that a department has no page for, though the framework has it;
 * - a page whose name is no level, but that reads like one that is missing, and a heading or cell that misspells one;
 * - an index or navigation that lists some pages of a department and leaves others out, and a name in it that has no page;
 * - a level page that shows the navigation of another department;
 * - a table of contents that leaves out a group of its page;
 * - a link whose words name one level and that leads to another, and a link to the level below that leads elsewhere.
 *
 * Links to pages and headings that do not exist are left to `handbook-link-page` and `handbook-link-anchor`.
 *
 * ## Why it matters
 *
 * A page that no index lists is not read. A level that only some departments describe is a level that only some people can reach.
 *
 * ## How to fix
 *
 * Write the page, or say in handbook.yaml which levels the department has (`departments`, `levels`). List pages where
 * their neighbours are listed.
 *
 * ## When to turn it off
 *
 * When departments choose their levels freely.
 */
import { type ContentsGap, findContentsGaps } from '../src/competencies/contents-list.ts';
import type { Framework, Shape } from '../src/competencies/framework.ts';
import { labelOf, levelsOf, listed } from '../src/competencies/labels.ts';
import { LevelLinks } from '../src/competencies/level-links.ts';
import {
  findOmissions,
  findUnlinked,
  type Omission,
  rangeOfList,
  type Unlinked,
} from '../src/competencies/listings.ts';
import {
  firstPageOf,
  isWithin,
  type MisnamedLevel,
  type MissingLevels,
  readMatrix,
} from '../src/competencies/matrix.ts';
import {
  type ForeignNavigation,
  findForeignNavigation,
  findMisdirected,
  type MisdirectedLink,
} from '../src/competencies/misdirected.ts';
import type { MisspeltLevel } from '../src/competencies/misspelt-levels.ts';
import { destinationOf, pathRange } from '../src/links/destination.ts';
import { defineFrameworkRule, type FrameworkJudge, type PlacedReport } from '../src/lint/framework-reports.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import { quoted, shown, withDashes } from '../src/phrases/quoted.ts';
import { titleRange } from '../src/sections/title-range.ts';

const missing = ({ department, levels, elsewhere }: MissingLevels, shape: Shape) =>
  `${withDashes(department.name)} has no ${forms[shape]} for ${levelsOf(levels)}, ${elsewhere.length > 0 ? 'which other departments have' : 'though the framework has that level'}. Write ${levels.length === 1 ? 'it' : 'them'}, or list in handbook.yaml which levels ${withDashes(department.name)} has.`;
const misnamed = ({ page, level }: MisnamedLevel) =>
  `${withDashes(page.department.name)} has no page for ${withDashes(level.name)}, and this page reads like it. Rename the file so that its name is ${shown(level.id)}.`;
const misspelt = ({ text, level, department }: MisspeltLevel) =>
  `${quoted(text)} looks like a misspelling of the level ${quoted(level.name)}, which ${withDashes(department.name)} lacks. Correct it.`;
const leftOut = ({ page, department, left, listed: others }: Omission) =>
  left.length === 0
    ? `This page names the other departments and leaves out ${withDashes(department.name)}. Add a link to it.`
    : others.some((page) => page.department === department)
      ? `This ${kindOf(page)} has ${levelsOf(levelsIn(others, department))} of ${withDashes(department.name)}, and leaves out ${levelsOf(levelsIn(left, department))}. Add a link to ${listed(left.map(({ page }) => shown(page.address ?? page.path)))}.`
      : `This ${kindOf(page)} has ${listed(namesIn(others))}, and leaves out ${withDashes(department.name)} (${levelsOf(levelsIn(left, department))}). Add a link to ${listed(left.map(({ page }) => shown(page.address ?? page.path)))}.`;
const unlinked = ({ words, department }: Unlinked) =>
  `${quoted(words)} stands among the levels of ${department === null || department.id === '' ? 'the framework' : withDashes(department.name)} and has no page. Write the page and link to it, or remove the name.`;
const contents = ({ left }: ContentsGap) =>
  `This table of contents leaves out ${listed(left.map(({ heading }) => quoted(heading)))}. Add a link to ${left.length === 1 ? 'it' : 'each'}.`;
const foreign = ({ page, of, wanted }: ForeignNavigation) =>
  `${labelOf(page)} shows the navigation of ${withDashes(of.name)}.${wanted === null ? ' Show one that leads to its own levels.' : ` Include ${shown(wanted.path)} instead.`}`;
const misdirected = ({ kind, target, level, wanted, link }: MisdirectedLink) => {
  const mend = wanted === null ? 'Correct the words or the link.' : `Link to ${shown(wanted.page.address ?? '')}`;
  if (kind === 'named')
    return `This link says ${quoted(link.text)} and leads to ${labelOf(target, 'the')}. ${mend}${wanted === null ? '' : ', or correct the words.'}`;
  const where = kind === 'itself' ? 'leads to the very page it is on' : `leads to ${labelOf(target, 'the')}`;
  return `This link ${where}, but links with these words lead one level down on other pages. ${mend}${wanted === null ? '' : ` and name ${withDashes(level.name)}.`}`;
};

const forms: Readonly<Record<Shape, string>> = {
  page: 'page',
  heading: 'heading',
  table: 'column or row',
  data: 'entry',
};
const kindOf = (page: Page) => (page.kind === 'include' ? 'navigation' : 'list');
const levelsIn = (pages: Omission['left'], department: Omission['department']) =>
  pages.filter((page) => page.department === department).map(({ level }) => level);
const namesIn = (pages: Omission['left']) => [...new Set(pages.map(({ department }) => withDashes(department.name)))];

const judge: FrameworkJudge = function* judge(framework, handbook) {
  const links = new LevelLinks(framework, handbook);
  const { missing: gaps, misnamed: named, misspelt: spelt } = readMatrix(framework);
  for (const gap of gaps) yield* missingLevels(gap, framework, links);
  for (const each of named) yield { page: each.page.page, range: titleRange(each.page.page), message: misnamed(each) };
  for (const each of spelt) yield { page: each.page, range: each.range, message: misspelt(each) };
  for (const each of findOmissions(framework, handbook, links, new Set(named.map(({ page }) => page)))) {
    const related = each.left.map(({ page }) => placeOf(page, 'Not listed'));
    yield { page: each.page, range: each.range, message: leftOut(each), related };
  }
  for (const each of findUnlinked(framework, links))
    yield { page: each.page, range: each.range, message: unlinked(each) };
  for (const each of findContentsGaps(framework, handbook)) {
    const message = 'Not in the table of contents';
    const related = each.left.map(({ page, range }) => ({ path: page.path, range, message }));
    yield { page: each.page.page, range: each.range, message: contents(each), related };
  }
  for (const each of findForeignNavigation(framework, handbook, links)) yield foreignNavigation(each, handbook);
  for (const each of findMisdirected(framework, handbook, links)) yield misdirectedLink(each, handbook);
};

function* missingLevels(gap: MissingLevels, framework: Framework, links: LevelLinks): Generator<PlacedReport> {
  const first = firstPageOf(gap.department, framework);
  const isPage = (first?.shape ?? 'page') === 'page';
  const index = isPage ? gap.department.index : null;
  const page = index ?? first?.page;
  if (page === undefined) return;
  const { pages: pattern } = framework.config;
  if (pattern.includes('{level}') && !pattern.includes('{department}')) {
    // The page of the level is where its departments are written.
    for (const level of gap.levels) {
      const there = gap.elsewhere.find((each) => each.level === level)?.page ?? page;
      const message = missing({ ...gap, levels: [level] }, 'heading');
      yield { page: there, range: titleRange(there), message };
    }
    return;
  }
  // On a page of several departments, its title is not about this one.
  const isShared = framework.pages.some((each) => each.page === page && !isWithin(each.department, gap.department));
  const top = first !== null && !isPage && isShared ? first.place : titleRange(page);
  const range = index === null ? top : rangeOfList(page, links);
  const related = gap.elsewhere.slice(0, 5).map((each) => placeOf(each.page, labelOf(each)));
  yield { page, range, message: missing(gap, first?.shape ?? 'page'), related };
}

function foreignNavigation(navigation: ForeignNavigation, { config }: Handbook): PlacedReport {
  const { page, include, wanted } = navigation;
  const param = include.call.params[0];
  const { root } = config.includes;
  const text = root === '' ? wanted?.path : wanted?.path.slice(root.length + 1);
  const suggestions = text && param ? [{ title: `Include ${text}`, text, safe: false }] : [];
  return { page: page.page, range: param?.range ?? include.call.range, message: foreign(navigation), suggestions };
}

function misdirectedLink(misdirection: MisdirectedLink, handbook: Handbook): PlacedReport {
  const { page, link, wanted } = misdirection;
  const report = { page, range: pathRange(link), message: misdirected(misdirection) };
  if (wanted === null) return report;
  const text = destinationOf(wanted.page, link, page, handbook);
  return { ...report, suggestions: [{ title: `Link to ${labelOf(wanted, 'the')}`, text, safe: false }] };
}

function placeOf(page: Page, message: string) {
  return { path: page.path, range: titleRange(page), message };
}

export default defineFrameworkRule('handbook-competency-coverage', 'warn', judge);
