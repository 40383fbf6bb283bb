import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeUnread } from '../script/config-keys.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { isPage, placeAll, routeOf } from './addresses.ts';
import type { VitepressSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** VitePress 1.6, known by `.vitepress/config.*`. */
export const vitepress = defineGenerator<VitepressSettings>({
  kind: 'vitepress',
  name: 'VitePress',
  read: async (sign, tree, written) => (await import('./config.ts')).readVitepress(sign, tree, written),
  site: (settings) => ({
    ...builtParts,
    kind: 'vitepress',
    isPage,
    place: (files) => placeAll(files, settings),
    ids: idsOf(settings.content[0] ?? '', settings.markdown.headingAttributes),
    lookUp: (link, file, page, handbook) => lookUp({ link, file, page, handbook, settings }),
    serve: (request, handbook) =>
      judgeOpen(serveStatic(request, { ...settings, base: '/' }, handbook), handbook, settings),
    destinationFor: (target, link, from) => {
      if (link.kind === 'html') return escaped(relativeAddress(from, target));
      const route = routeOf(target.path, settings);
      return escaped(link.href.startsWith('/') ? `/${route}` : relativePath(routeOf(from.path, settings), route));
    },
    fileDestinationFor: (address, link, from) => {
      if (address.startsWith('./')) return escaped(relativePath(from.path, address.slice(2)).replace(/^(?!\.)/, './'));
      return escaped(link.kind === 'html' ? settings.base + address.slice(1) : address);
    },
    keepId: (_heading, words, oldId) => (settings.markdown.headingAttributes ? `${words} {#${oldId}}` : null),
    canFix: () => settings.unread.length === 0 && settings.unsureAddresses === null,
    describe: () =>
      describeGenerator(
        'VitePress',
        settings,
        describeUnread(settings.unread),
        since('No address can be checked', settings.unsureAddresses),
      ),
  }),
});
