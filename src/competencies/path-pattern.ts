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

/** Reads a path pattern. A department may be several folders deep, a level is one name. */
export function readPattern(source: string): PathPattern {
  const body = source
    .split(/(\{department\}|\{level\})/)
    .map((piece) =>
      piece === department
        ? '(?<department>.+)'
        : piece === level
          ? '(?<level>[^/]+)'
          : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  const matcher = new RegExp(`^${body}$`);
  const pathOf = (departmentId: string, levelId: string): string =>
    source.replaceAll(department, () => departmentId).replaceAll(level, () => levelId);
  return {
    source,
    match: (path) => {
      // A page may be a folder of its own: x/staff/index.md is x/staff.md.
      const groups = (matcher.exec(path) ?? matcher.exec(path.replace(/\/index\.md$/, '.md')))?.groups;
      if (groups === undefined) return null;
      return { department: groups.department ?? '', level: groups.level ?? null };
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

/** Where base pages are when the configuration does not say: the pattern without `{department}`. */
export function basePatternOf(source: string): string | null {
  const base = source.includes(`${department}/`)
    ? source.replace(`${department}/`, '')
    : source.replace(`/${department}`, '');
  return base.includes(department) || base === source ? null : base;
}
