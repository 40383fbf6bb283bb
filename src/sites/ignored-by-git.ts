import { type FileTree, readText } from '../files/file-tree.ts';
import { isIgnored } from './ignore-patterns.ts';

/** What a .gitignore leaves out, and the folder that it lies in. */
export interface IgnoreFile {
  readonly folder: string;
  readonly patterns: readonly string[];
}

const MOST_PATTERNS = 200;

/** Reads the .gitignore of each folder that has one; `''` is the root. */
export function readIgnoreFiles(folders: readonly string[], tree: FileTree): readonly IgnoreFile[] {
  return [...new Set(folders)].flatMap((folder) => {
    const path = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
    if (!tree.exists(path)) return [];
    const lines = readText(tree, path).split('\n');
    return [{ folder, patterns: lines.filter((line) => line.length < 200).slice(0, MOST_PATTERNS) }];
  });
}

/** Whether git leaves a path out: what is not there may be made before the site is built. */
export function isLeftOutByGit(path: string, files: readonly IgnoreFile[]): boolean {
  return files.some(({ folder, patterns }) => {
    if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
    return isIgnored(folder === '' ? path : path.slice(folder.length + 1), patterns);
  });
}
