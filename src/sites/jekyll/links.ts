import { folderOf, joinInside } from '../../files/paths.ts';
import { BLANK } from '../../markdown/set-aside/liquid.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { belowContent, inContent } from '../content-paths.ts';
import { decodePercent, splitHref } from '../href.ts';
import { isMarkdown, isResource, type PlacedLink, trimmedHref } from '../link-kinds.ts';
import { foundAt, type Resolution } from '../resolution.ts';
import { arriveOn, lookUpExternal, resolveInBrowser } from '../serving/static-host.ts';
import { isComputed, uncheckable } from '../template.ts';
import { isRead } from './addresses.ts';
import type { JekyllSettings } from './config.ts';
import { collectionFileAt } from './documents.ts';
import { isRendered } from './rendered.ts';

/**
 * Where a link leads on a site that Jekyll 4.4 builds. Jekyll rewrites nothing. jekyll-relative-links 0.9 rewrites links to
 * Markdown and other files, from the page's folder or with a `/` from the top, but none with a query.
 */
export function lookUp(placed: PlacedLink<JekyllSettings>): Resolution {
  const { link, page, handbook, settings } = placed;
  const href = trimmedHref(link);
  const external = lookUpExternal(href, link, settings, handbook);
  if (external) return external;
  const { path, query, fragment } = splitHref(href);
  if (link.kind === 'ref' || page.address === null) return uncheckable(path);
  if (isComputed(href)) return lookUpComputed(href, page.address, placed);
  // Who reads a file that the site does not render reads it in the repository.
  if (!isRendered(page, settings, handbook)) return lookUpFile(path, null, placed) ?? uncheckable(path);
  if (path === '') return arriveOn(page, fragment, placed);
  if (query === null && settings.relativeLinks !== false && isRewritten(placed)) {
    const rewritten = lookUpFile(path, fragment, placed);
    if (rewritten) return settings.relativeLinks ? rewritten : uncheckable(path);
  }
  const answer = resolveInBrowser(href, isResource(link), page.address, settings, handbook);
  // Where it is not known whether files without front matter are pages, nothing at such an address is.
  if (answer.outcome !== 'broken' || answer.reason === 'missing-anchor') return answer;
  const isOpen = settings.optionalFrontMatter === null && /\/README|\/$/i.test(answer.address);
  // What a plugin renders without front matter is copied as well.
  const original = fileAt(answer.address.slice(1), handbook, settings);
  const isCopied = original?.facts.frontMatter === null && isRead(original.path, settings);
  return isOpen || isCopied ? uncheckable(path) : answer;
}

/**
 * Whether the plugin rewrites the link: of documents of collections only where it is told to, in Markdown any without `<>` around it, and
 * besides what ends in `.md` wherever a reader can click on it.
 */
function isRewritten({ link, page, settings }: PlacedLink<JekyllSettings>): boolean {
  const below = belowContent(page.path, settings.content).slice(1);
  if (!settings.relativeLinksInCollections && collectionFileAt(below, settings) !== null) return false;
  const isPlain = (isMarkdown(link) || link.kind === 'image') && page.text[link.target[0] - 1] !== '<';
  return isPlain || (!isResource(link) && /\.md(?:#|$)/.test(link.href));
}

/** Where a destination leads that simple tags of Liquid compute; what others compute cannot be checked. */
function lookUpComputed(href: string, address: string, placed: PlacedLink<JekyllSettings>): Resolution {
  const { link, handbook, settings } = placed;
  const unsure = uncheckable(href);
  const target = computed(href, settings);
  if (target === null) return unsure;
  if (target.kind === 'address') {
    const answer = resolveInBrowser(target.href, isResource(link), address, settings, handbook);
    return answer.outcome === 'broken' && settings.optionalFrontMatter === null ? unsure : answer;
  }
  const found = target.kind === 'file' ? fileAt(target.path, handbook, settings) : postBy(target.name, handbook);
  if (found?.address) return arriveOn(found, target.fragment, placed);
  if (target.kind === 'post') return unsure;
  const file = handbook.fileAt(`/${target.path}`);
  return file === undefined ? unsure : foundAt(`/${target.path}`, { file });
}

function fileAt(path: string, handbook: Handbook, { content }: JekyllSettings): Page | undefined {
  return handbook.page(inContent(path, content));
}

/** The post of a name: `2024-05-01-start`, or `news/2024-05-01-start` for what lies in a folder. */
function postBy(name: string, handbook: Handbook): Page | undefined {
  const [folder = '', base = ''] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)];
  return handbook.pages.find(({ path }) => {
    const bare = `/${path.replace(/\.[^./]*$/, '')}`;
    return bare.endsWith(`/_posts/${folder}${base}`) || bare.endsWith(`/${folder}_posts/${base}`);
  });
}

