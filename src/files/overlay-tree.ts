import { createHash } from 'node:crypto';
import type { FileTree } from './file-tree.ts';

/** Texts that stand in the place of files, by path: what an editor has not saved yet. */
export type Overlays = ReadonlyMap<string, string>;

/** A tree in which some files have another text, or are there although not saved; bytes need not be text. */
export function overlayTree(tree: FileTree, overlays: ReadonlyMap<string, string | Uint8Array>): FileTree {
  if (overlays.size === 0) return tree;
  return {
    root: tree.root,
    unread: tree.unread,
    list(folder) {
      const files = new Set(tree.list(folder));
      for (const path of overlays.keys()) if (folder === '' || path.startsWith(`${folder}/`)) files.add(path);
      return [...files];
    },
    exists: (path) => overlays.has(path) || tree.exists(path),
    read(path) {
      const text = overlays.get(path);
      return text === undefined ? tree.read(path) : typeof text === 'string' ? new TextEncoder().encode(text) : text;
    },
    stamp(path) {
      const text = overlays.get(path);
      if (text === undefined) return tree.stamp(path);
      return { key: `overlay ${createHash('sha1').update(text).digest('hex')}`, mtime: 0 };
    },
  };
}
