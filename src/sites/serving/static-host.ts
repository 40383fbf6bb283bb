import type { CommonSettings } from '../../config/generator-settings.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { relativePath } from '../destination.ts';
import { decodePercent, hostOf, isExternal, isOnHost, joinPath, looksLikeFile, splitHref } from '../href.ts';
import { isResource, type PlacedLink } from '../link-kinds.ts';
import { brokenAt, foundAt, type Indirection, type Resolution, unknownAt } from '../resolution.ts';
import { forward, nextRequest, type Request } from './browser.ts';
import { arrive } from './fragment.ts';
import { inParts } from './page-parts.ts';

const MAX_HOPS = 8;
/** Files that generators, their themes and plugins make. */
const MADE = new Set([
  '/sitemap.xml',
  '/feed.xml',
  '/robots.txt',
  '/404.html',
  '/404',
  '/search.json',
  '/search/',
  '/tags/',
]);

type Settings = Pick<CommonSettings, 'base' | 'unsurePages' | 'areFilesUnsure' | 'unsureIds'>;

/**
 * What a host of static files answers: the file of that path, `path/index.html` or `path.html` (GitHub Pages, Netlify,
 * Cloudflare). The path is that of the whole host; the site's own addresses start behind its base.
 */
export function serveStatic(
  request: Request,
  settings: Settings,
  handbook: Handbook,
  indirections: readonly Indirection[] = [],
): Resolution {
  const whole = decodePercent(request.path) || '/';
  const path = belowBase(whole, settings.base);
  const isUnknown = (address: string) => handbook.config.unknown.some((prefix) => address.startsWith(prefix));
  if (path === null) {
    if (isUnknown(whole)) return unknownAt('unknown-tree', whole);
    const address = settings.base + whole.slice(1);
    const meant = serveStatic({ ...request, path: address }, settings, handbook);
    const isThere = meant.outcome === 'found' || (meant.outcome === 'broken' && meant.reason === 'missing-anchor');
    if (isThere) return brokenAt('off-site', address, request.fragment, indirections, meant.page);
    return missing(whole, whole, request, indirections);
  }
  const page = pageAt(path, handbook);
  if (page)
    return softened(arrive(page, page.address ?? path, request.fragment, handbook, indirections), settings, handbook);
  const file = fileServedAt(path, handbook);
  if (file !== undefined) return foundAt(path, { file }, indirections);
  if (MADE.has(path)) return unknownAt('generated', path);
  if (isMadeAt(path, handbook)) {
    if (request.fragment) return unknownAt('generated', path);
    return foundAt(path, {}, indirections);
  }
  const next = indirections.length < MAX_HOPS ? forward(path, handbook) : undefined;
  if (next) {
    const sent = nextRequest(next.target, request, handbook);
    const ways = [...indirections, next.indirection];
    if (sent === null) return foundAt(next.target, {}, ways);
    const below = belowBase(sent.path, settings.base) === null ? settings.base + sent.path.slice(1) : sent.path;
    return serveStatic({ ...sent, path: below }, settings, handbook, ways);
  }
  if (handbook.isUnknownAddress(path) || isUnknown(whole)) return unknownAt('unknown-tree', path);
  return softened(missing(path, whole, request, indirections), settings, handbook);
}

/** `/base/x` as `/x`; `null` when the path is none of the site's. */
function belowBase(path: string, base: string): string | null {
  if (path.startsWith(base)) return path.slice(base.length - 1);
  return `${path}/` === base ? '/' : null;
}

/** The page that the host shows at a path below the base. */
function pageAt(path: string, handbook: Handbook) {
  const clean = path.replace(/\/index(?:\.html)?$/, '/');
  if (clean.endsWith('/')) return handbook.at(clean) ?? handbook.at(`${clean}index.html`) ?? handbook.at(path);
  return handbook.at(clean) ?? handbook.at(`${clean}/`) ?? handbook.at(`${clean}.html`);
}

