import { groupBy } from '../../collections/groups.ts';
import { countShared } from '../../collections/sequences.ts';
import type { Competency, CompetencyGroup, StruckItem } from '../framework.ts';
import { areSame } from '../wording.ts';
import { isContained, similarity, similarPairs } from './similarity.ts';

/** A pair of competencies that stand for one another in a list and its copy. */
export interface Match {
  readonly shared: Competency;
  readonly item: Competency;
  readonly isExact: boolean;
}

/** How a page has shared competencies otherwise than each as an item of its own, in its own list. */
export type Difference =
  /** One item that says what several shared ones say. */
  | { readonly kind: 'merged'; readonly item: Competency; readonly merged: readonly Competency[] }
  /** Several items that say together what one shared one says. */
  | { readonly kind: 'split'; readonly items: readonly Competency[]; readonly shared: Competency }
  /** Under another group of the page. */
  | { readonly kind: 'moved'; readonly item: Competency; readonly shared: Competency; readonly to: CompetencyGroup }
  /** Below another item. */
  | { readonly kind: 'nested'; readonly item: Competency; readonly shared: Competency }
  | { readonly kind: 'struck'; readonly item: StruckItem; readonly shared: Competency };

/** Where each competency of a shared list is on a page, if it is there. */
export interface ListMatch {
  readonly matches: readonly Match[];
  readonly differences: readonly Difference[];
  readonly lost: readonly Competency[];
  /** Items of the groups that match no shared competency. */
  readonly own: readonly Competency[];
}

/** In a list that is known to be a copy, competencies with this similarity belong together. */
const slackInCopies = 0.2;
/** The part of a text's words that another text must hold to say the same. */
const covering = 0.8;
/** When there are more pairs than this, only texts with rare words in common are compared. */
const mostPairs = 4000;
/** Among more leftovers than this, nothing is looked for that was merged or split. */
const mostLeft = 60;

/** Finds, for each shared competency, what stands for it in these groups: the same words first, then the nearest. */
export function matchList(
  shared: readonly Competency[],
  groups: readonly CompetencyGroup[],
  others: readonly CompetencyGroup[],
  threshold: number,
): ListMatch {
  const items = groups.flatMap((group) => group.items);
  const left = new Left(shared, items);
  const same = left.takeSame();
  const moved = left.takeMoved(others);
  const elsewhere = [...moved, ...left.takeNested(items), ...left.takeStruck(groups)];
  const differences = [...left.takeMerged(), ...left.takeSplit(), ...elsewhere];
  // Without one competency in its own words a list is no copy.
  const near = same.length + moved.length > 0 ? left.takeNear(threshold - slackInCopies) : [];
  const matches = inOrder(shared, [...same, ...near]);
  return { matches, differences, lost: [...left.shared], own: [...left.items] };
}

/** Finds the pairs of two lists alone, for include files that hold copies of each other. */
export function matchItems(shared: readonly Competency[], items: readonly Competency[], threshold: number): Match[] {
  const left = new Left(shared, items);
  const same = left.takeSame();
  const near = same.length > 0 ? left.takeNear(threshold - slackInCopies) : [];
  return inOrder(shared, [...same, ...near]);
}

/** The matches in the order of the shared list. */
function inOrder(shared: readonly Competency[], matches: readonly Match[]): Match[] {
  const byShared = new Map(matches.map((match) => [match.shared, match]));
  return shared.flatMap((item) => byShared.get(item) ?? []);
}

/** By which competencies are the same; the department's own nouns matter less than the words. */
const keys = [({ wording }: Competency) => wording.key, ({ wording }: Competency) => wording.neutral];

/** The competencies of both lists that are not matched yet. */
class Left {
  readonly shared: Set<Competency>;
  readonly items: Set<Competency>;

  constructor(shared: readonly Competency[], items: readonly Competency[]) {
    this.shared = new Set(shared);
    this.items = new Set(items);
  }

  takeSame(): Match[] {
    const matches: Match[] = [];
    for (const keyOf of keys) {
      const byKey = groupBy(this.items, keyOf);
      for (const shared of [...this.shared]) {
        const item = byKey.get(keyOf(shared))?.shift();
        if (item === undefined) continue;
        matches.push({ shared, item, isExact: true });
        this.#take([shared], [item]);
      }
    }
    return matches;
  }

