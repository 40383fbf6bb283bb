import type { Handbook, Page } from '../handbook/handbook.ts';
import { joinPath, splitHref } from './href.ts';
import type { JudgedLink } from './judge.ts';
import type { Broken } from './resolution.ts';
import { assumedAddress } from './resolve.ts';
import { type NearPage, suggestPage } from './suggest-page.ts';

/** The page that a broken link of `page` probably means. */
export function suggestForLink(
  { link }: JudgedLink,
  broken: Broken,
  page: Page,
  handbook: Handbook,
): NearPage | undefined {
  const near = suggestPage(broken.address, handbook);
  const { path } = splitHref(link.href);
  if (near || path.startsWith('/') || page.kind === 'include') return near;
  // Whoever wrote a relative path may have counted from the page's file instead of its address.
  return suggestPage(joinPath(`${handbook.contentFolder(page)}/`, path), handbook);
}

const DRAFTS = {};

/** The draft that will have this address once it is published. */
export function draftAt(address: string, handbook: Handbook): Page | undefined {
  const drafts = handbook.memo(DRAFTS, () => {
    const unbuilt = handbook.pages.filter((page) => page.unbuilt === 'draft');
    return new Map(unbuilt.map((page) => [assumedAddress(page, handbook), page]));
  });
  return drafts.get(address.endsWith('/') ? address : `${address}/`);
}
