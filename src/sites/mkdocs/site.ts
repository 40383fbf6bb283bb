import { describeSettings } from '../describe-settings.ts';
import { escaped, relativePath } from '../destination.ts';
import { addressOf, leadsHere } from '../github/links.ts';
import { addressOfAlias } from '../hugo/aliases.ts';
import type { Site } from '../site.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { isPage, placeAll } from './addresses.ts';
import type { MkdocsSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** A site that MkDocs 1.6 builds. */
export function mkdocsSite(settings: MkdocsSettings): Site {
  return {
    kind: 'mkdocs',
    addressesAreFiles: false,
    servesContent: true,
    isPage,
    place: (files) => placeAll(files, settings),
    logicalPath: (path) => path,
    addressOfAlias,
    ids: idsOf(settings),
    shortcodeTemplates: () => () => null,
    lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook, settings),
    serve: (request, handbook) => serveStatic(request, { ...settings, base: '/' }, handbook),
    leadsHere,
    destinationFor: (target, link, from) =>
      escaped(link.kind === 'html' ? relativeAddress(from, target) : relativePath(from.path, target.path)),
    assumedAddress: addressOf,
    keepAddress: () => ({ range: [0, 0], text: null }),
    keepId: () => null,
    canFix: () => true,
    describe: () => ({
      summary: 'a MkDocs site',
      limits: settings.unsurePages === null ? '' : `Not all can be checked, since ${settings.unsurePages}.`,
      comment: (pages) => `A MkDocs site with ${pages}.`,
      keys: [],
      settings: describeSettings(settings),
    }),
  };
}
