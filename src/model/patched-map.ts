/** A map with new values for some of its keys. Making one costs time by the number of new values, not by the size of the map. The order of the keys stays. */
export class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  readonly #whole: ReadonlyMap<K, V>;
  readonly #others: ReadonlyMap<K, V>;

  /** `others`: values for keys that the map has. */
  constructor(map: ReadonlyMap<K, V>, others: ReadonlyMap<K, V>) {
    const isPatched = map instanceof PatchedMap;
    this.#whole = isPatched ? map.#whole : map;
    this.#others = isPatched ? new Map([...map.#others, ...others]) : others;
  }

  get size(): number {
    return this.#whole.size;
  }

  get(key: K): V | undefined {
    return this.#others.get(key) ?? this.#whole.get(key);
  }

  has(key: K): boolean {
    return this.#whole.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#whole) yield [key, this.#others.get(key) ?? value];
  }

  keys(): MapIterator<K> {
    return this.#whole.keys();
  }

  values(): MapIterator<V> {
    const all: V[] = [];
    this.#whole.forEach((value, key) => {
      all.push(this.#others.get(key) ?? value);
    });
    return all.values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
