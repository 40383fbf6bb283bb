import { addToSet, countOne } from '../../collections/groups.ts';
import { levelIdOf } from '../../competencies/reading/level-names.ts';
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
  const levels = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, folder, name] = /^(.+)\/([^/]+)\.md$/.exec(path) ?? [];
    if (folder === undefined || name === undefined || !isLevelName(name)) continue;
    addToSet(levels, folder, name);
  }
  const departments = [...levels].filter(([, names]) => names.size >= 2).map(([folder]) => folder);
  const parents = [...new Set(departments.map(folderOf))]
    .filter((parent) => directlyBelow(parent, departments).length >= 2)
    .sort();
  // Teams in a department have a parent of their own, which is part of the tree above it.
  const tops = parents.filter((parent) => !parents.some((other) => parent.startsWith(`${other}/`)));
  return tops.flatMap((top) =>
    describe(
      top,
      departments.filter((folder) => folder.startsWith(`${top}/`)),
      levels,
    ),
  );
}

/** A file that is named after a level, perhaps with a role: `senior`, `staff-engineer`, `l3`. */
function isLevelName(name: string): boolean {
  return levelName.test(name) || levelIdOf(name) !== null;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function directlyBelow(parent: string, folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => folder.startsWith(`${parent}/`) && !folder.slice(parent.length + 1).includes('/'));
}

function describe(
  top: string,
  departments: readonly string[],
  levels: ReadonlyMap<string, ReadonlySet<string>>,
): CareerTree[] {
  const uses = new Map<string, number>();
  for (const folder of departments) for (const name of levels.get(folder) ?? []) countOne(uses, name);
  const shared = [...uses.values()].filter((count) => count >= 2);
  const pages = sumOf([...uses.values()]);
  // Job titles that begin like a level are mostly each of one folder alone.
  if (shared.length < 2 || sumOf(shared) * 2 < pages) return [];
  return [
    { pattern: `${top}/{department}/{level}.md`, departments: departments.length, levels: [...uses.keys()], pages },
  ];
}
