import { compilePath } from '../../../config/path-match.ts';
import { usualLadder } from './level-ids.ts';

/** What a path says by the place it has in the pattern. `department` is `''` for a base page. */
interface PatternMatch {
  readonly department: string;
  /** `null` when the pattern has no `{level}`. */
  readonly level: string | null;
}

/** A path with `{department}` and `{level}` in it, such as `content/careers/{department}/{level}.md`. */
export interface PathPattern {
  match(path: string): PatternMatch | null;
  /** The folder in which the pages of a department lie. */
  folderOf(department: string): string;
}

const department = '{department}';
const level = '{level}';

/**
 * Reads a path pattern. A department may be several folders deep, a level is one name or, as in `{level}-{department}.md`,
 * a part of one: one of `levels` when they are known, else a name that levels usually have.
 */
export function readPattern(source: string, levels: readonly string[]): PathPattern {
  const isPart = /\{level\}[^/.]|[^/]\{level\}/.test(source);
  const matchWhole = compilePath(source, isPart ? { isLevel: partialLevel(levels), ignoresCase: true } : {});
  return {
    match: (path) => {
      // A page may be a folder of its own: x/staff/index.md is x/staff.md.
      const folder = path.endsWith('/index.md') ? path.slice(0, -'/index.md'.length) : null;
      const match = matchWhole(path) ?? (folder === null ? null : matchWhole(`${folder}.md`));
      if (match === null) return null;
      const found = isPart ? match.level?.toLowerCase().replace(/[_ ]/g, '-') : match.level;
      return { department: match.department ?? '', level: found ?? null };
    },
    folderOf: (departmentId) => {
      const path = source.replaceAll(department, () => departmentId);
      return path.slice(
        0,
        Math.max(0, path.lastIndexOf('/', path.includes(level) ? path.indexOf(level) : path.length)),
      );
    },
  };
}

const ladderWord = `(?:${usualLadder.join('|')})(?:[-_ ]level)?`;
const usualLevel = new RegExp(
  `^(?:${ladderWord}(?:[-_ ]${ladderWord})?(?:[-_ ]?\\d{1,2})?|(?:level|grade)[-_ ]?\\d{1,2}|[a-z]{1,2}\\d{1,2}(?:[-_ ]${ladderWord})?|\\d{1,2}|i{1,3}|iv|v)$`,
  'i',
);

/** What stands for a level beside other words of a file's name: `senior`, `senior_staff`, `l3`, `l3-senior`, `3`. */
function partialLevel(levels: readonly string[]): (part: string) => boolean {
  if (levels.length === 0) return (part) => usualLevel.test(part);
  const known = new Set(levels.map((id) => id.toLowerCase()));
  return (part) => known.has(part.toLowerCase());
}

/** Where base pages are when the configuration does not say: the pattern without a folder or file that is all `{department}`. */
export function basePatternOf(source: string): string {
  return source.includes(`${department}/`)
    ? source.replace(`${department}/`, '')
    : source.replace(`/${department}`, '');
}
