import { bytesOf, copyOf, readTexts, writeTexts } from '../../incremental/seal.ts';
import type { Verdicts } from './verdicts.ts';

/** What `writeSeenFaces` writes: pages, their faces, and numbers. */
export const SEEN_FACES_PARTS = 3;

/**
 * Which faces were seen for which verdict, in parts. The numbers say where each verdict's places among the pages end, then where
 * those end that were seen for all, then come all places.
 */
export function writeSeenFaces({ faces, seenForAll, pages }: Verdicts): readonly Uint8Array[] {
  const placeOf = new Map([...faces.keys()].map((path, place) => [path, place]));
  const ends: number[] = [];
  const places: number[] = [];
  for (const paths of [...[...pages.values()].map((verdict) => verdict.faces), seenForAll]) {
    for (const path of paths) places.push(placeOf.get(path)!);
    ends.push(places.length);
  }
  return [writeTexts(faces.keys()), writeTexts(faces.values()), bytesOf(Uint32Array.from([...ends, ...places]))];
}

/** The same read again, each part when it is asked for. */
export class SeenFaces {
  /** How many verdicts there are. */
  readonly #count: number;
  readonly #parts: readonly Buffer[];
  #paths: readonly string[] | undefined;
  #numbers: Uint32Array | undefined;

  constructor(count: number, parts: readonly Buffer[]) {
    this.#count = count;
    this.#parts = parts;
  }

  /** By path. */
  get faces(): ReadonlyMap<string, string> {
    const faces = readTexts(this.#parts[1]!);
    return new Map(this.#seenPaths.map((path, place) => [path, faces[place] ?? '']));
  }

  get seenForAll(): readonly string[] {
    return this.of(this.#count);
  }

  /** The pages whose faces were seen for one verdict. */
  of(index: number): readonly string[] {
    this.#numbers ??= new Uint32Array(copyOf(this.#parts[2]!));
    const first = this.#count + 1;
    const start = index === 0 ? 0 : this.#numbers[index - 1]!;
    const places = this.#numbers.subarray(first + start, first + this.#numbers[index]!);
    return Array.from(places, (place) => this.#seenPaths[place]!);
  }

  get #seenPaths(): readonly string[] {
    this.#paths ??= readTexts(this.#parts[0]!);
    return this.#paths;
  }
}