  takeMoved(others: readonly CompetencyGroup[]): Difference[] {
    const places = others.flatMap((to) => to.items.map((item) => [item.wording.neutral, { item, to }] as const));
    const byKey = new Map(places);
    return this.#takeEach((shared) => {
      const place = byKey.get(shared.wording.neutral);
      return place && { kind: 'moved', ...place, shared };
    });
  }

  takeNested(items: readonly Competency[]): Difference[] {
    const byText = new Map(items.flatMap((item) => item.details.map((detail) => [plain(detail), item] as const)));
    return this.#takeEach((shared) => {
      const item = byText.get(plain(shared.wording.text));
      return item && { kind: 'nested', item, shared };
    });
  }

  takeStruck(groups: readonly CompetencyGroup[]): Difference[] {
    const struck = groups.flatMap(({ lists }) => lists.flatMap((list) => list.struck));
    const byText = new Map(struck.map((item) => [plain(item.text), item]));
    return this.#takeEach((shared) => {
      const item = byText.get(plain(shared.wording.text));
      return item && { kind: 'struck', item, shared };
    });
  }

  takeMerged(): Difference[] {
    if (this.items.size > mostLeft || this.shared.size > mostLeft) return [];
    return [...this.items].flatMap((item): Difference[] => {
      const merged = [...this.shared].filter(
        (shared) => shared.wording.stems.length >= 2 && coverage(shared, [item]) >= covering,
      );
      if (merged.length < 2 || coverage(item, merged) < 0.6) return [];
      this.#take(merged, [item]);
      return [{ kind: 'merged', item, merged }];
    });
  }

  takeSplit(): Difference[] {
    if (this.items.size > mostLeft || this.shared.size > mostLeft) return [];
    return [...this.shared].flatMap((shared): Difference[] => {
      const items = [...this.items].filter(
        (item) => item.wording.stems.length >= 2 && coverage(item, [shared]) >= covering - 0.1,
      );
      if (items.length < 2 || coverage(shared, items) < covering) return [];
      this.#take([shared], items);
      return [{ kind: 'split', shared, items }];
    });
  }

  takeNear(least: number): Match[] {
    const pairs = this.#pairs().flatMap(([shared, item]) => {
      const score = similarity(shared.wording, item.wording, least);
      const isMore = isLonger(shared, item) || isLonger(item, shared);
      return score >= least || isMore ? [{ shared, item, score }] : [];
    });
    pairs.sort((left, right) => right.score - left.score);
    return pairs.flatMap(({ shared, item }): Match[] => {
      if (!this.shared.has(shared) || !this.items.has(item)) return [];
      this.#take([shared], [item]);
      return [{ shared, item, isExact: areSame(shared.wording, item.wording) }];
    });
  }

  #pairs(): (readonly [Competency, Competency])[] {
    const { shared, items } = this;
    if (shared.size * items.size <= mostPairs)
      return [...shared].flatMap((one) => [...items].map((item) => [one, item] as const));
    return [...similarPairs([...shared, ...items])];
  }

  #takeEach(differenceOf: (shared: Competency) => Difference | undefined): Difference[] {
    return [...this.shared].flatMap((shared) => {
      const difference = differenceOf(shared);
      if (difference !== undefined) this.shared.delete(shared);
      return difference ?? [];
    });
  }

  #take(shared: readonly Competency[], items: readonly Competency[]): void {
    for (const each of shared) this.shared.delete(each);
    for (const each of items) this.items.delete(each);
  }
}

/** Words alone, for texts that were not read as competencies. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Does `long` say all that `short` says, and more? */
function isLonger(short: Competency, long: Competency): boolean {
  return short.wording.stems.length >= 3 && isContained(short.wording, long.wording);
}

/** The share of a competency's words that others hold, each word once. */
function coverage(item: Competency, by: readonly Competency[]): number {
  const others = by.flatMap(({ wording }) => wording.stems);
  return countShared(others, item.wording.stems) / (item.wording.stems.length || 1);
}
