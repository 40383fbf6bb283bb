import { expandBraces } from '../../config/glob.ts';

/**
 * Whether a path in lower case fits a pattern as Hugo reads them: `*`, `?` and `[a-z]` within a segment, `**` anywhere, `{a,b}`. The work is
 * bounded by pattern times path.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  return (expandBraces(pattern) ?? []).some((form) => matchesForm(form, path));
}

function matchesForm(pattern: string, path: string): boolean {
  const tokens = pattern.toLowerCase().match(/\*\*|\[[^\]]+\]|./gsu) ?? [];
  let reached = new Set([0]);
  for (const character of [...path, '']) {
    const next = new Set<number>();
    for (let position of reached) {
      for (; position < tokens.length && tokens[position]!.startsWith('*'); position++) {
        if (character !== '' && (tokens[position] === '**' || character !== '/')) next.add(position);
      }
      if (character === '' ? position === tokens.length : isSign(tokens[position], character)) next.add(position + 1);
    }
    if (character === '') return next.size > 0;
    reached = next;
  }
  return false;
}

/** Whether a character is what one token of a pattern stands for: itself, `?` or one of `[a-z]`. */
function isSign(token: string | undefined, character: string): boolean {
  if (token === '?') return character !== '/';
  if (token === undefined || token.length < 3 || !token.startsWith('[')) return token === character;
  const isNegated = token[1] === '!';
  const signs = [...token.slice(isNegated ? 2 : 1, -1)];
  const isListed = signs.some((sign, at) =>
    signs[at + 1] === '-' && signs[at + 2] !== undefined
      ? sign <= character && character <= signs[at + 2]!
      : sign === character,
  );
  return isListed !== isNegated && character !== '/';
}
