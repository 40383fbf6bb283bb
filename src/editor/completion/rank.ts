/** Something to offer, and the names that it is found by, in lower case. */
interface Named<T> {
  readonly one: T;
  readonly names: readonly string[];
}

export function named<T>(one: T, ...names: readonly string[]): Named<T> {
  return { one, names: names.map((name) => name.toLowerCase()) };
}

const MOST = 50;

/** The `most` best matches, best first, those that fit alike in their own order. Of several names the one that fits best counts. */
export function best<T>(all: readonly Named<T>[], typed: string, most = MOST): readonly T[] {
  const wanted = typed.toLowerCase();
  const together = ranked(all, most, (name) => {
    const at = name.indexOf(wanted);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  });
  if (together.length >= most) return together;
  // Names that have all the letters, but not side by side, come behind.
  const apart = ranked(all, most, (name) => gapsIn(wanted, name));
  return [...new Set([...together, ...apart])].slice(0, most);
}

/** Of all that have a finite rank by one of their names the `most` with the lowest. */
function ranked<T>(all: readonly Named<T>[], most: number, rankOf: (name: string) => number): readonly T[] {
  const byRank: T[][] = [];
  for (const { one, names } of all) {
    let rank = Number.POSITIVE_INFINITY;
    for (const name of names) rank = Math.min(rank, rankOf(name));
    if (rank === Number.POSITIVE_INFINITY) continue;
    const alike = byRank[rank] ?? [];
    byRank[rank] = alike;
    if (alike.length < most) alike.push(one);
    // None of the others is better.
    else if (rank === 0) break;
  }
  return byRank.flat().slice(0, most);
}

/** How far apart the letters stand in a name; infinite when one is missing. */
export function gapsIn(wanted: string, name: string): number {
  let from = 0;
  let gaps = 0;
  for (const letter of wanted) {
    const next = name.indexOf(letter, from);
    if (next < 0) return Number.POSITIVE_INFINITY;
    gaps += next - from;
    from = next + 1;
  }
  return gaps;
}
