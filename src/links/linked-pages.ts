import { addToSet } from '../collections/groups.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import type { Resolution } from '../sites/resolution.ts';
import { internalLinks, MAX_INCLUDERS } from './judge.ts';
import { resolveLink } from './resolve.ts';

interface Outgoing {
  /** The path of the page that it leads to. */
  readonly to: string;
  /** Its place among the page's internal links. */
  readonly index: number;
  /** Whether it names a place in that page. */
  readonly hasFragment: boolean;
}

const nothing: readonly Outgoing[] = [];

/** The pages from which a link has to be followed: its own page, or for an include each page that shows it. */
export function followedFrom(link: Link, page: Page, handbook: Handbook): readonly Page[] {
  const shownOn = page.kind === 'include' ? handbook.shownOn(page) : [];
  if (shownOn.length === 0) return [page];
  return shownOn.slice(0, link.href.startsWith('/') ? 1 : MAX_INCLUDERS);
}

/** What a link means: one answer, or for a link in an include one for each page from which it is followed. */
export function resolutionsOf(link: Link, page: Page, handbook: Handbook): readonly Resolution[] {
  return followedFrom(link, page, handbook).map((from) => resolveLink(link, page, handbook, from));
}

/**
 * The links of pages to pages, by where they stand and by where they lead. They depend on a page's own text and on where pages are,
 * so a page is read again only when its text is another, as long as no page moves.
 */
class LinkIndex {
  readonly #from = new Map<string, { readonly page: Page; readonly links: readonly Outgoing[] }>();
  readonly #to = new Map<string, Set<string>>();

  linksOf(page: Page, handbook: Handbook): readonly Outgoing[] {
    const { path } = page;
    const known = this.#from.get(path);
    if (known?.page === page) return known.links;
    const links = readLinks(page, handbook);
    for (const { to } of known?.links ?? nothing) this.#to.get(to)?.delete(path);
    for (const { to } of links) addToSet(this.#to, to, path);
    this.#from.set(path, { page, links });
    return links;
  }

  /** The paths of the pages that were last seen with a link to this one. */
  pathsTo(path: string): Iterable<string> {
    return this.#to.get(path) ?? [];
  }
}

const linkIndex = query('links of pages to pages', () => new LinkIndex(), { lives: 'places' });

export function outgoingLinks(page: Page, handbook: Handbook): readonly Outgoing[] {
  return linkIndex(handbook).linksOf(page, handbook);
}

function readLinks(page: Page, handbook: Handbook): readonly Outgoing[] {
  const found = internalLinks(page, handbook).flatMap((link, index) => {
    const targets = resolutionsOf(link, page, handbook).flatMap(({ page: target }) => (target ? [target.path] : []));
    return [...new Set(targets)].map((to): Outgoing => ({ to, index, hasFragment: link.fragment !== null }));
  });
  return found.length === 0 ? nothing : found;
}

/** The pages that link to any of these, in order of their paths, each with those links. `isWanted` may leave links out. */
export function pagesLinkingTo(
  targets: readonly Page[],
  handbook: Handbook,
  isWanted: (link: Outgoing) => boolean = () => true,
): ReadonlyMap<Page, readonly Outgoing[]> {
  const index = linkIndex(handbook);
  for (const page of handbook.pages) index.linksOf(page, handbook);
  const wanted = new Set(targets.map(({ path }) => path));
  const paths = new Set([...wanted].flatMap((path) => [...index.pathsTo(path)]));
  const found = new Map<Page, readonly Outgoing[]>();
  for (const path of [...paths].sort()) {
    const page = handbook.page(path)!;
    const links = outgoingLinks(page, handbook).filter((link) => wanted.has(link.to) && isWanted(link));
    if (links.length > 0) found.set(page, links);
  }
  return found;
}

/** The links to a page from the whole handbook, in the order of the pages that hold them; those to a missing anchor of it included. */
export function incomingLinks(page: Page, handbook: Handbook): readonly { readonly from: Page; readonly link: Link }[] {
  return [...pagesLinkingTo([page], handbook)].flatMap(([from, links]) => {
    const all = internalLinks(from, handbook);
    return links.map(({ index }) => ({ from, link: all[index]! }));
  });
}
