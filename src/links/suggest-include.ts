import { includeRoot } from '../config/include-by.ts';
import type { Handbook } from '../model/handbook.ts';
import { typos } from '../phrases/typos.ts';
import { lastSegment } from '../sites/href.ts';
import { normalisedKey, onlyBest } from './best-match.ts';

/** An include that a broken call may mean, as the call has to write it. */
interface NearInclude {
  readonly argument: string;
  readonly safe: boolean;
}

/** The include that a call of this shortcode for a missing file probably means: misspelt, or of the same name in another folder. */
export function suggestInclude(
  missing: string,
  argument: string,
  shortcode: string,
  handbook: Handbook,
): NearInclude | undefined {
  const paths = handbook.pages.filter((page) => page.kind === 'include').map((page) => page.path);
  const same = paths.filter((path) => normalisedKey(path) === normalisedKey(missing));
  const only = same.length === 1 ? { best: same[0]!, cost: 0 } : onlyBest(paths, (path) => typosInPath(missing, path));
  const namesakes = paths.filter((path) => lastSegment(path) === lastSegment(missing));
  // One that was moved is named, and not written by itself.
  const found = only ?? (namesakes.length === 1 ? { best: namesakes[0]!, cost: 2 } : undefined);
  if (!found) return undefined;
  const root = includeRoot(handbook.config, shortcode);
  const folder = root === '' ? '' : `${root}/`;
  if (!found.best.startsWith(folder)) return undefined;
  const slash = argument.startsWith('/') ? '/' : '';
  return { argument: slash + found.best.slice(folder.length), safe: found.cost <= 1 };
}

function typosInPath(missing: string, path: string): number | null {
  const [a, b] = [missing.split('/'), path.split('/')];
  if (a.length !== b.length) return null;
  const different = a.flatMap((segment, at) => (segment === b[at] ? [] : [[segment, b[at]!] as const]));
  const [only] = different;
  return different.length === 1 && only ? typos(only[0].replace(/\.md$/, ''), only[1].replace(/\.md$/, '')) : null;
}
