import { type CompiledPart, isBoundary, oneOf, PatternError, type Positions, repeat, where } from './pattern-parts.ts';

/**
 * Regular expressions from handbook.yaml. Whoever opens a merge request can write one, and a page that it
 * is slow on, so they are not given to the engine of JavaScript, whose time may grow exponentially. A pattern
 * here maps a set of positions in the text to the set of positions it can reach: no position is taken up
 * twice, so the time is bounded whatever the pattern is. Captures, references back and look-around are left out.
 */

/** Texts are compared up to this many characters: a heading or a sentence is hardly ever longer. */
const longestText = 400;
const deepestRepeat = 2;
const highestCount = 50;

/** Says whether the text holds a match; case does not count. */
export type Pattern = (text: string) => boolean;

/** Is it written between slashes? Else it is a plain name. */
export function isPattern(name: string): boolean {
  return name.length > 2 && name.startsWith('/') && name.endsWith('/');
}

/** What is wrong with a pattern between slashes, in words for who wrote it; `null` for a good one and for a plain name. */
export function patternProblem(name: string): string | null {
  if (!isPattern(name)) return null;
  try {
    compilePattern(name);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/** Makes a test of a pattern between slashes; throws where `patternProblem` complains. Case does not count unless asked for. */
export function compilePattern(name: string, { ignoresCase = true }: { readonly ignoresCase?: boolean } = {}): Pattern {
  const parser = new Parser(name.slice(1, -1), ignoresCase ? 'isu' : 'su');
  const { step, holds } = parser.all();
  return (text) => {
    // Nearly all texts are done with here.
    const folded = foldCase(text);
    if (holds !== null && !holds.some((each) => folded.includes(each))) return false;
    const characters = Array.from(text.slice(0, longestText));
    // So that $ does not take the cut for the end.
    if (text.length > longestText) characters.push('\u{10FFFF}');
    const everywhere = new Set<number>();
    for (let position = 0; position <= characters.length; position++) everywhere.add(position);
    return step(characters, everywhere).size > 0;
  };
}

class Parser {
  readonly #source: readonly string[];
  readonly #flags: string;
  #at = 0;
  #repeats = 0;

  constructor(source: string, flags: string) {
    this.#flags = flags;
    this.#source = Array.from(source);
  }

  all(): CompiledPart {
    const all = this.#alternatives();
    if (this.#at < this.#source.length) throw new PatternError('The pattern closes a bracket that it did not open');
    return all;
  }

  #alternatives(): CompiledPart {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    const [only] = options;
    if (options.length === 1 && only !== undefined) return only;
    return {
      step: (text, from) => new Set(options.flatMap((option) => [...option.step(text, from)])),
      repeats: Math.max(...options.map((option) => option.repeats)),
      holds: options.some(({ holds }) => holds === null) ? null : options.flatMap(({ holds }) => holds ?? []),
    };
  }

  #sequence(): CompiledPart {
    const parts: CompiledPart[] = [];
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')') parts.push(this.#repeated());
    return {
      step: (text, from) =>
        parts.reduce<Positions>((reached, part) => (reached.size === 0 ? reached : part.step(text, reached)), from),
      repeats: Math.max(0, ...parts.map((part) => part.repeats)),
      holds: longestOf(parts),
    };
  }

  #repeated(): CompiledPart {
    let part = this.#atom();
    for (let count = this.#count(); count !== null; count = this.#count()) {
      const { least, most } = count;
      const inner = part.step;
      part = {
        step: (text, from) => repeat(inner, least, most, text, from),
        repeats: part.repeats + 1,
        holds: least === 0 ? null : part.holds,
      };
      if (part.repeats > deepestRepeat) throw new PatternError('The pattern repeats a repetition of a repetition');
      this.#repeats += 1;
      if (this.#repeats > 20) throw new PatternError('The pattern has more than 20 repetitions');
    }
    return part;
  }

  #count(): { readonly least: number; readonly most: number } | null {
    const range = /^\{(\d{1,3})(,)?(\d{1,3})?\}/.exec(this.#source.slice(this.#at, this.#at + 10).join(''));
    let count = null;
    if (this.#take('*')) count = { least: 0, most: Number.POSITIVE_INFINITY };
    else if (this.#take('+')) count = { least: 1, most: Number.POSITIVE_INFINITY };
    else if (this.#take('?')) count = { least: 0, most: 1 };
    else if (range !== null) {
      this.#at += range[0].length;
      const least = Number(range[1]);
      const most =
        range[3] !== undefined ? Number(range[3]) : range[2] === undefined ? least : Number.POSITIVE_INFINITY;
      if (least > highestCount || (most > highestCount && most !== Number.POSITIVE_INFINITY))
        throw new PatternError(`The pattern counts beyond ${highestCount}`);
      if (most < least) throw new PatternError('The pattern counts from more to less');
      count = { least, most };
    }
    // A lazy repetition reaches the same positions.
    if (count !== null) this.#take('?');
    return count;
  }

  #atom(): CompiledPart {
    const character = this.#next();
    if (character === '(') {
      if (this.#take('?') && !this.#take(':'))
        throw new PatternError('The pattern looks around or names a group, which is not supported; use ( ) or (?: )');
      const inner = this.#alternatives();
      if (!this.#take(')')) throw new PatternError('The pattern has a ( without its )');
      return inner;
    }
    if (character === '^') return where((_text, position) => position === 0);
    if (character === '$') return where((text, position) => position === text.length);
    if ('*+?{'.includes(character)) throw new PatternError(`The pattern has nothing to repeat before ${character}`);
    if (character === '[') return oneOf(this.#characterClass(), this.#flags);
    if (character === '.') return oneOf('.', this.#flags);
    if (character !== '\\') {
      const part = oneOf(/[\]}]/.test(character) ? `\\${character}` : character, this.#flags);
      return /[ -~]/.test(character) ? { ...part, holds: [character.toLowerCase()], isLiteral: true } : part;
    }
    const escaped = this.#next();
    if (escaped === 'b' || escaped === 'B')
      return where((text, position) => isBoundary(text, position) === (escaped === 'b'));
    if (escaped === 'k' || /[1-9]/.test(escaped))
      throw new PatternError('The pattern refers back to a group, which is not supported');
    return oneOf(`\\${escaped}${/[pP]/.test(escaped) && this.#peek() === '{' ? this.#property() : ''}`, this.#flags);
  }

  #property(): string {
    let property = '';
    do property += this.#next();
    while (!property.endsWith('}'));
    return property;
  }

  #characterClass(): string {
    let source = '[';
    for (;;) {
      const character = this.#next();
      source += character;
      if (character === '\\') source += this.#next();
      else if (character === ']') return source;
    }
  }

  #peek(): string | undefined {
    return this.#source[this.#at];
  }

  #next(): string {
    const character = this.#source[this.#at];
    if (character === undefined) throw new PatternError('The pattern ends in the middle');
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }
}

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
function longestOf(parts: readonly CompiledPart[]): CompiledPart['holds'] {
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
