import { bytesOf, copyOf, joinTexts, splitTexts } from '../cache/checked-file.ts';
import type { CachedResults } from './cached-results.ts';

/** What `writeSeenInterfaces` writes: pages, their interface hashes, and numbers. */
export const SEEN_INTERFACES_PARTS = 3;

/**
 * Which interfaces were read for which result, in parts. The numbers say where each result's places among the pages end, then where
 * those end that were read for all, then come all places.
 */
export function writeSeenInterfaces({ interfaces, readForAll, pages }: CachedResults): readonly (() => Uint8Array)[] {
  const numbers = () => {
    const placeOf = new Map(Array.from(interfaces.keys(), (path, place) => [path, place]));
    const lists = [...Array.from(pages.values(), (result) => result.interfaces), readForAll];
    let end = 0;
    const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, lists.length));
    for (const [index, paths] of lists.entries()) {
      for (const path of paths) all[lists.length + end++] = placeOf.get(path)!;
      all[index] = end;
    }
    return bytesOf(all);
  };
  return [() => joinTexts(interfaces.keys()), () => joinTexts(interfaces.values()), numbers];
}

/** The same read again, each part when it is asked for. */
export class SeenInterfaces {
  /** How many results there are. */
  readonly #count: number;
  readonly #parts: readonly Buffer[];
  #paths: readonly string[] | undefined;
  #numbers: Uint32Array | undefined;

  constructor(count: number, parts: readonly Buffer[]) {
    this.#count = count;
    this.#parts = parts;
  }

  /** By path. */
  get hashes(): ReadonlyMap<string, string> {
    const texts = splitTexts(this.#parts[1]!);
    const hashes = new Map<string, string>();
    this.#seenPaths.forEach((path, place) => {
      hashes.set(path, texts[place] ?? '');
    });
    return hashes;
  }

  get readForAll(): readonly string[] {
    return this.of(this.#count);
  }

  /** The pages whose interfaces were read for one result. */
  of(index: number): readonly string[] {
    this.#numbers ??= new Uint32Array(copyOf(this.#parts[2]!));
    const first = this.#count + 1;
    const start = index === 0 ? 0 : this.#numbers[index - 1]!;
    const places = this.#numbers.subarray(first + start, first + this.#numbers[index]!);
    return Array.from(places, (place) => this.#seenPaths[place]!);
  }

  get #seenPaths(): readonly string[] {
    this.#paths ??= splitTexts(this.#parts[0]!);
    return this.#paths;
  }
}
