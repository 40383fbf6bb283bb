import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { opened } from './plain-file.ts';

/**
 * Writes a whole file or nothing: beside its place first, then renamed, so that nobody reads half of it. `write` gets the new
 * file's descriptor; without `mode` the file has the usual permissions. A link at the path is replaced.
 */
export function writeWhole(path: string, write: (descriptor: number) => void, mode?: number): void {
  const sign = `${process.pid}${process.hrtime.bigint().toString(36)}`;
  const aside = join(dirname(path), `.${basename(path).slice(0, 100)}.${sign}.tmp`);
  try {
    opened(aside, 'wx', write);
    if (mode !== undefined) chmodSync(aside, mode);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Writes all bytes, in as many calls as the system takes. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a folder can neither be made nor be missing, as
 * below /proc (Node 20.20).
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
