import { isLeftOutByGit } from '../../config/git-ignore.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { sourceFile } from '../content-paths.ts';
import { decodePercent, joinPath, splitHref } from '../href.ts';
import { isMarkdown, isResource, type PlacedLink, trimmedHref } from '../link-kinds.ts';
import { namedFile } from '../mdx-parts.ts';
import { type Broken, brokenAt, foundAt, type Resolution } from '../resolution.ts';
import { judgeOpenBy, lookUpWithoutPath } from '../script/scripted-site.ts';
import { arriveOn, resolveInBrowser, serveStatic } from '../serving/static-host.ts';
import { uncheckable } from '../template.ts';
import { pluginOf, routeOf } from './addresses.ts';
import type { DocusaurusSettings } from './config.ts';
import { isCommonMark } from './format.ts';

/**
 * Where a link leads on a site that Docusaurus 3 builds. Links of Markdown to Markdown files lead to the pages of the same
 * plugin; files beside the page are taken along; what else begins with `/` gets the base, and all others count from the page's
 * route. HTML stays as it is in MDX. Files count from the file that holds the link.
 */
export function lookUp(placed: PlacedLink<DocusaurusSettings>): Resolution {
  const { link, handbook, settings } = placed;
  const href = trimmedHref(link);
  const { path, fragment } = splitHref(href);
  const known = lookUpWithoutPath(href, fragment, placed, judgeOpen);
  if (known !== null) return known;
  const answer = isMarkdown(link)
    ? lookUpMarkdown(path, fragment, placed)
    : link.kind === 'image'
      ? lookUpImage(path, placed)
      : lookUpHtml(href, placed);
  // A file is one of its own version.
  const isOwn = answer.outcome === 'broken' && answer.reason === 'missing-anchor' && /\.mdx?$/i.test(path);
  return isOwn ? answer : judgeOpen(answer, handbook, settings);
}

/** The verdict, unless something else than a page of Markdown may stand where nothing was found. */
export const judgeOpen = judgeOpenBy(isLeftOpen);

/** Files of versions and translations, which docs may link to by their paths (run with 3.10.2), are not read. */
const OF_VERSIONS = /\/(?:\w+_)?versioned_docs\/|\/i18n\/[^/]+\/docusaurus-plugin-/;

function isLeftOpen({ address, reason }: Broken, handbook: Handbook, settings: DocusaurusSettings): boolean {
  const { made, plugins } = settings;
  const isVersioned = plugins.some(({ hasVersions, route }) => hasVersions && `${address}/`.startsWith(route));
  if (reason === 'missing-anchor') return isVersioned;
  const isLanguage = made.hasLanguages && /^\/[a-z]{2,3}(?:-[A-Za-z]{2,8})?\//.test(`${address}/`);
  return (
    isVersioned ||
    isLanguage ||
    OF_VERSIONS.test(address) ||
    isMadeLater(address, handbook, settings) ||
    made.open.some((start) => `${address}/`.startsWith(start))
  );
}

