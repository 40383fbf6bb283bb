import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Failure } from './failure.ts';

/** Which handbook a command is about, and which of its files and folders. */
export interface Target {
  /** Absolute. */
  readonly root: string;
  /** Relative to the root, with `/`; `null` for all. */
  readonly paths: readonly string[] | null;
}

/**
 * A folder that is a handbook itself, given as the only path, is the root. Else the root is `--root`, or what lies
 * upward from the first path (or from here): the nearest folder with a handbook.yaml, else the nearest Hugo site.
 * Without either it is the folder given, or this one.
 */
export function findTarget(positionals: readonly string[], root: string | undefined, config?: string): Target {
  const here = process.cwd();
  const paths = positionals.map((path) => resolve(here, path));
  for (const [index, path] of paths.entries()) {
    if (!existsSync(path)) throw new Failure(`There is no file or folder ${positionals[index]}.`);
  }
  if (root !== undefined) return within(readRoot(resolve(here, root), root), paths);
  const [only] = paths.length === 1 ? paths : [];
  if (only !== undefined && isFolder(only)) {
    if (isHandbook(only)) return { root: only, paths: null };
    // Named by hand, a configuration may belong to a folder that does not look like a handbook.
    const above = findUpward(only);
    return above === null || config !== undefined ? { root: only, paths: null } : within(above, paths);
  }
  const start = paths[0] === undefined ? here : isFolder(paths[0]) ? paths[0] : dirname(paths[0]);
  return within(findUpward(start) ?? here, paths);
}

function readRoot(root: string, written: string): string {
  if (!existsSync(root)) throw new Failure(`There is no folder ${written}.`);
  if (!isFolder(root)) throw new Failure(`${written} is no folder.`);
  return root;
}

function within(root: string, paths: readonly string[]): Target {
  if (paths.length === 0) return { root, paths: null };
  const inside = paths.map((path) => {
    const below = relative(root, path);
    if (below === '..' || below.startsWith(`..${sep}`))
      throw new Failure(`${path} lies outside of the handbook ${root}.`);
    return below.split(sep).join('/');
  });
  return { root, paths: inside.includes('') ? null : inside };
}

function findUpward(start: string): string | null {
  let hugo: string | null = null;
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(`${folder}/handbook.yaml`)) return folder;
    if (hugo === null && isHugoSite(folder)) hugo = folder;
    // A repository's handbook does not lie outside of it.
    if (existsSync(`${folder}/.git`) || dirname(folder) === folder) return hugo;
  }
}

function isHandbook(folder: string): boolean {
  return existsSync(`${folder}/handbook.yaml`) || isHugoSite(folder);
}

const hugoSigns = [
  'hugo.yaml',
  'hugo.yml',
  'hugo.toml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config',
  'layouts',
];

function isHugoSite(folder: string): boolean {
  return isFolder(`${folder}/content`) && hugoSigns.some((sign) => existsSync(`${folder}/${sign}`));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
