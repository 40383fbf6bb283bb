import { Checksum, checksum } from '../../files/checksum.ts';

/** Puts parts, each in as many pieces as it comes in, into one file that tells when it is damaged. */
export function* writeChecked(parts: readonly Iterable<Uint8Array>[]): Generator<Uint8Array> {
  const sum = new Checksum();
  const ends = Buffer.alloc(parts.length * 4);
  let end = 0;
  for (const [index, pieces] of parts.entries()) {
    for (const piece of pieces) {
      sum.add(piece);
      end += piece.length;
      yield piece;
    }
    ends.writeUInt32LE(end, index * 4);
  }
  sum.add(ends);
  yield ends;
  const suffix = Buffer.alloc(4);
  suffix.writeUInt32LE(sum.value);
  yield suffix;
}

/** The parts of such a file; `null` when it is damaged, or has another number of parts. */
export function readChecked(file: Buffer, count: number): readonly Buffer[] | null {
  const table = file.length - 4 - count * 4;
  if (table < 0 || checksum(file.subarray(0, -4)) !== file.readUInt32LE(file.length - 4)) return null;
  const ends = Array.from({ length: count }, (_, index) => file.readUInt32LE(table + index * 4));
  if (ends.at(-1) !== table) return null;
  return ends.map((end, index) => file.subarray(ends[index - 1] ?? 0, end));
}

/** Texts without `\0`, such as paths, as one piece. */
export function joinTexts(texts: Iterable<string>): Uint8Array {
  return Buffer.from([...texts].join('\0'));
}

/** What `writeTexts` wrote. */
export function splitTexts(piece: Buffer): readonly string[] {
  return piece.length === 0 ? [] : piece.toString('utf8').split('\0');
}

/** Numbers as bytes, without a copy. */
export function bytesOf(numbers: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A copy, since numbers have to stand at a multiple of their size. */
export function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
