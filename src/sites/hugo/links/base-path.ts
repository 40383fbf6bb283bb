import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { Handbook } from '../../../model/handbook.ts';
import { brokenAt, type Resolution, unknownAt } from '../../resolution.ts';
import { type Request, serve } from '../../serving/browser.ts';
import { changes, isSince } from '../version.ts';

/**
 * What a browser gets for a path of the host, when the site is published below `baseURL`'s path: `/handbook/values/`. A path that
 * leaves the site is an error where the page that it names is there below that path; else it may be anything on the host.
 */
export function serveOnHost(request: Request, handbook: Handbook): Resolution {
  const { basePath } = handbook.config.hugo;
  const { path, fragment } = request;
  if (path === basePath || path.startsWith(`${basePath}/`))
    return serve({ ...request, path: path.slice(basePath.length) || '/' }, handbook);
  const meant = serve(request, handbook);
  const isThere = meant.outcome === 'found' || (meant.outcome === 'broken' && meant.reason === 'missing-anchor');
  if (!isThere) return unknownAt('other-site', path);
  const address = basePath + path;
  return brokenAt('off-site', address, fragment, [], meant.page);
}

/**
 * What a browser gets for a path in a link of a page. `relativeURLs` and `canonifyURLs` make addresses that begin with a slash
 * count from the site, not from the host. Run with 0.131 and 0.169.
 */
export function serveOnSite(request: Request, handbook: Handbook): Resolution {
  const { basePath, rooted, version } = handbook.config.hugo;
  if (basePath === '' || rooted === null) return serveOnHost(request, handbook);
  const isBelow = request.path.startsWith(`${basePath}/`);
  if (rooted === 'canonify' && isBelow && isSince(version, changes.canonifyOnce)) return serveOnHost(request, handbook);
  return serve(request, handbook);
}

/**
 * Where an address leads that Hugo writes for a page or file that it found: with `relativeURLs` the path of `baseURL` stands there
 * twice, and nothing is found. Run with 0.131, 0.167 and 0.169.
 */
export function asWrittenByHugo(resolution: Resolution, { config }: Handbook): Resolution {
  const { basePath } = config.hugo;
  if (!writesBaseTwice(config.hugo) || resolution.outcome === 'unknown') return resolution;
  if (resolution.outcome === 'broken' && resolution.reason !== 'missing-anchor') return resolution;
  return brokenAt('missing-page', basePath + basePath + resolution.address, null);
}

/** Whether addresses that Hugo writes for what it found lead nowhere. */
export function writesBaseTwice({ basePath, rooted }: HugoSettings): boolean {
  return basePath !== '' && rooted === 'relative';
}
