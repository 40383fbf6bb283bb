import { existsSync, lstatSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { shortName } from '../../files/checksum.ts';
import { readNoLink } from '../../files/plain-file.ts';
import { nearestAbove, repositoryAbove } from '../../files/upward.ts';

const tagName = 'CACHEDIR.TAG';
/** The first line is the one that backup programs look for; https://bford.info/cachedir/ */
const tag = `Signature: 8a477f597d28d172789f06886806bc55
# This folder was made by handbook-lint. It can be deleted at any time.
`;
/** What a cache is put into where the folder that was named holds something else. */
const nested = '.handbook-lint';

/** A folder that a cache may use. `isMade`: it holds our tag, so that old files of ours may be deleted there. */
export interface CachePlace {
  readonly path: string;
  readonly isMade: boolean;
}

/**
 * The folder that a cache at this path uses: the path itself when we made it, when it is empty or not there; a folder of ours
 * in it when it holds other files; `null` when the path is a link, no folder, or cannot be listed.
 */
export function cachePlace(path: string): CachePlace | null {
  const owner = ownerOf(path);
  if (owner === 'others') return placeOf(join(path, nested), ownerOf(join(path, nested)));
  return placeOf(path, owner);
}

/** Marks a folder as ours, so that it will be known again; another run may have done it meanwhile. */
export function markPlace(path: string): void {
  const file = join(path, tagName);
  try {
    writeFileSync(file, tag, { flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}

/**
 * Whether a part of the path below `top` is a symbolic link, which whoever writes below `top` may have put there. So is what
 * cannot be looked at.
 */
function isLinkedBelow(top: string, path: string): boolean {
  const real = realOf(top);
  let isLinked = false;
  for (let folder = path; ; folder = dirname(folder)) {
    if (isLinked && realOf(folder) === real) return true;
    if (folder === dirname(folder)) return false;
    isLinked ||= isLink(folder);
  }
}

function isLink(path: string): boolean {
  return attempt(() => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false, true);
}

function realOf(path: string): string | null {
  return attempt(() => realpathSync(path), null);
}

type Owner = 'us' | 'nobody' | 'others' | 'unknown';

function placeOf(path: string, owner: Owner): CachePlace | null {
  return owner === 'us' || owner === 'nobody' ? { path, isMade: owner === 'us' } : null;
}

function ownerOf(path: string): Owner {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return existsAbove(path) ? 'nobody' : 'unknown';
    if (!stat.isDirectory()) return 'unknown';
    const names = readdirSync(path);
    if (names.length === 0) return 'nobody';
    if (!names.includes(tagName)) return 'others';
    const text = readNoLink(join(path, tagName)).toString('utf8');
    if (text === tag) return 'us';
    // Another run is about to write the tag.
    return names.length === 1 && tag.startsWith(text) ? 'us' : 'others';
  } catch {
    return 'unknown';
  }
}

/** What is missing below a file can never be made. */
function existsAbove(path: string): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined) return !stat.isFile();
  }
  return true;
}

/**
 * Where facts are kept between runs: `--cache-location`, else below the nearest node_modules upward of the root, else in
 * the user's cache folder, since a handbook without node_modules shall not get one. `false`: nowhere. No place is reached by a
 * link in the repository, which anyone may have committed. Each handbook has a folder of its own there, so that none overwrites
 * another's facts.
 */
export function cacheLocation(
  root: string,
  { cache, cacheLocation: given }: { readonly cache: boolean; readonly cacheLocation?: string | undefined },
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
  const home = homeCache();
  return home !== null && join(home, 'handbook-lint', shortName(root));
}

/** The user's cache folder by the XDG specification, which ignores a relative XDG_CACHE_HOME; `null` for users without a home. */
function homeCache(): string | null {
  const { XDG_CACHE_HOME: given } = process.env;
  if (given && isAbsolute(given)) return given;
  // Node throws where neither HOME nor the system's list of users tells.
  const home = attempt(homedir, null);
  return home !== null && isAbsolute(home) && existsSync(home) ? join(home, '.cache') : null;
}
