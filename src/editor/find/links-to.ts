import { internalLinks } from '../../links/judge.ts';
import { pagesLinkingTo, resolutionsOf } from '../../links/linked-pages.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import type { Resolution } from '../../sites/resolution.ts';

/** A link, and the page or include that holds it. */
export interface LinkFrom {
  readonly from: Page;
  readonly link: Link;
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
  isWanted: (resolution: Resolution) => boolean,
): LinkFrom[] {
  return pagesLinkingTo(targets, handbook).flatMap((from) =>
    internalLinks(from, handbook)
      .filter((link) => resolutionsOf(link, from, handbook).some(isWanted))
      .map((link) => ({ from, link })),
  );
}
