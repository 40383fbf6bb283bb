import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { joinPath, splitHref } from '../sites/href.ts';
import { siteAt } from '../sites/index.ts';
import type { Broken } from '../sites/resolution.ts';
import { serve } from '../sites/serving/browser.ts';
import type { JudgedLink } from './judge.ts';
import { type NearPage, suggestPage } from './suggest-page.ts';

/** The page that a broken link of `page` probably means. */
export function suggestForLink(
  { link }: JudgedLink,
  broken: Broken,
  page: Page,
  handbook: Handbook,
): NearPage | undefined {
  const { path } = splitHref(link.href);
  if (path.startsWith('/') || path === '') return suggestPage(broken.address, handbook);
  // `handbook.example.com/values/`, `values/` where `/values/` is meant.
  const [host, rest] = splitHost(path);
  const absolute = handbook.config.hosts.includes(host) ? rest : fromTheTop(path, handbook);
  const meant = serve({ path: absolute, fragment: null, isResource: false }, handbook);
  if (meant.outcome === 'unknown') return undefined;
  if (meant.outcome === 'found' && meant.page?.address) return { page: meant.page, safe: false };
  const near = suggestPage(broken.address, handbook);
  if (near || page.kind === 'include') return near;
  // Whoever wrote a relative path may have counted from the page's file instead of its address.
  return suggestPage(joinPath(`${handbook.contentFolder(page)}/`, path), handbook);
}

/** `../../content/values/x.md` as `/values/x.md`. */
function fromTheTop(path: string, handbook: Handbook): string {
  const absolute = joinPath('/', `/${path.replace(/^(?:\.\.?\/)+/, '')}`);
  const folder = handbook.config.content.find((name) => name !== '' && absolute.startsWith(`/${name}/`));
  return folder === undefined ? absolute : absolute.slice(folder.length + 1);
}

function splitHost(path: string): readonly [host: string, rest: string] {
  const slash = path.indexOf('/');
  return slash === -1 ? [path, '/'] : [path.slice(0, slash).toLowerCase(), path.slice(slash)];
}

const drafts = query('drafts', (handbook): ReadonlyMap<string, Page> => {
  const unbuilt = handbook.pages.filter((page) => page.unbuilt === 'draft');
  return new Map(unbuilt.map((page) => [siteAt(page, handbook).assumedAddress(page, handbook), page]));
});

/** The draft that will have this address once it is published. */
export function draftAt(address: string, handbook: Handbook): Page | undefined {
  return drafts(handbook).get(address.endsWith('/') ? address : `${address}/`);
}
