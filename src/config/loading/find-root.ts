import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { diskTree } from '../../files/disk-tree.ts';
import { isFolder, nearestAbove, repositoryAbove } from '../../files/upward.ts';
import {
  areLayouts,
  hugoSigns,
  isSitesPage,
  recogniseGenerators,
  rootSigns,
} from '../../sites/recognition/recognise.ts';

/** The names that the configuration may have, the first one preferred. */
export const configNames = ['handbook.yaml', 'handbook.yml'] as const;

/**
 * The handbook that a file or folder belongs to: the nearest folder upward with a handbook.yaml, else the nearest site, of
 * Hugo or with another generator's file, else the nearest git repository, else the folder itself, or the nearest
 * one that is there.
 */
export function findRoot(path: string): string {
  const start = folderOf(path);
  return findHandbook(path) ?? nearestAbove(start, existsSync) ?? start;
}

/** The handbook around a file or folder, as `findRoot` finds it; `null` when nothing says where one starts. */
export function findHandbook(path: string): string | null {
  const start = folderOf(path);
  return nearestAbove(start, isHandbook) ?? findSite(start) ?? repositoryAbove(start);
}

const MOST_FOLDERS = 500;

/**
 * The Hugo site in a folder of a repository, at most two folders down, where that folder holds most of the repository's pages and nothing
 * at the top or in the usual folders says what builds them: `/repository/site`. Hugo reads its files from that folder, so it is the
 * root, as it is for a page in it. `ignoredIn` tells the files in the root that are not the repository's, and whole folders, which end with a
 * slash. `null`: none.
 */
export function siteBelow(root: string, ignoredIn: (root: string) => readonly string[]): string | null {
  const isSite = isHugoSite(root) || isHandbook(root);
  if (isSite || existsSync(join(root, 'content'))) return null;
  const near = foldersIn(root);
  const below = near.flatMap((folder) =>
    isHugoSite(join(root, folder)) ? [] : foldersIn(join(root, folder)).map((inner) => `${folder}/${inner}`),
  );
  const sites = [...near, ...below].slice(0, MOST_FOLDERS).filter((folder) => isHugoSite(join(root, folder)));
  if (sites.length === 0) return null;
  const tree = diskTree(root);
  if (recogniseGenerators(tree).length > 0) return null;
  const ignored = ignoredIn(root);
  const isIgnored = (path: string) =>
    ignored.some((each) => path === each || (each.endsWith('/') && path.startsWith(each)));
  const pages = tree.list('').filter((path) => isSitesPage(path) && !isIgnored(path));
  const most = sites.find((site) => pages.filter((path) => path.startsWith(`${site}/`)).length * 2 > pages.length);
  return most === undefined ? null : join(root, most);
}

/** The names of the folders in a folder that may hold the repository's site: no repositories of their own, nor what a theme shows itself with. */
function foldersIn(folder: string): readonly string[] {
  const names = entriesIn(folder).flatMap((each) => (each.isDirectory() ? [each.name] : []));
  return names.filter(
    (name) => !/^(?:\.|(?:node_modules|exampleSite)$)/.test(name) && !existsSync(join(folder, name, '.git')),
  );
}

/** What lies in a folder; one that cannot be listed is told where pages are read. */
function entriesIn(folder: string): readonly Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true }), []);
}

/** The nearest site. What lies around a repository is no part of it, but for a Hugo site, whose content may be one. */
function findSite(start: string): string | null {
  const top = repositoryAbove(start) ?? '';
  const isGenerated = (folder: string) =>
    folder.length >= top.length && rootSigns.some((sign) => existsSync(join(folder, sign)));
  return nearestAbove(start, (folder) => (isHugoSite(folder) ? !isSection(folder) : isGenerated(folder)));
}

function folderOf(path: string): string {
  const absolute = resolve(path);
  return isFolder(absolute) ? absolute : dirname(absolute);
}

/** Whether anything in the folder has the configuration's name, a link to nowhere too. */
function isHandbook(folder: string): boolean {
  return configNames.some((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
}

function isHugoSite(folder: string): boolean {
  if (!existsSync(join(folder, 'content'))) return false;
  const signs = ['config/_default', 'content/_index.md', ...hugoSigns];
  return (
    signs.some((sign) => existsSync(join(folder, sign))) ||
    areLayouts(entriesIn(join(folder, 'layouts')).map(({ name }) => name))
  );
}

/** Whether it lies in the content of a Hugo site further up, where a section may well be named `content`. */
function isSection(folder: string): boolean {
  const isItsContent = (above: string) => folder.startsWith(join(above, 'content', sep)) && isHugoSite(above);
  return nearestAbove(folder, isItsContent) !== null;
}
