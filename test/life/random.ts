/** Numbers that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** Whether it happens, once in `times`. */
  once(times: number): boolean;
  /** One of them; they must not be empty. */
  of<T>(all: readonly T[]): T;
}

/** Makes random numbers by the Park–Miller generator. */
export function randomBy(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  for (let warm = 0; warm < 3; warm++) next();
  const below = (end: number) => next() % end;
  return { below, once: (times) => below(times) === 0, of: (all) => all[below(all.length)]! };
}
