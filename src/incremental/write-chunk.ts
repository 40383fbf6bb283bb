import { checksum } from '../files/checksum.ts';
import { CONTENT, HAS_CONTENT, HEAD, NUMBERS, padded, partNames, TEXTS } from './chunk-head.ts';
import type { Packed } from './packed.ts';
import type { PackedFacts } from './packed-facts.ts';

/** Puts chunks one after the other into one block. */
export class ChunkWriter {
  #numbers = new Int32Array(0);
  #bytes = Buffer.from(this.#numbers.buffer);
  #end = 0;

  /** Forgets what was put together before, but keeps the room for it. */
  begin(): void {
    this.#end = 0;
  }

  /** How many bytes there are so far. */
  get length(): number {
    return this.#end;
  }

  /** The bytes of one file's chunk, there until the next one is added: its facts, and its content when that is known. */
  add(facts: PackedFacts, content: string | null): Uint8Array {
    const parts = partNames.map((name) => facts[name]);
    this.#reserve(parts, content ?? '');
    const numbers = this.#numbers;
    const start = this.#end / 4;
    let at = start + HEAD;
    for (let part = 0; part < parts.length; part++) {
      const more = parts[part]!.numbers;
      numbers[start + NUMBERS + part] = more.length;
      numbers.set(more, at);
      at += more.length;
    }
    this.#end = at * 4;
    for (let part = parts.length - 1; part >= 0; part--) numbers[start + TEXTS + part] = this.#put(parts[part]!.text);
    numbers[start + CONTENT] = this.#put(content ?? '');
    numbers[start + HAS_CONTENT] = content === null ? 0 : 1;
    const end = padded(this.#end);
    this.#bytes.fill(0, this.#end, end);
    this.#end = end;
    const chunk = this.#bytes.subarray(start * 4, end);
    numbers[start] = checksum(chunk.subarray(4));
    return chunk;
  }

  /** All of them, where all threads can read them. */
  all(): Uint8Array<SharedArrayBuffer> {
    const all = new Uint8Array(new SharedArrayBuffer(this.#end));
    all.set(this.#bytes.subarray(0, this.#end));
    return all;
  }

  /** Puts a text at the end, and says how many bytes it has. */
  #put(text: string): number {
    const length = text === '' ? 0 : this.#bytes.write(text, this.#end);
    this.#end += length;
    return length;
  }

  #reserve(parts: readonly Packed[], content: string): void {
    let most = this.#end + HEAD * 4 + 4 + content.length * 3;
    for (const { numbers, text } of parts) most += numbers.byteLength + text.length * 3;
    if (most <= this.#bytes.length) return;
    const before = this.#numbers;
    this.#numbers = new Int32Array(most >> 1);
    this.#numbers.set(before);
    this.#bytes = Buffer.from(this.#numbers.buffer);
  }
}

/** The bytes of one file's chunk, on their own. */
export function writeChunk(facts: PackedFacts, content: string | null): Uint8Array {
  const writer = new ChunkWriter();
  writer.add(facts, content);
  return writer.all();
}
