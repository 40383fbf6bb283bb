import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { isLiteral } from '../original-markdown/raw-blocks.ts';
import { relativeAddress } from '../serving/static-host.ts';
import { uncheckable } from '../template.ts';
import { isPage, placeAll } from './addresses.ts';
import { isInComment } from './comments.ts';
import type { MkdocsSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** MkDocs 1.6, known by mkdocs.yml, and ProperDocs. */
export const mkdocs = defineGenerator<MkdocsSettings>({
  kind: 'mkdocs',
  name: 'MkDocs',
  read: async (sign, tree) => (await import('./config.ts')).readMkdocs(sign, tree),
  site: (settings) => ({
    ...builtParts(settings),
    isPage,
    place: (files) => placeAll(files, settings),
    ids: idsOf(settings),
    lookUp: (link, file, page, handbook) =>
      isLiteral(file, link, handbook, settings.markedHtml) || (settings.hasMacros && isInComment(file.text, link))
        ? uncheckable(link.href)
        : lookUp({ link, file, page, handbook, settings }),
    destinationFor: (target, link, from) =>
      escaped(link.kind === 'html' ? relativeAddress(from, target) : relativePath(from.path, target.path)),
    namedPages: async (_handbook, tree) => (await import('./named-pages.ts')).namedPages(settings, tree),
    canFix: () => true,
    describe: () => describeGenerator('MkDocs', settings, since('Not all can be checked', settings.unsurePages)),
  }),
});
