import { distance } from 'fastest-levenshtein';
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
