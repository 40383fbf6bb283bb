import type { Link } from '../../../markdown/facts.ts';
import { callAt } from '../../../markdown/shortcodes/calls-in.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { query } from '../../../model/query.ts';
import { HALF_SCHEME, hostOf, isExternal, isOnHost, joinPath, splitHref } from '../../href.ts';
import { isFigure, isMarkdown, isResource, trimmedHref, writtenHref } from '../../link-kinds.ts';
import { brokenAt, type Indirection, type Resolution, unknownAt } from '../../resolution.ts';
import { atAddress } from '../../serving/browser.ts';
import { arrive } from '../../serving/fragment.ts';
import { isSilent } from '../layout-effects.ts';
import { assumedAddress, atPage } from './at-page.ts';
import { asWrittenByHugo, serveOnHost, serveOnSite } from './base-path.ts';
import { isBelowAdapter, lookUpFromRoot, lookUpPage } from './lookup.ts';
import { writtenByFigure, writtenByHook } from './own-hook.ts';
import { addressWritten, callOf, resolveReference } from './reference.ts';
import { renderingOf } from './rendering.ts';
import { resourceOf } from './resources.ts';

const BY_BROWSER: readonly Indirection[] = [{ kind: 'browser' }];

/**
 * Where a link leads on a site that Hugo builds. `page` is the file that holds it; `seenFrom` the page that shows it, when
 * that is another one (`page` is an include). Specification: docs/how-resolution-works.md.
 */
export function lookUp(link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  // Its layout leaves the link out; who shows it elsewhere nobody knows.
  if (isSilent(seenFrom, handbook)) return unknownAt('not-shown', '');
  const href = trimmedHref(link);
  // A template of the site's own, or of a theme that is not here, may do anything with it.
  if (isFigure(link) && !hasFigureOfHugo(handbook)) return resolveByOwnFigure(href, link, page, seenFrom, handbook);
  if (link.kind === 'ref')
    return throughOwnHook(resolveReference(link, page, seenFrom, handbook), link, page, seenFrom, handbook);
  const isHooked = isMarkdown(link) && handbook.config.hugo.linkHook.hook === 'own';
  if (isExternal(href) && !isHooked) return resolveFullUrl(href, link, seenFrom, handbook);
  if (isMarkdown(link)) return resolveByHook(link, page, handbook, seenFrom);
  if (link.kind === 'figure-image')
    return resourceOf(splitHref(href).path, seenFrom, handbook) ?? resolveInBrowser(href, true, seenFrom, handbook);
  if (link.kind === 'image') return resolveImage(href, link, page, seenFrom, handbook);
  return resolveInBrowser(href, isResource(link), seenFrom, handbook);
}

function hasFigureOfHugo({ config }: Handbook): boolean {
  const { ownShortcodes, missingTheme, generated } = config.hugo;
  return generated !== null && missingTheme === null && !ownShortcodes.includes('figure');
}

/** A `figure` of the site's own is followed where it can be. */
function resolveByOwnFigure(href: string, link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const isImage = link.kind === 'figure-image';
  const call = callAt(page.facts.shortcodes, link.range[0]);
  const address = call && writtenByFigure(call, isImage ? 'img' : 'a', seenFrom, handbook);
  if (!address) return unknownAt('shortcode', href);
  if (isExternal(address)) return resolveFullUrl(address, link, seenFrom, handbook);
  return resolveInBrowser(address, isImage, seenFrom, handbook);
}

