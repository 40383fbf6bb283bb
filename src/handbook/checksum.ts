import * as crypto from 'node:crypto';
import * as zlib from 'node:zlib';

const { createHash } = crypto;
// Node 20.12 and later have it: half the time for short texts, the same result.
const oneShot = (
  crypto as { readonly hash?: (algorithm: string, data: Uint8Array | string, encoding: 'base64url') => string }
).hash;
// Node 20.15 and later have it; what an older one has written, a newer one does not trust, and the other way round.
const crc32 = (zlib as { readonly crc32?: (data: Uint8Array) => number }).crc32;

/** A number that tells damaged bytes from whole ones. */
export function checksum(bytes: Uint8Array): number {
  return crc32 ? crc32(bytes) : createHash('sha1').update(bytes).digest().readUInt32LE(0);
}

/** The name of some content: equal for equal bytes only. */
export function hashOf(bytes: Uint8Array | string): string {
  return oneShot ? oneShot('sha1', bytes, 'base64url') : createHash('sha1').update(bytes).digest('base64url');
}
