/** Numbers and strings in a row: what facts are packed into. Far smaller than objects, and quick to take apart. */
export interface Packed {
  readonly numbers: Int32Array;
  readonly text: string;
}

/** Packs numbers and strings; `PackedReader` gives them back in the same order. */
export class PackedWriter {
  #numbers = new Int32Array(1024);
  #length = 0;
  #text = '';

  /** Forgets what was put in before, but keeps the room for it. */
  begin(): void {
    this.#length = 0;
    this.#text = '';
  }

  number(value: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length++] = value;
  }

  string(value: string | null | undefined): void {
    if (value === null || value === undefined) this.number(-1);
    else {
      this.number(value.length);
      this.#text += value;
    }
  }

  range(range: readonly [number, number]): void {
    this.number(range[0]);
    this.number(range[1]);
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.number(items.length);
    for (const item of items) write(item);
  }

  /** What was put in; the numbers stay what they are until the next page's are. */
  get packed(): Packed {
    return { numbers: this.#numbers.subarray(0, this.#length), text: this.#text };
  }

  #grow(): void {
    const numbers = new Int32Array(this.#length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
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

  /** Passes over a string. */
  skip(): void {
    const length = this.#numbers[this.#at++]!;
    if (length > 0) this.#textAt += length;
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
