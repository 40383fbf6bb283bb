import { countBy } from '../../collections/groups.ts';
import type { Wording } from '../wording.ts';

/** Which texts are worth comparing. */
interface PairOptions<T> {
  /** No pair is missed in which each text has at least this share of the other's words. */
  readonly leastShare?: number;
  /** Only texts that have one of these in common are paired. */
  readonly within?: (item: T) => Iterable<string>;
}

/** A word that more texts than this are filed under tells nothing: pairs that meet under it alone are left out. */
const mostFiled = 50;
const everywhere = [''];

/**
 * Pairs whose words overlap enough to be worth comparing, each once. Every text is filed under its rarest words
 * only, so that the work grows with the number of texts and not with its square.
 */
export function* similarPairs<T extends { readonly wording: Wording }>(
  items: readonly T[],
  { leastShare = 0.5, within = () => everywhere }: PairOptions<T> = {},
): Generator<readonly [T, T]> {
  const frequency = countBy(items.flatMap(({ wording }) => wording.distinct));
  const frequencyOf = (word: string) => frequency.get(word) ?? 0;
  const filed = new Map<string, T[]>();
  for (const item of items) {
    const met = new Set<T>();
    const words = item.wording.distinct.toSorted((left, right) => frequencyOf(left) - frequencyOf(right));
    // Two texts that share enough words meet at one of their rarest.
    const rarest = words.slice(0, words.length - Math.ceil(words.length * leastShare) + 1);
    for (const place of within(item)) {
      for (const word of rarest) {
        const key = `${place} ${word}`;
        const others = filed.get(key) ?? [];
        if (others.length >= mostFiled) continue;
        for (const other of others) met.add(other);
        others.push(item);
        filed.set(key, others);
      }
    }
    met.delete(item);
    for (const earlier of met) yield [earlier, item];
  }
}
