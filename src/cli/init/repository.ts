import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The nearest folder upward that git has its folder in. */
export function repositoryOf(folder: string): string | null {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (dirname(top) === top) return null;
  }
}

/** The option that names a handbook's folder to a command that runs at the repository's top; empty for the top itself. */
export function rootFlag(top: string, root: string): string {
  const path = relative(top, root).replaceAll('\\', '/');
  if (path === '') return '';
  return ` --root ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}
