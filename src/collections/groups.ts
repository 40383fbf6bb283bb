import { getOrInsert } from './get-or-insert.ts';

/** Items by a key, in the order in which they come. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) addToGroup(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to the group of its key, which is made when there is none. */
export function addToGroup<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group !== undefined) group.push(item);
  // With the item in it: a list that is made empty has room for 17 as soon as one comes, and most groups stay small.
  else groups.set(key, [item]);
}

/** Adds an item to the set of its key, which is made when there is none. */
export function addToSet<Key, Item>(sets: Map<Key, Set<Item>>, key: Key, item: Item): void {
  getOrInsert(sets, key, () => new Set<Item>()).add(item);
}

/** How many times each key comes. */
export function countBy<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) countOne(counts, key);
  return counts;
}

/** Counts one more of a key. */
export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The key that comes most often; of several the first. */
export function mostCommon<Key>(keys: Iterable<Key>): Key | undefined {
  let best: readonly [key: Key | undefined, count: number] = [undefined, 0];
  for (const each of countBy(keys)) if (each[1] > best[1]) best = each;
  return best[0];
}

/** The first of all items with the same key. */
export function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] {
  return [...groupBy(items, keyOf).values()].map(([first]) => first!);
}
