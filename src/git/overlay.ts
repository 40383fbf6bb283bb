import { type FileTree, isListed, UnreadableFile } from '../files/file-tree.ts';
import type { HeldFiles } from './held-files.ts';

/** A tree with some files, and all below folders of these names, taken away and others laid over it. */
export function overlay(below: FileTree, gone: readonly string[], laid: HeldFiles): FileTree {
  const { places } = laid;
  if (gone.length === 0 && places.size === 0) return below;
  const names = new Set(gone.map((path) => path.replace(/\/$/, '')));
  const isGone = (path: string) =>
    names.size > 0 && !places.has(path) && (names.has('.') || ancestors(path).some((each) => names.has(each)));
  const paths = [...places.keys()];
  return {
    root: below.root,
    ...ofBelow(below),
    ...(gone.length === 0 && { differs: { from: below, paths } }),
    list(folder) {
      const kept = below.list(folder).filter((path) => !isGone(path) && !places.has(path));
      return [...kept, ...paths.filter((path) => isListed(path, folder))];
    },
    exists: (path) => places.has(path) || (!isGone(path) && below.exists(path)),
    read(path) {
      if (places.has(path)) return laid.read(path);
      if (isGone(path)) throw new UnreadableFile(path, 'missing', 'is not there');
      return below.read(path);
    },
    stamp(path) {
      const place = places.get(path);
      if (place !== undefined) return laid.stamp(place);
      return isGone(path) ? null : below.stamp(path);
    },
  };
}

/** What a tree takes over from the tree that it lies on. */
export function ofBelow({ listings, unread, isOfGit }: FileTree): Pick<FileTree, 'listings' | 'unread' | 'isOfGit'> {
  return { ...(listings && { listings }), ...(unread && { unread }), ...(isOfGit && { isOfGit }) };
}

/** `a`, `a/b` and `a/b/c.md` of the last. */
function ancestors(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