/** A link goes through the hook that the site has; one that cannot be understood may do anything to a relative destination. */
function resolveByHook(link: Link, page: Page, handbook: Handbook, seenFrom: Page): Resolution {
  const { linkHook, withOwnMarkup } = handbook.config.hugo;
  const hook = withOwnMarkup.includes(seenFrom.language) ? 'unknown' : linkHook.hook;
  if (hook === 'none') return resolveInBrowser(link.href, false, seenFrom, handbook);
  // Hugo hands a destination to its link hook as it is written.
  const written = writtenHref(link, page);
  const followed = hook === 'own' ? resolveByOwnHook(written, link, seenFrom, handbook) : null;
  if (followed !== null) return followed;
  if (isExternal(link.href)) return resolveFullUrl(link.href, link, seenFrom, handbook);
  const renderedOn = renderingOf(link, page, handbook);
  const hooked =
    renderedOn === 'home'
      ? resolveOnHome(written, seenFrom, handbook)
      : resolveMarkdown(written, seenFrom, seenFrom, handbook);
  if (renderedOn === 'either' && !isSame(hooked, resolveOnHome(written, seenFrom, handbook)))
    return unknownAt('hook', link.href);
  if (hook === 'embedded') return hooked;
  const asWritten = resolveInBrowser(link.href, false, seenFrom, handbook);
  const isAsWritten = isSame(hooked, asWritten) && !(hooked.outcome === 'broken' && hooked.reason === 'off-site');
  if (isAsWritten && (hooked.outcome !== 'broken' || /^[/#]/.test(link.href))) return hooked;
  // A hook may add the path that the site is published below.
  const isBroken = hooked.outcome === 'broken' && asWritten.outcome === 'broken';
  if (link.href.startsWith('/') && isBroken && hooked.reason !== 'off-site') return hooked;
  return unknownAt('hook', link.href);
}

/** A hook of the site's that does something of its own is followed for each link; `null` where nobody can know what it writes. */
function resolveByOwnHook(written: string, link: Link, page: Page, handbook: Handbook): Resolution | null {
  const { linkHook, imageHook } = handbook.config.hugo;
  const isImage = link.kind === 'image';
  const href = writtenByHook((isImage ? imageHook : linkHook).followed, written, page, handbook);
  if (href === null) return null;
  // A page that is not found, or not rendered, has no address.
  if (href === '' && written !== '') return brokenAt('missing-page', splitHref(written).path, null);
  return resolveWritten(href, link, page, handbook);
}

/** What a hook has written, as a browser takes it. */
function resolveWritten(href: string, link: Link, page: Page, handbook: Handbook): Resolution {
  if (isExternal(href)) return resolveFullUrl(href, link, page, handbook);
  return resolveInBrowser(href, link.kind === 'image', page, handbook);
}

/** What Hugo hands to a hook in place of `{{< ref >}}`, which it puts in afterwards; `{{% ref %}}` is there before. */
const PLACEHOLDER = 'HAHAHUGOSHORTCODE1s0HBHB';

/** A reference that found its page, after a hook of the site's own has written it. Run with 0.131, 0.167 and 0.169. */
function throughOwnHook(found: Resolution, link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const { linkHook } = handbook.config.hugo;
  const isMarkdownLink = page.text[link.range[0]] === '[';
  if (linkHook.hook !== 'own' || !isMarkdownLink || found.outcome !== 'found') return found;
  const call = callOf(link, page);
  const address = call && addressWritten(call, found, handbook);
  if (call?.delimiter === '%' && address !== undefined)
    return resolveByOwnHook(address, link, seenFrom, handbook) ?? unknownAt('hook', found.address);
  const written = writtenByHook(linkHook.followed, PLACEHOLDER, seenFrom, handbook);
  if (written === PLACEHOLDER) return found;
  if (written === null || !written.includes(PLACEHOLDER) || address === undefined)
    return unknownAt('hook', found.address);
  return resolveWritten(
    written.replace(PLACEHOLDER, () => address),
    link,
    seenFrom,
    handbook,
  );
}

const isSame = (one: Resolution, other: Resolution) => one.outcome === other.outcome && one.address === other.address;

/** Hugo's hook for images looks for the file in the page's own folder, then under assets; without it the browser does all. */
function resolveImage(href: string, link: Link, from: Page, page: Page, handbook: Handbook): Resolution {
  const { hook } = handbook.config.hugo.imageHook;
  const followed = hook === 'own' ? resolveByOwnHook(writtenHref(link, from), link, page, handbook) : null;
  if (followed !== null) return followed;
  const shown = hook !== 'none' && renderingOf(link, from, handbook) === 'home' ? homeOf(page, handbook) : page;
  const file = hook === 'none' || shown === null ? undefined : resourceOf(splitHref(href).path, shown, handbook);
  if (file !== undefined && hook === 'embedded') return file;
  const asWritten = resolveInBrowser(href, true, page, handbook);
  const isSure =
    hook === 'none' ||
    hook === 'embedded' ||
    asWritten.outcome !== 'broken' ||
    // A hook may add the path that the site is published below.
    (href.startsWith('/') && file === undefined && asWritten.reason !== 'off-site');
  return isSure ? asWritten : unknownAt('hook', href);
}

/** Whether a full URL, or what looks like one, leads to this very site. */
export function leadsHere(link: Link, { config }: Handbook): boolean {
  if (isOnHost(link.href, config.hosts)) return true;
  return HALF_SCHEME.test(link.href) || (link.href.startsWith('//') && isMarkdown(link));
}

function resolveFullUrl(href: string, link: Link, page: Page, handbook: Handbook): Resolution {
  const url = hostOf(href);
  if (url && href.startsWith('//') && isMarkdown(link) && handbook.config.hugo.linkHook.hook === 'embedded') {
    // Hugo looks at the path alone, and drops the host when it has such a page.
    const { path, fragment } = splitHref(url.rest);
    const found = lookUpPage(path, page, handbook);
    if (found) return atPage(found, path, fragment, handbook);
  }
  if (url && handbook.config.hosts.includes(url.host)) {
    const { path, fragment } = splitHref(url.rest);
    return serveOnHost({ path: joinPath('/', path), fragment, isResource: isResource(link) }, handbook);
  }
  if (HALF_SCHEME.test(href) && leadsHere(link, handbook))
    return atAddress(href.replace(HALF_SCHEME, '/'), link, handbook);
  return unknownAt('other-site', href);
}

const KEPT = 16_384;
/** Most links start at the top of content, and many pages link to the same places. `link`: `/values/#one`, or `de /values/#one` in a language. */
const lookUpFromTop = query(
  'link from the top',
  (handbook, link: string): Resolution | null => {
    const space = link.startsWith('/') ? -1 : link.indexOf(' ');
    const { path, fragment } = splitHref(link.slice(space + 1));
    const found = lookUpFromRoot(path, handbook, link.slice(0, Math.max(0, space)));
    return found ? atPage(found, path, fragment, handbook) : null;
  },
  { keep: KEPT },
);

/** Where a hook on `page` leads; what it does not find, a reader's browser follows from `seenFrom`. */
function resolveMarkdown(href: string, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const isOnPage = href === '' || href.startsWith('#');
  const found = isOnPage
    ? resolveOnPage(href === '' ? null : href.slice(1), page, handbook)
    : href.startsWith('/')
      ? lookUpFromTop(handbook, page.language === '' ? href : `${page.language} ${href}`)
      : lookUpHref(href, page, handbook);
  return found ? asWrittenByHugo(found, handbook) : leaveToBrowser(href, page, seenFrom, handbook);
}

/** Where a hook leads that takes the home page for the one that holds the link; nobody knows what is on one that no file makes. */
function resolveOnHome(href: string, seenFrom: Page, handbook: Handbook): Resolution {
  const home = homeOf(seenFrom, handbook);
  if (home === null) return unknownAt('hook', href);
  return resolveMarkdown(href, home, seenFrom, handbook);
}

function homeOf({ language }: Page, handbook: Handbook): Page | null {
  return handbook.pageAtContentPath('/', language) ?? null;
}

function lookUpHref(href: string, page: Page, handbook: Handbook): Resolution | undefined {
  const { path, fragment } = splitHref(href);
  const found = lookUpPage(path.replace(/^\.\//, ''), page, handbook);
  return found && atPage(found, path, fragment, handbook);
}

function leaveToBrowser(href: string, page: Page, seenFrom: Page, handbook: Handbook): Resolution {
  const { path } = splitHref(href);
  if (isBelowAdapter(path, page, handbook)) return unknownAt('unknown-tree', path);
  const resource = resourceOf(path, page, handbook);
  if (resource !== undefined) return resource;
  const answer = resolveInBrowser(href, false, seenFrom, handbook);
  const isAccident = answer.outcome === 'found' && answer.page !== null && !path.startsWith('/');
  return isAccident ? { ...answer, indirections: [...BY_BROWSER, ...answer.indirections] } : answer;
}

function resolveInBrowser(href: string, isResource: boolean, page: Page, handbook: Handbook): Resolution {
  const { path, fragment, query } = splitHref(href);
  if (path === '' && query === null) return resolveOnPage(fragment, page, handbook);
  if (!path.startsWith('/') && !hasPlace(page)) return unknownAt('not-shown', path);
  if (path.startsWith('/') && mayBeOnOtherHost(path, page, handbook)) return unknownAt('other-site', path);
  if (path.startsWith('/')) return serveOnSite({ path: joinPath('/', path), fragment, isResource }, handbook);
  const joined = joinPath(handbook.config.hugo.basePath + assumedAddress(page, handbook), path);
  if (leavesOwnHost(joined, page, handbook)) return unknownAt('other-site', joined);
  return serveOnHost({ path: joined, fragment, isResource }, handbook);
}

/** Where languages have hosts of their own, only the main one's addresses are those of the site. Run with 0.131 and 0.169. */
function mayBeOnOtherHost(path: string, { language }: Page, { config }: Handbook): boolean {
  const { hasHosts, languages } = config.hugo;
  return hasHosts && (language !== '' || languages.some(({ name }) => path.startsWith(`/${name}/`)));
}

/** Whether a path that a link counts from its page leaves the host of the page's language. */
function leavesOwnHost(path: string, { language }: Page, { config }: Handbook): boolean {
  const { basePath, hasHosts } = config.hugo;
  return hasHosts && language !== '' && !path.startsWith(`${basePath}/${language}/`);
}

function resolveOnPage(fragment: string | null, page: Page, handbook: Handbook): Resolution {
  if (!hasPlace(page)) return unknownAt('not-shown', '');
  return arrive(page, assumedAddress(page, handbook), fragment, handbook, []);
}

// An include that no page shows, and a Markdown file that lies in a leaf bundle, stand nowhere on the site.
function hasPlace(page: Page): boolean {
  return page.address !== null || page.unbuilt === 'draft' || page.unbuilt === 'unrendered';
}
