import { type JudgedLink, judgeLinks } from '../../links/judge.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { resolutionsOf } from './link-targets.ts';

/** A link, and the page or include that holds it. */
export interface LinkFrom {
  readonly from: Page;
  readonly link: JudgedLink['link'];
}

const KEY = {};

/**
 * The pages that hold a link to a page. Which pages a page links to depends on its own text and on where pages are, so it is
 * worked out once for each text as long as no page moves.
 */
export function pagesLinkingTo(target: Page, handbook: Handbook): readonly Page[] {
  return handbook.pages.filter((page) => linkedFrom(page, handbook).has(target.path));
}

/** Works out what `pagesLinkingTo` needs of one page. */
export function linkedFrom(page: Page, handbook: Handbook): ReadonlySet<string> {
  const known = handbook.memoOfPlaces(KEY, () => new WeakMap<Page, ReadonlySet<string>>());
  let linked = known.get(page);
  if (linked === undefined) {
    const { links, externalLinks } = page.facts;
    const isPlain = links.length === 0 && externalLinks.length === 0;
    linked = isPlain ? nothing : new Set(allTargets(page, handbook));
    known.set(page, linked);
  }
  return linked;
}

const nothing: ReadonlySet<string> = new Set();

function allTargets(page: Page, handbook: Handbook): string[] {
  const links = judgeLinks(page, handbook).map(({ link }) => link);
  const resolutions = links.flatMap((link) => resolutionsOf(link, page, handbook));
  return resolutions.flatMap(({ page: target }) => (target ? [target.path] : []));
}

/** All links that lead to a page, those to one of its headings included. */
export function linksToPage(target: Page, handbook: Handbook): readonly LinkFrom[] {
  return linksWhere([target], handbook, (resolution) => resolution.page?.path === target.path);
}

/** All links that lead to a heading, on whichever page its file is shown. */
export function linksToHeading(file: Page, index: number, handbook: Handbook): readonly LinkFrom[] {
  const pages = file.kind === 'include' ? handbook.shownOn(file) : [file, ...handbook.shownOn(file)];
  return linksWhere(pages, handbook, (resolution) => {
    const anchor = resolution.outcome === 'found' ? resolution.anchor : null;
    return anchor?.path === file.path && anchor.headingIndex === index;
  });
}

function linksWhere(
  targets: readonly Page[],
  handbook: Handbook,
  isWanted: (resolution: ReturnType<typeof resolutionsOf>[number]) => boolean,
): LinkFrom[] {
  const paths = new Set(targets.map(({ path }) => path));
  const holders = handbook.pages.filter((page) => {
    for (const path of linkedFrom(page, handbook)) if (paths.has(path)) return true;
    return false;
  });
  return holders.flatMap((from) =>
    judgeLinks(from, handbook)
      .filter(({ link }) => resolutionsOf(link, from, handbook).some(isWanted))
      .map(({ link }) => ({ from, link })),
  );
}
