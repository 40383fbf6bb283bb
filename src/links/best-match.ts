import { isAscii } from '../files/paths.ts';

/** Letters and digits alone, in lower case: what stays the same however words are joined. */
export function normalisedKey(text: string): string {
  // Nearly all is ASCII.
  const words = isAscii(text) ? text.toLowerCase().split(/[^a-z0-9]+/) : wordsOf(text);
  // What is joined is one piece, while what is replaced stays many, at three times the memory.
  return words.join('');
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/** The only best candidate, or `undefined` when there is none or two are as good. */
export function onlyBest<T>(
  candidates: readonly T[],
  cost: (candidate: T) => number | null,
): { best: T; cost: number } | undefined {
  let found: { best: T; cost: number } | undefined;
  let isTied = false;
  candidates.forEach((candidate) => {
    const price = cost(candidate);
    if (price === null || (found && price > found.cost)) return;
    isTied = found !== undefined && price === found.cost;
    found = { best: candidate, cost: price };
  });
  return isTied ? undefined : found;
}
