import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import type { Resolution } from '../sites/resolution.ts';
import { internalLinks } from './judge.ts';
import { resolveLink } from './resolve.ts';

// A relative link in an include is followed from each of so many pages.
const MAX_SHOWERS = 500;
/** A link of a page to a page. */
interface Outgoing {
  /** The path of the page that it leads to. */
  readonly to: string;
  /** Its place among the page's internal links. */
  readonly index: number;
  /** Whether it names a place in that page. */
  readonly hasFragment: boolean;
}

/** Read page by page, since a page's own text may change while no page moves. */
const knownLinks = query('links of pages to pages', () => new WeakMap<Page, readonly Outgoing[]>(), {
  lives: 'places',
});
const nothing: readonly Outgoing[] = [];

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
 * A page's links to pages. They depend on the page's own text and on where pages are, so they are worked out once for each text as
 * long as no page moves.
 */
export function outgoingLinks(page: Page, handbook: Handbook): readonly Outgoing[] {
  const known = knownLinks(handbook);
  let links = known.get(page);
  if (links === undefined) {
    const found = internalLinks(page, handbook).flatMap((link, index) => {
      const targets = resolutionsOf(link, page, handbook).flatMap(({ page: target }) => (target ? [target.path] : []));
      return [...new Set(targets)].map((to): Outgoing => ({ to, index, hasFragment: link.fragment !== null }));
    });
    links = found.length === 0 ? nothing : found;
    known.set(page, links);
  }
  return links;
}

/** The pages that link to any of these, each with those links. `isWanted` may leave links out. */
export function pagesLinkingTo(
  targets: readonly Page[],
  handbook: Handbook,
  isWanted: (link: Outgoing) => boolean = () => true,
): ReadonlyMap<Page, readonly Outgoing[]> {
  const paths = new Set(targets.map(({ path }) => path));
  const found = new Map<Page, readonly Outgoing[]>();
  for (const page of handbook.pages) {
    const links = outgoingLinks(page, handbook).filter((link) => paths.has(link.to) && isWanted(link));
    if (links.length > 0) found.set(page, links);
  }
  return found;
}
