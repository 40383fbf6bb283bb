/** What `{department}` and `{level}` stand for in one path; absent when the pattern does not have them. */
interface PathMatch {
  readonly department?: string;
  readonly level?: string;
}

/** How the names in a path are compared. */
interface PathNames {
  /** Whether a part of a path can be a level. One name when absent. */
  readonly isLevel?: (part: string) => boolean;
  readonly ignoresCase?: boolean;
}

/**
 * Makes a test for a pattern such as `careers/{department}/{level}.md`: a department may be several folders deep, and each
 * placeholder takes as much as it can, the first one first. `null` when the path is another. Patterns come from
 * handbook.yaml, so none becomes a regular expression: two placeholders have no more ends to try than the path is long.
 */
export function compilePath(
  pattern: string,
  { isLevel, ignoresCase }: PathNames = {},
): (path: string) => PathMatch | null {
  const same = ignoresCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  const pieces = pattern.split(/(\{department\}|\{level\})/);
  const start = same(pieces[0] ?? '');
  const end = same(pieces.at(-1) ?? '');
  return (path) => {
    const known = same(path);
    if (!known.startsWith(start) || !known.endsWith(end)) return null;

    function from(index: number, at: number, found: PathMatch): PathMatch | null {
      const piece = pieces[index];
      if (piece === undefined) return at === path.length ? found : null;
      const name = piece === '{department}' ? 'department' : piece === '{level}' ? 'level' : null;
      const text = name === null ? piece : found[name];
      if (text !== undefined) return known.startsWith(same(text), at) ? from(index + 1, at + text.length, found) : null;
      const slash = path.indexOf('/', at);
      const most = name === 'level' && slash >= 0 ? slash : path.length;
      for (let end = most; end > at; end--) {
        const part = path.slice(at, end);
        if (name === 'level' && isLevel?.(part) === false) continue;
        const match = from(index + 1, end, { ...found, [name!]: part });
        if (match !== null) return match;
      }
      return null;
    }
    return from(0, 0, {});
  };
}
