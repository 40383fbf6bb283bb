import { getOrInsert } from '../collections/get-or-insert.ts';
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
    const names = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    // What lies in a folder that is left out cannot be taken back.
    return names.some((_, index) => {
      const isFolder = index < names.length - 1;
      return lastDecides(names.slice(0, index + 1).join('/'), patterns, isFolder ? matchesFolder : matchesFile);
    });
  });
}

type Match = (path: string, pattern: string) => boolean;

/** Whether patterns written as in a .gitignore match a path or a folder above it: the last one that does decides, `!` takes back. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  return lastDecides(path, patterns, (each, pattern) => matchesFile(each, pattern) || matchesAbove(each, pattern));
}

function lastDecides(path: string, patterns: readonly string[], match: Match): boolean {
  let ignored = false;
  for (const line of patterns) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#')) continue;
    const isBack = pattern.startsWith('!');
    if (match(path, isBack ? pattern.slice(1) : pattern)) ignored = !isBack;
  }
  return ignored;
}

const matchesFile: Match = (path, pattern) => !pattern.endsWith('/') && matchesFolder(path, pattern);
const matchesFolder: Match = (path, pattern) => globOf(anchored(pattern))(path);
const matchesAbove: Match = (path, pattern) => globOf(`${anchored(pattern)}/**`)(path);

/** The pattern as a glob from the folder of its file: one without a slash is that of any folder. */
function anchored(pattern: string): string {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  return pattern.slice(0, -1).includes('/') ? bare : `**/${bare}`;
}

const compiled = new Map<string, (path: string) => boolean>();

function globOf(glob: string): (path: string) => boolean {
  return getOrInsert(compiled, glob, () => compileGlobs([glob]));
}
