import type { Link } from '../markdown/facts.ts';
import { splitHref, tail } from './href.ts';

/** A path or address as it can stand in any kind of destination. */
export function escaped(address: string): string {
  return address.replace(
    /[\s()<>"'\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** `a/b/c.md` seen from `a/d/e.md` is `../b/c.md`. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let common = 0;
  while (common < start.length && common < end.length - 1 && start[common] === end[common]) common++;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
}

/** What stands behind the path and before the fragment: `?q`, or nothing. */
export function queryOf({ href }: Link): string {
  return tail({ ...splitHref(href), fragment: null });
}
