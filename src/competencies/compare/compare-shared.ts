import { groupBy } from '../../collections/groups.ts';
import type { Include } from '../../model/handbook.ts';
import type { Competency, CompetencyGroup, Framework, LevelPage, SharedList } from '../framework.ts';
import { isNoCompetency } from '../placeholders.ts';
import { policyOf } from '../reading/shared-lists.ts';
import { differInPerson } from '../wording.ts';
import { placeOf, refersToLevel } from './agreement.ts';
import { type ListMatch, matchList } from './match-lists.ts';
import type { FileRange, SharedDeparture } from './shared-departure.ts';
import { isStruckOut } from './structure.ts';

type Common = Pick<SharedDeparture, 'page' | 'group' | 'list'>;
type Whole = Common & { readonly match: ListMatch };

const nothing: ListMatch = { matches: [], merged: [], split: [], moved: [], nested: [], struck: [], lost: [], own: [] };

/** From this share of a level's agreed competencies on, a page takes part in the agreement. */
const takesPart = 0.6;
/** From this share of one agreed list on, a page has that list. */
const hasList = 0.5;

/** Compares every level page with the lists that it shares, included, on a base page or agreed on. */
export function departuresFromShared(framework: Framework): readonly SharedDeparture[] {
  const byLevel = groupByLevel(framework.shared);
  const agreedByLevel = groupByLevel(framework.agreed);
  return framework.pages.flatMap((page) =>
    oncePerLevel([
      ...(byLevel.get(page.level.id) ?? []).flatMap((list) => compare(page, list, framework)),
      ...compareAgreed(page, agreedByLevel.get(page.level.id) ?? [], framework),
    ]),
  );
}

/** Lists of one other level in several groups of a page are one departure, unless each has an include to take its place. */
function oncePerLevel(all: readonly SharedDeparture[]): readonly SharedDeparture[] {
  const levelOf = (each: SharedDeparture) =>
    each.kind === 'wrong-level' && each.list.call === null ? each.found.level.id : '';
  const pasted = groupBy(all, levelOf);
  return all.flatMap((each) => {
    const same = levelOf(each) === '' ? [each] : (pasted.get(levelOf(each)) ?? []);
    if (same[0] !== each) return [];
    return [each.kind === 'wrong-level' ? { ...each, groups: same.map(({ group }) => group) } : each];
  });
}

const groupByLevel = (lists: readonly SharedList[]) => groupBy(lists, ({ level }) => level.id);

/** Matches a list with the groups of a page that bear its name; `null` when there are none. */
function matchOn(page: LevelPage, list: SharedList, framework: Framework): Whole | null {
  const own = page.groups.filter(({ group }) => group.name === list.group.name);
  const [group] = own;
  if (group === undefined) return null;
  const others = page.groups.filter((each) => !own.includes(each));
  return { page, group, list, match: matchList(list.items, own, others, framework.config.similarity.item) };
}

function compare(page: LevelPage, list: SharedList, framework: Framework): SharedDeparture[] {
  const group = page.groups.find((each) => each.group.name === list.group.name);
  if (group === undefined) return [];
  const policy = policyOf(list, page.department, framework);
  const common = { page, group, list };
  if (shows(group, list)) {
    if (policy !== 'keep') {
      // Below what is included, another level's list may have been pasted.
      const own = group.items.filter((item) => !isOfSharedList(item, group, framework));
      const pasted =
        own.length < 2 ? null : otherLevel({ ...common, match: { ...nothing, own } }, framework.shared, framework);
      return pasted === null ? [] : [pasted];
    }
    const foreign = group.items.filter((item) => item.page !== list.page && !isOfSharedList(item, group, framework));
    return foreign.map((item) => ({ ...common, kind: 'added', at: wordsOf(item), item }));
  }
  const whole = matchOn(page, list, framework);
  if (whole === null) return [];
  const { match } = whole;
  const found = list.items.length - match.lost.length;
  const isCopy =
    list.call === null
      ? match.matches.some(({ isExact }) => isExact) || match.moved.length > 0
      : found >= list.items.length * framework.config.similarity.list;
  const foreign = policy === 'replace' || group.incomplete ? null : otherLevel(whole, framework.shared, framework);
  if (isCopy) return [...(foreign === null ? [] : [foreign]), ...describeCopy(whole, foreign !== null)];
  if (policy === 'replace' || group.incomplete) return [];
  if (foreign !== null) return [foreign];
  if (group.refersTo.has(list.page)) return [];
  // That nothing stands below a heading is told as such.
  if (isUnwritten(group) && group.includes.length === 0) return [];
  const instead = group.opensWith === 'include' ? (group.includes[0] ?? null) : null;
  const at = instead === null ? group : { page: instead.from, range: instead.call.range };
  return [{ ...common, kind: 'missing', at, instead }];
}

