import { posix } from 'node:path';
import { addToGroup, addToSet, countOne, groupBy } from '../../collections/groups.ts';
import { isFolderPage } from '../../competencies/reading/places/find-pages.ts';
import { isRoleNoun, levelIdOf } from '../../competencies/reading/places/level-ids.ts';
import { folderPrefix } from '../../files/paths.ts';

interface Named {
  readonly pattern: string;
  readonly department: string;
  readonly level: string;
}

/** Patterns of files that bear a level in their names beside the role, or nothing but a level. */
export function levelsInNames(paths: readonly string[]): string[] {
  const found = new Map<string, Named[]>();
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const { name, ext } = posix.parse(path);
    if (!/^\.mdx?$/.test(ext)) continue;
    const folder = folderPrefix(path);
    countOne(sizes, folder);
    for (const { pattern, ...named } of namesOf(folder, name))
      addToGroup(found, pattern + ext, { ...named, pattern: pattern + ext });
  }
  return [...found].flatMap(([pattern, names]) => {
    const files = sizes.get(folderPrefix(pattern)) ?? 0;
    if (isFramework(pattern, names, files)) return pattern;
    if (pattern.includes('{level}/')) return [];
    // A folder of one role: `associate-engineer`, `senior-engineer`, `staff-engineer`.
    const roles = groupBy(names, ({ department }) => department);
    return [...roles]
      .filter(([role, own]) => isRole(role) && own.length >= fewestLevels && own.length * 2 >= files)
      .map(([role]) => pattern.replace('{department}', () => role));
  });
}

/** A folder's name stands before the role's where the folder is a part of the department. */
function isRole(department: string): boolean {
  return !department.includes('/') && isRoleNoun(department.split(/[-_ ]/).at(-1) ?? '');
}

/** With fewer levels, one role is no ladder. */
const fewestLevels = 3;

/** What a name says of department and level, with patterns that lack their ending. */
function namesOf(folder: string, stem: string): Named[] {
  const { dir, base } = posix.parse(folder);
  if (levelIdOf(base) !== null && !isFolderPage(stem))
    return [{ pattern: posix.join(dir, '{level}/{department}'), department: stem, level: base.toLowerCase() }];
  const bare = stem.replace(/^\d{1,2}[-_. ]+/, '');
  if (levelIdOf(bare) !== null && !/[-_ ]/.test(bare))
    return [{ pattern: `${folder}{level}`, department: '', level: stem.toLowerCase() }];
  const sign = /[-_ ]/.exec(stem)?.[0];
  if (sign === undefined) return [];
  // "design-mid-level", "design-level-2"
  const words = stem.split(/(?<!(?:level|grade)(?=[-_ ]\d))[-_ ](?!level(?:[-_ ]\D|$))/i);
  const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  const named = (level: string, rest: readonly string[], form: string): Named[] => {
    if (rest.length === 0 || levelIdOf(level) === null) return [];
    const department = rest.join(sign);
    return [folder, ...(above === '' ? [] : [above])].map((start) => ({
      pattern: start + form,
      department: start === folder ? department : `${folder} ${department}`,
      level: level.toLowerCase(),
    }));
  };
  const [word = '', next = '', ...others] = words;
  // "l1-junior-developer", "senior_staff_engineer"
  const isDouble = others.length > 0 && levelIdOf(word) !== null && levelIdOf(next) !== null;
  const [first, after] = isDouble ? [word + sign + next, others] : [word, words.slice(1)];
  const last = words.at(-1) ?? '';
  // "Data Engineer 3": a number is a level behind a role's name only.
  const isNumber = /^(?:\d{1,2}|i{1,3}|iv|v)$/i.test(last);
  const role = words.at(-2)?.toLowerCase() ?? '';
  if (isNumber && !isRoleNoun(role)) return named(first, after, `{level}${sign}{department}`);
  const atEnd = named(isNumber ? `level ${last}` : last, words.slice(0, -1), `{department}${sign}{level}`);
  return [...named(first, after, `{level}${sign}{department}`), ...atEnd];
}

/** From this share of a folder on, pages of several levels are what the folder is for, and not some job titles among others. */
const leastShare = 1 / 3;

function isFramework(pattern: string, names: readonly Named[], filesInFolder: number): boolean {
  const levels = new Map<string, Set<string>>();
  for (const { department, level } of names) addToSet(levels, department, level);
  if (!pattern.includes('{department}')) return (levels.get('')?.size ?? 0) >= fewestLevels;
  const sizes = [...levels.values()].map(({ size }) => size).filter((size) => size >= 2);
  return sizes.length >= 2 && sizes.reduce((sum, size) => sum + size, 0) >= filesInFolder * leastShare;
}
