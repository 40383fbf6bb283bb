import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeUnread } from '../script/config-keys.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { isPage, placeAll } from './addresses.ts';
import type { StarlightSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** Starlight 0.42, known by `astro.config.*` that names it. */
export const starlight = defineGenerator<StarlightSettings>({
  kind: 'starlight',
  name: 'Starlight',
  read: async (sign, tree, written) => (await import('./config.ts')).readStarlight(sign, tree, written),
  site: (settings) => ({
    ...builtParts,
    kind: 'starlight',
    isPage,
    place: (files, summaries) => placeAll(files, summaries, settings),
    ids: idsOf(settings.hasDashes),
    lookUp: (link, file, page, handbook) => lookUp({ link, file, page, handbook, settings }),
    serve: (request, handbook) =>
      judgeOpen(serveStatic(request, { ...settings, base: '/' }, handbook), handbook, settings),
    destinationFor: (target, link, from) =>
      escaped(
        link.href.startsWith('/') || settings.mayLackSlash
          ? `${settings.base}${(target.address ?? '/').slice(1)}`
          : relativeAddress(from, target),
      ),
    fileDestinationFor: (address, _link, from) =>
      address.startsWith('./')
        ? escaped(relativePath(from.path, address.slice(2)).replace(/^(?!\.)/, './'))
        : escaped(settings.base + address.slice(1)),
    canFix: () => settings.unread.length === 0 && settings.unsureAddresses === null,
    describe: () =>
      describeGenerator(
        'Starlight',
        settings,
        describeUnread(settings.unread),
        since('No address can be checked', settings.unsureAddresses),
        since('Not all can be checked', settings.unsurePages),
      ),
  }),
});
