import { posix } from 'node:path';
import { addToSet, countBy } from '../../collections/groups.ts';
import { levelIdOf } from '../../competencies/reading/places/level-ids.ts';
import { fixedFolder } from '../../config/data-path.ts';
import { folderOf } from '../../files/paths.ts';

/** Pages named after levels in folders named after departments. */
export interface CareerTree {
  /** `content/careers/{department}/{level}.md`. */
  readonly pattern: string;
  readonly departments: number;
  /** Every level that any department has. */
  readonly levels: readonly string[];
  readonly pages: number;
}

const levelName =
  /^(?:(?:junior|associate|intermediate|senior|staff|principal|distinguished|fellow|lead|manager|director|vp|head|chief)(?:-.+)?|(?:.+-)?(?:level|grade)-?\d+|(?:ic|l|m|p|t)\d{1,2})$/;

/** Finds trees in which at least two departments share at least two levels. */
export function findCareerTrees(paths: readonly string[]): readonly CareerTree[] {
  return ['.md', '.mdx'].flatMap((ext) => findTrees(paths, ext));
}

/** Does a file lie in a tree? Of one at the root, that is so for files in folders that are named after levels. */
export function liesInTree(path: string, { pattern }: Pick<CareerTree, 'pattern'>): boolean {
  const folder = fixedFolder(pattern);
  if (folder !== '') return path.startsWith(folder);
  const { dir, name, ext } = posix.parse(path);
  return pattern.endsWith(ext) && dir !== '' && isLevelName(name);
}

function findTrees(paths: readonly string[], ext: string): readonly CareerTree[] {
  const levels = new Map<string, Set<string>>();
  for (const path of paths) {
    const { dir, name, ext: own } = posix.parse(path);
    if (own === ext && dir !== '' && isLevelName(name)) addToSet(levels, dir, name);
  }
  const departments = [...levels].filter(([, names]) => names.size >= 2).map(([folder]) => folder);
  // A pattern for all folders of a repository is right where most of them are departments, and no parents of departments.
  const folders = paths.map(folderOf).filter((folder) => folder !== '');
  const isParent = (folder: string) => departments.some((other) => other.startsWith(below(folder)));
  const atRoot = new Set(directlyBelow('', departments).filter((folder) => !isParent(folder)));
  const isAll = atRoot.size >= 2 && folders.filter((folder) => atRoot.has(folder)).length * 2 > folders.length;
  const parents = [...new Set(departments.map(folderOf))]
    .filter((parent) => (parent !== '' || isAll) && directlyBelow(parent, departments).length >= 2)
    .sort();
  // Teams in a department have a parent of their own, which is part of the tree above it.
  const tops = parents.filter(
    (parent) => !parents.some((other) => other !== parent && parent.startsWith(below(other))),
  );
  return tops.flatMap((top) => {
    const inside = departments.filter((folder) => folder.startsWith(below(top)));
    const pattern = `${below(top)}{department}/{level}${ext}`;
    const names = inside.map((folder) => [...(levels.get(folder) ?? [])]);
    const ids = names.map((each) => each.map((name) => levelIdOf(name) ?? name));
    // `senior-designer` beside `senior-analyst`: the levels alone, where each stands for one page.
    const isPlain = names.every((each, at) => areOfOneRole(each) && new Set(ids[at]).size === each.length);
    return describe(pattern, names) ?? (isPlain ? describe(pattern, ids) : null) ?? [];
  });
}

/** Do most names end alike: `senior-designer`, `lead-designer`? */
function areOfOneRole(names: readonly string[]): boolean {
  const ends = countBy(names.map((name) => name.split(/[-_ ]/).at(-1)!));
  return Math.max(...ends.values()) * 2 > names.length;
}

/** A file that is named after a level, perhaps with a role: `senior`, `staff-engineer`, `l3`. */
function isLevelName(name: string): boolean {
  return levelName.test(name) || levelIdOf(name) !== null;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How paths begin that lie below a folder; below the root, `''`, all do. */
function below(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

function directlyBelow(parent: string, folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => folderOf(folder) === parent && folder !== parent);
}

function describe(pattern: string, departments: readonly (readonly string[])[]): CareerTree | null {
  const uses = countBy(departments.flat());
  const shared = [...uses.values()].filter((count) => count >= 2);
  const pages = sumOf([...uses.values()]);
  // Job titles that begin like a level are mostly each of one folder alone.
  if (shared.length < 2 || sumOf(shared) * 2 < pages) return null;
  return { pattern, departments: departments.length, levels: [...uses.keys()], pages };
}
