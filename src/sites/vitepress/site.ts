import { builtParts, joinLimits } from '../common-parts.ts';
import { describeSettings } from '../describe-settings.ts';
import { escaped, relativePath } from '../destination.ts';
import { describeUnread } from '../script/config-keys.ts';
import type { Site } from '../site.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { isPage, placeAll, routeOf } from './addresses.ts';
import type { VitepressSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** A site that VitePress 1.6 builds. */
export function vitepressSite(settings: VitepressSettings): Site {
  return {
    ...builtParts,
    kind: 'vitepress',
    isPage,
    place: (files) => placeAll(files, settings),
    ids: idsOf(settings.content[0] ?? '', settings.markdown.headingAttributes),
    lookUp: (link, file, page, handbook) => lookUp(link, file, page, handbook, settings),
    serve: (request, handbook) => judgeOpen(serveStatic(request, { ...settings, base: '/' }, handbook), settings),
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
    describe: () => ({
      summary: 'a VitePress site',
      limits: joinLimits(
        describeUnread(settings.unread),
        settings.unsureAddresses === null ? '' : `No address can be checked, since ${settings.unsureAddresses}.`,
      ),
      comment: (pages) => `A VitePress site with ${pages}.`,
      keys: [],
      settings: describeSettings(settings),
    }),
  };
}
