import { once } from '../../collections/once.ts';
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

/** What `writeSeenInterfaces` wrote, each part read when it is asked for. */
export class SeenInterfaces {
  /** How many results there are. */
  readonly #count: number;
  readonly #paths: () => readonly string[];
  readonly #hashes: Buffer;
  readonly #numbers: () => Uint32Array;

  constructor(count: number, [paths, hashes, numbers]: readonly Buffer[]) {
    this.#count = count;
    this.#paths = once(() => splitTexts(paths!));
    this.#hashes = hashes!;
    this.#numbers = once(() => new Uint32Array(copyOf(numbers!)));
  }

  /** By path. */
  get hashes(): ReadonlyMap<string, string> {
    const texts = splitTexts(this.#hashes);
    return new Map(this.#paths().map((path, place) => [path, texts[place] ?? '']));
  }

  /** The pages whose interfaces were read for one result; for the one behind the last, those that were read for all. */
  of(index: number): readonly string[] {
    const [numbers, paths] = [this.#numbers(), this.#paths()];
    const first = this.#count + 1;
    const start = index === 0 ? 0 : numbers[index - 1]!;
    const places = numbers.subarray(first + start, first + numbers[index]!);
    return Array.from(places, (place) => paths[place]!);
  }
}
