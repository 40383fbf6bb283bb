import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a whole file or nothing: beside its place first, then renamed. Pipes and devices are written to directly. */
export function writeFile(path: string, text: string | Uint8Array): void {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state !== undefined && !state.isFile() && !state.isDirectory()) {
    writeFileSync(path, text);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // The file that its user knows is the one to complain about.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
}
