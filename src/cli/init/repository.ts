import { relative } from 'node:path';

/** The option that names a handbook's folder to a command that runs at the repository's top; empty for the top itself. */
export function rootFlag(top: string, root: string): string {
  const path = relative(top, root).replaceAll('\\', '/');
  if (path === '') return '';
  return ` --root ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}
