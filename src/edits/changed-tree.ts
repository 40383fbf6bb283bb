import { groupBy } from '../collections/groups.ts';
import { type FileTree, isListed, type Stamp, UnreadableFile } from '../files/file-tree.ts';
import { overlayTree } from '../files/overlay-tree.ts';
import { replaced } from '../markdown/ranges.ts';
import { inOrder, type Move, pathsAfter, type TextEdit } from './plan.ts';

/** The files as they are after a change; `texts` are new texts by the path before it. */
export function changedTree(tree: FileTree, moves: readonly Move[], texts: ReadonlyMap<string, string>): FileTree {
  const moved = pathsAfter(moves);
  const overlays = new Map([...texts].map(([path, text]) => [moved(path), text]));
  return overlayTree(moves.length === 0 ? tree : movedTree(tree, moves), overlays);
}

function movedTree(tree: FileTree, moves: readonly Move[]): FileTree {
  const oldPath = new Map(moves.map(({ from, to }) => [to, from]));
  const gone = new Set(moves.map(({ from }) => from).filter((path) => !oldPath.has(path)));
  const source = (path: string) => oldPath.get(path) ?? path;
  const isThere = (path: string) => !gone.has(path) && tree.exists(source(path));
  return {
    root: tree.root,
    list(folder) {
      const kept = tree.list(folder).filter((path) => !gone.has(path));
      const came = moves.map(({ to }) => to).filter((path) => isListed(path, folder) && isThere(path));
      return [...new Set([...kept, ...came])];
    },
    exists: isThere,
    read(path) {
      if (!isThere(path)) throw new UnreadableFile(path, 'missing', 'is not there');
      return tree.read(source(path));
    },
    stamp: (path): Stamp | null => (isThere(path) ? tree.stamp(source(path)) : null),
  };
}

/** The texts that edits make, by path. `textOf` gives a file's text before. */
export function editedTexts(edits: readonly TextEdit[], textOf: (path: string) => string): Map<string, string> {
  const byPath = groupBy(inOrder(edits), ({ path }) => path);
  return new Map([...byPath].map(([path, own]) => [path, replaced(textOf(path), own)]));
}