function compareAgreed(page: LevelPage, lists: readonly SharedList[], framework: Framework): SharedDeparture[] {
  if (page.department.id === '') return [];
  const wholes = lists.flatMap((list) => matchOn(page, list, framework) ?? []);
  const asked = wholes.reduce((sum, { list }) => sum + list.items.length, 0);
  const lost = wholes.reduce((sum, { match }) => sum + match.lost.length, 0);
  const isPart = asked - lost >= asked * takesPart;
  return wholes.flatMap((whole): SharedDeparture[] => {
    const { match, list, group } = whole;
    if (group.incomplete || isUnwritten(group) || policyOf(list, page.department, framework) === 'replace') return [];
    const found = list.items.length - match.lost.length;
    const foreign = otherLevel(whole, framework.agreed, framework);
    if (found > 0 && found >= list.items.length * hasList)
      return [...(foreign === null ? [] : [foreign]), ...describeCopy(whole, foreign !== null)];
    if (foreign !== null) return [foreign];
    if (!isPart || refersToLevel(group, page, framework)) return [];
    if (found > 0 || list.items.length === 1) return describeCopy(whole, false);
    return [{ page, group, list, kind: 'missing', at: group, instead: null }];
  });
}

/** Is there nothing, or only what holds the place of competencies? */
function isUnwritten(group: CompetencyGroup): boolean {
  return !isStruckOut(group) && group.items.every(({ wording }) => isNoCompetency(wording.text));
}

/** The list of another level that stands where this one's should: by an include, or most of it word for word. */
function otherLevel(
  { page, group, list, match }: Whole,
  lists: readonly SharedList[],
  framework: Framework,
): SharedDeparture | null {
  const others = lists.filter((each) => each.level.id !== list.level.id && each.group.name === list.group.name);
  for (const include of group.includes) {
    const found = others.find((each) => brings(include, each));
    if (found === undefined) continue;
    // A list that is shared by several levels is in place at each of them.
    if (lists.some((each) => each.page === found.page && each.level.id === page.level.id)) return null;
    const range = include.call.params[0]?.range ?? include.call.range;
    return {
      page,
      group,
      list,
      kind: 'wrong-level',
      groups: [group],
      at: { page: include.from, range },
      found,
      include,
    };
  }
  const own = new Map(
    match.own.flatMap((item) => [[item.wording.key, item] as const, [item.wording.neutral, item] as const]),
  );
  const expected = new Set(list.items.flatMap(({ wording }) => [wording.key, wording.neutral]));
  for (const found of others) {
    const theirs = found.items.filter(({ wording }) => !expected.has(wording.key) && !expected.has(wording.neutral));
    const items = theirs.flatMap(({ wording }) => own.get(wording.key) ?? own.get(wording.neutral) ?? []);
    if (items.length < 2 || items.length < theirs.length * framework.config.similarity.list) continue;
    if (items.some((item) => item.page !== group.page)) continue;
    const ends = items.flatMap(({ textRange }) => textRange);
    const at = { page: group.page, range: [Math.min(...ends), Math.max(...ends)] as const };
    return { page, group, list, kind: 'wrong-level', groups: [group], at, found, include: null };
  }
  return null;
}

