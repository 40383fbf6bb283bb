import { getOrInsert } from '../collections/get-or-insert.ts';
import { addToGroup } from '../collections/groups.ts';
import type { Block, ListBlock, ListItem, Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { titleRange } from '../sections/title-range.ts';
import { type Department, type Framework, filesWithCompetencies, type LevelPage } from './framework.ts';
import type { LevelLinks } from './level-links.ts';
import { isWithin } from './matrix.ts';
import { linksIn, linkThatFills } from './reading/link-list.ts';
import { splitWords } from './wording.ts';

/** An index or navigation that leaves out pages which it should list. */
export interface Omission {
  readonly page: Page;
  readonly range: Range;
  readonly department: Department;
  /** Empty when the department as a whole is left out. */
  readonly left: readonly LevelPage[];
  /** What it lists instead. */
  readonly listed: readonly LevelPage[];
}

/** A name among links to level pages that is no link. */
export interface Unlinked {
  readonly page: Page;
  readonly range: Range;
  readonly words: string;
  /** `null` on a page that lists several departments. */
  readonly department: Department | null;
}

/** Finds level pages that the index in charge does not list. Other findings tell of the pages in `ignored`. */
export function findOmissions(
  framework: Framework,
  handbook: Handbook,
  links: LevelLinks,
  ignored: ReadonlySet<LevelPage>,
): readonly Omission[] {
  const left = new Map<Page, Map<Department, LevelPage[]>>();
  for (const page of framework.pages) {
    if (page.shape !== 'page' || ignored.has(page)) continue;
    const index = indexInCharge(page.department, links);
    if (index === null || links.shownOn(index).has(page)) continue;
    const ofIndex = getOrInsert(left, index, () => new Map<Department, LevelPage[]>());
    addToGroup(ofIndex, page.department, page);
  }
  const onIndexes = [...left].flatMap(([index, departments]) =>
    [...departments].flatMap(([department, pages]): Omission[] => {
      const listed = [...links.namedOn(index)].filter((page) => isSister(page.department, department));
      // What an include lists is told there.
      return listed.length === 0
        ? []
        : [{ page: index, range: rangeOfList(index, links), department, left: pages, listed }];
    }),
  );
  return [...onIndexes, ...inNavigation(framework, handbook, links, ignored), ...unlistedDepartments(framework, links)];
}

function isSister(left: Department, right: Department): boolean {
  return left === right || left.parent === right.parent;
}

/** The department's own index when it names any of its pages; else the nearest around it that names sister departments. */
function indexInCharge(department: Department, links: LevelLinks): Page | null {
  const own = department.index;
  if (own !== null && [...links.shownOn(own)].some((page) => page.department === department)) return own;
  for (let around = department.parent; around !== null; around = around.parent) {
    const { index } = around;
    const within = around;
    if (
      index !== null &&
      [...links.namedOn(index)].some((page) => page.department !== within && isWithin(page.department, within))
    )
      return index;
  }
  return null;
}

/** A navigation that names at least two of a department's pages names all of them. */
function inNavigation(
  framework: Framework,
  handbook: Handbook,
  links: LevelLinks,
  ignored: ReadonlySet<LevelPage>,
): Omission[] {
  return navigations(framework, handbook).flatMap((page) => {
    const named = [...links.namedOn(page)];
    return [...new Set(named.map(({ department }) => department))].flatMap((department): Omission[] => {
      const listed = named.filter((each) => each.department === department);
      const left = [...department.levels.values()].filter((each) => !listed.includes(each) && !ignored.has(each));
      if (listed.length < 2 || left.length === 0) return [];
      const own = page.facts.links.filter((link) => links.target(link, page)?.department === department);
      const range: Range = [own[0]?.range[0] ?? 0, own.at(-1)?.range[1] ?? 0];
      return [{ page, range, department, left, listed }];
    });
  });
}

/** Includes without lists that level pages or indexes show. */
export function navigations(framework: Framework, handbook: Handbook): readonly Page[] {
  const hosts = new Set<Page>(framework.pages.map(({ page }) => page));
  for (const { index } of framework.departments) if (index !== null) hosts.add(index);
  const shown = new Set<Page>();
  for (const host of hosts)
    for (const { state } of handbook.includes(host)) if (state.kind === 'found') shown.add(state.page);
  const withItems = filesWithCompetencies(framework);
  return [...shown].filter((page) => !withItems.has(page));
}

/** The base index names most departments, and not this one. */
function unlistedDepartments(framework: Framework, links: LevelLinks): Omission[] {
  const index = framework.departments.find(({ id }) => id === '')?.index ?? null;
  if (index === null) return [];
  const named = links.departmentsOn(index);
  const shown = [...links.shownOn(index)];
  const tops = framework.departments.filter(
    ({ id, parent, index: own }) => id !== '' && parent === null && own !== null,
  );
  const isNamed = (department: Department): boolean =>
    named.has(department) || shown.some((page) => isWithin(page.department, department));
  const left = tops.filter((department) => !isNamed(department));
  if (left.length * 2 >= tops.length) return [];
  const range = titleRange(index);
  return left.map((department) => ({ page: index, range, department, left: [], listed: [] }));
}

/** The list or other block with the most links to level pages; of nested lists the innermost that holds them all. */
export function rangeOfList(index: Page, links: LevelLinks): Range {
  const countIn = ({ range }: Block): number =>
    linksIn(range, index).filter((link) => links.target(link, index) !== undefined).length;
  let best: Block | undefined;
  let most = 0;
  const blocks: Block[] = [...index.content.blocks];
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const count = countIn(block);
    if (count > most || (count === most && best !== undefined && isInside(block, best))) [best, most] = [block, count];
    if (block.type === 'list') blocks.unshift(...block.items.flatMap(({ children }) => children));
  }
  return best?.range ?? titleRange(index);
}

function isInside(inner: Pick<Block, 'range'>, outer: Pick<Block, 'range'>): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** Finds names without a page in the lists of level pages. */
export function findUnlinked(framework: Framework, links: LevelLinks): readonly Unlinked[] {
  const owners = new Map<Page, Department[]>();
  for (const department of framework.departments)
    if (department.index !== null) addToGroup(owners, department.index, department);
  return [...owners].flatMap(([index, [department = null, ...others]]) => {
    // One page may list the levels of several departments.
    const owner = others.length === 0 ? department : null;
    const lists = index.content.blocks.filter((block) => block.type === 'list');
    return lists.flatMap((list) => unlinkedIn(list, index, owner, links));
  });
}

/** A level or department has a short name; longer texts say something else. */
function isName(text: string): boolean {
  const words = splitWords(text).length;
  return words > 0 && words <= 4;
}

function hasLink({ range }: ListItem, { facts }: Page): boolean {
  return [...facts.links, ...facts.externalLinks].some((link) => isInside(link, { range }));
}

function unlinkedIn(list: ListBlock, page: Page, department: Department | null, links: LevelLinks): Unlinked[] {
  const leaves = list.items.filter((item) => !item.children.some((child) => child.type === 'list'));
  const linked = leaves.filter((item) => {
    const link = linkThatFills(item, page);
    return link !== undefined && links.target(link, page) !== undefined;
  });
  const plain = leaves.filter((item) => isName(item.text) && !hasLink(item, page));
  const nested = list.items.flatMap((item) =>
    item.children.flatMap((child) => (child.type === 'list' ? unlinkedIn(child, page, department, links) : [])),
  );
  if (linked.length < 2 || plain.length >= linked.length) return nested;
  return [...plain.map((item) => ({ page, range: item.textRange, words: item.text, department })), ...nested];
}
