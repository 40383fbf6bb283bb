import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { groupBy } from '../collections/groups.ts';
import { attempt } from './attempt.ts';
import { isToolFolder, type KnownListing, type Listing, UnreadableFile } from './file-tree.ts';
import { folderOf } from './paths.ts';
import { explained, type RootFolder, rootFolder } from './root-folder.ts';

/** No handbook has more files and folders. */
const MOST_PLACES = 2_000_000;

/** What one folder holds. Paths are relative to the root, with `/`. */
export interface Visit {
  readonly folder: string;
  readonly files: readonly string[];
  readonly links: readonly string[];
  /** Links that lead to a file, to nowhere, or out of the root. Reading one says which. */
  readonly linkedFiles: readonly string[];
  /** Why the folder could not be listed. */
  readonly problem: UnreadableFile | null;
}

interface Place {
  readonly path: string;
  /** Where the folder lies when links are followed. */
  readonly real: string;
}

/**
 * Visits a folder and all below it, breadth first; folders of tools are left out. All code that looks for files on disk uses
 * this walk. Links are followed inside of the root only. A folder is visited once by its own name and once by the first
 * link that leads to it from elsewhere, so a walk ends and costs no more than twice the files. Throws an
 * `UnreadableFile` when `start` leads out of the root, or when there are more than `most` places.
 */
export function* walk(root: RootFolder, start: string, most = MOST_PLACES): Generator<Visit> {
  const named: Place[] = [{ path: start, real: root.real(start) }];
  const linked: Place[] = [];
  const reached = new Set<string>();
  let count = 0;
  // Both grow while they are gone through. Links come last, so that a folder's own name comes first.
  for (const places of [named, linked]) {
    for (const place of places) {
      if (places === linked && reached.has(place.real)) continue;
      if (places === linked) reached.add(place.real);
      const found = look(root, place);
      count += 1 + found.visit.files.length + found.visit.links.length;
      if (count > most) throw new UnreadableFile(start, 'other', `holds more than ${most} files and folders`);
      for (const below of found.folders) places.push(below);
      for (const below of found.linkedFolders) linked.push(below);
      yield found.visit;
    }
  }
}

/** What lies below a folder; where it cannot be looked into, the folder alone, whose absence is its state. */
export function listBelow(root: string, start: string): Listing {
  return attempt(() => listingOf(walk(rootFolder(root), start)), { files: [], folders: [start], hasLinks: false });
}

/** What was found on some visits. */
export function listingOf(visits: Iterable<Visit>): Listing {
  const files: string[] = [];
  const folders: string[] = [];
  let hasLinks = false;
  for (const visit of visits) {
    hasLinks ||= visit.links.length > 0;
    folders.push(visit.folder);
    for (const link of visit.links) folders.push(link);
    for (const file of visit.files) files.push(file);
    for (const file of visit.linkedFiles) files.push(file);
  }
  return { files, folders, hasLinks };
}

/**
 * What lies below a folder, by what lay there before: only folders that have changed since, and new ones, are looked into. `null`
 * where all has to be listed anew: with links, which may lead anywhere, and when a folder cannot be looked into.
 */
export function listAgain(
  root: RootFolder,
  start: string,
  before: KnownListing,
  hasChanged: (folder: string) => boolean,
): KnownListing | null {
  if (!before.folders.some(hasChanged)) return before;
  if (before.hasLinks) return null;
  const known = new Set(before.folders);
  const filesIn = groupBy(before.files, folderOf);
  const foldersIn = groupBy(
    before.folders.filter((folder) => folder !== start),
    folderOf,
  );
  const files: string[] = [];
  // Grows while it is gone through.
  const folders = [start];
  for (const folder of folders) {
    if (known.has(folder) && !hasChanged(folder)) {
      for (const path of filesIn.get(folder) ?? []) files.push(path);
      for (const path of foldersIn.get(folder) ?? []) folders.push(path);
      continue;
    }
    const real = realOf(root, folder);
    if (real === null) return null;
    const { visit, folders: below } = look(root, { path: folder, real });
    if (visit.problem !== null || visit.links.length > 0) return null;
    for (const path of visit.files) files.push(path);
    for (const { path } of below) folders.push(path);
  }
  return { files, folders, hasLinks: false, links: [] };
}

/** `null` for what is not there or leads out of the root. */
function realOf(root: RootFolder, path: string): string | null {
  return attempt(() => root.real(path), null);
}

interface Found {
  readonly visit: Visit;
  readonly folders: readonly Place[];
  readonly linkedFolders: readonly Place[];
}

function look(root: RootFolder, { path, real }: Place): Found {
  const prefix = path === '' ? '' : `${path}/`;
  const here = real.endsWith(sep) ? real : real + sep;
  const files: string[] = [];
  const links: string[] = [];
  const linkedFiles: string[] = [];
  const folders: Place[] = [];
  const linkedFolders: Place[] = [];
  const visit = { folder: path, files, links, linkedFiles };
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(real, { withFileTypes: true });
  } catch (error) {
    return { visit: { ...visit, problem: explained(path, error) }, folders, linkedFolders };
  }
  for (const entry of entries) {
    const below = prefix + entry.name;
    if (entry.isFile()) files.push(below);
    else if (entry.isDirectory()) {
      if (!isToolFolder(entry.name)) folders.push({ path: below, real: here + entry.name });
    } else if (entry.isSymbolicLink()) {
      links.push(below);
      const target = targetOf(root, below);
      if (target === null || target.isFile) linkedFiles.push(below);
      else if (target.isFolder && !isToolFolder(entry.name) && !`${here}${entry.name}`.startsWith(target.real + sep))
        linkedFolders.push({ path: below, real: target.real });
    }
  }
  return { visit: { ...visit, problem: null }, folders, linkedFolders };
}

/** What a link leads to; `null` for nothing that may be looked at. */
function targetOf(root: RootFolder, path: string) {
  try {
    const real = root.real(path);
    const stat = lstatSync(real);
    return { real, isFile: stat.isFile(), isFolder: stat.isDirectory() };
  } catch {
    return null;
  }
}