/** Whether the host has a page that the generator makes at a path: `path`, `path/index.html` or `path.html`. */
function isMadeAt(path: string, handbook: Handbook): boolean {
  const isFile = !path.endsWith('/') && handbook.isAutomatic(`${path}.html`);
  return isFile || handbook.isAutomatic(path) || handbook.isAutomatic(path.replace(/\/index(?:\.html)?$/, '/'));
}

/** The file that the host answers a path with: its own, `path.html` or `path/index.html`. */
function fileServedAt(path: string, handbook: Handbook): string | undefined {
  if (path.endsWith('/')) return handbook.fileAt(`${path}index.html`);
  return handbook.fileAt(path) ?? handbook.fileAt(`${path}.html`) ?? handbook.fileAt(`${path}/index.html`);
}

function missing(address: string, onHost: string, request: Request, indirections: readonly Indirection[]): Resolution {
  const reason = request.isResource || looksLikeFile(address) ? 'missing-file' : 'missing-page';
  return { ...brokenAt(reason, address, request.fragment, indirections), onHost };
}

/** What is missing may be there all the same where the configuration leaves that open. */
function softened(resolution: Resolution, settings: Settings, handbook: Handbook): Resolution {
  if (resolution.outcome !== 'broken') return resolution;
  const { reason, page, address } = resolution;
  if (reason === 'missing-anchor' && page !== null) {
    const answer = settings.unsureIds === null ? inParts(page, decodePercent(resolution.fragment), handbook) : 'unsure';
    if (answer === 'unsure') return unknownAt('generated', address, page);
    if (answer === 'missing') return resolution;
    return foundAt(address, { page, anchor: answer === 'there' ? null : answer }, resolution.indirections);
  }
  const isOpen = reason === 'missing-page' || (reason === 'missing-file' && settings.areFilesUnsure === true);
  if (settings.unsurePages === null || !isOpen) return resolution;
  return unknownAt('unknown-site', address);
}

/** Where a link leads that has reached a page of the site, by what it names after the `#`. */
export function arriveOn(
  page: Page,
  fragment: string | null,
  { handbook, settings }: Pick<PlacedLink<Settings>, 'handbook' | 'settings'>,
): Resolution {
  return softened(arrive(page, page.address ?? '/', fragment, handbook, []), settings, handbook);
}

/** Where a browser goes from a page by a destination as it stands in the built page. */
export function resolveInBrowser(
  href: string,
  isResource: boolean,
  address: string,
  settings: Settings,
  handbook: Handbook,
): Resolution {
  const { path, fragment } = splitHref(href);
  const from = settings.base + address.slice(1);
  return serveStatic({ path: joinPath(from, path), fragment, isResource }, settings, handbook);
}

/**
 * Where a full URL leads: to this site when it names its host, else to another one; `null` when it is no full URL. Where its first
 * folder has no page of the site, something else stands there on the host (an older version, another project), for which the writer
 * gave the full URL.
 */
export function lookUpExternal(href: string, link: Link, settings: Settings, handbook: Handbook): Resolution | null {
  if (!isExternal(href)) return null;
  const url = hostOf(href);
  if (!url || !isOnHost(href, handbook.config.hosts)) return unknownAt('other-site', href);
  const { path, fragment } = splitHref(url.rest);
  const whole = joinPath('/', path);
  // Other sites may share the host.
  if (belowBase(decodePercent(whole), settings.base) === null) return unknownAt('other-site', href);
  const answer = serveStatic({ path: whole, fragment, isResource: isResource(link) }, settings, handbook);
  if (answer.outcome !== 'broken' || answer.reason === 'missing-anchor') return answer;
  const [, first = ''] = answer.address.split('/');
  if (firstFolders(handbook).has(first)) return answer;
  return unknownAt('other-site', answer.address);
}

const firstFolders = query(
  'first folders of addresses',
  (handbook): ReadonlySet<string> => new Set(handbook.pages.map(({ address }) => address?.split('/')[1] ?? '')),
  { lives: 'places' },
);

/** What leads from one page to another as the built site has them: `../b/` on `/a/`. */
export function relativeAddress(from: Page, target: Page): string {
  return relativePath((from.address ?? '/').slice(1), (target.address ?? '/').slice(1)) || './';
}