function shows(group: CompetencyGroup, list: SharedList): boolean {
  return group.includes.some((include) => brings(include, list)) || group.items.some(({ page }) => page === list.page);
}

function brings(include: Include, list: SharedList): boolean {
  return include.state.kind === 'found' && include.state.page === list.page;
}

function isOfSharedList(item: Competency, group: CompetencyGroup, framework: Framework): boolean {
  return framework.shared.some((each) => each.page === item.page && each.group.name === group.group.name);
}

/** What is different in a copy. `isTold`: another difference already says that the list of another level stands in its place. */
function describeCopy({ match, ...common }: Whole, isTold: boolean): SharedDeparture[] {
  const { group, list } = common;
  const first = match.matches[0]?.item;
  const copy = group.lists.find(({ items }) => first !== undefined && items.includes(first));
  // A copy in an include is told on that include.
  if (copy !== undefined && copy.via !== null) return [];
  const told: SharedDeparture[] = [
    ...match.matches
      .filter(({ isExact, shared, item }) => {
        return !isExact && (list.agreed === undefined || !differInPerson(shared.wording, item.wording));
      })
      .map(({ shared, item }): SharedDeparture => ({ ...common, kind: 'reworded', at: wordsOf(item), item, shared })),
    ...match.merged.map(
      ({ item, shared: merged }): SharedDeparture => ({ ...common, kind: 'merged', at: wordsOf(item), item, merged }),
    ),
    ...match.split.map(
      ({ items, shared }): SharedDeparture => ({
        ...common,
        kind: 'split',
        at: stretchOf(items, group),
        items,
        shared,
      }),
    ),
    ...match.moved.map(
      ({ item, shared, group: to }): SharedDeparture => ({
        ...common,
        kind: 'moved',
        at: wordsOf(item),
        item,
        shared,
        to,
      }),
    ),
    ...match.nested.map(
      ({ item, shared }): SharedDeparture => ({ ...common, kind: 'nested', at: wordsOf(item), item, shared }),
    ),
    ...match.struck.map(({ item, shared }): SharedDeparture => ({ ...common, kind: 'struck', at: item, shared })),
  ];
  // An empty cell is told as such.
  const lost = match.lost.filter(({ row }) => !group.texts.some((text) => text.row !== null && text.row === row));
  if (lost.length > 0 && !isTold) {
    told.unshift({ ...common, kind: 'incomplete', at: copy ?? group, lost });
  }
  if (told.length > 0 || isTold || list.agreed !== undefined || copy === undefined) return told;
  const places = match.matches.map(({ item }) => group.items.indexOf(item));
  if (places.some((place, at) => place < (places[at - 1] ?? -1)))
    return [{ ...common, kind: 'reordered', at: copy, copy }];
  return list.call === null ? [] : [{ ...common, kind: 'copied', at: copy, copy }];
}

function wordsOf({ page, textRange }: Competency): FileRange {
  return { page, range: textRange };
}

/** From the first to the last of some competencies, where these stand in one file. */
function stretchOf(items: readonly Competency[], group: CompetencyGroup): FileRange {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return group;
  const end = last.page === first.page ? Math.max(first.textRange[1], last.textRange[1]) : first.textRange[1];
  return { page: first.page, range: [first.textRange[0], end] };
}

/** Where the competencies stand that are compared with a shared list, so that nothing else needs to compare them. */
export function comparedPlaces(framework: Framework): ReadonlySet<string> {
  const places = new Set<string>();
  for (const departure of departuresFromShared(framework)) {
    if (/^(?:missing|wrong-level|added)$/.test(departure.kind)) continue;
    for (const item of departure.group.items) places.add(placeOf(item));
    if (departure.kind === 'moved') places.add(placeOf(departure.item));
  }
  return places;
}
