import { distance } from 'fastest-levenshtein';
import { isAscii } from '../files/paths.ts';

/**
 * Letters by which the words of `candidate` differ from those of `text`, or `null` when that is too much for typos. Each word is
 * looked at by itself: `whips-list` is none of `ship-list`. Different numbers are never a typo: `plan-25` does not mean `plan-24`.
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

const MAX_TYPOS = 3;

/** Letters and digits alone, in lower case: what stays the same however words are joined. */
export function normalisedKey(text: string): string {
  // Nearly all are.
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function digits(text: string): string {
  if (!/\d/.test(text)) return '';
  return text.replace(/\D+/g, ' ').trim();
}

/** The only best candidate, or `undefined` when there is none or two are as good. */
export function onlyBest<T>(
  candidates: Iterable<T>,
  cost: (candidate: T) => number | null,
): { best: T; cost: number } | undefined {
  let found: { best: T; cost: number } | undefined;
  let isTied = false;
  for (const candidate of candidates) {
    const price = cost(candidate);
    if (price === null || (found && price > found.cost)) continue;
    isTied = found !== undefined && price === found.cost;
    found = { best: candidate, cost: price };
  }
  return isTied ? undefined : found;
}
