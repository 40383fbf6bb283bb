import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type FileTree, type KnownFiles, type Listing, UnreadableFile } from './file-tree.ts';
import { cleanRelative } from './paths.ts';
import { canRefuseLinks, readNoLink, stampOf, stampOfState, takeNoLink } from './plain-file.ts';
import { explained, rootFolder } from './root-folder.ts';
import { listAgain, walk } from './walk.ts';

/**
 * The files below a folder on disk. Symbolic links are followed only to what lies below the same root; what a
 * walk has seen as a plain file, here or before (`seen`), is read without asking again where it leads. What is `known` is not
 * asked again either.
 */
export function diskTree(folder: string, seen: Iterable<string> = [], known?: KnownFiles): FileTree {
  const root = rootFolder(folder);
  const plain = new Set<string>(seen);
  const listings = new Map<string, Listing>();
  const unread = new Map<string, UnreadableFile>();

  /** Throws when it leads out of the root. */
  function isFolder(path: string): boolean {
    if (!existsSync(`${root.path}/${path}`)) return false;
    try {
      return lstatSync(root.real(path)).isDirectory();
    } catch (error) {
      const problem = explained(path, error);
      if (problem.why === 'outside') throw problem;
      return false;
    }
  }

  function found(path: string): Listing {
    // What was a plain file may be a link, or lie below one, by now.
    for (const file of plain) if (path === '' || file.startsWith(`${path}/`)) plain.delete(file);
    const files: string[] = [];
    const folders: string[] = [];
    let hasLinks = false;
    for (const visit of walk(root, path)) {
      folders.push(visit.folder);
      unread.delete(visit.folder);
      // A folder may vanish meanwhile; then nothing is there.
      if (visit.problem !== null && visit.problem.why !== 'missing') unread.set(visit.folder, visit.problem);
      for (const link of visit.links) folders.push(link);
      hasLinks ||= visit.links.length > 0;
      for (const file of visit.files) {
        plain.add(file);
        files.push(file);
      }
      for (const link of visit.linkedFiles) files.push(link);
    }
    return { files, folders, hasLinks };
  }

  function recalled(path: string, inside: string): Listing | undefined {
    const before = known?.listing(path);
    const listing = before && known && listAgain(root, inside, before, known.hasChanged);
    if (listing == null) return undefined;
    const links = new Set(listing.links);
    for (const file of listing.files) if (!links.has(file)) plain.add(file);
    return listing;
  }

  return {
    root: root.path,
    plain,
    listings,
    unread,
    list(path) {
      const inside = cleanRelative(path);
      if (inside === null) throw new UnreadableFile(path, 'outside', 'lies outside of the handbook');
      const listing =
        recalled(path, inside) ??
        (isFolder(inside) ? found(inside) : { files: [], folders: [inside], hasLinks: false });
      listings.set(path, listing);
      return listing.files;
    },
    exists(path) {
      try {
        if (plain.has(path) && lstatSync(`${root.path}/${path}`).isFile()) return true;
        // Most that are asked for are not there, which an error would tell at ten times the price.
        if (!existsSync(`${root.path}/${path}`)) return false;
        return statSync(root.real(path)).isFile() && hasExactName(root.path, path);
      } catch {
        return false;
      }
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
      try {
        const seen = plain.has(path) ? lstatSync(`${root.path}/${path}`) : null;
        return stampOf(seen?.isFile() ? seen : statSync(root.real(path)));
      } catch {
        return null;
      }
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
