import { distance } from 'fastest-levenshtein';

/** How many letters may differ for a word to be a slip of the pen for another; 0 when it is too short to tell. */
export function allowedSlips(word: string): number {
  if (word.length < 4) return 0;
  if (word.length < 8) return 1;
  return word.length < 16 ? 2 : 3;
}

/**
 * Letters by which `candidate` differs from `word`, or `null` when that is too many for a slip. Different numbers
 * are never a slip: `fy25` does not mean `fy24`.
 */
export function slips(word: string, candidate: string): number | null {
  const allowed = allowedSlips(word.length < candidate.length ? word : candidate);
  if (Math.abs(word.length - candidate.length) > allowed || allowed === 0) return null;
  const count = distance(word, candidate);
  return count > allowed || digits(word) !== digits(candidate) ? null : count;
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
