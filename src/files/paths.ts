/** Paths of files as the handbook has them: relative to its root, with `/`. Addresses and destinations are for src/sites/href.ts. */

/** The folder that a file lies in, without a final slash: `a/b` for `a/b/c.md`, `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folder that a file lies in, as its path begins: `a/b/` for `a/b/c.md`, `''` at the top. */
export function folderPrefix(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The folders that a path lies in, from the top: `a` and `a/b` for `a/b/c.md`. */
export function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path);
  return folder === '' ? [] : [...foldersAbove(folder), folder];
}

/** All folders that some paths lie in, the root (`''`) among them. */
export function foldersAround(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const path of paths)
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  return folders;
}

/** What follows the last slash: `c.md` for `a/b/c.md`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `a/b.c` for `a/b.c.md`. */
export function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** The ending of a file's name without the dot, lower case; `''` when there is none. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : '';
}

/** Whether a text is ASCII, as most names are; such texts are quick to compare. */
export function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Whether a file of this name is one that editors and tools leave behind, or hide. */
export function isLeftover(path: string): boolean {
  const name = nameOf(path);
  return name.startsWith('.') || name.startsWith('#') || name.endsWith('~');
}

/** Joins and resolves `.` and `..`; `null` when the path leads out of the root. `joinInside('a/b', '../c')` is `a/c`. */
export function joinInside(folder: string, path: string): string | null {
  const kept: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return null;
  }
  return kept.join('/');
}

/** A path below a folder, whose prefix ends with a slash: `book/a.md`; of one that leads out of the folder (`../a.yaml`), the shortest. */
export function pathBelow(prefix: string, path: string): string {
  return (path.startsWith('../') ? joinInside(prefix, path) : null) ?? prefix + path;
}

/** `a\b` as `a/b`, without `./` and a final `/`; `null` for what is absolute or leads out of the root. */
export function cleanRelative(path: string): string | null {
  const slashes = path.replaceAll('\\', '/');
  if (slashes.startsWith('/') || /^[A-Za-z]:/.test(slashes) || slashes.includes('\0')) return null;
  return joinInside('', slashes);
}

/** A path as part of a URL: each name percent-encoded. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
