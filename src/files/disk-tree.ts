import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { cleanRelative, type FileTree, isToolFolder, type Listing, UnreadableFile } from './file-tree.ts';
import { canRefuseLinks, readNoLink, stampOf, takeNoLink } from './plain-file.ts';

/**
 * The files below a folder on disk. Symbolic links are followed only to what lies below the same root; what a
 * walk has seen as a plain file, here or before (`seen`), is read without asking again where it leads.
 */
export function diskTree(folder: string, seen: Iterable<string> = []): FileTree {
  const root = realpathSync(folder);
  const plain = new Set<string>(seen);
  const listings = new Map<string, Listing>();

  function realInside(path: string): string {
    const inside = cleanRelative(path);
    if (inside === null) throw new UnreadableFile(path, 'outside', 'lies outside of the handbook');
    let real: string;
    try {
      real = realpathSync(`${root}/${inside}`);
    } catch (error) {
      throw explained(path, error);
    }
    if (real !== root && !isBelow(root, real)) {
      throw new UnreadableFile(path, 'outside', 'is a link that leads out of the handbook');
    }
    return real;
  }

  function walkFrom(path: string, found: Found): void {
    const real = realInside(path);
    if (!statSync(real).isDirectory()) return;
    // What was a plain file may be a link, or lie below one, by now.
    for (const known of plain) if (path === '' || known.startsWith(`${path}/`)) plain.delete(known);
    try {
      walk(path, real === `${root}/${path}` ? [] : [real], found);
    } catch (error) {
      throw explained(path, error);
    }
  }

  function walk(path: string, above: readonly string[], found: Found): void {
    const prefix = path === '' ? '' : `${path}/`;
    for (const entry of readdirSync(`${root}/${path}`, { withFileTypes: true })) {
      const below = prefix + entry.name;
      if (entry.isFile()) {
        plain.add(below);
        found.files.push(below);
      } else if (entry.isDirectory()) {
        if (isToolFolder(entry.name)) continue;
        found.folders.push(below);
        walk(below, above, found);
      } else if (entry.isSymbolicLink()) {
        follow(below, above, found);
      }
    }
  }

  function follow(path: string, above: readonly string[], found: Found): void {
    const { files, folders } = found;
    let real: string;
    folders.push(path);
    try {
      real = realInside(path);
      if (statSync(real).isFile()) files.push(path);
      if (!statSync(real).isDirectory()) return;
    } catch {
      // A link to nowhere or out of the root is no folder to look into, but its name is taken: reading it says why.
      files.push(path);
      return;
    }
    // A folder that holds the link itself would be walked for ever; eight links on one way are enough for anyone.
    const here = `${root}/${path}`;
    if (here.startsWith(`${real}/`) || real === root || above.includes(real) || above.length >= 8) return;
    walk(path, [...above, real], found);
  }

  return {
    root,
    plain,
    listings,
    list(path) {
      const inside = cleanRelative(path);
      if (inside === null) throw new UnreadableFile(path, 'outside', 'lies outside of the handbook');
      const found: Found = { files: [], folders: [inside] };
      if (existsSync(`${root}/${inside}`)) walkFrom(inside, found);
      listings.set(path, found);
      return found.files;
    },
    exists(path) {
      try {
        if (plain.has(path) && lstatSync(`${root}/${path}`).isFile()) return true;
        // Most that are asked for are not there, which an error would tell at ten times the price.
        if (!existsSync(`${root}/${path}`)) return false;
        return statSync(realInside(path)).isFile() && hasExactName(root, path);
      } catch {
        return false;
      }
    },
    read(path) {
      try {
        if (plain.has(path)) return readNoLink(`${root}/${path}`);
      } catch (error) {
        if (!isLoop(error)) throw explained(path, error);
        plain.delete(path);
      }
      try {
        return readFileSync(realInside(path));
      } catch (error) {
        throw error instanceof UnreadableFile ? error : explained(path, error);
      }
    },
    take(path, room) {
      if (!canRefuseLinks || !plain.has(path)) return null;
      try {
        return takeNoLink(`${root}/${path}`, room);
      } catch (error) {
        if (isLoop(error)) return null;
        throw explained(path, error);
      }
    },
    stamp(path) {
      try {
        const seen = plain.has(path) ? lstatSync(`${root}/${path}`) : null;
        return stampOf(seen?.isFile() ? seen : statSync(realInside(path)));
      } catch {
        return null;
      }
    },
  };
}

interface Found extends Listing {
  readonly files: string[];
  readonly folders: string[];
}

/** `C:\site` and `C:\site\a` in Windows' spelling too. */
export function isBelow(root: string, path: string, separator: string = sep): boolean {
  return path.startsWith(root.endsWith(separator) ? root : root + separator);
}

/** A path below the root as the handbook writes it, or `null`: `toTreePath('/site', '/site/content/a.md')`. */
export function toTreePath(root: string, path: string): string | null {
  const below = relative(root, resolve(root, path));
  if (below === '') return '';
  return cleanRelative(below);
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

function explained(path: string, error: unknown): UnreadableFile {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableFile(path, 'missing', 'is not there');
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableFile(path, 'forbidden', 'may not be read');
  if (code === 'ELOOP') return new UnreadableFile(path, 'other', 'is a link that leads to itself');
  if (code === 'ERR_FS_FILE_TOO_LARGE') return new UnreadableFile(path, 'other', 'is too large');
  return new UnreadableFile(path, 'other', `cannot be read (${code || 'unknown fault'})`);
}
