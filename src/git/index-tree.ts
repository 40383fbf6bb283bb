import { getOrInsert } from '../collections/get-or-insert.ts';
import { groupBy } from '../collections/groups.ts';
import { type FileTree, isListed, UnreadableFile } from '../files/file-tree.ts';
import { cleanRelative } from '../files/paths.ts';
import type { HeldFiles } from './held-files.ts';

/** The files that git's index holds below a folder, whatever lies on disk. */
export function indexTree(root: string, index: HeldFiles): FileTree {
  const { places } = index;
  // Whoever lists folders asks for some at the top, and for many that are not there.
  const byTop = groupBy(places.keys(), topOf);
  const lists = new Map<string, readonly string[]>();
  const listNow = (folder: string) => {
    const paths = folder === '' ? [...places.keys()] : byTop.get(topOf(`${folder}/`));
    return paths?.filter((path) => isListed(path, folder)) ?? [];
  };
  return {
    root,
    isOfGit: true,
    list(folder) {
      if (cleanRelative(folder) === null) throw new UnreadableFile(folder, 'outside', 'lies outside of the handbook');
      return getOrInsert(lists, folder, () => listNow(folder));
    },
    exists: (path) => places.has(path),
    read(path) {
      if (!places.has(path)) throw new UnreadableFile(path, 'missing', 'is not there');
      return index.read(path);
    },
    stamp(path) {
      const place = places.get(path);
      return place === undefined ? null : index.stamp(place);
    },
  };
}

/** `a/` of `a/b/c.md`, and `''` of a file that lies in no folder. */
function topOf(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}
