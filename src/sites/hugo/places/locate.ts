import type { Mount } from '../../../config/hugo-settings.ts';
import { foldersAbove, nameOf } from '../../../files/paths.ts';
import { matchesPattern } from '../path-pattern.ts';

/** Where a file lies in the component, and the mount that brings it. */
interface Located {
  readonly below: string;
  readonly mount: Mount;
}

/** Where a file lies in the component by the first mount that brings it; `null` when none does. */
export function locate(path: string, mounts: readonly Mount[]): Located | null {
  return locateAll(path, mounts)[0] ?? null;
}

/** Where a file lies in the component by every mount that brings it: several may, each to another place. */
export function locateAll(path: string, mounts: readonly Mount[]): readonly Located[] {
  return mounts.flatMap((mount) => {
    const below = belowOf(path, mount);
    return below === null ? [] : [{ below, mount }];
  });
}

function belowOf(path: string, { source, below, files }: Mount): string | null {
  if (path === source) return below || `/${nameOf(path)}`;
  const rest = source === '' ? `/${path}` : path.startsWith(`${source}/`) ? path.slice(source.length) : null;
  return rest !== null && isWanted(rest, files) ? below + rest : null;
}

/**
 * Exclusions count first; with patterns of files that count, no others do, and no folders but those that lead to such a pattern:
 * `**.md` leaves out what lies in folders. Run with 0.131, 0.167 and 0.169.
 */
function isWanted(rest: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return true;
  const path = rest.toLowerCase();
  const excluding = patterns.filter((pattern) => pattern.startsWith('! ')).map((pattern) => pattern.slice(2));
  const including = patterns.filter((pattern) => !pattern.startsWith('! ')).map(rooted);
  // A folder that is left out takes along what lies in it.
  if (excluding.some((pattern) => [path, ...foldersAbove(path)].some((one) => matchesPattern(rooted(pattern), one))))
    return false;
  if (including.length === 0) return true;
  const folders = [...including, ...including.flatMap(foldersAbove)];
  return (
    including.some((pattern) => matchesPattern(pattern, path)) &&
    foldersAbove(path).every((folder) => folders.some((pattern) => matchesPattern(pattern, folder)))
  );
}

function rooted(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}
