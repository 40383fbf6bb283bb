import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { READER_VERSION } from '../markdown/version.ts';
import { build } from './build.ts';
import { hashOf } from './checksum.ts';
import { OpenFile } from './open-file.ts';

const MONTH = 30 * 24 * 3600 * 1000;
const FORMAT = 8;
/** Small parts of a file are written together. */
const BLOCK = 1024 * 1024;

/**
 * Tells one version of this code from another, so that what an other build has written is never taken for this one's.
 */
export const codeVersion = `${FORMAT} ${READER_VERSION} ${build ?? basename(import.meta.url)}`;

/** A folder of files that may be lost at any time: what cannot be read or written is as if it were not there. */
export class CacheFolder {
  readonly path: string;
  #isWritable = true;

  constructor(path: string) {
    this.path = path;
  }

  read(name: string): Buffer | null {
    try {
      return readFileSync(join(this.path, name));
    } catch {
      return null;
    }
  }

  /** Opens a file of which only some parts will be read. */
  open(name: string): OpenFile | null {
    try {
      return new OpenFile(join(this.path, name));
    } catch {
      return null;
    }
  }

  /** Keeps a file from being swept away, and says whether it is there. */
  keep(name: string): boolean {
    try {
      const now = new Date();
      utimesSync(join(this.path, name), now, now);
      return true;
    } catch {
      return false;
    }
  }

  remove(name: string): void {
    remove(join(this.path, name));
  }

  /** Writes aside, part by part, and renames, so that no reader ever sees half a file. */
  write(name: string, parts: Iterable<Uint8Array>): boolean {
    if (!this.#isWritable) return false;
    const aside = join(this.path, `.${name}.${process.pid}.${hashOf(String(process.hrtime.bigint())).slice(0, 8)}`);
    try {
      makeFolder(this.path);
      writeParts(aside, parts);
      renameSync(aside, join(this.path, name));
      return true;
    } catch {
      this.#isWritable = false;
      remove(aside);
      return false;
    }
  }

  /** Throws away what other versions left long ago, and what a killed run left half-written. */
  sweep(): void {
    try {
      for (const name of readdirSync(this.path)) {
        if (!/^\.?(?:pages|config|verdicts|change)-/.test(name)) continue;
        const path = join(this.path, name);
        const age = Date.now() - statSync(path).mtimeMs;
        if (age > (name.startsWith('.') ? MONTH / 30 : MONTH)) remove(path);
      }
    } catch {
      // Another run sweeps as well.
    }
  }
}

function writeParts(path: string, parts: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    const block = Buffer.allocUnsafe(BLOCK);
    let filled = 0;
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
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

// Node's own `recursive` never returns where a folder can neither be made nor be missing, as below /proc.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays; a later run tries again.
  }
}
