import type { Wording } from './wording.ts';

/**
 * Pairs whose words overlap enough to be worth comparing, each once. Every text is filed under its rarest words
 * only, so that the work grows with the number of texts and not with its square.
 */
export function* similarPairs<T extends { readonly wording: Wording }>(
  items: readonly T[],
): Generator<readonly [T, T]> {
  const frequency = new Map<string, number>();
  for (const { wording } of items)
    for (const word of new Set(wording.stems)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const filed = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    const met = new Set<number>();
    const words = [...new Set(item.wording.stems)].sort(
      (left, right) => (frequency.get(left) ?? 0) - (frequency.get(right) ?? 0) || (left < right ? -1 : 1),
    );
    for (const word of words.slice(0, rarest(words.length))) {
      const others = filed.get(word) ?? [];
      for (const other of others) met.add(other);
      others.push(at);
      filed.set(word, others);
    }
    for (const other of met) {
      const earlier = items[other];
      if (earlier !== undefined) yield [earlier, item];
    }
  }
}

/** Two texts of which each has at least this share of the other's words meet at one of their rarest words. */
const leastShare = 0.5;

function rarest(words: number): number {
  return words - Math.ceil(words * leastShare) + 1;
}
