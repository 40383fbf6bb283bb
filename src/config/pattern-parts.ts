/** From where in a text it may start, to where it reaches then. */
type Step = (text: readonly string[], from: Positions) => Positions;
/** Positions in a text. */
export type Positions = ReadonlySet<number>;

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Its message says what is wrong with a pattern, in words for who wrote it. */
export class PatternError extends Error {}

/** A part of a pattern. */
export interface CompiledPart {
  readonly step: Step;
  /** How deep repetitions are nested in it. */
  readonly repeats: number;
  /** Texts in small letters, one of which is in all that it matches; `null` when that is not known. */
  readonly holds: readonly string[] | null;
  /** Does it match what it holds and nothing else, but for case? */
  readonly isLiteral?: boolean;
}

/** One character; its source is a single character, escape or class, so that JavaScript's engine has nothing to go wrong with. */
export function oneOf(source: string, flags: string): CompiledPart {
  let single: RegExp;
  try {
    single = new RegExp(`^${source}$`, flags);
  } catch {
    throw new PatternError(`The pattern has ${source}, which is not a character or set of characters`);
  }
  const known = new Map<string, boolean>();
  const fits = (character: string): boolean => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = single.test(character);
      if (known.size < 500) known.set(character, answer);
    }
    return answer;
  };
  const step: Step = (text, from) => {
    const reached = new Set<number>();
    from.forEach((position) => {
      const character = text[position];
      if (character !== undefined && fits(character)) reached.add(position + 1);
    });
    return reached;
  };
  return { step, repeats: 0, holds: null };
}

/** No character, but a position that has something to it: the start, the end, the boundary of a word. */
export function where(holds: (text: readonly string[], position: number) => boolean): CompiledPart {
  return {
    step: (text, from) => new Set([...from].filter((position) => holds(text, position))),
    repeats: 0,
    holds: null,
  };
}

/** Does a word begin or end here? */
export function isBoundary(text: readonly string[], position: number): boolean {
  return wordCharacter.test(text[position - 1] ?? '') !== wordCharacter.test(text[position] ?? '');
}

/** Takes a step again and again, at least `least` times and at most `most`. */
export function repeat(step: Step, least: number, most: number, text: readonly string[], from: Positions): Positions {
  let frontier = from;
  for (let times = 0; times < least && frontier.size > 0; times++) frontier = step(text, frontier);
  const reached = new Set(frontier);
  for (let times = least; times < most && frontier.size > 0; times++) {
    const next = new Set<number>();
    for (const position of step(text, frontier)) {
      if (reached.has(position)) continue;
      reached.add(position);
      next.add(position);
    }
    frontier = next;
  }
  return reached;
}
