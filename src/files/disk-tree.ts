import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { attempt } from './attempt.ts';
import { DiskListings } from './disk-listings.ts';
import { type FileTree, type KnownFiles, UnreadableFile } from './file-tree.ts';
import { canRefuseLinks, readNoLink, stampOf, stampOfState, takeNoLink } from './plain-file.ts';
import { explained, rootFolder } from './root-folder.ts';

/**
 * The files below a folder on disk. Symbolic links are followed only to what lies below the same root; what a
 * walk has seen as a plain file, here or before (`seen`), is read without asking again where it leads. What is `known` is not
 * asked again either.
 */
export function diskTree(folder: string, seen: Iterable<string> = [], known?: KnownFiles): FileTree {
  const root = rootFolder(folder);
  const lists = new DiskListings(root, seen, known);
  const { plain } = lists;
  return {
    root: root.path,
    plain,
    listings: lists.listings,
    unread: lists.unread,
    list: (path) => lists.list(path),
    exists(path) {
      return attempt(() => {
        if (plain.has(path) && lstatSync(`${root.path}/${path}`).isFile()) return true;
        // Most that are asked for are not there, which an error would tell at ten times the price.
        if (!existsSync(`${root.path}/${path}`)) return false;
        return statSync(root.real(path)).isFile() && hasExactName(root.path, path);
      }, false);
    },
    read(path) {
      try {
        if (plain.has(path)) return readNoLink(`${root.path}/${path}`);
      } catch (error) {
        if (!isLoop(error)) throw explained(path, error);
        plain.delete(path);
      }
      try {
        const real = root.real(path);
        const stat = lstatSync(real);
        // A pipe would be waited for.
        if (!stat.isFile() && !stat.isDirectory()) throw new UnreadableFile(path, 'other', 'is no file');
        return readFileSync(real);
      } catch (error) {
        throw explained(path, error);
      }
    },
    take(path, room) {
      if (!canRefuseLinks || !plain.has(path)) return null;
      try {
        return takeNoLink(`${root.path}/${path}`, room);
      } catch (error) {
        if (isLoop(error)) return null;
        throw explained(path, error);
      }
    },
    stamp(path) {
      const state = plain.has(path) ? known?.state(path) : undefined;
      if (state !== undefined) return stampOfState(state);
      return attempt(() => {
        const seen = plain.has(path) ? lstatSync(`${root.path}/${path}`) : null;
        return stampOf(seen?.isFile() ? seen : statSync(root.real(path)));
      }, null);
    },
  };
}

// A file system without upper and lower case finds `Page.md` as `page.md`; a web server does not.
function hasExactName(root: string, path: string): boolean {
  let folder = root;
  for (const segment of path.split('/')) {
    if (!readdirSync(folder).includes(segment)) return false;
    folder = `${folder}/${segment}`;
  }
  return lstatSync(folder) !== undefined;
}

function isLoop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP';
}
