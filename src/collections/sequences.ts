import { countBy } from './groups.ts';

/** Whether all items of `short` stand in `long` in the same order, with or without others between them. */
export function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const item of long) if (item === short[at]) at++;
  return at === short.length;
}

/** How many items two lists have in common; an item that comes twice in both counts twice. */
export function countShared(left: readonly string[], right: readonly string[]): number {
  const rest = countBy(left);
  let shared = 0;
  for (const item of right) {
    const count = rest.get(item) ?? 0;
    if (count === 0) continue;
    rest.set(item, count - 1);
    shared += 1;
  }
  return shared;
}
