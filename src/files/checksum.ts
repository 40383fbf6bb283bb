import * as crypto from 'node:crypto';
import * as zlib from 'node:zlib';

type Hash = (algorithm: string, data: Uint8Array | string, encoding: 'base64url' | 'hex') => string;
// Node 20.15 and later have it; what an older one has written, a newer one does not trust, and the other way round.
const native = zlib as { readonly crc32?: (data: Uint8Array, before: number) => number };

/** A number that tells damaged bytes from whole ones. */
export function checksum(bytes: Uint8Array): number {
  const sum = new Checksum();
  sum.add(bytes);
  return sum.value;
}

/** The checksum of bytes that come in parts. */
export class Checksum {
  readonly #hash = native.crc32 ? null : crypto.createHash('sha1');
  #sum = 0;

  add(bytes: Uint8Array): void {
    // Of no bytes at a time zlib begins anew.
    if (bytes.length === 0) return;
    if (native.crc32) this.#sum = native.crc32(bytes, this.#sum);
    else this.#hash?.update(bytes);
  }

  /** To be asked for once, at the end. */
  get value(): number {
    return this.#hash ? this.#hash.digest().readUInt32LE(0) : this.#sum;
  }
}

/** A short name for a file that says itself what it is about: two texts can have the same. */
export function shortName(text: string): string {
  return checksum(Buffer.from(text)).toString(16).padStart(8, '0');
}

let hash: Hash | undefined;

/** Remembered, since the library is loaded late, and asking it for the function at each call takes as long as a short text. */
function hashNow(): Hash {
  // Node 20.12 and later have it: half the time for short texts, the same result.
  const { hash: oneShot } = crypto as { readonly hash?: Hash };
  hash = oneShot ?? ((algorithm, data, encoding) => crypto.createHash(algorithm).update(data).digest(encoding));
  return hash;
}

/** The name of some content: equal for equal bytes only. */
export function hashOf(bytes: Uint8Array | string): string {
  return (hash ?? hashNow())('sha1', bytes, 'base64url');
}

/** A name of some content for others to keep: longer than `hashOf`, and in letters that can stand anywhere. */
export function fullHashOf(text: string): string {
  return (hash ?? hashNow())('sha256', text, 'hex');
}

/** The name that git gives to a file of these bytes: of none it is `e69de29b…`. `sha256`: in a repository that names its objects so. */
export function blobName(bytes: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  return crypto.createHash(algorithm).update(`blob ${bytes.length}\0`, 'latin1').update(bytes).digest('hex');
}

/** Values are gathered up to this many letters before they are hashed: a call for each would take longer than hashing it. */
const AT_ONCE = 65536;

/** The name of values that come one after the other. */
export class ContentName {
  readonly #hash = crypto.createHash('sha1');
  #waiting = '';

  add(value: unknown): void {
    this.#waiting += `${JSON.stringify(value)}\n`;
    if (this.#waiting.length < AT_ONCE) return;
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }

  /** To be asked for once, at the end. */
  get value(): string {
    return this.#hash.update(this.#waiting).digest('base64url');
  }
}
