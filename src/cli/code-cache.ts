import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
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
 * handbook. `build` names what is in the file, `compiler` the V8 that compiles it. Node has such a cache for all modules from version 22
 * on, for none before. In the file, `importModule` stands for `import`, which such code may not have.
 */
export function loadCompiled<Exports>(file: string, build: string, compiler: () => string = ownV8): Compiled<Exports> {
  const compilerNow = compiler();
  const kept = `${file.replace(/\.js$/, '')}-${build}-${compilerNow}.v8`;
  const cachedData = process.env.NODE_DISABLE_COMPILE_CACHE ? null : readKept(kept);
  const source = `(function (exports, require, module, __filename, __dirname, importModule) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  // Said here, so that nothing holds the bytes for as long as the process runs.
  const isBelieved = script.cachedDataRejected === false;
  const module = { exports: {} as Exports };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file), (name: string) => import(name));
  return {
    exports: module.exports,
    keep() {
      const isWanted = !isBelieved && !process.env.NODE_DISABLE_COMPILE_CACHE;
      // With other flags than at the start, V8 would not believe it then.
      if (isWanted && compiler() === compilerNow && mayWriteIn(dirname(file)))
        writeKept(kept, script.createCachedData());
    },
  };
}

/**
 * Names the V8 of this process, but not its flags: V8 refuses code that was compiled with others (Node 20 to 26), and what it refuses is
 * compiled and kept anew. A name for the flags as well is in `node:v8`, which takes milliseconds to load.
 */
function ownV8(): string {
  return `${process.versions.v8}-${process.arch}`;
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
