import { distance } from 'fastest-levenshtein';

/** One letter too few, too many or wrong, or two that changed places; neither the first letter nor an `s` at the end. */
export function isOneTypo(word: string, right: string): boolean {
  if (word.charAt(0) !== right.charAt(0) || word === `${right}s` || right === `${word}s`) return false;
  const apart = distance(word, right);
  return (
    apart === 1 ||
    (apart === 2 && word.length === right.length && [...word].sort().join('') === [...right].sort().join(''))
  );
}
