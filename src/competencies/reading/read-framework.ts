import { addToSet } from '../../collections/groups.ts';
import type { FrameworkConfig } from '../../config/frameworks.ts';
import { resolveLink } from '../../links/resolve.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { titleRange } from '../../sections/title-range.ts';
import { findAgreed } from '../compare/agreement.ts';
import type { CompetencyGroup, Framework, Group, Level, LevelPage, UnreadPage } from '../framework.ts';
import { askedGroups, declaredGroups, everything } from './groups/asked-groups.ts';
import { readGroups } from './groups/read-groups.ts';
import { splitAtDepartments } from './headings/level-headings.ts';
import { candidatesOn, departmentOf, placeSheets, type SheetCandidates } from './place-sheets.ts';
import { type BuiltDepartment, buildDepartments, placeDepartments, settingsOf } from './places/departments.ts';
import { findPages, isFolderPage, isGuide, readPaths } from './places/find-pages.ts';
import { levelIdOf } from './places/level-ids.ts';
import { declaredLevels, discoverLadder, makeLevel } from './places/levels.ts';
import { type PageSheets, readSheets } from './read-sheets.ts';
import { findShared } from './shared-lists.ts';

/** All frameworks of the handbook, read once. */
export const frameworksOf = query('frameworks', (handbook): readonly Framework[] =>
  handbook.config.frameworks.map((config) => readFramework(handbook, config)),
);

/** Reads one framework: which departments and levels there are, and what each asks. */
function readFramework(handbook: Handbook, config: FrameworkConfig): Framework {
  const paths = readPaths(config);
  const found = findPages(handbook, config, paths);
  const declared = declaredLevels(config);
  const everyPage = found.map((each) => readSheets(each, handbook, config, declared));
  const read = splitAtDepartments(withoutOthers(everyPage, declared), declaredGroups(config));
  const sheets = placeSheets(read, config);
  const ladder = declared ?? discoverLadder(handbook, read);
  const named = new Map(sheets.map(({ department, named }) => [department, named] as const));
  const places = placeDepartments(handbook, config, paths, named);
  const matched = found.map(({ page }) => page);
  const targetIn = targetsAmong(handbook, new Set([...matched, ...[...places.values()].map(({ index }) => index)]));
  const candidates = candidatesOn(sheets, places, ladder, targetIn);
  const asked = askedGroups(config, places, candidates);
  const departments = buildDepartments(places, asked.byDepartment);
  const pages = levelPages(candidates, departments, ladder, config);
  const onLadder = new Set(ladder.map(({ id }) => id));
  const outside = pages.map(({ level }) => level).filter(({ id }) => !onLadder.has(id));
  const levelNames = ladder.flatMap((level) => level.words);
  const isAside = ({ page, why }: UnreadPage) =>
    why === 'no-levels' && page.kind !== 'data' && pages.length > 0 && isGuide(page, ladder, asked.common, levelNames);
  const framework: Omit<Framework, 'shared' | 'agreed'> = {
    name: config.name,
    config,
    levels: [...ladder, ...new Map(outside.map((level) => [level.id, level])).values()],
    departments: [...departments.values()],
    pages,
    groups: asked.common,
    matched,
    isTooWide: found.length > 0 && read.length === 0,
    unread: read
      .flatMap((each) => unreadOn(each, pages, candidates, config.pages))
      .map((each) => (isAside(each) ? { ...each, isGuide: true } : each)),
  };
  const withShared = { ...framework, shared: findShared(framework, handbook) };
  return { ...withShared, agreed: findAgreed(withShared) };
}

/** What each department asks at each level. Departments come before their teams, so that what an include says is told of the department. */
function levelPages(
  candidates: readonly SheetCandidates[],
  departments: ReadonlyMap<string, BuiltDepartment>,
  ladder: readonly Level[],
  config: FrameworkConfig,
): readonly LevelPage[] {
  const levels = new Map(ladder.map((level) => [level.id, level]));
  const pages: LevelPage[] = [];
  for (const candidate of candidates) {
    const department = departments.get(candidate.department);
    if (department === undefined) continue;
    const { page, place, shape, level: id } = candidate.sheet;
    const groups = groupsOn(candidate, department.groups, config);
    // "How we grow" beside "junior" and "senior".
    const isAside = config.levels === undefined && shape === 'page' && groups.length === 0 && levelIdOf(id) === null;
    if (isAside && candidates.filter(({ sheet }) => sheet.level === id).length === 1) continue;
    const isOwn = settingsOf(department.id, config)?.levels?.includes(id) === true;
    if (!levels.has(id) && (groups.length === 0 || shape !== 'page') && !isOwn) continue;
    const level = levels.get(id) ?? makeLevel(id, null);
    if (department.levels.has(level.id)) continue;
    const levelPage: LevelPage = { department, level, page, shape, place, groups };
    department.levels.set(level.id, levelPage);
    pages.push(levelPage);
  }
  const depth = ({ department }: LevelPage): number => department.id.split('/').length;
  return pages.sort((left, right) => depth(left) - depth(right));
}

