import { folderPrefix, withoutEnding } from '../files/paths.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { withoutSlash } from '../model/redirects.ts';
import { belowContent } from '../sites/content-paths.ts';
import { escaped, relativePath } from '../sites/destination.ts';
import { decodePercent, hostOf, splitHref, tail } from '../sites/href.ts';
import { siteAt } from '../sites/index.ts';

/** A destination as written, and the page that it has to lead to. */
interface DestinationRequest {
  readonly link: Link;
  /** The page that holds the link, after the change. */
  readonly from: Page;
  /** The page that it leads to, before and after. */
  readonly before: Page;
  readonly target: Page;
  /** After the change. */
  readonly handbook: Handbook;
}

/**
 * Ways to write the path of a link to a page, those in the link's own style first. Which of them the site understands has to be
 * tried.
 */
export function pathsTo(wanted: DestinationRequest): readonly string[] {
  const { link, from, target, handbook } = wanted;
  const { path } = splitHref(link.href);
  const host = hostOf(link.href);
  if (host !== null) {
    const own = link.href.slice(0, link.href.length - host.rest.length);
    return stylesOf(splitHref(host.rest).path, wanted).map((style) => own + style);
  }
  const isName = link.kind === 'ref' && !path.includes('/');
  const names = isName ? [nameOf(target) + (/\.md$/i.exec(path)?.[0] ?? '')] : [];
  const canonical = splitHref(siteAt(from, handbook).destinationFor(target, link, from, handbook)).path;
  return unique([...names, ...stylesOf(path, wanted), canonical]);
}

/** Ways to write the path of a file, in the style of what was written before. */
export function pathsToFile(href: string, from: Page, addresses: readonly string[]): readonly string[] {
  const { path } = splitHref(href);
  const dot = path.startsWith('./') ? './' : '';
  const starts = [from.address, `/${from.path}`].filter((start) => start !== null);
  const relative = addresses.flatMap((address) => starts.map((start) => dot + relativePath(start, address)));
  const styles = path.startsWith('/') ? [...addresses, ...relative] : [...relative, ...addresses];
  return unique(styles.map(escaped));
}

function stylesOf(written: string, { from, before, target, handbook }: DestinationRequest): readonly string[] {
  const path = decodePercent(written);
  const absolute = spellings(path, before, target, handbook);
  if (path.startsWith('/')) return unique(absolute.map(escaped));
  const dot = path.startsWith('./') ? './' : '';
  const starts = startsOf(from, handbook);
  const relative = absolute.flatMap((spelling) => starts.map((start) => dot + relativeTo(start, spelling)));
  return unique([...relative, ...absolute].map(escaped));
}

/** The way from one absolute path to another, a final slash kept. */
function relativeTo(start: string, end: string): string {
  const isFolder = end.endsWith('/') && end !== '/';
  const path = relativePath(start.slice(1), (isFolder ? end.slice(0, -1) : end).slice(1));
  return isFolder || path === '' ? `${path || '.'}/` : path;
}

/** The name that `ref` finds a page by wherever it lies. */
function nameOf(page: Page): string {
  const parts = withoutEnding(page.path).split('/');
  const last = parts.at(-1) ?? '';
  return last === 'index' || last === '_index' ? (parts.at(-2) ?? last) : last;
}

/** A path with the query that stood behind it, and another fragment; `null` for none. */
export function withFragment(path: string, href: string, fragment: string | null): string {
  return path + tail({ ...splitHref(href), fragment });
}

/** An id as a fragment, percent-encoded where the old one was. */
export function fragmentFor(id: string, written: string | null): string {
  if (written !== null && decodePercent(written) === id) return written;
  return written !== null && /%[0-9a-f]{2}/i.test(written) ? encodeURIComponent(id) : escaped(id);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/**
 * Absolute ways to write a link to a page, those in the style of what was written first: by its address, by its file, or by its
 * folder, with or without endings. No kind of site understands all of them, so each has to be tried. `before`: the page before
 * it moved, which `written` led to.
 */
function spellings(written: string, before: Page, target: Page, handbook: Handbook): readonly string[] {
  const file = belowContent(target.path, handbook.config.content);
  const folder = folderPrefix(file);
  const stem = file.replace(/\.[^/.]+$/, '').replace(/\/_?index$/i, '') || '/';
  const base = basePathOf(written, handbook);
  const address = base + (target.address ?? `${stem}/`);
  const bare = withoutSlash(address);
  if (written.endsWith('/index.html')) return [`${bare === '/' ? '' : bare}/index.html`, address];
  if (/\.[^/.]+$/.test(written)) return /\.html?$/i.test(written) ? [address, `${bare}.html`, file] : [file, address];
  if (written.endsWith('/')) return target.address?.endsWith('/') ? [address, folder, stem] : [folder, address, stem];
  const folders = [withoutSlash(folder), folder];
  // Where addresses are files, a folder's page is written as the folder.
  if (target.kind === 'section' && !address.endsWith('/')) return [...folders, stem, bare];
  const isAddress = `${base}${before.address?.toLowerCase()}`.endsWith(
    `${written.toLowerCase().replace(/^[./]*/, '/')}/`,
  );
  return [...(isAddress ? [bare, stem] : [stem, bare]), ...folders, address];
}

/** The paths that a relative destination may be counted from: the folder in content, the file, the address. */
function startsOf(from: Page, handbook: Handbook): readonly string[] {
  const folder = handbook.contentFolder(from);
  return [
    `${folder === '/' ? '' : folder}/`,
    belowContent(from.path, handbook.config.content),
    `/${from.path}`,
    ...(from.address === null ? [] : [handbook.config.hugo.basePath + from.address]),
  ];
}

/** What all addresses of the site begin with, where the destination begins so as well. */
function basePathOf(written: string, { config }: Handbook): string {
  const { basePath } = config.hugo;
  return basePath !== '' && written.startsWith(`${basePath}/`) ? basePath : '';
}
