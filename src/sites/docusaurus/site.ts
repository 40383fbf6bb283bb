import type { Link } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeUnread } from '../script/config-keys.ts';
import { serveStatic } from '../static-host.ts';
import { isPage, placeAll, pluginOf, routeOf } from './addresses.ts';
import type { DocusaurusSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** Docusaurus 3, known by `docusaurus.config.*`. */
export const docusaurus = defineGenerator<DocusaurusSettings>({
  kind: 'docusaurus',
  name: 'Docusaurus',
  read: async (sign, tree, written) => (await import('./config.ts')).readDocusaurus(sign, tree, written),
  site: (settings) => {
    const hasVersions = settings.plugins.some((plugin) => plugin.hasVersions);
    return {
      ...builtParts,
      kind: 'docusaurus',
      isPage,
      place: (files, summaries) => placeAll(files, summaries, settings),
      ids: idsOf(settings.siteFolder),
      lookUp: (link, file, page, handbook) => lookUp({ link, file, page, handbook, settings }),
      serve: (request, handbook) =>
        judgeOpen(serveStatic(request, { ...settings, base: '/' }, handbook), handbook, settings),
      destinationFor: (target, link, from) => destinationFor(target, link, from, settings),
      fileDestinationFor: (address, link, from) => {
        if (address.startsWith('./'))
          return escaped(relativePath(from.path, address.slice(2)).replace(/^(?!\.)/, './'));
        return escaped(isRaw(link) ? settings.base + address.slice(1) : address);
      },
      keepId: (_heading, words, oldId) => `${words} {#${oldId}}`,
      namedPages: async ({ pages }, tree) => (await import('./named-pages.ts')).namedPages(settings, pages, tree),
      canFix: () => settings.unread.length === 0 && settings.unsureAddresses === null && !hasVersions,
      describe: () =>
        describeGenerator(
          'Docusaurus',
          settings,
          describeUnread(settings.unread),
          since('No address can be checked', settings.unsureAddresses),
          since('Not all can be checked', settings.unsurePages),
          hasVersions ? 'Addresses of docs in several versions cannot be checked, and --fix changes no link.' : '',
        ),
    };
  },
});

/** The file, for pages of one plugin; else the route, to which Docusaurus adds the base, but not in raw HTML. */
function destinationFor(target: Page, link: Link, from: Page, settings: DocusaurusSettings): string {
  const route = routeOf(target.path, target.summary, settings) ?? '/';
  if (isRaw(link)) return escaped(settings.base + route.slice(1));
  const isSame = pluginOf(target.path, settings) === pluginOf(from.path, settings);
  return escaped(isSame ? relativePath(from.path, target.path) : route);
}

function isRaw({ kind }: Link): boolean {
  return kind === 'html' || kind === 'html-resource';
}
