import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { checksum } from '../files/checksum.ts';
import { writeAll, writeWhole } from '../files/write-whole.ts';

const SUM = 4;

/** One of our own CommonJS files, loaded. */
export interface Compiled<Exports> {
  readonly exports: Exports;
  /** Keeps what V8 has compiled of it up to now for the next process, beside the file, if that is allowed there. */
  keep(): void;
}

/**
 * Loads a file with what V8 compiled of it for an earlier process: compiling anew, in each thread, takes a tenth of a run over a whole
 * handbook. `build` names what is in the file. Node has such a cache for all modules from version 22 on, for none before.
 * In the file, `importModule` stands for `import`, which such code may not have.
 */
export function loadCompiled<Exports>(file: string, build: string): Compiled<Exports> {
  const tag = cachedDataVersionTag();
  // The tag stands for V8's version, its flags, and the processor.
  const kept = `${file.replace(/\.js$/, '')}-${build}-${tag.toString(16)}.v8`;
  const cachedData = process.env.NODE_DISABLE_COMPILE_CACHE ? null : readKept(kept);
  const source = `(function (exports, require, module, __filename, __dirname, importModule) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} as Exports };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file), (name: string) => import(name));
  return {
    exports: module.exports,
    keep() {
      const isWanted = cachedData === null && !process.env.NODE_DISABLE_COMPILE_CACHE;
      // With other flags than at the start, V8 would not believe it then.
      if (isWanted && cachedDataVersionTag() === tag && mayWriteIn(dirname(file)))
        writeKept(kept, script.createCachedData());
    },
  };
}

/** `null` when there is none, or it is damaged, which V8 itself does not notice. */
function readKept(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(SUM);
    return checksum(data) === bytes.readUInt32LE() ? data : null;
  } catch {
    return null;
  }
}

/** What is installed for all users is not theirs to write to; asking is cheaper than to compile for nothing. */
function mayWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function writeKept(path: string, data: Buffer): void {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(checksum(data));
  try {
    writeWhole(path, (file) => writeAll(file, Buffer.concat([sum, data])));
  } catch {
    // The next run tries again.
  }
}
