import { describeSettings } from '../describe-settings.ts';
import { escaped } from '../destination.ts';
import { addressOf, leadsHere } from '../github/links.ts';
import { addressOfAlias } from '../hugo/aliases.ts';
import type { Site } from '../site.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { isPage, isRead, placeAll } from './addresses.ts';
import type { JekyllSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** A site that Jekyll 4 builds. */
export function jekyllSite(settings: JekyllSettings): Site {
  return {
    kind: 'jekyll',
    addressesAreFiles: false,
    servesContent: true,
    isPage: (path) => isPage(path) && isRead(path, settings),
    place: (files, summaries) => placeAll(files, summaries, settings),
    logicalPath: (path) => path,
    addressOfAlias,
    ids: idsOf(settings),
    shortcodeTemplates: () => () => null,
    lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook, settings),
    serve: (request, handbook) => serveStatic(request, { ...settings, base: '/' }, handbook),
    leadsHere,
    destinationFor: (target, _link, from) => escaped(relativeAddress(from, target)),
    assumedAddress: addressOf,
    keepAddress: () => ({ range: [0, 0], text: null }),
    keepId: () => null,
    canFix: () => settings.relativeLinks !== null && settings.unsurePages === null,
    describe: () => ({
      summary: 'a Jekyll site',
      limits: settings.unsurePages === null ? '' : `Not all can be checked, since ${settings.unsurePages}.`,
      comment: (pages) => `A Jekyll site with ${pages}.`,
      keys: [],
      settings: describeSettings(settings),
    }),
  };
}
