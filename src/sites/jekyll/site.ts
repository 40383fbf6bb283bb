import { builtParts } from '../common-parts.ts';
import { describeSettings } from '../describe-settings.ts';
import { escaped } from '../destination.ts';
import { isFenced } from '../original-markdown/fences.ts';
import type { Site } from '../site.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { uncheckable } from '../template.ts';
import { isPage, isRead, placeAll } from './addresses.ts';
import type { JekyllSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** A site that Jekyll 4 builds. */
export function jekyllSite(settings: JekyllSettings): Site {
  return {
    ...builtParts,
    kind: 'jekyll',
    isPage: (path) => isPage(path) && isRead(path, settings),
    place: (files, summaries) => placeAll(files, summaries, settings),
    ids: idsOf(settings),
    lookUp: (link, file, page, handbook) =>
      isFenced(file, link.range[0], handbook) ? uncheckable(link.href) : lookUp(link, page, handbook, settings),
    serve: (request, handbook) => serveStatic(request, { ...settings, base: '/' }, handbook),
    destinationFor: (target, _link, from) => escaped(relativeAddress(from, target)),
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
