import { addToGroup } from '../collections/groups.ts';
import type { Level } from './framework.ts';
import { inEnglish } from './reading/places/level-ids.ts';

/** The names of a framework's levels, by the word that each begins with, so that not every level has to be asked for every text. */
export class LevelNames {
  readonly words: ReadonlySet<string>;
  readonly #byFirst = new Map<string, { readonly level: Level; readonly name: readonly string[] }[]>();
  readonly #rank: ReadonlyMap<Level, number>;

  constructor(levels: readonly Level[]) {
    this.words = new Set(levels.flatMap(({ words }) => words.flat()));
    this.#rank = new Map(levels.map((level, at) => [level, at]));
    for (const level of levels)
      for (const name of level.words) if (name[0] !== undefined) addToGroup(this.#byFirst, name[0], { level, name });
  }

  /** The levels that words in lower case name, in their order in the framework. */
  in(words: readonly string[]): readonly Level[] {
    const found = new Set<Level>();
    this.#add(words, found);
    // "シニア Staff" is no page's of Staff.
    if (found.size > 0) this.#add(words.map(inEnglish), found);
    return [...found].sort((a, b) => this.#rank.get(a)! - this.#rank.get(b)!);
  }

  #add(words: readonly string[], found: Set<Level>): void {
    for (const [at, word] of words.entries())
      for (const { level, name } of this.#byFirst.get(word) ?? [])
        if (name.every((each, index) => words[at + index] === each)) found.add(level);
  }
}
