import { distance } from 'fastest-levenshtein';

/**
 * Letters by which the words of `candidate` differ from those of `text`, or `null` when that is too much for slips of
 * the pen. Each word is looked at by itself: `pcsat-score` is no slip for `usat-score`. Different numbers are never a
 * slip: `fy25` does not mean `fy24`.
 */
export function slips(text: string, candidate: string): number | null {
  if (Math.abs(text.length - candidate.length) > MAX_SLIPS) return null;
  const words = text.split('-');
  const others = candidate.split('-');
  if (words.length !== others.length) return null;
  let sum = 0;
  for (const [at, word] of words.entries()) {
    const other = others[at]!;
    if (word === other) continue;
    const allowed = allowedSlips(word.length < other.length ? word : other);
    if (allowed === 0 || Math.abs(word.length - other.length) > allowed || digits(word) !== digits(other)) return null;
    const count = isSwap(word, other) ? 1 : distance(word, other);
    sum += count;
    if (count > allowed || sum > MAX_SLIPS) return null;
  }
  return sum;
}

/** Two neighbouring letters in the wrong order. */
function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}

const MAX_SLIPS = 3;

/** How many letters of a word may differ; none when it is too short to tell. */
function allowedSlips(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Letters and digits alone, in lower case: what stays the same however words are joined. */
export function essence(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function digits(text: string): string {
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
