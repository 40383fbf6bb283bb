import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { nearestAbove, repositoryAbove } from '../../files/upward.ts';
import { hugoSigns, rootSigns } from '../../sites/recognise.ts';

/** The names that the configuration may have, the first one preferred. */
export const configNames = ['handbook.yaml', 'handbook.yml'] as const;

/**
 * The handbook that a file or folder belongs to: the nearest folder upward with a handbook.yaml, else the nearest site, of
 * Hugo or with another generator's file, else the nearest git repository, else the folder itself.
 */
export function findRoot(path: string): string {
  return findHandbook(path) ?? folderOf(path);
}

/** The handbook around a file or folder, as `findRoot` finds it; `null` when nothing says where one starts. */
export function findHandbook(path: string): string | null {
  const start = folderOf(path);
  return (
    nearestAbove(start, (folder) => configNames.some((name) => isTaken(join(folder, name)))) ??
    findSite(start) ??
    repositoryAbove(start)
  );
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
  return existsSync(absolute) && statSync(absolute).isDirectory() ? absolute : dirname(absolute);
}

/** Whether anything has this name, a link to nowhere too. */
function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isHugoSite(folder: string): boolean {
  return (
    existsSync(join(folder, 'content')) &&
    ['layouts', 'config/_default', 'content/_index.md', ...hugoSigns].some((sign) => existsSync(join(folder, sign)))
  );
}

/** Whether it lies in the content of a Hugo site further up, where a section may well be named `content`. */
function isSection(folder: string): boolean {
  const isItsContent = (above: string) => folder.startsWith(join(above, 'content', sep)) && isHugoSite(above);
  return nearestAbove(folder, isItsContent) !== null;
}
