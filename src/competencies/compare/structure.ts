import { addToGroup } from '../../collections/groups.ts';
import type { Page } from '../../model/handbook.ts';
import { misordered } from '../../sections/order.ts';
import {
  type CompetencyGroup,
  type CompetencyList,
  type Framework,
  type Group,
  isText,
  type LevelPage,
} from '../framework.ts';
import { holdsPlaceholder } from '../placeholders.ts';

/** A difference between a page and the groups that it should have. */
export type StructureFault = {
  readonly page: LevelPage;
} & (
  | {
      readonly kind: 'missing';
      readonly groups: readonly Group[];
      /** A file of several levels has them at none. */
      readonly everyLevel: boolean;
      /** One of them is asked of this department alone. */
      readonly isOwn: boolean;
      /** The only group that the department has at every level, and no other department. */
      readonly instead: Group | null;
    }
  /** Fewer competencies than asked, perhaps none. */
  | { readonly kind: 'few'; readonly group: CompetencyGroup }
  | {
      readonly kind: 'order';
      readonly group: CompetencyGroup;
      readonly side: 'before' | 'after';
      readonly other: CompetencyGroup;
    }
  | { readonly kind: 'list'; readonly group: CompetencyGroup; readonly list: CompetencyList }
  | { readonly kind: 'twice'; readonly group: CompetencyGroup }
  /** Its heading is misspelt. */
  | { readonly kind: 'misspelt'; readonly group: CompetencyGroup }
  /** A line of bold words stands for its heading. */
  | { readonly kind: 'bold'; readonly group: CompetencyGroup }
);

/** Compares every level page with the groups that its department asks for. */
export function findStructureFaults(framework: Framework): readonly StructureFault[] {
  const ordered = departmentsInOrder(framework);
  const absent = missingFaults(framework);
  const sparse = sparseFiles(framework);
  const told = new Set<string>();
  // Of a page without any list, or any group, it is told that it cannot be read.
  const listless = new Set(framework.unread.flatMap(({ why, page }) => (/^no-(?:list|group)$/.test(why) ? page : [])));
  return framework.pages.flatMap((page): StructureFault[] => {
    if (listless.has(page.page)) return [];
    const faults = [...(absent.get(page) ?? [])];
    const seen = new Set<Group>();
    for (const group of page.groups) {
      if (seen.has(group.group) && isText(page.shape)) faults.push({ page, kind: 'twice', group });
      const isUsual = group.headingProblem === 'bold' && isUsuallyBold(group.group, framework);
      // One heading may stand above the columns of all levels.
      const place = `${group.page.path} ${page.shape === 'table' ? group.heading : group.range}`;
      if (group.headingProblem !== null && !isUsual && !told.has(place))
        faults.push({ page, kind: group.headingProblem, group });
      told.add(place);
      seen.add(group.group);
      const isBlank = group.items.length === 0 && sparse.has(page.page);
      const isSaid = group.incomplete || holdsPlaceholder(group) || isStruckOut(group);
      if (group.items.length < group.group.min && !isBlank && !isSaid) faults.push({ page, kind: 'few', group });
      for (const list of group.lists) {
        // What an include brings is not written here.
        const isList = list.kind === 'ordered' || list.kind === 'bulleted';
        if (list.via !== null || !isList || group.group.list === 'any') continue;
        if (list.kind !== group.group.list) faults.push({ page, kind: 'list', group, list });
      }
    }
    // The order of a table's rows or of a file's keys says nothing.
    if (!ordered.has(page.department.id) || !isText(page.shape)) return faults;
    const present = inAskedOrder(page);
    for (const { moved, side, other } of misordered(placesOn(page)))
      faults.push({ page, kind: 'order', group: present[moved]!, side, other: present[other]! });
    return faults;
  });
}

/** Is all that stands in the cells of a group struck out? The table needs the cells, though nobody is asked. */
export function isStruckOut({ items, lists }: CompetencyGroup): boolean {
  return items.length === 0 && lists.some(({ kind, struck }) => kind === 'table' && struck.length > 0);
}

/**
 * Groups that are not there, by the level that lacks them. What a whole file lacks is told once, at its first level, and so is a group
 * that a department calls otherwise on all its pages.
 */
