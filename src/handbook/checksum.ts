import type { Hash } from 'node:crypto';
import { createRequire } from 'node:module';
import * as zlib from 'node:zlib';

type Crypto = typeof import('node:crypto') & {
  // Node 20.12 and later have it: half the time for short texts, the same result.
  readonly hash?: (algorithm: string, data: Uint8Array | string, encoding: 'base64url' | 'hex') => string;
};

let loaded: Crypto | undefined;
// Node 20.15 and later have it; what an older one has written, a newer one does not trust, and the other way round.
const crc32 = (zlib as { readonly crc32?: (data: Uint8Array, before: number) => number }).crc32;

/** Loaded when the first hash is asked for: a run that finds everything as it was needs none, and loading takes milliseconds. */
function crypto(): Crypto {
  loaded ??= createRequire(import.meta.url)('node:crypto') as Crypto;
  return loaded;
}

/** A number that tells damaged bytes from whole ones. */
export function checksum(bytes: Uint8Array): number {
  const sum = new Checksum();
  sum.add(bytes);
  return sum.value;
}

/** The checksum of bytes that come in parts. */
export class Checksum {
  readonly #hash = crc32 ? null : newHash('sha1');
  #sum = 0;

  add(bytes: Uint8Array): void {
    // Of no bytes at a time zlib begins anew.
    if (bytes.length === 0) return;
    if (crc32) this.#sum = crc32(bytes, this.#sum);
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

/** The name of some content: equal for equal bytes only. */
export function hashOf(bytes: Uint8Array | string): string {
  const { hash } = crypto();
  return hash ? hash('sha1', bytes, 'base64url') : newHash('sha1').update(bytes).digest('base64url');
}

/** The same for what others keep: longer, and in letters that can stand anywhere. */
export function fullHashOf(text: string): string {
  const { hash } = crypto();
  return hash ? hash('sha256', text, 'hex') : newHash('sha256').update(text).digest('hex');
}

/** A hash that is to be told its bytes. */
export function newHash(algorithm: 'sha1' | 'sha256'): Hash {
  return crypto().createHash(algorithm);
}

/** The name of values that come one after the other. */
export class ContentName {
  readonly #hash = newHash('sha1');

  add(value: unknown): void {
    this.#hash.update(JSON.stringify(value)).update('\n');
  }

  /** To be asked for once, at the end. */
  get value(): string {
    return this.#hash.digest('base64url');
  }
}
