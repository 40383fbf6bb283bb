import { pathRange } from '../../links/destination.ts';
import { resolveLink } from '../../links/resolve.ts';
import type { Link, Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { escaped, relativePath } from '../../sites/destination.ts';
import { decodePercent, isExternal, splitHref } from '../../sites/href.ts';
import { siteAt } from '../../sites/index.ts';
import type { Cause } from './cause.ts';

/** What a broken link on a page has to say now, where that is known: `/handbook/values/#honesty`, or `../values.md#honesty` as it was written. */
export function newTarget(link: Link, from: Page | undefined, cause: Cause, handbook: Handbook): string | null {
  const [path, fragment] = cut(link.href);
  const write = (target: Page) => (from === undefined ? target.address : destinationLike(target, link, from, handbook));
  switch (cause.kind) {
    case 'page-moved': {
      const { address } = cause.after;
      if (address === null) return null;
      const destination = write(cause.after) ?? address;
      if (fragment === null || !handbook.anchors(cause.after).ids.has(decodePercent(fragment))) return destination;
      return `${destination}#${fragment}`;
    }
    case 'heading-renamed':
      return `${path}#${cause.newId}`;
    case 'anchor-removed':
      return cause.movedTo?.page.address ? `${write(cause.movedTo.page)}#${cause.movedTo.id}` : null;
    default:
      return null;
  }
}

/** The new target cut to what the finding marks: all of the destination, what stands before its `#`, or what follows. */
export function replacementFor(marked: Range, link: Link, target: string): string | null {
  if (isSame(marked, link.target)) return target;
  if (link.fragment === null) return null;
  const [path, fragment] = cut(target);
  const [oldPath, oldFragment] = cut(link.href);
  if (isSame(marked, link.fragment)) return path === oldPath ? fragment : null;
  return isSame(marked, pathRange(link)) && fragment === oldFragment ? path : null;
}

/** `/a/#b` as `/a/` and `b`. */
function cut(href: string): readonly [path: string, fragment: string | null] {
  const hash = href.indexOf('#');
  return hash < 0 ? [href, null] : [href.slice(0, hash), href.slice(hash + 1)];
}

function isSame(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/**
 * What to write for a link's path so that it leads to `target`, in the manner in which the link is written: `../pay.md` becomes
 * `../salary.md`, `../pay/` becomes `../salary/`. Where a relative one would not lead there, it is what the site writes for any link.
 */
function destinationLike(target: Page, link: Link, from: Page, handbook: Handbook): string {
  const usual = siteAt(from, handbook).destinationFor(target, link, from, handbook);
  const { path } = splitHref(link.href);
  // What stands on several pages is seen from several places.
  if (path === '' || path.startsWith('/') || isExternal(link.href) || from.kind === 'include') return usual;
  const leadsThere = (href: string) => {
    const [start] = link.target;
    const written: Link = { ...link, href, target: [start, start + href.length], fragment: null };
    const resolution = resolveLink(written, from, handbook);
    if (resolution.outcome !== 'found' || resolution.page?.path !== target.path) return false;
    // Relative addresses are left to the browser; anything else would be a detour.
    return resolution.indirections.every(({ kind }) => kind === 'browser');
  };
  const start = path.startsWith('./') ? './' : '';
  return (
    candidates(path, target, from)
      .map(escaped)
      .map((each) => (each.startsWith('.') ? each : start + each))
      .find(leadsThere) ?? usual
  );
}

function candidates(path: string, target: Page, from: Page): readonly string[] {
  const file = relativePath(from.path, target.path);
  if (/\.md$/i.test(path)) return [file];
  const bare = file.replace(/(?:\/?(?:_?index|README))?\.md$/i, '');
  const { address } = target;
  const byAddress = address === null || from.address === null ? [] : [relativePath(from.address, address)];
  return path.endsWith('/') ? [...byAddress, `${bare}/`] : [bare, ...byAddress.map((each) => each.replace(/\/$/, ''))];
}
