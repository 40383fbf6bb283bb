/** Remembers the last values that were computed, so many of them. */
export class Recent<Key, Value> {
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

  /** The value, if it is remembered and not `undefined`: for what is asked too often to say each time how to compute it. */
  known(key: Key): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#values[place];
  }

  get(key: Key, compute: () => Value): Value {
    const known = this.#places.get(key);
    return known === undefined ? this.keep(key, compute()) : this.#values[known]!;
  }

  /** Remembers the value of a key that is not known. */
  keep(key: Key, value: Value): Value {
    const place = this.#next;
    this.#next = (place + 1) % this.#limit;
    if (place < this.#keys.length) this.#places.delete(this.#keys[place]!);
    this.#keys[place] = key;
    this.#values[place] = value;
    this.#places.set(key, place);
    return value;
  }
}
