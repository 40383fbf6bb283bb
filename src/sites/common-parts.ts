import type { CommonSettings } from '../config/generator-settings.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { cleanPath, isOnHost } from './href.ts';
import { serveStatic } from './serving/static-host.ts';
import type { Site } from './site.ts';

/** Whether a full URL names one of the handbook's own hosts. */
export function leadsHere({ href }: Link, { config }: Handbook): boolean {
  return isOnHost(href, config.hosts);
}

/** Where the page is; the path of its file for one without an address. */
export function addressOf({ address, path }: Page): string {
  return address ?? `/${path}`;
}

/** What most kinds answer alike: no shortcodes, and nothing to write into a page that would keep an old address or id. */
export const commonParts = {
  logicalPath: (path) => path,
  // `redirect_from` counts from the top, wherever the page is (jekyll-redirect-from 0.17 with Jekyll 4.4.1, run).
  addressOfAlias: (alias) => cleanPath(`/${alias}`.replace(/\/{2,}/g, '/')).replace(/\/index\.html$/, '/'),
  shortcodeTemplates: () => () => null,
  leadsHere,
  assumedAddress: addressOf,
  keepAddress: () => ({ range: [0, 0], text: null }),
  keepId: () => null,
  stopsAtRepeatedKeys: () => false,
} as const satisfies Partial<Site>;

/** What is alike where a generator writes static files, and pages have other addresses than their files. */
export function builtParts(settings: CommonSettings) {
  return {
    ...commonParts,
    kind: settings.kind,
    addressesAreFiles: false,
    servesContent: true,
    serve: (request, handbook) => serveStatic(request, { ...settings, base: '/' }, handbook),
  } as const satisfies Partial<Site>;
}
