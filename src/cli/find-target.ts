import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findRoot, siteBelow } from '../config/loading/find-root.ts';
import { isFolder, repositoryAbove } from '../files/upward.ts';
import { ignoredBelow } from '../git/ignored.ts';
import { didYouMean } from '../phrases/nearest.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { subcommands } from './options.ts';

/** Which handbook a command is about, and which of its files and folders. */
export interface CommandTarget {
  /** Absolute. */
  readonly root: string;
  /** Relative to the root, with `/`; `null` for all. */
  readonly paths: readonly string[] | null;
  /** The folder of the repository that is the root, `site`, where the top was asked for; else absent. */
  readonly folder?: string;
}

/**
 * The root is `--root`, or what is found upward from the first path (or from here). So a path that is a
 * handbook itself is the root, and one within a handbook only says what to judge. Where most pages of the root lie in a Hugo site in a folder
 * of its own, that folder is the root, and paths beside it are left out. With `--config`, whose paths begin at the root, the only path is the
 * root: its folder need not look like a handbook.
 */
export function findTarget({
  positionals,
  root,
  config,
  stdinFilename,
}: Pick<Arguments, 'positionals' | 'root' | 'config'> & Partial<Pick<Arguments, 'stdinFilename'>>): CommandTarget {
  const paths = (stdinFilename === undefined ? positionals : [stdinFilename]).map((path) => resolve(path));
  if (stdinFilename !== undefined && isFolder(resolve(stdinFilename)))
    throw new Failure(`${stdinFilename} is a folder. Name the page whose text is on standard input.`);
  for (const [index, path] of stdinFilename === undefined ? paths.entries() : []) {
    if (positionals[index] === '') throw new Failure('A path is empty. Leave it out to judge the whole handbook.');
    if (positionals[index] === '-')
      throw new Failure('What is standard input? Write --stdin-filename PAGE to judge it as that page.');
    const meant = () => didYouMean(positionals[index] ?? '', subcommands, (near) => `handbook-lint ${near}`);
    if (!existsSync(path)) throw new Failure(`There is no file or folder ${positionals[index]}.${meant()}`);
  }
  const [first = process.cwd()] = paths;
  if (root === undefined && config !== undefined && paths.length === 1 && isFolder(first))
    return { root: first, paths: null };
  const found = root === undefined ? findRoot(first) : readFolder(root);
  return (config === undefined ? inSiteBelow(found, paths) : null) ?? within(found, paths);
}

/** The target where paths are given by a repository whose site lies in a folder of its own, as commit hooks give them; else `null`. */
function inSiteBelow(found: string, paths: readonly string[]): CommandTarget | null {
  const top = paths.every((path) => isIn(path, found)) ? found : (repositoryAbove(found) ?? found);
  const site = paths.every((path) => isIn(path, top)) ? siteBelow(top, (folder) => ignoredBelow(folder).paths) : null;
  if (site === null || (found !== top && found !== site)) return null;
  const inside = paths.filter((path) => isIn(path, site));
  const isWhole = paths.length === 0 || paths.includes(top);
  if (inside.length === 0 && !isWhole) return null;
  const target = within(site, isWhole ? [] : inside);
  return { ...target, folder: pathInside(top, site, site) };
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What a site is taken for, in a line, with the folder that was chosen by its pages. */
export function describeWithFolder(site: string, { folder }: Pick<CommandTarget, 'folder'>): string {
  return folder === undefined
    ? site
    : `${site} The site lies in ${folder}/: pages outside of that folder are not judged.`;
}

function readFolder(written: string): string {
  const root = resolve(written);
  if (!existsSync(root)) throw new Failure(`There is no folder ${written}.`);
  if (!isFolder(root)) throw new Failure(`${written} is no folder.`);
  return root;
}

function within(root: string, paths: readonly string[]): CommandTarget {
  const inside = paths.map((path) => pathInside(root, path, path));
  return { root, paths: inside.length === 0 || inside.includes('') ? null : inside };
}

/** An absolute path as the handbook has it, relative to the root. One that leads out is a Failure, which names it as `written` and adds `advice`. */
export function pathInside(root: string, absolute: string, written: string, advice = ''): string {
  const path = relative(root, absolute).split(sep).join('/');
  // On another drive of Windows, there is no way from the root.
  if (path === '..' || path.startsWith('../') || resolve(root, path) !== absolute)
    throw new Failure(`${written} lies outside of the handbook ${root}.${advice}`);
  return path;
}
