import { getOrInsert } from '../collections/get-or-insert.ts';
import type { FileTree } from './file-tree.ts';
import { foldersAbove } from './paths.ts';
import { statOf } from './plain-file.ts';
import { listBelow } from './walk.ts';

/** A tree that records what is asked of it. */
interface RecordedTree {
  readonly tree: FileTree;
  /**
   * Every file that was asked for, and every folder below those that were listed: while the times of none of them change, all
   * answers stay the same. For a missing file it is the highest folder on the way there that is missing.
   */
  paths(): readonly string[];
}

/** Records what is asked of a tree of files on disk, or of one laid over it. */
export function recordedTree(tree: FileTree): RecordedTree {
  const asked = new Set<string>();
  const missing = new Map<string, boolean>();

  function isMissing(folder: string): boolean {
    return getOrInsert(missing, folder, () => statOf(`${tree.root}/${folder}`) === undefined);
  }

  function record(path: string): void {
    const missingFolder = tree.isOfGit ? undefined : foldersAbove(path).find(isMissing);
    asked.add(missingFolder ?? path);
  }

  return {
    tree: {
      ...tree,
      exists(path) {
        record(path);
        return tree.exists(path);
      },
      read(path) {
        record(path);
        return tree.read(path);
      },
      stamp(path) {
        record(path);
        return tree.stamp(path);
      },
      list(folder) {
        const files = tree.list(folder);
        if (tree.isOfGit) return files;
        const { folders } = tree.listings?.get(folder) ?? listBelow(tree.root, folder);
        for (const each of folders) asked.add(each);
        return files;
      },
    },
    paths: () => [...asked],
  };
}
