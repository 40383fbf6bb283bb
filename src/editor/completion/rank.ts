/** Something to offer, and the names that it is found by, in lower case. */
export interface Named<T> {
  readonly one: T;
  readonly names: readonly string[];
}

/** What is offered by these names. */
export function named<T>(one: T, ...names: readonly string[]): Named<T> {
  return { one, names: names.map((name) => name.toLowerCase()) };
}

const MOST = 50;

/** The `most` best matches, best first, those that fit alike in their own order. Of several names the one that fits best counts. */
export function best<T>(all: readonly Named<T>[], typed: string, most = MOST): readonly T[] {
  const wanted = typed.toLowerCase();
  if (wanted === '') return all.slice(0, most).map(({ one }) => one);
  const together = ranked(all, (name) => {
    const at = name.indexOf(wanted);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  });
  if (together.length >= most) return together.slice(0, most);
  // Names that have all the letters, but not side by side, come behind.
  const apart = ranked(all, (name) => gapsIn(wanted, name));
  return [...new Set([...together, ...apart])].slice(0, most);
}

/** All that have a finite rank by one of their names, the lowest first. */
function ranked<T>(all: readonly Named<T>[], rankOf: (name: string) => number): readonly T[] {
  // Rank and place in one number: sorting thousands of numbers takes a tenth of the time that sorting objects does.
  const keys = new Float64Array(all.length);
  let count = 0;
  for (const [at, { names }] of all.entries()) {
    let rank = Number.POSITIVE_INFINITY;
    for (const name of names) rank = Math.min(rank, rankOf(name));
    if (rank < Number.POSITIVE_INFINITY) keys[count++] = rank * all.length + at;
  }
  return Array.from(keys.subarray(0, count).sort(), (key) => all[key % all.length]!.one);
}

/** How far apart the letters stand in a name; infinite when one is missing. */
function gapsIn(wanted: string, name: string): number {
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
