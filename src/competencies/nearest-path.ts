import { distance } from 'fastest-levenshtein';
import { folderOf } from '../files/paths.ts';
import type { Handbook } from '../model/handbook.ts';

/** In each folder of a pattern, this many letters may be wrong. */
const mostTypos = 3;

/**
 * The pattern with the folder that is there in place of the one that is not, for a pattern that matches nothing:
 * `content/careers/*.md` for `content/carers/*.md`. `null` when no folder is near.
 */
export function nearestPattern(pattern: string, handbook: Handbook): string | null {
  const fixed = fixedFolder(pattern);
  if (fixed === '') return null;
  let best: { readonly folder: string; readonly cost: number } | null = null;
  for (const folder of foldersOf(handbook)) {
    const cost = costOf(fixed, folder);
    if (cost > 0 && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { folder, cost };
  }
  return best === null ? null : best.folder + pattern.slice(fixed.length);
}

/** The deepest folder on the way to a pattern's pages that is there, with a final slash; `null` when none is. */
export function deepestFolder(pattern: string, handbook: Handbook): string | null {
  const folders = foldersOf(handbook);
  for (let folder = fixedFolder(pattern); folder !== ''; folder = folderOf(folder))
    if (folders.has(folder)) return `${folder}/`;
  return null;
}

function fixedFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[{*?[(!]|$/));
  return folderOf(fixed);
}

function foldersOf(handbook: Handbook): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of handbook.pages)
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return folders;
}

/** Letters that differ, folder by folder; infinite when one folder is another one, or is at another depth. */
function costOf(wanted: string, folder: string): number {
  const [left, right] = [wanted.split('/'), folder.split('/')];
  if (left.length !== right.length) return isSamePlace(wanted, folder) ? 10 : Number.POSITIVE_INFINITY;
  let cost = 0;
  for (const [at, name] of left.entries()) {
    const other = right[at] ?? '';
    if (name === other) continue;
    const typos = distance(name.toLowerCase(), other.toLowerCase());
    if (typos > Math.min(mostTypos, Math.floor(name.length / 3))) return Number.POSITIVE_INFINITY;
    cost += Math.max(typos, 1);
  }
  return cost;
}

/** `careers` for `content/careers`: the same last folders, some more before. */
function isSamePlace(left: string, right: string): boolean {
  return `/${left}`.endsWith(`/${right}`) || `/${right}`.endsWith(`/${left}`);
}
