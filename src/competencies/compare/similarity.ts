import { distance } from 'fastest-levenshtein';
import { countBy } from '../../collections/groups.ts';
import { countShared, isSubsequence } from '../../collections/sequences.ts';
import { areSame, type Wording } from '../wording.ts';

/** Longer texts are compared by their words alone: edit distance grows with the product of lengths. */
const longestForEdits = 2000;

/**
 * How much two competencies say the same, from 0 to 1: the words that they share, and the edits from one to
 * the other. 1 when they differ only in case, punctuation or light words such as "on" and "in". What cannot reach
 * `least` is not measured closely.
 */
export function similarity(left: Wording, right: Wording, least = 0.4): number {
  if (areSame(left, right)) return 1;
  const overlap = (2 * countShared(left.stems, right.stems)) / (left.stems.length + right.stems.length || 1);
  if ((overlap + 1) / 2 < least) return overlap / 2;
  const a = left.stems.join(' ');
  const b = right.stems.join(' ');
  if (a.length > longestForEdits || b.length > longestForEdits) return overlap;
  const edits = 1 - distance(a, b) / Math.max(a.length, b.length, 1);
  return (overlap + edits) / 2;
}

/** Is every word that carries meaning in `short` also in `long`, in the same order? */
export function isContained(short: Wording, long: Wording): boolean {
  return isSubsequence(short.stems, long.stems);
}

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
