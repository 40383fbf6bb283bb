import { groupBy } from '../../collections/groups.ts';
import type { SharedPolicy } from '../../config/frameworks.ts';
import type { Include } from '../../model/handbook.ts';
import type { Competency, CompetencyGroup, Framework, LevelPage, SharedList } from '../framework.ts';
import { isNoCompetency } from '../placeholders.ts';
import { policyOf } from '../reading/shared-lists.ts';
import { differInPerson } from '../wording.ts';
import { placeOf, refersToLevel } from './agreement.ts';
import { type Difference, type ListMatch, matchList } from './match-lists.ts';
import type { FileRange, ListOnPage, SharedDeparture } from './shared-departure.ts';
import { isStruckOut } from './structure.ts';

/** A shared list, and what of it is in the page's groups of its name, of which `group` is the first. */
type Matched = ListOnPage & { readonly match: ListMatch };

/** From this share of a level's agreed competencies on, a page takes part in the agreement. */
const leastOfAll = 0.6;
/** From this share of one agreed list on, a page has that list. */
const leastOfList = 0.5;

/** Compares every level page with the lists that it shares, included, on a base page or agreed on. */
export function departuresFromShared(framework: Framework): readonly SharedDeparture[] {
  const sharedAt = groupByLevel(framework.shared);
  const agreedAt = groupByLevel(framework.agreed);
  return framework.pages.flatMap((page) => {
    const { id } = page.level;
    const fromShared = (sharedAt.get(id) ?? []).flatMap((list) => compareWithShared(page, list, framework));
    const all = oncePerLevel([...fromShared, ...compareWithAgreed(page, agreedAt.get(id) ?? [], framework)]);
    // Of a list with "TBD" in it, this is told, and not what else it lacks.
    return all.filter(({ kind, group }) => !/^(?:missing|incomplete)$/.test(kind) || !isUnfinished(group));
  });
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
function matchOn(page: LevelPage, list: SharedList, framework: Framework): Matched | null {
  const own = page.groups.filter(({ group }) => group.name === list.group.name);
  const [group] = own;
  if (group === undefined) return null;
  const others = page.groups.filter((each) => !own.includes(each));
  return { page, group, list, match: matchList(list.items, own, others, framework.config.similarity.item) };
}

/** Compares a page with a list that an include or a base page holds. */
function compareWithShared(page: LevelPage, list: SharedList, framework: Framework): SharedDeparture[] {
  const group = page.groups.find((each) => each.group.name === list.group.name);
  if (group === undefined) return [];
  const policy = policyOf(list, page.department, framework);
  if (shows(group, list)) return besideShown({ page, group, list }, policy, framework);
  const matched = matchOn(page, list, framework);
  if (matched === null) return [];
  const { match } = matched;
  const isFree = policy === 'replace' || group.incomplete;
  const foreign = isFree ? [] : fromOtherLevel(matched, match.own, framework.shared, framework);
  const isCopy =
    list.call === null
      ? match.matches.some(({ isExact }) => isExact) || match.differences.some(({ kind }) => kind === 'moved')
      : foundOf(matched) >= list.items.length * framework.config.similarity.list;
  if (isCopy) return [...foreign, ...describeCopy(matched, foreign.length > 0)];
  if (isFree || foreign.length > 0) return foreign;
  if (group.refersTo.has(list.page)) return [];
  // That nothing stands below a heading is told as such.
  if (isUnwritten(group) && group.includes.length === 0) return [];
  const instead = group.opensWith === 'include' ? (group.includes[0] ?? null) : null;
  const at = instead === null ? group : { page: instead.from, range: instead.call.range };
  return [{ page, group, list, kind: 'missing', at, instead }];
}

/** What a page has beside a list that it shows: anything, where nobody may add to the list; else what was pasted from another level. */
function besideShown(on: ListOnPage, policy: SharedPolicy, framework: Framework): SharedDeparture[] {
  const { group, list } = on;
  const isShared = ({ page }: Competency) =>
    framework.shared.some((each) => each.page === page && each.group.name === group.group.name);
  const own = group.items.filter((item) => !isShared(item));
  if (policy !== 'keep') return own.length < 2 ? [] : fromOtherLevel(on, own, framework.shared, framework);
  const foreign = own.filter((item) => item.page !== list.page);
  return foreign.map((item) => ({ ...on, kind: 'added', at: wordsOf(item), item }));
}

/** Compares a page with the lists that most departments have at its level. */
function compareWithAgreed(page: LevelPage, lists: readonly SharedList[], framework: Framework): SharedDeparture[] {
  if (page.department.id === '') return [];
  const all = lists.flatMap((list) => matchOn(page, list, framework) ?? []);
  const asked = sumOf(all.map(({ list }) => list.items.length));
  const takesPart = sumOf(all.map(foundOf)) >= asked * leastOfAll;
  return all.flatMap((matched): SharedDeparture[] => {
    const { list, group, match } = matched;
    if (group.incomplete || isUnwritten(group) || policyOf(list, page.department, framework) === 'replace') return [];
    const found = foundOf(matched);
    const foreign = fromOtherLevel(matched, match.own, framework.agreed, framework);
    if (found > 0 && found >= list.items.length * leastOfList)
      return [...foreign, ...describeCopy(matched, foreign.length > 0)];
    if (foreign.length > 0 || !takesPart || refersToLevel(group, page, framework)) return foreign;
    if (found > 0 || list.items.length === 1) return describeCopy(matched, false);
    return [{ page, group, list, kind: 'missing', at: group, instead: null }];
  });
}

/** How many of a list's competencies a page has, in whatever way. */
function foundOf({ list, match }: Matched): number {
  return list.items.length - match.lost.length;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Does something among the competencies hold the place of others? */
function isUnfinished({ items }: CompetencyGroup): boolean {
  return items.some(({ wording, details }) => details.length === 0 && isNoCompetency(wording.text));
}

/** Is there nothing, or only what holds the place of competencies? */
function isUnwritten(group: CompetencyGroup): boolean {
  return !isStruckOut(group) && group.items.every(({ wording }) => isNoCompetency(wording.text));
}

/** The list of another level that stands where this one's should: by an include, or most of it word for word in `own`. */
function fromOtherLevel(
  { page, group, list }: ListOnPage,
  own: readonly Competency[],
  lists: readonly SharedList[],
  framework: Framework,
): SharedDeparture[] {
  const others = lists.filter((each) => each.level.id !== list.level.id && each.group.name === list.group.name);
  const departure = { page, group, list, kind: 'wrong-level', groups: [group] } as const;
  for (const include of group.includes) {
    const found = others.find((each) => brings(include, each));
    if (found === undefined) continue;
    // A list that is shared by several levels is in place at each of them.
    if (lists.some((each) => each.page === found.page && each.level.id === page.level.id)) return [];
    const range = include.call.params[0]?.range ?? include.call.range;
    return [{ ...departure, at: { page: include.from, range }, found, include }];
  }
  const byWords = new Map(own.flatMap((item) => keysOf(item).map((key) => [key, item] as const)));
  const expected = new Set(list.items.flatMap(keysOf));
  for (const found of others) {
    const theirs = found.items.map(keysOf).filter((keys) => !keys.some((key) => expected.has(key)));
    const items = theirs.flatMap(([key, neutral]) => byWords.get(key) ?? byWords.get(neutral) ?? []);
    if (items.length < 2 || items.length < theirs.length * framework.config.similarity.list) continue;
    if (items.some((item) => item.page !== group.page)) continue;
    const ends = items.flatMap(({ textRange }) => textRange);
    const range = [Math.min(...ends), Math.max(...ends)] as const;
    return [{ ...departure, at: { page: group.page, range }, found, include: null }];
  }
  return [];
}

const keysOf = ({ wording: { key, neutral } }: Competency) => [key, neutral] as const;

function shows(group: CompetencyGroup, list: SharedList): boolean {
  return group.includes.some((include) => brings(include, list)) || group.items.some(({ page }) => page === list.page);
}

function brings(include: Include, list: SharedList): boolean {
  return include.state.kind === 'found' && include.state.page === list.page;
}

/** What is different in a copy. `isTold`: another departure already says that the list of another level stands in its place. */
function describeCopy({ match, ...on }: Matched, isTold: boolean): SharedDeparture[] {
  const { group, list } = on;
  const first = match.matches[0]?.item;
  const copy = group.lists.find(({ items }) => first !== undefined && items.includes(first));
  // A copy in an include is told on that include.
  if (copy !== undefined && copy.via !== null) return [];
  const told: SharedDeparture[] = [];
  // An empty cell is told as such.
  const lost = match.lost.filter(({ row }) => !group.texts.some((text) => text.row !== null && text.row === row));
  if (lost.length > 0 && !isTold) told.push({ ...on, kind: 'incomplete', at: copy ?? group, lost });
  for (const { isExact, shared, item } of match.matches)
    if (!isExact && (list.agreed === undefined || !differInPerson(shared.wording, item.wording)))
      told.push({ ...on, kind: 'reworded', at: wordsOf(item), item, shared });
  for (const each of match.differences) told.push({ ...on, ...each, at: placeOfDifference(each, group) });
  if (told.length > 0 || isTold || list.agreed !== undefined || copy === undefined) return told;
  const places = match.matches.map(({ item }) => group.items.indexOf(item));
  if (places.some((place, at) => place < (places[at - 1] ?? -1))) return [{ ...on, kind: 'reordered', at: copy, copy }];
  return list.call === null ? [] : [{ ...on, kind: 'copied', at: copy, copy }];
}

function placeOfDifference(difference: Difference, group: CompetencyGroup): FileRange {
  if (difference.kind === 'split') return stretchOf(difference.items, group);
  return difference.kind === 'struck' ? difference.item : wordsOf(difference.item);
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
