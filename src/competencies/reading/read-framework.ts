import { getOrInsert } from '../../collections/get-or-insert.ts';
import { addToSet } from '../../collections/groups.ts';
import type { FrameworkConfig } from '../../config/frameworks.ts';
import { nameOf } from '../../files/paths.ts';
import { resolveLink } from '../../links/resolve.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { titleRange } from '../../sections/title-range.ts';
import { findAgreed } from '../compare/agreement.ts';
import type { Framework, Level, LevelPage, UnreadPage } from '../framework.ts';
import { type Nouns, nounsOf, splitWords } from '../wording.ts';
import { askedGroups, everything } from './groups/asked-groups.ts';
import { findCandidates } from './groups/discover-groups.ts';
import type { HeadingWords } from './groups/group-names.ts';
import { readGroups } from './groups/read-groups.ts';
import { withoutFrames } from './headings/frames.ts';
import { splitAtDepartments } from './headings/level-headings.ts';
import { unfoldSheets } from './headings/unfold-groups.ts';
import { buildDepartments, type DepartmentPlace, enclosing, placeDepartments } from './places/departments.ts';
import { findPages, isFolderPage, isGuide, readPaths } from './places/find-pages.ts';
import { isRoleNoun, levelIdOf } from './places/level-names.ts';
import { declaredLevels, discoverLadder, makeLevel } from './places/levels.ts';
import { type PageSheets, readSheets } from './read-sheets.ts';
import { findShared } from './shared-lists.ts';
import type { Sheet } from './sheets.ts';

/** All frameworks of the handbook, read once. */
export const frameworksOf = query('frameworks', (handbook): readonly Framework[] =>
  handbook.config.frameworks.map((config) => readFramework(handbook, config)),
);

/** A sheet with all that is needed to read its groups. */
interface Candidate {
  readonly sheet: Sheet;
  readonly department: string;
  readonly names: HeadingWords;
  readonly nouns: Nouns;
  readonly targetOf: (link: Link) => Page | null;
  readonly candidates: ReturnType<typeof findCandidates>;
}

