import { closeSync, fstatSync, openSync } from 'node:fs';
import { attempt } from '../../files/attempt.ts';
import { READ_NO_LINK, readFully } from '../../files/plain-file.ts';

/** Bytes that are taken in parts. */
export interface Parts {
  readonly size: number;
  /** So many bytes from a place on; `null` when they cannot be had. */
  part(at: number, length: number): Buffer | null;
  /** Takes all at once, so that the file they are in can be replaced. */
  readAll(): void;
}

/** Who asks for this many parts will ask for most of the file. */
const MANY = 256;

const abandoned = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** A file that is read in parts, and stays the same one when another run puts a new one in its place. */
export class OpenFile implements Parts {
  readonly size: number;
  readonly #start: number;
  readonly #descriptor: number;
  #asked = 0;
  #whole: Parts | null = null;

  /** `sign`: what the file must begin with; its parts are those behind it. A link is an error. */
  constructor(path: string, sign: Uint8Array = new Uint8Array()) {
    this.#descriptor = openSync(path, READ_NO_LINK);
    abandoned.register(this, this.#descriptor, this);
    this.#start = 0;
    const begin = this.#read(0, () => Buffer.allocUnsafe(sign.length));
    if (!begin?.equals(sign)) {
      this.close();
      throw new Error(`${path} begins otherwise`);
    }
    this.#start = sign.length;
    this.size = fstatSync(this.#descriptor).size - sign.length;
  }

  /** To be called once, when nothing is going to be read. */
  close(): void {
    abandoned.unregister(this);
    closeSync(this.#descriptor);
  }

  part(at: number, length: number): Buffer | null {
    this.#asked += 1;
    if (this.#asked === MANY) this.readAll();
    if (this.#whole) return this.#whole.part(at, length);
    return at + length > this.size ? null : this.#read(at, () => Buffer.allocUnsafe(length));
  }

  /** Closes the file as well: not every system puts another one in the place of one that is open. */
  readAll(): void {
    if (this.#whole) return;
    // Threads that judge as well can read it there.
    const bytes = this.#read(0, () => Buffer.from(new SharedArrayBuffer(this.size)));
    if (bytes === null) return;
    this.#whole = partsOf(bytes);
    this.close();
  }

  #read(at: number, allocate: () => Buffer): Buffer | null {
    return attempt(() => {
      const bytes = allocate();
      return readFully(this.#descriptor, bytes, this.#start + at) ? bytes : null;
    }, null);
  }
}

/** Bytes that lie in memory. */
export function partsOf(bytes: Buffer): Parts {
  const part = (at: number, length: number) => (at + length > bytes.length ? null : bytes.subarray(at, at + length));
  return { size: bytes.length, part, readAll: () => undefined };
}
