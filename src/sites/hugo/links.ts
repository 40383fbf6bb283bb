import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { type Sighted, seen, sighted } from '../../model/reads.ts';
import { Recent } from '../../model/recent.ts';
import { serve, withSlash } from '../browser.ts';
import { atAddress, otherSite } from '../external.ts';
import { arrive } from '../fragment.ts';
import { decode, HALF_SCHEME, hostOf, isExternal, isOnHost, joinPath, splitHref } from '../href.ts';
import { isMarkdown, isResource, trimmedHref, writtenHref } from '../link-kinds.ts';
import type { Accident, Resolution } from '../resolution.ts';
import { type LookedUp, lookUpPage, lookUpReference } from './lookup.ts';

const IN_CASE: readonly Accident[] = [{ kind: 'case' }];
const BY_BROWSER: readonly Accident[] = [{ kind: 'browser' }];

/**
 * Where a link leads on a site that Hugo builds. `page` is the file that holds it; `seenFrom` the page that shows it, when
 * that is another one (`page` is an include). Specification: docs/how-resolution-works.md.
 */
export function lookUp(link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const href = trimmedHref(link);
  if (isExternal(href)) return resolveFullUrl(href, link, seenFrom, handbook);
  if (link.kind === 'ref') return resolveReference(href, seenFrom, handbook);
  if (isMarkdown(link)) return resolveByHook(link, page, handbook, seenFrom);
  if (link.kind === 'image') return resolveImage(href, seenFrom, handbook);
  return resolveInBrowser(href, isResource(link), seenFrom, handbook);
}

