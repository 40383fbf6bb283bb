import type { CompiledPart } from './pattern-parts.ts';

/** The text that was asked for last: many patterns are tried on one text. */
let last = '';
let lastFolded = '';

/** Small letters, also for the two signs beyond ASCII that are the same as a letter of it when case does not count: ſ and the sign for Kelvin. */
export function foldCase(text: string): string {
  if (text !== last) {
    last = text;
    lastFolded = text.toUpperCase().toLowerCase();
  }
  return lastFolded;
}

/** The longest text that a sequence holds, letters in a row taken together. */
export function longestOf(parts: readonly CompiledPart[]): CompiledPart['holds'] {
  let run = '';
  let longest: CompiledPart['holds'] = null;
  const sizeOf = (texts: CompiledPart['holds']) => Math.min(...(texts ?? ['']).map(({ length }) => length));
  for (const { holds, isLiteral } of parts) {
    run = isLiteral ? `${run}${holds?.[0]}` : '';
    const here = isLiteral ? [run] : holds;
    if (sizeOf(here) > sizeOf(longest)) longest = here;
  }
  return longest;
}
