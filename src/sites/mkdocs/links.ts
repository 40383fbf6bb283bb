import { folderOf, joinInside } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import { SPACE } from '../../markdown/set-aside/spaced-destinations.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { belowContent } from '../content-paths.ts';
import { arrive } from '../fragment.ts';
import { decodePercent, splitHref } from '../href.ts';
import { isResource, trimmedHref } from '../link-kinds.ts';
import { foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { lookUpExternal, resolveInBrowser, softened } from '../static-host.ts';
import { isComputed, uncheckable } from '../template.ts';
import type { MkdocsSettings } from './config.ts';
import { sentOn } from './redirects.ts';
import { inLanguageOf } from './translations.ts';

/** What the themes and plugins of MkDocs bring: styles, scripts, icons, the index of the search, feeds. */
const OF_THEMES =
  /^\/(?:css|js|fonts|webfonts|search|assets\/(?:stylesheets|javascripts))\/|^\/(?:img|assets\/images)\/favicon\.|^\/search\.html$|^\/feed_(?:rss|json)_/;

/**
 * Where a link leads on a site that MkDocs 1.6 builds. It rewrites relative links in Markdown that name a file, upper and lower
 * case as the file has them, a slash behind it or not; all others stay as they are, and count from the page's address.
 */
export function lookUp(link: Link, page: Page, handbook: Handbook, settings: MkdocsSettings): Resolution {
  const href = trimmedHref(link).replaceAll(SPACE, ' ');
  const external = lookUpExternal(href, link, settings, handbook);
  if (external) return external;
  const { path, fragment } = splitHref(href);
  if (isComputed(href) || link.kind === 'ref') return uncheckable(path);
  // Nobody sees it on the site: it is left out, a draft, or a README beside an index.
  if (page.address === null) return unknownAt('not-shown', path);
  const { address } = page;
  if (path === '') return softened(arrive(page, address, fragment, handbook, []), settings, handbook);
  const isRewritten = link.kind === 'inline' || link.kind === 'reference' || link.kind === 'image';
  const isFromTop = path.startsWith('/');
  if (isRewritten && (!isFromTop || settings.absoluteLinks)) {
    const [content = ''] = settings.content;
    const below = belowContent(page.path, settings.content).slice(1);
    const target = joinInside(isFromTop ? '' : folderOf(below), decodePercent(path));
    const prefix = content === '' ? '' : `${content}/`;
    const isThere = (name: string) => handbook.page(prefix + name) !== undefined;
    const { translations } = settings;
    const named =
      target === null || translations === null || !isThere(target)
        ? target
        : inLanguageOf(below, target, translations, isThere);
    if (named === null && target !== null) return uncheckable(path);
    const found = named === null ? undefined : handbook.page(prefix + named);
    if (found?.address) return softened(arrive(found, found.address, fragment, handbook, []), settings, handbook);
    const file = target === null ? undefined : handbook.fileAt(`/${target}`);
    if (file !== undefined) return foundAt(`/${target}`, { file });
  }
  // Addresses of translations are the plugin's own affair.
  if (settings.translations !== null) return uncheckable(path);
  const answer = resolveInBrowser(href, isResource(link), address, settings, handbook);
  const mayBeMade = OF_THEMES.test(answer.address) || settings.feeds.includes(answer.address);
  if (answer.outcome === 'broken' && mayBeMade) return uncheckable(answer.address);
  return sentOn(answer, fragment, settings, handbook);
}