/** Whether the file of an address is one that git leaves out, so that it may be made before the site is built. */
function isMadeLater(address: string, { config }: Handbook, { plugins, static: folders }: DocusaurusSettings): boolean {
  const pages = plugins.flatMap(({ folder, route }) =>
    address.startsWith(route) ? [`${folder}/${address.slice(route.length)}`] : [],
  );
  const files = folders.map((folder) => folder + address);
  return [...pages, ...files].some((path) => isLeftOutByGit(path.replace(/^\//, ''), config.ignoredByGit));
}

function withBase(path: string, { base }: DocusaurusSettings): string {
  if (path === base.slice(0, -1)) return base;
  return path.startsWith(base) ? path : base + path.slice(1);
}

function lookUpMarkdown(path: string, fragment: string | null, placed: PlacedLink<DocusaurusSettings>): Resolution {
  const { link, settings } = placed;
  const isPageFile = /\.mdx?$/i.test(path);
  const target = isPageFile ? pageByFile(path, placed) : undefined;
  if (target?.address) return arriveOn(target, fragment, placed);
  const isAsset = path.startsWith('@site/') || (/\.[^./]+$/.test(path) && !isPageFile && !path.endsWith('.html'));
  if (isAsset && link.kind === 'inline') {
    const file = fileByPath(path, placed);
    if (file === 'unknown') return uncheckable(path);
    // Every such link gets a final slash then, by which a host of static files finds no file.
    if (typeof file === 'object') return settings.trailingSlash ? missing(`${file.address}/`) : file;
  }
  if (path.startsWith('@site/')) return missing(path.slice(5), isPageFile);
  return lookUpRoute(path, fragment, placed);
}

/** Where the theme's own `Link` leads: it adds the base, and final slashes as the site has them. */
function lookUpRoute(
  path: string,
  fragment: string | null,
  { page, handbook, settings }: PlacedLink<DocusaurusSettings>,
): Resolution {
  const route = routeOf(page.path, page.summary, settings) ?? '/';
  const written = slashed(path.startsWith('/') ? withBase(path, settings) : path, settings);
  const whole = joinPath(settings.base + route.slice(1), written);
  return serveStatic({ path: whole, fragment, isResource: false }, settings, handbook);
}

/** `<Link to="/crew">`, with or without the sign that begins it. */
const COMPONENT = /<?Link\s/y;

/** A link of HTML: as Markdown's own where that is so read, and where it is a `<Link>`, but that it names no files. */
function lookUpHtml(href: string, placed: PlacedLink<DocusaurusSettings>): Resolution {
  const { link, file, settings } = placed;
  const { path, fragment } = splitHref(href);
  COMPONENT.lastIndex = link.range[0];
  const isLink = link.kind === 'html' ? COMPONENT.test(file.text) || isCommonMark(file, settings.format) : false;
  if (isLink === false) return lookUpRaw(href, placed);
  const answer = lookUpRoute(path, fragment, placed);
  if (isLink) return answer;
  return lookUpRaw(href, placed).outcome === answer.outcome ? answer : uncheckable(path);
}

/** `applyTrailingSlash` of Docusaurus 3.10. */
function slashed(path: string, { trailingSlash, base }: DocusaurusSettings): string {
  if (trailingSlash === null || path === '/' || path === base) return path;
  return trailingSlash ? path.replace(/\/?$/, '/') : path.replace(/\/$/, '');
}

/** The page of a Markdown file, in the folders in which Docusaurus looks for it (`resolveMarkdownLinkPathname`). */
function pageByFile(path: string, { file, handbook, settings }: PlacedLink<DocusaurusSettings>): Page | undefined {
  const plugin = pluginOf(file.path, settings);
  if (plugin === undefined) return undefined;
  const beside = folderOf(file.path);
  const { siteFolder } = settings;
  const decoded = decodePercent(path);
  const folders = decoded.startsWith('/') ? [plugin.folder, siteFolder] : [beside, plugin.folder, siteFolder];
  return (/^\.{1,2}\//.test(decoded) ? [beside] : folders)
    .map((folder) => handbook.page(namedFile(decoded, folder, siteFolder) ?? ''))
    .find((found) => found?.address && pluginOf(found.path, settings) === plugin);
}

/** A file that is taken along: beside the page, in a folder of static files, or by `@site`. */
function fileByPath(
  path: string,
  { file: { path: from }, handbook, settings }: PlacedLink<DocusaurusSettings>,
): Resolution | 'unknown' | 'missing' {
  const decoded = decodePercent(path);
  if (decoded.startsWith('/')) return found(handbook.fileAt(decoded), decoded) ?? 'missing';
  const place = namedFile(decoded, folderOf(from), settings.siteFolder);
  if (place === null) return 'unknown';
  const folder = settings.static.find((name) => place.startsWith(`${name}/`));
  const address = folder === undefined ? sourceFile(place) : place.slice(folder.length);
  const file = handbook.page(place)?.path ?? handbook.fileAt(address);
  const isListed = folder !== undefined || settings.content.some((name) => name === '' || place.startsWith(`${name}/`));
  return found(file, address) ?? (isListed ? 'missing' : 'unknown');
}

function found(file: string | undefined, address: string): Resolution | undefined {
  return file === undefined ? undefined : foundAt(address, { file });
}

function missing(address: string, isPageFile = false): Resolution {
  const reason = isPageFile ? 'missing-page' : 'missing-file';
  return brokenAt(reason, address, null);
}

function lookUpImage(path: string, placed: PlacedLink<DocusaurusSettings>): Resolution {
  const { link, file } = placed;
  // An image by reference stays as it is.
  if (file.text[link.range[0]] !== '!') return lookUpRaw(path, placed);
  const image = fileByPath(path, placed);
  if (image === 'unknown') return uncheckable(path);
  if (image !== 'missing') return image;
  // What is not found stays as it is where the build does not stop, and may be right so: `/base/x.png`.
  if (lookUpRaw(path, placed).outcome !== 'broken') return uncheckable(path);
  const place = joinInside(folderOf(file.path), decodePercent(path));
  return missing(path.startsWith('/') || place === null ? decodePercent(path) : sourceFile(place));
}

/** What raw HTML means to a browser. */
function lookUpRaw(href: string, { link, page, handbook, settings }: PlacedLink<DocusaurusSettings>): Resolution {
  const { path } = splitHref(href);
  if (!settings.isBaseKnown && path.startsWith('/')) return uncheckable(path);
  const route = routeOf(page.path, page.summary, settings) ?? '/';
  const isFile = isResource(link);
  const answer = resolveInBrowser(href, isFile, page.address ?? '/', settings, handbook);
  if (answer.outcome !== 'broken') return answer;
  // Readers who come from another page of the site have the route in front of them, without the slash that hosts add.
  return resolveInBrowser(href, isFile, route, settings, handbook).outcome === 'broken' ? answer : uncheckable(path);
}
