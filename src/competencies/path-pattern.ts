import { usualLadder } from './level-names.ts';

/** What a path says by the place it has in the pattern. `department` is `''` for a base page. */
export interface Placement {
  readonly department: string;
  /** `null` when the pattern has no `{level}`. */
  readonly level: string | null;
}

/** A path with `{department}` and `{level}` in it, such as `content/careers/{department}/{level}.md`. */
export interface PathPattern {
  readonly source: string;
  match(path: string): Placement | null;
  /** The folder in which the pages of a department lie. */
  folderOf(department: string): string;
  /** The path of one page. */
  pathOf(department: string, level: string): string;
}

const department = '{department}';
const level = '{level}';

/**
 * Reads a path pattern. A department may be several folders deep, a level is one name or, as in `{level}-{department}.md`,
 * a part of one: one of `levels` when they are known, else a name that levels usually have.
 */
export function readPattern(source: string, levels: readonly string[] = []): PathPattern {
  const isPart = /\{level\}[^/.]|[^/]\{level\}/.test(source);
  const body = source
    .split(/(\{department\}|\{level\})/)
    .map((piece) =>
      piece === department
        ? '(?<department>.+)'
        : piece === level
          ? isPart
            ? `(?<level>${partialLevel(levels)})`
            : '(?<level>[^/]+)'
          : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  const matcher = new RegExp(`^${body}$`, isPart ? 'i' : '');
  const pathOf = (departmentId: string, levelId: string): string =>
    source.replaceAll(department, () => departmentId).replaceAll(level, () => levelId);
  return {
    source,
    match: (path) => {
      // A page may be a folder of its own: x/staff/index.md is x/staff.md.
      const match = matcher.exec(path) ?? matcher.exec(path.replace(/\/index\.md$/, '.md'));
      if (match === null) return null;
      // A path without a name that varies has no groups.
      const { department: named = '', level: found } = match.groups ?? {};
      const id = isPart ? found?.toLowerCase().replace(/[_ ]/g, '-') : found;
      return { department: named, level: id ?? null };
    },
    folderOf: (departmentId) => {
      const path = source.replaceAll(department, () => departmentId);
      return path.slice(
        0,
        Math.max(0, path.lastIndexOf('/', path.includes(level) ? path.indexOf(level) : path.length)),
      );
    },
    pathOf,
  };
}

/** What stands for a level beside other words of a file's name: `senior`, `senior_staff`, `l3`, `3`. */
function partialLevel(levels: readonly string[]): string {
  if (levels.length > 0)
    return [...levels]
      .sort((left, right) => right.length - left.length)
      .map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|');
  const word = `(?:${usualLadder.join('|')})`;
  return `${word}(?:[-_ ]${word})?(?:[-_ ]?\\d{1,2})?|(?:level|grade)[-_ ]?\\d{1,2}|[a-z]{1,2}\\d{1,2}|\\d{1,2}|i{1,3}|iv|v`;
}

/** Where base pages are when the configuration does not say: the pattern without `{department}`. */
export function basePatternOf(source: string): string | null {
  const base = source.includes(`${department}/`)
    ? source.replace(`${department}/`, '')
    : source.replace(`/${department}`, '');
  return base.includes(department) || base === source ? null : base;
}
