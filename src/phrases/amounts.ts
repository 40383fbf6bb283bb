/** `1 page`, `2,345 pages`. */
export function count(amount: number, noun: string): string {
  return `${inThousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `2,345`, as `toLocaleString` has it: its first call reads what all languages do, for longer than a run may take. */
export function inThousands(amount: number): string {
  if (amount < 1000) return String(amount);
  return `${inThousands(Math.floor(amount / 1000))},${String(amount % 1000).padStart(3, '0')}`;
}

/** `A`, `A and B`, `A, B, C and D`. */
export function allOf(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** `A`, `A and B`, `A, B and C`, `A, B and 2 more`. */
export function someOf(words: readonly string[]): string {
  return words.length <= 3 ? allOf(words) : `${words.slice(0, 2).join(', ')} and ${words.length - 2} more`;
}
