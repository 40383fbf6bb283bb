import type { FileTree, Stamp } from './file-tree.ts';

/** A tree that lists each folder and looks at each file once only: for a run that looks before it opens. */
export function rememberingTree(tree: FileTree): FileTree {
  const lists = new Map<string, readonly string[]>();
  const stamps = new Map<string, Stamp | null>();
  return {
    root: tree.root,
    list: (folder) => remember(lists, folder, () => tree.list(folder)),
    exists: (path) => tree.exists(path),
    read: (path) => tree.read(path),
    stamp: (path) => remember(stamps, path, () => tree.stamp(path)),
  };
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}
