import { resolveLink } from '../../links/resolve.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { escaped, relativePath } from '../../sites/destination.ts';
import { isExternal, splitHref } from '../../sites/href.ts';
import { siteAt } from '../../sites/index.ts';

/**
 * What to write for a link's path so that it leads to `target`, in the manner in which the link is written: `../pay.md` becomes
 * `../salary.md`, `../pay/` becomes `../salary/`. Where a relative one would not lead there, it is what the site writes for any link.
 */
export function destinationLike(target: Page, link: Link, from: Page, handbook: Handbook): string {
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
      .map((each) => dotted(start, escaped(each)))
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

function dotted(start: string, path: string): string {
  return path.startsWith('.') ? path : start + path;
}
