import { builtParts } from '../common-parts.ts';
import { describeSettings } from '../describe-settings.ts';
import { escaped, relativePath } from '../destination.ts';
import { isFenced } from '../original-markdown/fences.ts';
import type { Site } from '../site.ts';
import { relativeAddress, serveStatic } from '../static-host.ts';
import { uncheckable } from '../template.ts';
import { isPage, placeAll } from './addresses.ts';
import type { MkdocsSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** A site that MkDocs 1.6 builds. */
export function mkdocsSite(settings: MkdocsSettings): Site {
  return {
    ...builtParts,
    kind: 'mkdocs',
    isPage,
    place: (files) => placeAll(files, settings),
    ids: idsOf(settings),
    lookUp: (link, file, page, handbook) =>
      isFenced(file, link.range[0], handbook) ? uncheckable(link.href) : lookUp(link, page, handbook, settings),
    serve: (request, handbook) => serveStatic(request, { ...settings, base: '/' }, handbook),
    destinationFor: (target, link, from) =>
      escaped(link.kind === 'html' ? relativeAddress(from, target) : relativePath(from.path, target.path)),
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
