import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from './attempt.ts';

/** The nearest folder, from `start` upward, that is as asked; `null` when none is. */
export function nearestAbove(start: string, isIt: (folder: string) => boolean): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isIt(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** The nearest folder upward with a `.git`: the top of a work tree, whether or not git takes it for one. */
export function repositoryAbove(start: string): string | null {
  return nearestAbove(start, (folder) => existsSync(join(folder, '.git')));
}

export function isFolder(path: string): boolean {
  return attempt(() => statSync(path).isDirectory(), false);
}
