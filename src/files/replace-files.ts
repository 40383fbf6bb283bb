import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  ftruncateSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from './attempt.ts';
import { opened } from './plain-file.ts';
import { writeAll } from './write-whole.ts';

/** A file that gets other bytes. */
interface Replacement {
  /** How its user knows it. */
  readonly name: string;
  /** Where its bytes are: an absolute path without links. */
  readonly target: string;
  readonly before: Buffer;
  readonly after: Uint8Array;
}

/**
 * Replaces all files, or none when one cannot be written or is no longer what it was. A file is written beside its place and
 * then renamed, so that nobody reads half of it; where that would cost it another name (a hard link) or its owner, or where
 * nothing can be made beside it, it is written in place, and written back when another one fails.
 */
export function replaceFiles(replacements: readonly Replacement[]): void {
  const ready: { readonly replacement: Replacement; readonly temporary: string | null }[] = [];
  const done: Replacement[] = [];
  try {
    for (const replacement of replacements) {
      accessSync(replacement.target, constants.W_OK);
      checkIsAsBefore(replacement);
      ready.push({ replacement, temporary: writeBeside(replacement) });
    }
    for (const { replacement, temporary } of ready) {
      checkIsAsBefore(replacement);
      // Where only a part of a file can be written in place, that file is written back too.
      done.push(replacement);
      if (temporary === null) overwrite(replacement.target, replacement.after);
      else renameSync(temporary, replacement.target);
    }
  } catch (error) {
    for (const { target, before } of done) overwrite(target, before);
    throw error;
  } finally {
    for (const { temporary } of ready) if (temporary !== null) rmSync(temporary, { force: true });
  }
}

function checkIsAsBefore({ name, target, before }: Replacement): void {
  if (!readFileSync(target).equals(before)) throw new Error(`${name} changed meanwhile. Please try again`);
}

/** The new file beside the old one, with its mode and owner; `null` when it cannot take the old one's place. */
function writeBeside({ target, after }: Replacement): string | null {
  const state = statSync(target);
  if (state.nlink > 1) return null;
  const temporary = join(dirname(target), `.handbook-lint-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, after, { flag: 'wx' });
    if (hasOwner(temporary, state)) {
      // The mode given to writeFileSync is cut by the umask.
      chmodSync(temporary, state.mode);
      return temporary;
    }
  } catch {
    // The folder may not be written to, though the file may.
  }
  rmSync(temporary, { force: true });
  return null;
}

/** Gives the file this owner and group; says whether it has them then. Windows has none. */
function hasOwner(path: string, { uid, gid }: Stats): boolean {
  const own = statSync(path);
  if (own.uid === uid && own.gid === gid) return true;
  return attempt(() => {
    chownSync(path, uid, gid);
    return true;
  }, false);
}

/** Puts bytes in the place of those in a file, which stays the same file. */
function overwrite(path: string, bytes: Uint8Array): void {
  opened(path, 'r+', (descriptor) => {
    writeAll(descriptor, bytes);
    ftruncateSync(descriptor, bytes.length);
  });
}
