import type { Include } from '../model/handbook.ts';
import type { Competency, CompetencyGroup, CompetencyList, Framework, LevelPage, SharedList } from './framework.ts';
import { likeness } from './likeness.ts';
import { policyOf } from './shared-lists.ts';

/** How a page departs from a shared list. */
export type SharedDeparture = {
  readonly page: LevelPage;
  readonly group: CompetencyGroup;
  readonly list: SharedList;
} /** The list is not there at all; `instead` is the include that stands in its place. */ & (
  | { readonly kind: 'missing'; readonly instead: Include | null }
  /** The shared list of another level is there. */
  | { readonly kind: 'wrong-level'; readonly include: Include; readonly found: SharedList }
  /** A word for word copy of what the others include. */
  | { readonly kind: 'copied'; readonly copy: CompetencyList }
  /** A copy with all competencies, in another order. */
  | { readonly kind: 'reordered'; readonly copy: CompetencyList }
  /** A copy that lacks some. */
  | { readonly kind: 'incomplete'; readonly copy: CompetencyList; readonly lost: readonly Competency[] }
  /** One competency of a copy has other words. */
  | { readonly kind: 'reworded'; readonly item: Competency; readonly shared: Competency }
  /** A competency beside a list that nobody may add to. */
  | { readonly kind: 'added'; readonly item: Competency }
);

/** A pair of competencies that stand for one another in a list and its copy. */
export interface Match {
  readonly shared: Competency;
  readonly item: Competency;
  readonly isExact: boolean;
}

/** Compares every level page with the lists that it shares. */
export function departuresFromShared(framework: Framework): readonly SharedDeparture[] {
  const byLevel = new Map<string, SharedList[]>();
  for (const list of framework.shared) byLevel.set(list.level.id, [...(byLevel.get(list.level.id) ?? []), list]);
  return framework.pages.flatMap((page) =>
    (byLevel.get(page.level.id) ?? []).flatMap((list) => compare(page, list, framework)),
  );
}

function compare(page: LevelPage, list: SharedList, framework: Framework): SharedDeparture[] {
  if (page.page === list.page || (page.department.id === '' && list.call === null)) return [];
  const group = page.groups.find((each) => each.group.name === list.group.name);
  if (group === undefined) return [];
  const policy = policyOf(list, page.department, framework);
  const common = { page, group, list };
  if (shows(group, list)) {
    if (policy !== 'keep') return [];
    const foreign = group.items.filter((item) => item.page !== list.page && !isOfSharedList(item, group, framework));
    return foreign.map((item) => ({ ...common, kind: 'added', item }));
  }
  const matches = matchItems(list.items, group.items, framework.config.similarity.item);
  if (matches.length >= list.items.length * framework.config.similarity.list) return describeCopy(common, matches);
  if (policy === 'replace' || group.incomplete) return [];
  const other = framework.shared.find(
    (each) =>
      each.level.id !== list.level.id &&
      each.group.name === list.group.name &&
      each.call !== null &&
      shows(group, each),
  );
  const include = other === undefined ? undefined : group.includes.find((each) => brings(each, other));
  if (other !== undefined && include !== undefined && !isShownAtOwnLevel(other, framework, page))
    return [{ ...common, kind: 'wrong-level', include, found: other }];
  const instead = group.opensWith === 'include' ? (group.includes[0] ?? null) : null;
  return [{ ...common, kind: 'missing', instead }];
}

function shows(group: CompetencyGroup, list: SharedList): boolean {
  return group.includes.some((include) => brings(include, list)) || group.items.some(({ page }) => page === list.page);
}

function brings(include: Include, list: SharedList): boolean {
  return include.state.kind === 'found' && include.state.page === list.page;
}

function isShownAtOwnLevel(list: SharedList, framework: Framework, page: LevelPage): boolean {
  // A list that is shared by several levels is in place at each of them.
  return framework.shared.some((each) => each.page === list.page && each.level.id === page.level.id);
}

function isOfSharedList(item: Competency, group: CompetencyGroup, framework: Framework): boolean {
  return framework.shared.some((each) => each.page === item.page && each.group.name === group.group.name);
}

type Common = Pick<SharedDeparture, 'page' | 'group' | 'list'>;

function describeCopy(common: Common, matches: readonly Match[]): SharedDeparture[] {
  const { group, list } = common;
  const copy = group.lists.find(({ items }) => items.includes(matches[0]?.item as Competency));
  // A copy in an include is told on that include.
  if (copy === undefined || copy.via !== null) return [];
  const reworded = matches
    .filter((match) => !match.isExact)
    .map(({ shared, item }): SharedDeparture => ({ ...common, kind: 'reworded', item, shared }));
  const found = new Set(matches.map(({ shared }) => shared));
  const lost = list.items.filter((item) => !found.has(item));
  if (lost.length > 0) return [{ ...common, kind: 'incomplete', copy, lost }, ...reworded];
  if (reworded.length > 0) return reworded;
  const places = matches.map(({ item }) => group.items.indexOf(item));
  if (places.some((place, at) => place < (places[at - 1] ?? -1))) return [{ ...common, kind: 'reordered', copy }];
  return list.call === null ? [] : [{ ...common, kind: 'copied', copy }];
}

/** Once a list is known for a copy, its competencies need to be less alike to belong together. */
const slackInCopies = 0.2;

/** Finds, for each shared competency, the one that stands for it: the same words first, then the nearest. */
export function matchItems(shared: readonly Competency[], items: readonly Competency[], threshold: number): Match[] {
  const free = new Map<string, Competency[]>();
  for (const item of items) free.set(item.wording.key, [...(free.get(item.wording.key) ?? []), item]);
  const matches = new Map<Competency, Match>();
  for (const each of shared) {
    const item = free.get(each.wording.key)?.shift();
    if (item !== undefined) matches.set(each, { shared: each, item, isExact: true });
  }
  // Without one competency in its own words a list is no copy.
  if (matches.size > 0) {
    const rest = new Set([...free.values()].flat());
    for (const each of shared) {
      if (matches.has(each)) continue;
      let best: { readonly item: Competency; readonly score: number } | null = null;
      for (const item of rest) {
        const score = likeness(each.wording, item.wording);
        if (score >= threshold - slackInCopies && score > (best?.score ?? 0)) best = { item, score };
      }
      if (best === null) continue;
      rest.delete(best.item);
      matches.set(each, { shared: each, item: best.item, isExact: false });
    }
  }
  return shared.flatMap((each) => matches.get(each) ?? []);
}
