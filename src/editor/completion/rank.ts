/** How well a name fits what was typed: 0 fits best; `null` when a letter is missing. */
export function rank(typed: string, name: string): number | null {
  const [wanted, whole] = [typed.toLowerCase(), name.toLowerCase()];
  if (wanted === '') return 0;
  const at = whole.indexOf(wanted);
  if (at >= 0) return at;
  let from = 0;
  let gaps = 0;
  for (const letter of wanted) {
    const next = whole.indexOf(letter, from);
    if (next < 0) return null;
    gaps += next - from;
    from = next + 1;
  }
  return 1000 + gaps;
}

const MOST = 100;

/** The best matches, best first. `names` gives the names of an item; the one that fits best counts. */
export function best<T>(all: readonly T[], typed: string, names: (one: T) => readonly string[]): readonly T[] {
  return all
    .flatMap((one) => {
      const ranks = names(one).flatMap((name) => rank(typed, name) ?? []);
      return ranks.length === 0 ? [] : [{ one, rank: Math.min(...ranks) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}
