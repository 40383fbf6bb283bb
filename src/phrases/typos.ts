import { distance } from 'fastest-levenshtein';

const MAX_TYPOS = 3;

/**
 * How many typos turn `candidate` into `text`, word by word; `null` when there are too many: `whips-list` is no typo of `ship-list`.
 * Different numbers are never a typo: `plan-25` does not mean `plan-24`.
 */
export function typos(text: string, candidate: string): number | null {
  if (text === candidate) return 0;
  if (Math.abs(text.length - candidate.length) > MAX_TYPOS) return null;
  let sum = 0;
  let from = 0;
  let fromOther = 0;
  for (;;) {
    const end = text.indexOf('-', from);
    const endOther = candidate.indexOf('-', fromOther);
    if (end < 0 !== endOther < 0) return null;
    const word = end < 0 ? text.slice(from) : text.slice(from, end);
    const other = end < 0 ? candidate.slice(fromOther) : candidate.slice(fromOther, endOther);
    const count = word === other ? 0 : typosInWord(word, other);
    if (count === null || sum + count > MAX_TYPOS) return null;
    sum += count;
    if (end < 0) return sum;
    from = end + 1;
    fromOther = endOther + 1;
  }
}

function typosInWord(word: string, other: string): number | null {
  const shorter = Math.min(word.length, other.length);
  const longer = Math.max(word.length, other.length);
  // A word that is too short says nothing about which one it was meant to be.
  const allowed = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
  if (longer - shorter > allowed || allowed === 0 || digits(word) !== digits(other)) return null;
  const count = isSwap(word, other) ? 1 : distance(word, other);
  return count > allowed ? null : count;
}

/** Two neighbouring letters in the wrong order. */
function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}

function digits(text: string): string {
  if (!/\d/.test(text)) return '';
  return text.replace(/\D+/g, ' ').trim();
}

/** One letter too few, too many or wrong, or two that changed places; neither the first letter nor an `s` at the end. */
export function isOneTypo(word: string, right: string): boolean {
  if (word.charAt(0) !== right.charAt(0) || word === `${right}s` || right === `${word}s`) return false;
  const apart = distance(word, right);
  return (
    apart === 1 ||
    (apart === 2 && word.length === right.length && [...word].sort().join('') === [...right].sort().join(''))
  );
}
