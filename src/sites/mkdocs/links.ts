import { folderOf, joinInside } from '../../files/paths.ts';
import { SPACE } from '../../markdown/set-aside/spaced-destinations.ts';
import { belowContent, inContent } from '../content-paths.ts';
import { decodePercent, splitHref } from '../href.ts';
import { isResource, type PlacedLink, trimmedHref } from '../link-kinds.ts';
import { foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { arriveOn, lookUpExternal, resolveInBrowser } from '../serving/static-host.ts';
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
export function lookUp(placed: PlacedLink<MkdocsSettings>): Resolution {
  const { link, page, handbook, settings } = placed;
  const href = trimmedHref(link).replaceAll(SPACE, ' ');
  const external = lookUpExternal(href, link, settings, handbook);
  if (external) return external;
  const { path, fragment } = splitHref(href);
  if (isComputed(href) || link.kind === 'ref') return uncheckable(path);
  // Nobody sees it on the site: it is left out, a draft, or a README beside an index.
  if (page.address === null) return unknownAt('not-shown', path);
  const { address } = page;
  if (path === '') return arriveOn(page, fragment, placed);
  const isRewritten = link.kind === 'inline' || link.kind === 'reference' || link.kind === 'image';
  const isFromTop = path.startsWith('/');
  const below = belowContent(page.path, settings.content).slice(1);
  const target = joinInside(isFromTop ? '' : folderOf(below), decodePercent(path));
  if (isRewritten && (!isFromTop || settings.absoluteLinks)) {
    const fileAt = (name: string) => handbook.page(inContent(name, settings.content));
    const isThere = (name: string) => fileAt(name) !== undefined;
    const { translations } = settings;
    const named =
      target === null || translations === null || !isThere(target)
        ? target
        : inLanguageOf(below, target, translations, isThere);
    if (named === null && target !== null) return uncheckable(path);
    const found = named === null ? undefined : fileAt(named);
    if (found?.address) return arriveOn(found, fragment, placed);
    const file = target === null ? undefined : handbook.fileAt(`/${target}`);
    if (file !== undefined) return foundAt(`/${target}`, { file });
  }
  // Addresses of translations are the plugin's own affair.
  if (settings.translations !== null) return uncheckable(path);
  const answer = resolveInBrowser(href, isResource(link), address, settings, handbook);
  const mayBeMade =
    [answer.address, `/${target}`].some((made) => OF_THEMES.test(made)) || settings.feeds.includes(answer.address);
  if (answer.outcome === 'broken' && mayBeMade) return uncheckable(answer.address);
  return sentOn(answer, fragment, placed);
}
