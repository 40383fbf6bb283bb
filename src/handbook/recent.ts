/** Remembers what was computed last: between `limit` and twice as many values, without keeping count of their use. */
export class Recent<Key, Value> {
  readonly #limit: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key, compute: () => Value): Value {
    let value = this.#young.get(key);
    if (value !== undefined) return value;
    value = this.#old.get(key) ?? compute();
    this.#young.set(key, value);
    if (this.#young.size > this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return value;
  }
}