function missingFaults({ pages, groups: common }: Framework): ReadonlyMap<LevelPage, readonly StructureFault[]> {
  const byPlace = new Map<string, LevelPage[]>();
  for (const page of pages)
    addToGroup(byPlace, `${page.shape === 'page' ? '' : page.page.path} ${page.department.id}`, page);
  const missing = (page: LevelPage, groups: readonly Group[], everyLevel: boolean): StructureFault[] => {
    const isOwn = groups.some((group) => !common.includes(group));
    const instead = everyLevel && groups.length === 1 ? ownGroup(page, common) : null;
    return groups.length === 0 ? [] : [{ page, kind: 'missing', groups, everyLevel, isOwn, instead }];
  };
  const faults = new Map<LevelPage, readonly StructureFault[]>();
  for (const levels of byPlace.values()) {
    const lacking = levels.map((level) => ({ level, groups: missingOn(level, common) }));
    const [first] = lacking;
    if (first === undefined) continue;
    const everywhere = first.groups.filter((group) => lacking.every(({ groups }) => groups.includes(group)));
    const isTogether =
      first.level.shape !== 'page' || (everywhere.length === 1 && ownGroup(first.level, common) !== null);
    const nowhere = levels.length > 1 && isTogether ? everywhere : [];
    for (const { level, groups } of lacking) {
      const isAsked = (group: Group) => !common.includes(group) || !isOfOtherLevels(group, level, pages);
      const own = groups.filter((group) => !nowhere.includes(group) && isAsked(group));
      faults.set(level, [...missing(level, level === first.level ? nowhere : [], true), ...missing(level, own, false)]);
    }
  }
  return faults;
}

/** The only group that a department has and no other one. */
function ownGroup({ department }: LevelPage, common: readonly Group[]): Group | null {
  const [own = null, ...others] = department.groups.filter((group) => !common.includes(group));
  return others.length > 0 ? null : own;
}

/** With fewer, it may be they that lack it. */
const fewestOthers = 2;

/** Has no other department a group at this level, which was found at others? Some things are asked from a level on. */
function isOfOtherLevels(
  { match, name }: Group,
  { level, department }: LevelPage,
  pages: readonly LevelPage[],
): boolean {
  const others = pages.filter((page) => page.level === level && page.department !== department);
  const lacks = ({ groups }: LevelPage) => groups.every(({ group }) => group.name !== name);
  return match === 'whole' && others.length >= fewestOthers && others.every(lacks);
}

function missingOn({ department, groups, level, shape }: LevelPage, common: readonly Group[]): readonly Group[] {
  const has = (each: LevelPage, group: Group) => each.groups.some((own) => own.group === group);
  // Where levels stand below groups, what a department was found to ask for alone may begin at some level.
  const isBelow = !isText(shape);
  const isOwn = (group: Group) =>
    isBelow && group.match === 'whole' && !common.includes(group) && department.groupsFrom === null;
  const isBegun = (group: Group) =>
    [...department.levels.values()].some((each) => (each.level.order ?? 0) < (level.order ?? 0) && has(each, group));
  const lacking = department.groups.filter((group) => !groups.some((each) => each.group === group));
  return lacking.filter((group) => !group.optional && (!isOwn(group) || isBegun(group)));
}

/** Where more cells of a table are empty, or values of a file, it is a choice to leave one empty. */
const mostEmpty = 0.25;

/** The files whose tables or values leave many groups empty, where handbook.yaml does not ask for the groups. */
function sparseFiles({ pages, config }: Framework): ReadonlySet<Page> {
  const counts = new Map<Page, { all: number; empty: number }>();
  for (const { page, shape, groups } of config.groups === undefined ? pages : []) {
    if (isText(shape)) continue;
    const { all, empty } = counts.get(page) ?? { all: 0, empty: 0 };
    const blank = groups.filter(({ items }) => items.length === 0);
    counts.set(page, { all: all + groups.length, empty: empty + blank.length });
  }
  return new Set([...counts].flatMap(([page, { all, empty }]) => (empty > all * mostEmpty ? [page] : [])));
}

/** Do most pages open the group by a line of bold words? */
function isUsuallyBold(group: Group, framework: Framework): boolean {
  const all = framework.pages.flatMap(({ groups }) => groups.filter((each) => each.group.name === group.name));
  return all.filter(({ headingProblem }) => headingProblem === 'bold').length * 2 >= all.length;
}

/** The page's groups as they should follow each other, each once. */
function inAskedOrder({ department, groups }: LevelPage): readonly CompetencyGroup[] {
  return department.groups.flatMap((asked) => groups.find(({ group }) => group === asked) ?? []);
}

function placesOn(page: LevelPage): readonly number[] {
  return inAskedOrder(page).map((group) => page.groups.indexOf(group));
}

/** An order that was found is asked for only where most pages keep it. */
const keptBy = 0.75;

function departmentsInOrder({ config, departments, pages: all }: Framework): ReadonlySet<string> {
  const pages = all.filter(({ shape }) => isText(shape));
  const inOrder = departments.filter(({ groups }) => {
    if (config.groups !== undefined) return true;
    const alike = pages.filter(({ department }) => department.groups === groups);
    const kept = alike.filter((page) => misordered(placesOn(page)).length === 0);
    return alike.length > 0 && kept.length >= alike.length * keptBy;
  });
  return new Set(inOrder.map(({ id }) => id));
}
