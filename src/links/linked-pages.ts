import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import type { Resolution } from '../sites/resolution.ts';
import { internalLinks } from './judge.ts';
import { resolveLink } from './resolve.ts';

// A relative link in an include is followed from each of so many pages.
const MAX_SHOWERS = 500;
/** Read page by page, since a page's own text may change while no page moves. */
const knownLinks = query('pages that pages link to', () => new WeakMap<Page, ReadonlySet<string>>(), {
  lives: 'places',
});
const nothing: ReadonlySet<string> = new Set();

/** The pages from which a link has to be followed: its own page, or for an include each page that shows it. */
export function followedFrom(link: Link, page: Page, handbook: Handbook): readonly Page[] {
  const shownOn = page.kind === 'include' ? handbook.shownOn(page) : [];
  if (shownOn.length === 0) return [page];
  return shownOn.slice(0, link.href.startsWith('/') ? 1 : MAX_SHOWERS);
}

/** What a link means: one answer, or for a link in an include one for each page from which it is followed. */
export function resolutionsOf(link: Link, page: Page, handbook: Handbook): readonly Resolution[] {
  return followedFrom(link, page, handbook).map((from) => resolveLink(link, page, handbook, from));
}

/**
 * The paths of pages that a page links to. They depend on the page's own text and on where pages are, so they are worked out
 * once for each text as long as no page moves.
 */
export function linkedPages(page: Page, handbook: Handbook): ReadonlySet<string> {
  const known = knownLinks(handbook);
  let linked = known.get(page);
  if (linked === undefined) {
    const resolutions = internalLinks(page, handbook).flatMap((link) => resolutionsOf(link, page, handbook));
    const paths = resolutions.flatMap(({ page: target }) => (target ? [target.path] : []));
    linked = paths.length === 0 ? nothing : new Set(paths);
    known.set(page, linked);
  }
  return linked;
}

/** The pages that link to any of these. */
export function pagesLinkingTo(targets: readonly Page[], handbook: Handbook): readonly Page[] {
  const paths = new Set(targets.map(({ path }) => path));
  return handbook.pages.filter((page) => {
    for (const path of linkedPages(page, handbook)) if (paths.has(path)) return true;
    return false;
  });
}
