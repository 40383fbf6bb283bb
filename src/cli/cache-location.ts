import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { shortName } from '../handbook/checksum.ts';
import type { Arguments } from './arguments.ts';

/**
 * Where facts are kept between runs: `--cache-location`, else below the nearest node_modules upward of the root, else in
 * the user's cache folder, since a handbook without node_modules shall not get one. `false`: nowhere.
 */
export function cacheLocation(
  root: string,
  { cache, cacheLocation: given }: Pick<Arguments, 'cache' | 'cacheLocation'>,
  env: NodeJS.ProcessEnv = process.env,
): string | false {
  if (!cache) return false;
  if (given !== undefined) return resolve(given);
  // Unbuilt code changes without a change of its version.
  if (import.meta.url.endsWith('.ts')) return false;
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules')))
      return join(
        folder,
        'node_modules/.cache/handbook-lint',
        relative(folder, root) && nameOf(relative(folder, root)),
      );
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) break;
  }
  const home = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(home, 'handbook-lint', nameOf(root));
}

/** Each handbook has a folder of its own, so that they do not overwrite each other's facts. Two in one would find nothing worse. */
function nameOf(path: string): string {
  return shortName(path);
}