function lookUpFile(path: string, fragment: string | null, placed: PlacedLink<JekyllSettings>): Resolution | undefined {
  const { page, handbook, settings } = placed;
  const below = belowContent(page.path, settings.content).slice(1);
  const target = joinInside(
    path.startsWith('/') ? '' : folderOf(below),
    // As `CGI.unescape` reads it.
    decodePercent(path.replaceAll('+', ' ')).replace(/(?<!\/)\/+$/, ''),
  );
  if (target === null || target === '') return undefined;
  const found = fileAt(target, handbook, settings);
  if (found?.address === null && found.summary.values?.published !== 'false') return uncheckable(path);
  if (found?.address) return arriveOn(found, fragment, placed);
  const file = handbook.fileAt(`/${target}`);
  if (file !== undefined) return foundAt(`/${target}`, { file });
  // A page that is no Markdown stands where its permalink says.
  return settings.rendered.files.includes(inContent(target, settings.content)) ? foundAt(`/${target}`) : undefined;
}

/** What a destination that Liquid computes comes to: an address of the host, a file of the site, or a post. */
type Computed =
  | { readonly kind: 'address'; readonly href: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | null }
  | { readonly kind: 'post'; readonly name: string; readonly fragment: string | null };

const SITE_URL = /^\{\{-? ?site\.url ?-?\}\}/;
const BASE_URL = /^\{\{-? ?site\.baseurl ?-?\}\}/;
/** `{{ "/crew/" | relative_url }}` */
const FILTERED =
  /^\{\{-? ?["']([^"'#{}]{0,300})["'] ?\| ?(?:relative_url|absolute_url|prepend: ?site\.baseurl) ?-?\}\}([#?].*)?$/;
/** `{% link crew/watch.md %}`, `{% post_url 2024-05-01-start %}` */
const LINK = /^\{%-? ?(link|post_url) ([^%{}#|]{1,300}?) ?-?%\}(?:#(.*))?$/;

/**
 * What simple tags come to: `site.baseurl` and `site.url` at the beginning, a path in `relative_url`, a file in `link`, a post in
 * `post_url` (Jekyll 4.4).
 * `null` for all others.
 */
export function computed(href: string, { base }: Pick<JekyllSettings, 'base'>): Computed | null {
  const written = href.replaceAll(BLANK, ' ').replace(/ +/g, ' ');
  const file = LINK.exec(written);
  if (file) {
    const [, tag, name = '', fragment = null] = file;
    const path = name.trim().replace(/^\//, '');
    return tag === 'link' ? { kind: 'file', path, fragment } : { kind: 'post', name: path, fragment };
  }
  const root = base.slice(0, -1);
  const filtered = FILTERED.exec(written);
  if (filtered)
    return { kind: 'address', href: `${root}/${(filtered[1] ?? '').replace(/^\//, '')}${filtered[2] ?? ''}` };
  const rest = written.replace(SITE_URL, '');
  const below = rest.replace(BASE_URL, '');
  if (below === rest || /[{}]/.test(below)) return null;
  return { kind: 'address', href: `${root}${below.startsWith('/') || below === '' ? '' : '/'}${below}` };
}
