import { getOrInsert } from '../collections/get-or-insert.ts';
import { type FileTree, UnreadableFile } from '../files/file-tree.ts';
import { cleanRelative } from '../files/paths.ts';
import type { HeldFiles } from './held-files.ts';
import { overlay } from './overlay.ts';

/** The files that git's index holds below a folder, whatever lies on disk. */
export function indexTree(folder: string, index: HeldFiles): FileTree {
  const tree = overlay(noFiles(folder), [], index);
  const lists = new Map<string, readonly string[]>();
  return { ...tree, list: (path) => getOrInsert(lists, path, () => tree.list(path)) };
}

function noFiles(root: string): FileTree {
  return {
    root,
    isOfGit: true,
    list(folder) {
      if (cleanRelative(folder) === null) throw new UnreadableFile(folder, 'outside', 'lies outside of the handbook');
      return [];
    },
    exists: () => false,
    read(path) {
      throw new UnreadableFile(path, 'missing', 'is not there');
    },
    stamp: () => null,
  };
}
