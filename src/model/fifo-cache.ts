/** A cache of limited size: when it is full, the value that was set first makes room (first in, first out). */
export class FifoCache<Key, Value> {
  readonly #limit: number;
  readonly #places = new Map<Key, number>();
  // In places that are used again and again. A map that is emptied now and then would, as garbage that is old, keep what
  // it held alive for long.
  readonly #keys: Key[] = [];
  readonly #values: Value[] = [];
  #next = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#values[place];
  }

  /** The value of a key, computed and remembered when it is not known. */
  getOr(key: Key, compute: () => Value): Value {
    const place = this.#places.get(key);
    if (place !== undefined) return this.#values[place]!;
    const value = compute();
    this.set(key, value);
    return value;
  }

  /** Remembers the value of a key that is not known. */
  set(key: Key, value: Value): void {
    const place = this.#next;
    this.#next = (place + 1) % this.#limit;
    this.#places.delete(this.#keys[place]!);
    this.#keys[place] = key;
    this.#values[place] = value;
    this.#places.set(key, place);
  }
}

/** A function of texts that remembers its answers, those asked for last. */
export function remembered<Value>(limit: number, answer: (text: string) => Value): (text: string) => Value {
  const known = new FifoCache<string, Value>(limit);
  return (text) => known.getOr(text, () => answer(text));
}
