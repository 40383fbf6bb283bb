import type { FileTree, Stamp } from './file-tree.ts';

/** The tree as it was when each question was first asked, for a run that looks at several states of the same files. */
export function askedOnce(tree: FileTree): FileTree {
  const lists = new Map<string, readonly string[]>();
  const stamps = new Map<string, Stamp | null>();
  return {
    ...tree,
    list: (folder) => remembered(lists, folder, tree.list),
    stamp: (path) => remembered(stamps, path, tree.stamp),
  };
}

function remembered<T>(known: Map<string, T>, path: string, ask: (path: string) => T): T {
  let answer = known.get(path);
  if (answer === undefined) {
    answer = ask(path);
    known.set(path, answer);
  }
  return answer;
}
