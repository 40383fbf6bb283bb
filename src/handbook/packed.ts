/** Numbers and strings in a row: what facts are packed into. Far smaller than objects, and quick to take apart. */
export interface Packed {
  readonly numbers: Int32Array;
  readonly text: string;
}

/** Packs numbers and strings; `PackedReader` gives them back in the same order. */
export class PackedWriter {
  readonly #numbers: number[] = [];
  readonly #strings: string[] = [];

  number(value: number): void {
    this.#numbers.push(value);
  }

  string(value: string | null | undefined): void {
    if (value === null || value === undefined) this.#numbers.push(-1);
    else {
      this.#numbers.push(value.length);
      this.#strings.push(value);
    }
  }

  range(range: readonly [number, number]): void {
    this.#numbers.push(range[0], range[1]);
  }

  list<T>(items: readonly T[], write: (item: T, to: PackedWriter) => void): void {
    this.#numbers.push(items.length);
    for (const item of items) write(item, this);
  }

  // Joining makes one string of its own; the parts would keep the whole page's text alive.
  pack(): Packed {
    return { numbers: new Int32Array(this.#numbers), text: this.#strings.join('') };
  }
}

/** Takes apart what a `PackedWriter` has put together. */
export class PackedReader {
  readonly #numbers: Int32Array;
  readonly #packed: Packed;
  #text: string | undefined;
  #at = 0;
  #textAt = 0;

  constructor(packed: Packed) {
    this.#numbers = packed.numbers;
    this.#packed = packed;
  }

  number(): number {
    return this.#numbers[this.#at++]!;
  }

  string(): string {
    return this.optional() ?? '';
  }

  optional(): string | null {
    const length = this.#numbers[this.#at++]!;
    if (length < 0) return null;
    // Decoded when the first word is wanted, as often none is.
    this.#text ??= this.#packed.text;
    const start = this.#textAt;
    this.#textAt += length;
    return this.#text.slice(start, this.#textAt);
  }

  range(): [number, number] {
    const start = this.#numbers[this.#at++]!;
    return [start, this.#numbers[this.#at++]!];
  }

  list<T>(read: (from: PackedReader) => T): T[] {
    const items: T[] = [];
    for (let left = this.number(); left > 0; left--) items.push(read(this));
    return items;
  }
}
