import type { FrameworkConfig } from '../config/frameworks.ts';
import { resolveLink } from '../links/resolve.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { askedGroups } from './asked-groups.ts';
import { buildDepartments, enclosing, placeDepartments } from './departments.ts';
import { findCandidates } from './discover-groups.ts';
import { type FoundPage, findPages, readPaths } from './find-pages.ts';
import type { Framework, Level, LevelPage } from './framework.ts';
import type { Names } from './headings.ts';
import { declaredLevels, discoverLevels, makeLevel } from './levels.ts';
import { type Part, readParts } from './parts.ts';
import { readGroups } from './read-groups.ts';
import { findShared } from './shared-lists.ts';
import { findLevelTables, readColumns } from './tables.ts';
import { splitWords } from './wording.ts';

/** All frameworks of the handbook, read once. */
export function frameworksOf(handbook: Handbook): readonly Framework[] {
  return handbook.memo(frameworksOf, () => handbook.config.frameworks.map((config) => readFramework(handbook, config)));
}

/** Reads one framework: which departments and levels there are, and what each asks. */
function readFramework(handbook: Handbook, config: FrameworkConfig): Framework {
  const paths = readPaths(config);
  const found = findPages(handbook, config, paths);
  const ladder = declaredLevels(config) ?? discoverLadder(handbook, found);
  const places = placeDepartments(handbook, config, paths, new Set(found.map(({ department }) => department)));
  const levelNames: Names = ladder.flatMap((level) => level.words);
  const namesFor = (department: string, level: string | null): Names => [
    ...levelNames,
    ...(level === null ? [] : makeLevel(level, null).words),
    ...[department, ...enclosing(department)].flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [splitWords(place.name), splitWords(id.split('/').at(-1) ?? '')];
    }),
  ];
  const isOurs = leadsToOneOf(
    handbook,
    found,
    [...places.values()].map(({ index }) => index),
  );
  const parts = new Map<Page, readonly Part[]>(found.map(({ page }) => [page, readParts(page, handbook)]));
  const partsOf = (page: Page): readonly Part[] => parts.get(page) ?? [];
  const levelOf = levelNamed(ladder);
  const candidates = found.map((each) => {
    const names = namesFor(each.department, each.level);
    const own = partsOf(each.page);
    const asTables = each.level === null ? findLevelTables(own, levelOf, each.page.title) : [];
    return {
      ...each,
      names,
      tables: asTables,
      candidates: findCandidates(own, names, (link) => isOurs(link, each.page)),
    };
  });
  const asked = askedGroups(config, places, candidates);
  const departments = buildDepartments(places, asked.byDepartment);

  const levels = new Map(ladder.map((level) => [level.id, level]));
  const pages: LevelPage[] = [];
  const add = (page: LevelPage): void => {
    const known = departments.get(page.department.id);
    if (known === undefined || known.levels.has(page.level.id)) return;
    known.levels.set(page.level.id, page);
    pages.push(page);
  };
  for (const { page, department: id, level: levelId, names, tables: ownTables } of candidates) {
    const department = departments.get(id);
    if (department === undefined) continue;
    const reading = { groups: department.groups, names, isOurs: (link: Link) => isOurs(link, page) };
    if (levelId === null) {
      for (const level of ladder) {
        const groups = readColumns(page, ownTables, level.id, department.groups, names);
        if (groups.length > 0) add({ department, level, page, shape: 'table', groups });
      }
      continue;
    }
    const groups = readGroups(page, partsOf(page), reading);
    const declared = Object.hasOwn(config.departments, id) ? config.departments[id]?.levels : undefined;
    if (!levels.has(levelId) && groups.length === 0 && !declared?.includes(levelId)) continue;
    const level = levels.get(levelId) ?? makeLevel(levelId, null);
    add({ department, level, page, shape: 'page', groups });
  }
  // Departments come before their teams, so that what an include says is told of the department.
  const depth = (page: LevelPage): number => page.department.id.split('/').length;
  pages.sort((left, right) => depth(left) - depth(right));
  const own = pages.map(({ level }) => level).filter((level) => !levels.has(level.id));
  const framework: Omit<Framework, 'shared'> = {
    name: config.name,
    config,
    levels: [...ladder, ...new Map(own.map((level) => [level.id, level])).values()],
    departments: [...departments.values()],
    pages,
    groups: asked.common,
  };
  return { ...framework, shared: findShared(framework, handbook) };
}

function discoverLadder(handbook: Handbook, found: readonly FoundPage[]): readonly Level[] {
  const departments = new Map<string, Set<string>>();
  const byPage = new Map<Page, string>();
  for (const { page, department, level } of found) {
    if (level === null) continue;
    byPage.set(page, level);
    departments.set(level, (departments.get(level) ?? new Set()).add(department));
  }
  const folders = new Set(found.map(({ page }) => page.path.slice(0, page.path.lastIndexOf('/'))));
  const indexes = handbook.pages.filter(
    ({ kind, path }) => kind === 'section' && folders.has(path.slice(0, path.lastIndexOf('/'))),
  );
  const listings = indexes.map((index) => [
    ...new Set(
      index.facts.links.flatMap((link) => {
        const target = resolveLink(link, index, handbook);
        const level = target.outcome === 'found' && target.page !== null ? byPage.get(target.page) : undefined;
        return level === undefined ? [] : [level];
      }),
    ),
  ]);
  return discoverLevels(departments, listings);
}

/** The level that a column or a heading names, and nothing but it. */
function levelNamed(levels: readonly Level[]): (text: string) => string | null {
  const byName = new Map(levels.flatMap((level) => level.words.map((words) => [words.join(' '), level.id] as const)));
  return (text) => byName.get(splitWords(text).join(' ')) ?? null;
}

function leadsToOneOf(
  handbook: Handbook,
  found: readonly FoundPage[],
  indexes: readonly (Page | null)[],
): (link: Link, page: Page) => boolean {
  const ours = new Set<Page | null>([...found.map(({ page }) => page), ...indexes]);
  return (link, page) => {
    const target = resolveLink(link, page, handbook);
    return target.outcome === 'found' && target.page !== null && ours.has(target.page);
  };
}
