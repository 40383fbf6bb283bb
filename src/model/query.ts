import { FifoCache } from './fifo-cache.ts';
import type { Handbook } from './handbook.ts';
import { type CommonReads, type Reads, replay, replayForAll, track } from './reads.ts';

/** How long answers are remembered, and for whom they were read. */
export interface QueryOptions {
  /** How many answers are remembered, by their keys; all when absent. */
  readonly keep?: number;
  /**
   * `state` (when absent): as long as the handbook does not change. `places`: as long as pages and files stay where they are
   * and titles as they are; such an answer must name pages by their paths, and may read nothing of what pages say.
   */
  readonly lives?: 'state' | 'places';
  /** What is read for an answer counts as read by every page. So it is for queries without a key: everybody asks those. */
  readonly forAll?: boolean;
}

/** Asks a query about a handbook. */
export type Query<T, Key extends readonly unknown[]> = (handbook: Handbook, ...key: Key) => T;

/**
 * Makes a query: something that is found out about a handbook, or about a part of it that a key names. The answer is
 * remembered, and so is what was read of pages for it: whoever asks again has read that as well. `compute` needs to say
 * nothing of either.
 *
 *     const outline = query('outline', (handbook, page: Page) => …, { keep: 16 });
 *     outline(handbook, page);
 */
export function query<T, Key extends readonly [] | readonly [unknown]>(
  name: string,
  compute: (handbook: Handbook, ...key: Key) => T,
  options: QueryOptions = {},
): Query<T, Key> {
  const { keep, lives = 'state' } = options;
  const id = { name };
  return (handbook, ...key) => {
    const memories = handbook.memory[lives];
    let memory = memories.get(id) as Answers<unknown, T> | undefined;
    if (memory === undefined) {
      memory = new Answers(keep, options.forAll ?? key.length === 0);
      memories.set(id, memory);
    }
    return memory.get(key[0], () => compute(handbook, ...key));
  };
}

interface Answer<T> {
  readonly value: T;
  readonly reads: Reads;
  /** Who has last been told that this was read for all. */
  told: CommonReads | null;
}

/** Answers by key, with what was read for them. */
export class Answers<Key, T> {
  readonly #known: FifoCache<Key, Answer<T>> | Map<Key, Answer<T>>;
  readonly #forAll: boolean;

  constructor(keep?: number, forAll = false) {
    this.#known = keep === undefined ? new Map() : new FifoCache(keep);
    this.#forAll = forAll;
  }

  get(key: Key, compute: () => T): T {
    let answer = this.#known.get(key);
    if (answer === undefined) {
      answer = { ...track(compute), told: null };
      this.#known.set(key, answer);
    }
    if (this.#forAll) answer.told = replayForAll(answer.reads, answer.told);
    else replay(answer.reads);
    return answer.value;
  }
}
