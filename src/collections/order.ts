/** Orders texts by the codes of their letters, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The item that ranks highest by the first rank, among equals by the next; the first of those that no rank tells apart. */
export function highest<Item>(
  items: Iterable<Item>,
  ...ranks: readonly ((item: Item) => number | boolean)[]
): Item | undefined {
  const differences = (a: Item, b: Item) => ranks.map((rank) => Number(rank(b)) - Number(rank(a)));
  return [...items].sort((a, b) => differences(a, b).find(Boolean) ?? 0)[0];
}
