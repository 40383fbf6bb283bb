import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { shortName } from '../files/checksum.ts';
import { nearestAbove, repositoryAbove } from '../files/upward.ts';
import { isLinkedBelow } from '../incremental/cache-place.ts';
import type { Arguments } from './arguments.ts';

/**
 * Where facts are kept between runs: `--cache-location`, else below the nearest node_modules upward of the root, else in
 * the user's cache folder, since a handbook without node_modules shall not get one. `false`: nowhere. No place is reached by a
 * link in the repository, which anyone may have committed. Each handbook has a folder of its own there, so that none overwrites
 * another's facts.
 */
export function cacheLocation(
  root: string,
  { cache, cacheLocation: given }: Pick<Arguments, 'cache' | 'cacheLocation'>,
  env: NodeJS.ProcessEnv = process.env,
): string | false {
  if (!cache) return false;
  const top = repositoryAbove(root) ?? root;
  if (given !== undefined) {
    const path = resolve(given);
    return isLinkedBelow(top, path) ? false : path;
  }
  // Unbuilt code changes without a change of its version.
  if (import.meta.url.endsWith('.ts')) return false;
  const inModules = (folder: string) => join(folder, 'node_modules/.cache/handbook-lint');
  const hasModules = (folder: string) =>
    existsSync(join(folder, 'node_modules')) && !isLinkedBelow(top, inModules(folder));
  const folder = nearestAbove(root, (each) => hasModules(each) || existsSync(join(each, '.git')));
  if (folder !== null && hasModules(folder))
    return join(inModules(folder), relative(folder, root) && shortName(relative(folder, root)));
  const home = homeCache(env);
  return home !== null && join(home, 'handbook-lint', shortName(root));
}

/** The user's cache folder by the XDG specification, which ignores a relative XDG_CACHE_HOME; `null` for users without a home. */
function homeCache({ XDG_CACHE_HOME: given }: NodeJS.ProcessEnv): string | null {
  if (given && isAbsolute(given)) return given;
  const home = homeOf();
  return home !== null && isAbsolute(home) && existsSync(home) ? join(home, '.cache') : null;
}

/** Node throws where neither HOME nor the system's list of users tells. */
function homeOf(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}
