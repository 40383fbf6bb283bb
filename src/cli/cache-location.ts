import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { shortName } from '../files/checksum.ts';
import { isLinkedBelow } from '../incremental/cache-place.ts';
import type { Arguments } from './arguments.ts';

/**
 * Where facts are kept between runs: `--cache-location`, else below the nearest node_modules upward of the root, else in
 * the user's cache folder, since a handbook without node_modules shall not get one. `false`: nowhere. No place is reached by a
 * link in the repository, which anyone may have committed.
 */
export function cacheLocation(
  root: string,
  { cache, cacheLocation: given }: Pick<Arguments, 'cache' | 'cacheLocation'>,
  env: NodeJS.ProcessEnv = process.env,
): string | false {
  if (!cache) return false;
  if (given !== undefined) {
    const path = resolve(given);
    return isLinkedBelow(topOf(root), path) ? false : path;
  }
  // Unbuilt code changes without a change of its version.
  if (import.meta.url.endsWith('.ts')) return false;
  const top = topOf(root);
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules/.cache/handbook-lint');
    if (existsSync(join(folder, 'node_modules')) && !isLinkedBelow(top, path))
      return join(path, relative(folder, root) && nameOf(relative(folder, root)));
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) break;
  }
  const home = homeCache(env);
  return home !== null && join(home, 'handbook-lint', nameOf(root));
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

/** The top of the repository that the root lies in, else the root. */
function topOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return root;
  }
}

/** Each handbook has a folder of its own, so that they do not overwrite each other's facts. Two in one would find nothing worse. */
function nameOf(path: string): string {
  return shortName(path);
}