/** The groups of a sheet; all that it asks for as one where the framework asks for no group and the sheet has none. */
function groupsOn(
  { sheet: { page, place, parts }, ...reading }: SheetCandidates,
  asked: readonly Group[],
  config: FrameworkConfig,
): readonly CompetencyGroup[] {
  const named = readGroups(page, place, parts, { ...reading, groups: asked });
  if (named.length > 0 || config.groups?.length !== 0) return named;
  return readGroups(page, place, parts, { ...reading, groups: [everything] });
}

/** With fewer pages, all of them can be told one by one. */
const fewestOfHandbook = 100;
/** The share of a pattern's pages that must be of its levels. */
const leastOfLevels = 0.2;

/**
 * Where a pattern matches a handbook, and hardly any page of a level, what stands on all other pages is no competency: they are left
 * out when handbook.yaml lists the levels, and all are when it does not.
 */
function withoutOthers(read: readonly PageSheets[], declared: readonly Level[] | null): readonly PageSheets[] {
  if (read.length < fewestOfHandbook) return read;
  const departments = new Map<string, Set<string>>();
  for (const each of read)
    for (const sheet of each.sheets) addToSet(departments, sheet.level, departmentOf(sheet, each));
  const all = new Set([...departments.values()].flatMap((ids) => [...ids])).size;
  const isLevel = (id: string): boolean =>
    declared !== null
      ? declared.some((level) => level.id === id)
      : levelIdOf(id) !== null || /^\d{1,2}$/.test(id) || (departments.get(id)?.size ?? 0) * 2 > all;
  const ofLevels = read.filter(({ sheets }) => sheets.some(({ level }) => isLevel(level)));
  if (ofLevels.length >= read.length * leastOfLevels) return read;
  return declared === null ? [] : ofLevels;
}

/** Why a page gave nothing that it should give; nothing for a page that did. */
function unreadOn(
  { found, sheets, why, second }: PageSheets,
  pages: readonly LevelPage[],
  candidates: readonly SheetCandidates[],
  pattern: string,
): UnreadPage[] {
  const { page } = found;
  const { data } = page.content;
  const unread: UnreadPage[] = [];
  if (data?.problem && page.kind === 'data') unread.push({ page, why: 'unparsed', ...data.problem });
  // The page of a folder lists the departments in it.
  const isIndex =
    why === 'no-levels' && isFolderPage(page.path) && pattern.indexOf('{', pattern.lastIndexOf('/') + 1) >= 0;
  if (sheets.length === 0 && !isIndex) unread.push({ page, why, range: titleRange(page), detail: '' });
  const own = pages.filter((each) => each.page === page);
  if (sheets.length > 1) for (const range of second) unread.push({ page, why: 'second', range, detail: '' });
  if (own.some(({ department }) => department.id === '')) return unread;
  const isListless = own.every(({ groups }) => groups.every(({ items }) => items.length === 0));
  const asksAll = own.every(
    ({ groups, department }) => groups.length === 0 && department.groups.every(({ match }) => match === 'all'),
  );
  if (own.length > 0 && (asksAll || (own.length > 1 && isListless))) {
    const [other] = candidates.flatMap((each) => (each.sheet.page === page ? each.candidates : []));
    const range = titleRange(page);
    if (other === undefined) unread.push({ page, why: 'no-list', range, detail: '' });
    else if (own.every(({ groups }) => groups.length === 0))
      unread.push({ page, why: 'no-group', range, detail: other.name });
  }
  for (const block of page.content.blocks) {
    if (block.type !== 'table' || !sheets.some(({ shape }) => shape === 'table')) continue;
    for (const { kind, range } of block.faults ?? []) unread.push({ page, why: kind, range, detail: '' });
  }
  return unread;
}

function targetsAmong(handbook: Handbook, ours: ReadonlySet<Page | null>): (link: Link, page: Page) => Page | null {
  return (link, page) => {
    const target = resolveLink(link, page, handbook).page;
    return ours.has(target) ? target : null;
  };
}
