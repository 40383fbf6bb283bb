import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryAbove } from '../files/upward.ts';

/** The nearest folder with a `.git`, whether or not git takes it for a repository, and git's own folder for it. */
interface GitFolder {
  readonly top: string;
  /** The `.git` folder, or the one that a `.git` file names; `null` where that file names none. */
  readonly own: string | null;
}

/** Looks for a `.git` in the folder and in those above it. */
export function gitFolderAbove(folder: string): GitFolder | null {
  const top = repositoryAbove(resolve(folder));
  if (top === null) return null;
  const path = join(top, '.git');
  const stat = statSync(path);
  if (stat.isDirectory()) return { top, own: path };
  return { top, own: stat.isFile() ? named(path, top) : null };
}

function named(file: string, top: string): string | null {
  const path = /^gitdir: (.+)/.exec(readFileSync(file, 'utf8').slice(0, 4096))?.[1]?.trimEnd();
  return path === undefined ? null : resolve(top, path);
}
