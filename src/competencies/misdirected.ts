import { groupBy } from '../collections/groups.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Include, Page } from '../model/handbook.ts';
import type { Department, Framework, Level, LevelPage } from './framework.ts';
import type { LevelLinks } from './level-links.ts';
import { LevelNames } from './level-names.ts';
import { navigations } from './listings.ts';
import { isWithin } from './matrix.ts';
import { splitWords } from './wording.ts';

/** A link between level pages that leads to another level than it should. */
export interface MisdirectedLink {
  readonly page: Page;
  readonly link: Link;
  readonly target: LevelPage;
  /** Where it should lead, when there is such a page. */
  readonly wanted: LevelPage | null;
  /** `named`: its words name another level. `itself`: to the page it is on. `step`: not one level down, as its like elsewhere. */
  readonly kind: 'named' | 'itself' | 'step';
  readonly level: Level;
}

/** Finds links whose words name one level and that lead to another, and links to the level below that miss it. */
export function findMisdirected(
  framework: Framework,
  handbook: Handbook,
  links: LevelLinks,
): readonly MisdirectedLink[] {
  const indexes = framework.departments.flatMap(({ index }) => index ?? []);
  const onPages = framework.pages.filter(({ shape }) => shape === 'page').map(({ page }) => page);
  const files = new Set<Page>([...onPages, ...indexes, ...navigations(framework, handbook)]);
  const names = new LevelNames(framework.levels);
  const named = [...files].flatMap((page) => misnamed(page, names, links));
  const known = new Set(named.map(placeOf));
  return [...named, ...missteps(framework, names, links).filter((each) => !known.has(placeOf(each)))];
}

function placeOf({ page, link }: MisdirectedLink): string {
  return `${link.target} ${page.path}`;
}

function misnamed(page: Page, names: LevelNames, links: LevelLinks): MisdirectedLink[] {
  return page.facts.links.flatMap((link): MisdirectedLink[] => {
    const target = links.target(link, page);
    if (target === undefined) return [];
    const [level, ...others] = names.in(splitWords(link.text));
    if (level === undefined || others.length > 0 || level.id === target.level.id) return [];
    return [{ page, link, target, wanted: target.department.levels.get(level.id) ?? null, kind: 'named', level }];
  });
}

/** "All competencies of a …" leads one level down wherever it stands; where most do, the others are mistaken. */
function missteps(framework: Framework, names: LevelNames, links: LevelLinks): MisdirectedLink[] {
  const uses = framework.pages.flatMap((from) => {
    const { order: own } = from.level;
    if (from.shape !== 'page' || own === null) return [];
    const below = framework.levels.find(({ order }) => order === own - 1);
    return from.page.facts.links.flatMap((link) => {
      const target = links.target(link, from.page);
      if (target === undefined || target.level.order === null || link.fragment !== null) return [];
      const skeleton = skeletonOf(link.text, names);
      return skeleton === '' ? [] : [{ from, link, target, below, skeleton, step: target.level.order - own }];
    });
  });
  return [...groupBy(uses, ({ skeleton }) => skeleton).values()].flatMap((alike) => {
    const astray = alike.filter(({ step }) => step !== -1);
    if (astray.length * 2 >= alike.length) return [];
    return astray.flatMap(({ from, link, target, below: level, step }): MisdirectedLink[] => {
      if (level === undefined) return [];
      const wanted = target.department.levels.get(level.id) ?? from.department.levels.get(level.id) ?? null;
      return [{ page: from.page, link, target, wanted, kind: step === 0 ? 'itself' : 'step', level }];
    });
  });
}

/** The words of a link without the level's name: "all competencies exhibited by". */
function skeletonOf(text: string, { words: names }: LevelNames): string {
  const kept = splitWords(text).filter(
    (word) => !names.has(word) && !names.has(word.replace(/s$/, '')) && !/^an?$/.test(word),
  );
  return kept.length >= 2 ? kept.join(' ') : '';
}

/** A level page that shows the navigation of another department. */
export interface ForeignNavigation {
  readonly page: LevelPage;
  readonly include: Include;
  readonly of: Department;
  /** The include that lists the page's own department. */
  readonly wanted: Page | null;
}

/** Finds navigation includes that name only another department's level pages. */
export function findForeignNavigation(
  framework: Framework,
  handbook: Handbook,
  links: LevelLinks,
): readonly ForeignNavigation[] {
  const named = navigations(framework, handbook).map((nav) => {
    return [nav, new Set([...links.namedOn(nav)].map(({ department }) => department))] as const;
  });
  const departmentsOn = new Map(named);
  return framework.pages.flatMap((page) => {
    const includes = page.shape === 'table' ? [] : handbook.includes(page.page);
    return includes.flatMap((include): ForeignNavigation[] => {
      const departments = include.state.kind === 'found' ? departmentsOn.get(include.state.page) : undefined;
      const [of, ...others] = departments ?? [];
      if (of === undefined || others.length > 0 || of.id === '') return [];
      if (isWithin(page.department, of) || isWithin(of, page.department)) return [];
      const wanted = named.find(([, all]) => all.size === 1 && all.has(page.department))?.[0];
      return [{ page, include, of, wanted: wanted ?? null }];
    });
  });
}
