import { FifoCache } from './fifo-cache.ts';
import type { Handbook } from './handbook.ts';
import { type CommonReads, type Reads, replay, replayForAll, track, untracked } from './reads.ts';

/** How long answers are remembered, and for which pages their reads count. */
interface QueryOptions {
  /** How many answers are remembered, by their keys; all when absent. */
  readonly keep?: number;
  /**
   * `state` (when absent): as long as the handbook does not change. `places`: as long as pages and files stay where they are
   * and titles as they are; such an answer must name pages by their paths, and may read nothing of what pages say.
   */
  readonly lives?: 'state' | 'places';
  /** Whether what an answer needed counts as read by every page; `true` by default for queries without a key, which every page asks. */
  readonly forAll?: boolean;
}

/** Asks a query about a handbook. */
type Query<T, Key extends readonly unknown[]> = (handbook: Handbook, ...key: Key) => T;

/**
 * Makes a query: a function of the handbook, or of a part of it that a key names. Its answer is remembered together with the
 * pages that were read for it. A page that asks again counts as a reader of those pages, too, so that its cached findings end
 * when one of them changes. `compute` has to do nothing for that.
 *
 *     const outline = query('outline', (handbook, page: Page) => …, { keep: 16 });
 *     outline(handbook, page);
 */
export function query<T, Key extends readonly [] | readonly [unknown]>(
  name: string,
  compute: (handbook: Handbook, ...key: Key) => T,
  options?: QueryOptions,
): Query<T, Key>;
// One parameter, since a list of them would be made anew for each question.
export function query<T>(
  name: string,
  compute: (handbook: Handbook, key: unknown) => T,
  options: QueryOptions = {},
): (handbook: Handbook, key: unknown) => T {
  const { keep, lives = 'state' } = options;
  const id = { name };
  // Apart, so that no closure is prepared where the answer is known.
  const learn = (memory: Answers<unknown, T>, handbook: Handbook, key: unknown) =>
    memory.learn(key, () => compute(handbook, key));
  return (handbook, key) => {
    const memories = handbook.memory[lives];
    let memory = memories.get(id) as Answers<unknown, T> | undefined;
    if (memory === undefined) {
      const forAll = options.forAll ?? key === undefined;
      memory = new Answers(keep, { forAll, tracks: lives === 'state' && handbook.memory.tracks });
      memories.set(id, memory);
    }
    return (memory.known(key) ?? learn(memory, handbook, key)).value;
  };
}

interface Answer<T> {
  readonly value: T;
  readonly reads: Reads;
  /** The last run that counted these reads as made for every page; they need not be counted twice. */
  countedForAll: CommonReads | null;
  /** The last tracker that these reads were recorded by; see `replay`. */
  countedBy: number;
}

/** Remembers answers by key, with the pages that were read for each. */
export class Answers<Key, T> {
  readonly #answers: FifoCache<Key, Answer<T>> | Map<Key, Answer<T>>;
  readonly #forAll: boolean;
  readonly #tracks: boolean;
  /** What was asked for last: most is asked for several times running. */
  #lastKey: Key | undefined;
  #last: Answer<T> | undefined;

  /** `tracks`: whether pages are recorded that answers are read from. */
  constructor(keep?: number, { forAll = false, tracks = true } = {}) {
    this.#answers = keep === undefined ? new Map() : new FifoCache(keep);
    this.#forAll = forAll;
    this.#tracks = tracks;
  }

  get(key: Key, compute: (key: Key) => T): T {
    return (this.known(key) ?? this.learn(key, () => compute(key))).value;
  }

  /** What is remembered, and recorded as read again. */
  known(key: Key): Answer<T> | undefined {
    const answer = key === this.#lastKey ? this.#last : this.#answers.get(key);
    if (answer !== undefined) this.#count(key, answer);
    return answer;
  }

  learn(key: Key, compute: () => T): Answer<T> {
    const { value, reads } = this.#tracks ? track(compute) : untracked(compute);
    const answer: Answer<T> = { value, reads, countedForAll: null, countedBy: 0 };
    this.#answers.set(key, answer);
    this.#count(key, answer);
    return answer;
  }

  #count(key: Key, answer: Answer<T>): void {
    this.#lastKey = key;
    this.#last = answer;
    if (!this.#tracks) return;
    if (this.#forAll) answer.countedForAll = replayForAll(answer.reads, answer.countedForAll);
    else answer.countedBy = replay(answer.reads, answer.countedBy);
  }
}
