import { closeSync, lstatSync, lutimesSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { readNoLink } from '../../files/plain-file.ts';
import { makeFolder, writeAll, writeWhole } from '../../files/write-whole.ts';
import { build } from './build.ts';
import { type CachePlace, cachePlace, markPlace } from './cache-place.ts';
import { OpenFile } from './open-file.ts';

const MONTH = 30 * 24 * 3600 * 1000;
const FORMAT = 16;
/** Small parts of a file are written together. */
const BLOCK = 1024 * 1024;
/** Each file begins with it, so that none of other people's is taken for one of ours. */
const SIGN = Buffer.from('handbook-lint cache 1  \n');

/**
 * Tells one version of this code from another, so that what an other build has written is never taken for this one's.
 */
export const codeVersion = `${FORMAT} ${build ?? basename(import.meta.url)}`;

/**
 * A folder of files that may be lost at any time: what cannot be read or written is as if it were not there. Other people's
 * files are neither read, replaced nor deleted, and nothing is done through a link.
 */
export class CacheFolder {
  /** As it was named; the files may lie in a folder of ours in it. */
  readonly path: string;
  #place: CachePlace | null;
  #isWritable = true;

  constructor(path: string) {
    this.path = path;
    this.#place = cachePlace(path);
  }

  read(name: string): Buffer | null {
    const bytes = attempt(() => readNoLink(this.#file(name)), null);
    return bytes?.subarray(0, SIGN.length).equals(SIGN) ? bytes.subarray(SIGN.length) : null;
  }

  /** Opens a file of which only some parts will be read. */
  open(name: string): OpenFile | null {
    return attempt(() => new OpenFile(this.#file(name), SIGN), null);
  }

  /** Keeps a file from being swept away, and says whether it is there. */
  keep(name: string): boolean {
    try {
      const now = new Date();
      lutimesSync(this.#file(name), now, now);
      return true;
    } catch {
      return false;
    }
  }

  remove(name: string): void {
    if (this.#place?.isMade) removeOurs(this.#file(name));
  }

  /** Writes a file of these parts; says whether it could. */
  write(name: string, parts: Iterable<Uint8Array>): boolean {
    if (!this.#isWritable) return false;
    try {
      this.#make();
      writeWhole(this.#file(name), (file) => writeParts(file, parts));
      return true;
    } catch {
      this.#isWritable = false;
      return false;
    }
  }

  /** Opens a file for this process alone, which is gone when that ends; `null` where there can be none. */
  openNameless(): number | null {
    if (!this.#isWritable) return null;
    try {
      this.#make();
      const path = this.#file(`.pages-${process.pid}${process.hrtime.bigint().toString(36)}.tmp`);
      const descriptor = openSync(path, 'wx+');
      try {
        rmSync(path);
      } catch (error) {
        closeSync(descriptor);
        throw error;
      }
      return descriptor;
    } catch {
      return null;
    }
  }

  /** Throws away what other versions left long ago, and what a killed run left half-written. */
  sweep(): void {
    if (!this.#place?.isMade) return;
    try {
      for (const name of readdirSync(this.#place.path)) {
        if (!/^\.?(?:pages|results|answer|config|verdicts|change)-/.test(name)) continue;
        const path = this.#file(name);
        const age = Date.now() - lstatSync(path).mtimeMs;
        if (age > (name.startsWith('.') ? MONTH / 30 : MONTH)) removeOurs(path);
      }
    } catch {
      // Another run sweeps as well.
    }
  }

  #file(name: string): string {
    if (this.#place === null) throw new Error('there is no cache');
    return join(this.#place.path, name);
  }

  /** Makes the folder and marks it, if it is not ours yet. */
  #make(): void {
    if (this.#place === null || this.#place.isMade) return;
    makeFolder(this.#place.path);
    markPlace(this.#place.path);
    this.#place = cachePlace(this.path);
  }
}

function writeParts(file: number, parts: Iterable<Uint8Array>): void {
  const block = Buffer.allocUnsafe(BLOCK);
  let filled = SIGN.copy(block);
  for (const part of parts) {
    if (filled + part.length > BLOCK) {
      writeAll(file, block.subarray(0, filled));
      filled = 0;
    }
    if (part.length > BLOCK) writeAll(file, part);
    else {
      block.set(part, filled);
      filled += part.length;
    }
  }
  writeAll(file, block.subarray(0, filled));
}

/** Removes a file that begins as all of ours do. */
function removeOurs(path: string): void {
  try {
    new OpenFile(path, SIGN).close();
    rmSync(path, { force: true });
  } catch {
    // It is none of ours, or it stays and a later run tries again.
  }
}
