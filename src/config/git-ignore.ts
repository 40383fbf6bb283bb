import { type FileTree, readText } from '../files/file-tree.ts';
import { folderOf, foldersAbove } from '../files/paths.ts';
import { compileGlobs } from './glob.ts';

/** What a .gitignore leaves out, and the folder that it lies in; `''` is the root. */
export interface IgnoreFile {
  readonly folder: string;
  readonly patterns: readonly string[];
}

const MOST_PATTERNS = 200;

/** The paths at which a .gitignore decides about files in these folders. */
export function ignorePaths(folders: readonly string[]): readonly string[] {
  const deciding = new Set(folders.flatMap((folder) => ['', ...foldersAbove(`${folder}/`)]));
  return [...deciding].map((folder) => (folder === '' ? '.gitignore' : `${folder}/.gitignore`));
}

export function readIgnoreFiles(paths: readonly string[], tree: FileTree): readonly IgnoreFile[] {
  return paths
    .filter((path) => tree.exists(path))
    .map((path) => {
      const lines = readText(tree, path).split('\n');
      return {
        folder: folderOf(path),
        patterns: lines.filter((line) => line.length < 200).slice(0, MOST_PATTERNS),
      };
    });
}

/** Whether git leaves a path out: what is not there may be made before the site is built. */
export function isLeftOutByGit(path: string, files: readonly IgnoreFile[]): boolean {
  return files.some(({ folder, patterns }) => {
    if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
    return isIgnored(folder === '' ? path : path.slice(folder.length + 1), patterns);
  });
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether patterns written as in a .gitignore leave a path out: the last one that matches decides, `!` takes back. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  let ignored = false;
  for (const line of patterns) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#')) continue;
    const isBack = pattern.startsWith('!');
    if (matcherOf(isBack ? pattern.slice(1) : pattern)(path)) ignored = !isBack;
  }
  return ignored;
}

function matcherOf(pattern: string): (path: string) => boolean {
  const known = compiled.get(pattern);
  if (known) return known;
  const isFolder = pattern.endsWith('/');
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.slice(0, -1).includes('/') ? bare : `**/${bare}`;
  const globs = isFolder ? [`${anchored}/**`] : [anchored, `${anchored}/**`];
  const matches = compileGlobs(globs);
  compiled.set(pattern, matches);
  return matches;
}
