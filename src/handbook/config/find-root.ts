import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The names that the configuration may have, the first one preferred. */
export const configNames = ['handbook.yaml', 'handbook.yml'] as const;

/** Files of which one beside `content/` makes a folder a Hugo site. */
export const hugoSigns = ['hugo', 'config'].flatMap((name) =>
  ['yaml', 'yml', 'toml', 'json'].flatMap((ending) => [`${name}.${ending}`, `config/_default/${name}.${ending}`]),
);

/**
 * The handbook that a file or folder belongs to: the nearest folder upward with a handbook.yaml, else the nearest
 * Hugo site, else the nearest git repository, else the folder itself.
 */
export function findRoot(path: string): string {
  let start = resolve(path);
  if (!existsSync(start) || !statSync(start).isDirectory()) start = dirname(start);
  return (
    upward(start, (folder) => configNames.some((name) => existsSync(join(folder, name)))) ??
    upward(start, isHugoSite) ??
    upward(start, (folder) => existsSync(join(folder, '.git'))) ??
    start
  );
}

function isHugoSite(folder: string): boolean {
  return (
    existsSync(join(folder, 'content')) &&
    ['layouts', 'config/_default', 'content/_index.md', ...hugoSigns].some((sign) => existsSync(join(folder, sign)))
  );
}

function upward(start: string, isIt: (folder: string) => boolean): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isIt(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}
