import type { Link, Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { splitHref, tail } from '../sites/href.ts';

/** The destination without its fragment: what a finding about the page underlines. */
export function pathRange(link: Link): Range {
  return link.fragment ? [link.target[0], link.fragment[0] - 1] : link.target;
}

/** What to write for `pathRange(link)` so that the link leads to this page. */
export function destinationOf(target: Page, link: Link, from: Page, handbook: Handbook): string {
  if (handbook.config.site === 'plain') return escaped(relativePath(from.path, target.path));
  if (link.kind === 'ref') return referencePath(target, handbook);
  return escaped(target.address ?? referencePath(target, handbook)) + queryOf(link);
}

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

function queryOf({ href }: Link): string {
  return tail({ ...splitHref(href), fragment: null });
}

// What `ref` looks up is the path in content.
function referencePath(target: Page, handbook: Handbook): string {
  const folder = handbook.contentFolder(target);
  if (target.kind === 'section') return folder;
  const parts = target.path.replace(/\.[^./]*$/, '').split('/');
  const name = target.kind === 'leaf' ? parts.at(-2) : parts.at(-1);
  return `${folder === '/' ? '' : folder}/${name}`;
}