/** Reads one framework: which departments and levels there are, and what each asks. */
function readFramework(handbook: Handbook, config: FrameworkConfig): Framework {
  const paths = readPaths(config);
  const found = findPages(handbook, config, paths);
  const declared = declaredLevels(config);
  const everyPage = found.map((each): PageSheets => readSheets(each, handbook, config, declared));
  const read = splitAtDepartments(withoutOthers(everyPage, declared));
  const all = read.flatMap((each) => each.sheets);
  const areDeclared = (config.groups ?? []).length > 0 || Object.keys(config.profiles).length > 0;
  const unfolded = unfoldSheets(areDeclared ? all : withoutFrames(all));
  const sheets = read
    .flatMap((each) => each.sheets.map((sheet) => ({ sheet, each })))
    .map(({ sheet, each }, at) => ({
      sheet: unfolded[at] ?? sheet,
      department: departmentOf(sheet, each),
      named: each.found.department === null ? sheet.department : null,
    }));
  const ladder = declared ?? discoverLadder(handbook, read);
  const names = new Map(sheets.map(({ department, named }) => [department, named] as const));
  const ids = new Set(sheets.map(({ department }) => department));
  const places = placeDepartments(handbook, config, paths, ids, names);
  const targetIn = targetsAmong(
    handbook,
    found.map(({ page }) => page),
    [...places.values()].map(({ index }) => index),
  );
  const levelNames: HeadingWords = ladder.flatMap((level) => level.words);
  const nounsFor = nounsByDepartment(sheets, places);
  const candidates = sheets.map(({ sheet, department }): Candidate => {
    const names: HeadingWords = [
      ...levelNames,
      ...makeLevel(sheet.level, null).words,
      ...[department, ...enclosing(department)].flatMap((id) => {
        const place = places.get(id);
        return place === undefined ? [] : [splitWords(place.name), splitWords(nameOf(id))];
      }),
    ];
    const targetOf = (link: Link) => targetIn(link, sheet.page);
    const isOurs = (link: Link) => targetOf(link) !== null;
    const nouns = nounsFor.get(department) ?? nounsOf([]);
    return { sheet, department, names, nouns, targetOf, candidates: findCandidates(sheet.parts, names, isOurs) };
  });
  const asked = askedGroups(config, places, candidates);
  const departments = buildDepartments(places, asked.byDepartment);
  const levels = new Map(ladder.map((level) => [level.id, level]));
  const pages: LevelPage[] = [];
  for (const { sheet, department: id, names, nouns, targetOf } of candidates) {
    const department = departments.get(id);
    if (department === undefined) continue;
    const { page, place, parts, shape } = sheet;
    const reading = { groups: department.groups, names, nouns, targetOf };
    const named = readGroups(page, place, parts, reading);
    const asksNone = config.groups?.length === 0;
    const groups =
      named.length > 0 || !asksNone ? named : readGroups(page, place, parts, { ...reading, groups: [everything] });
    const own = Object.hasOwn(config.departments, id) ? config.departments[id]?.levels : undefined;
    // "How we grow" beside "junior" and "senior".
    const isAside = declared === null && shape === 'page' && groups.length === 0 && levelIdOf(sheet.level) === null;
    if (isAside && sheets.filter((other) => other.sheet.level === sheet.level).length === 1) continue;
    if (!levels.has(sheet.level) && (groups.length === 0 || shape !== 'page') && !own?.includes(sheet.level)) continue;
    const level = levels.get(sheet.level) ?? makeLevel(sheet.level, null);
    if (department.levels.has(level.id)) continue;
    const levelPage: LevelPage = { department, level, page, shape, place, groups };
    department.levels.set(level.id, levelPage);
    pages.push(levelPage);
  }
  // Departments come before their teams, so that what an include says is told of the department.
  const depth = (page: LevelPage): number => page.department.id.split('/').length;
  pages.sort((left, right) => depth(left) - depth(right));
  const outside = pages.map(({ level }) => level).filter((level) => !levels.has(level.id));
  const isAside = ({ page, why }: UnreadPage) =>
    why === 'no-levels' && page.kind !== 'data' && pages.length > 0 && isGuide(page, ladder, asked.common, levelNames);
  const framework: Omit<Framework, 'shared' | 'agreed'> = {
    name: config.name,
    config,
    levels: [...ladder, ...new Map(outside.map((level) => [level.id, level])).values()],
    departments: [...departments.values()],
    pages,
    groups: asked.common,
    matched: found.map(({ page }) => page),
    isTooWide: found.length > 0 && read.length === 0,
    unread: read
      .flatMap((each) => unreadOf(each, pages, candidates, config.pages))
      .map((each) => (isAside(each) ? { ...each, isGuide: true } : each)),
  };
  const withShared = { ...framework, shared: findShared(framework, handbook) };
  return { ...withShared, agreed: findAgreed(withShared) };
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

/** The department of a sheet: that of its page's place, else the one that it names. */
function departmentOf(sheet: Sheet, { found }: PageSheets): string {
  if (found.department !== null) return found.department;
  return splitWords(sheet.department ?? found.framework).join('-');
}

/** Why a page gave nothing that it should give; nothing for a page that did. */
function unreadOf(
  { found, sheets, why, second }: PageSheets,
  pages: readonly LevelPage[],
  candidates: readonly Candidate[],
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

/** The nouns that each department may put in its own competencies: of its name, its people, and the departments around it. */
function nounsByDepartment(
  sheets: readonly { readonly sheet: Sheet; readonly department: string }[],
  places: ReadonlyMap<string, DepartmentPlace>,
): ReadonlyMap<string, Nouns> {
  const titles = new Map<string, Set<string>>();
  for (const { sheet, department } of sheets) {
    const words = getOrInsert(titles, department, () => new Set<string>());
    const said =
      sheet.page.kind === 'data' ? '' : `${sheet.page.title} ${sheet.page.text.slice(...sheet.place).slice(0, 200)}`;
    for (const word of splitWords(said)) if (isRoleNoun(word)) words.add(word);
  }
  return new Map(
    [...titles].map(([id, words]) => {
      const around = [id, ...enclosing(id)].flatMap((each) => [places.get(each)?.name ?? '', nameOf(each)]);
      return [id, nounsOf(id === '' ? [] : [...around, ...words])];
    }),
  );
}

/** Tells which of these pages a link leads to. */
function targetsAmong(
  handbook: Handbook,
  found: readonly (Page | null)[],
  indexes: readonly (Page | null)[],
): (link: Link, page: Page) => Page | null {
  const ours = new Set([...found, ...indexes]);
  return (link, page) => {
    const target = resolveLink(link, page, handbook).page;
    return ours.has(target) ? target : null;
  };
}