/** A link goes through the hook that the site has; one that cannot be understood may do anything to a relative destination. */
function resolveByHook(link: Link, page: Page, handbook: Handbook, seenFrom: Page): Resolution {
  const { hook } = handbook.config.hugo.linkHook;
  if (hook === 'none') return resolveInBrowser(link.href, false, seenFrom, handbook);
  // Hugo hands a destination to its link hook as it is written.
  const hooked = resolveMarkdown(writtenHref(link, page), seenFrom, handbook);
  if (hook === 'embedded') return hooked;
  const asWritten = resolveInBrowser(link.href, false, seenFrom, handbook);
  const isSure = hooked.outcome === asWritten.outcome && hooked.address === asWritten.address;
  if (isSure && (hooked.outcome !== 'broken' || /^[/#]/.test(link.href))) return hooked;
  if (link.href.startsWith('/') && hooked.outcome === 'broken' && asWritten.outcome === 'broken') return hooked;
  return { outcome: 'unknown', reason: 'hook', address: link.href, page: null };
}

/** Hugo's hook for images looks for the file in the page's own folder, then under assets; without it the browser does all. */
function resolveImage(href: string, page: Page, handbook: Handbook): Resolution {
  const { hook } = handbook.config.hugo.imageHook;
  const file = hook === 'none' ? undefined : resourceOf(splitHref(href).path, page, handbook);
  if (file !== undefined && hook === 'embedded') return file;
  const asWritten = resolveInBrowser(href, true, page, handbook);
  const isSure = hook !== 'unknown' || asWritten.outcome !== 'broken' || (href.startsWith('/') && file === undefined);
  return isSure ? asWritten : { outcome: 'unknown', reason: 'hook', address: href, page: null };
}

/** Whether a full URL, or what looks like one, leads to this very site. */
export function leadsHere(link: Link, { config }: Handbook): boolean {
  if (isOnHost(link.href, config.hosts)) return true;
  return HALF_SCHEME.test(link.href) || (link.href.startsWith('//') && isMarkdown(link));
}

function resolveFullUrl(href: string, link: Link, page: Page, handbook: Handbook): Resolution {
  const url = hostOf(href);
  if (url && handbook.config.hosts.includes(url.host)) return atAddress(url.rest, link, handbook);
  if (HALF_SCHEME.test(href) && leadsHere(link, handbook))
    return atAddress(href.replace(HALF_SCHEME, '/'), link, handbook);
  if (url && href.startsWith('//') && isMarkdown(link)) {
    // Hugo looks at the path alone, and drops the host when it has such a page.
    const { path, fragment } = splitHref(url.rest);
    const found = lookUpPage(path, page, handbook);
    if (found) return atPage(found, path, fragment, handbook);
  }
  return otherSite(href);
}

const FROM_THE_TOP = {};
const KEPT = 16_384;
const startMemory = () => new Recent<string, Sighted<Resolution | null>>(KEPT);

function resolveMarkdown(href: string, page: Page, handbook: Handbook): Resolution {
  if (href === '' || href.startsWith('#')) return resolveOnPage(href === '' ? null : href.slice(1), page, handbook);
  if (!href.startsWith('/')) return lookUpHref(href, page, handbook) ?? leaveToBrowser(href, page, handbook);
  // Most links start at the top of content, and many pages link to the same places.
  const memory = handbook.memo(FROM_THE_TOP, startMemory);
  const known =
    memory.known(href) ??
    memory.keep(
      href,
      sighted('', () => lookUpHref(href, page, handbook) ?? null),
    );
  return seen('', known) ?? leaveToBrowser(href, page, handbook);
}

function lookUpHref(href: string, page: Page, handbook: Handbook): Resolution | undefined {
  const { path, fragment } = splitHref(href);
  const found = lookUpPage(path, page, handbook);
  return found && atPage(found, path, fragment, handbook);
}

function leaveToBrowser(href: string, page: Page, handbook: Handbook): Resolution {
  const { path } = splitHref(href);
  const resource = resourceOf(path, page, handbook);
  if (resource !== undefined) return resource;
  const answer = resolveInBrowser(href, false, page, handbook);
  const isAccident = answer.outcome === 'found' && answer.page !== null && !path.startsWith('/');
  return isAccident ? { ...answer, accidents: [...BY_BROWSER, ...answer.accidents] } : answer;
}

function resolveReference(href: string, page: Page, handbook: Handbook): Resolution {
  const { path, fragment } = splitHref(href);
  const found = lookUpReference(path, page, handbook);
  if (found) return atPage(found, path, fragment, handbook);
  const address = path.startsWith('/') ? path : joinPath(`${handbook.contentFolder(page)}/`, path);
  return { outcome: 'broken', reason: 'missing-page', address, page: null, fragment: fragment ?? '', accidents: [] };
}

function atPage(found: LookedUp, path: string, fragment: string | null, handbook: Handbook): Resolution {
  const { page } = found;
  // What Hugo puts on a page of its own making, nobody knows.
  if (page === null) {
    if (fragment) return { outcome: 'unknown', reason: 'generated', address: found.address, page };
    return { outcome: 'found', address: found.address, page, file: null, anchor: null, accidents: [] };
  }
  const accidents = differsInCase(path, page) ? IN_CASE : [];
  if (page.address !== null) return arrive(page, page.address, fragment, handbook, accidents);
  const address = assumedAddress(page, handbook);
  return { outcome: 'broken', reason: 'unrendered', address, page, fragment: fragment ?? '', accidents };
}

/** Files that Hugo finds for a Markdown link: in the page's own bundle, in any case of letters; then under assets/. */
function resourceOf(path: string, page: Page, handbook: Handbook): Resolution | undefined {
  const wanted = decode(path).replace(/^\.\//, '').replace(/^\//, '');
  if (page.address !== null && (page.kind === 'section' || page.kind === 'leaf')) {
    const address = handbook.fileAtIgnoringCase(page.address + wanted);
    const accidents = address === page.address + wanted ? [] : IN_CASE;
    const file = address === undefined ? undefined : handbook.fileAt(address);
    if (address !== undefined && file !== undefined)
      return { outcome: 'found', address, page: null, file, anchor: null, accidents };
  }
  const file = handbook.asset(wanted);
  if (file === undefined) return undefined;
  return { outcome: 'found', address: `/${wanted}`, page: null, file, anchor: null, accidents: [] };
}

function resolveInBrowser(href: string, isResource: boolean, page: Page, handbook: Handbook): Resolution {
  const { path, fragment, query } = splitHref(href);
  if (path === '' && query === null) return resolveOnPage(fragment, page, handbook);
  if (!path.startsWith('/') && !hasPlace(page))
    return { outcome: 'unknown', reason: 'not-shown', address: path, page: null };
  const base = path.startsWith('/') ? '/' : assumedAddress(page, handbook);
  return serve({ path: joinPath(base, path), fragment, isResource }, handbook);
}

function resolveOnPage(fragment: string | null, page: Page, handbook: Handbook): Resolution {
  if (!hasPlace(page)) return { outcome: 'unknown', reason: 'not-shown', address: '', page: null };
  return arrive(page, assumedAddress(page, handbook), fragment, handbook, []);
}

// An include that no page shows, and a Markdown file that lies in a leaf bundle, stand nowhere on the site.
function hasPlace(page: Page): boolean {
  return page.address !== null || page.unbuilt === 'draft' || page.unbuilt === 'unrendered';
}

/** Where the page is, or where a draft will be. */
export function assumedAddress(page: Page, handbook: Handbook): string {
  if (page.address !== null) return page.address;
  const folder = handbook.contentFolder(page);
  const file = page.path.slice(page.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const path = page.kind === 'section' ? folder : `${folder === '/' ? '' : folder}/${file}`;
  return withSlash(path.toLowerCase().replaceAll(' ', '-'));
}

/** Neither the page's file nor its address is spelt like this. */
function differsInCase(path: string, page: Page): boolean {
  if (path === path.toLowerCase()) return false;
  const written = comparable(decode(path));
  if (written === written.toLowerCase()) return false;
  const names = [page.path.replaceAll(' ', '-'), comparable(page.path), page.address ?? ''];
  return !names.some((name) => `/${name.replace(/\/$/, '')}`.endsWith(`/${written}`));
}

// `../B/Page.md` -> `B/Page`: without what a lookup ignores.
function comparable(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments
    .join('/')
    .replaceAll(' ', '-')
    .replace(/\.(?:md|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '');
}
