import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant: one that this word begins, else the one with the fewest letters that differ, at most
 * every third, rounded up. `null` when none is so near.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const low = word.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const other = each.toLowerCase();
    const apart = low.length > 2 && other.startsWith(low) ? 1 : distance(low, other);
    if (apart < least && apart <= Math.ceil(each.length / 3)) [best, least] = [each, apart];
  }
  return best;
}

/** ` Did you mean --format?`, to stand after what is wrong; `''` when no known word is near. */
export function didYouMean(word: string, known: readonly string[], show = (near: string) => near): string {
  const near = nearest(word, known);
  return near === null ? '' : ` Did you mean ${show(near)}?`;
}
