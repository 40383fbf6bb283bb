import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { isLiteral } from '../original-markdown/raw-blocks.ts';
import { relativeAddress } from '../serving/static-host.ts';
import { uncheckable } from '../template.ts';
import { isPage, isRead, placeAll } from './addresses.ts';
import type { JekyllSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { lookUp } from './links.ts';

/** Jekyll 4, known by _config.yml. */
export const jekyll = defineGenerator<JekyllSettings>({
  kind: 'jekyll',
  name: 'Jekyll',
  read: async (sign, tree) => (await import('./config.ts')).readJekyll(sign, tree),
  site: (settings) => ({
    ...builtParts(settings),
    isPage: (path) => isPage(path) && isRead(path, settings),
    place: (files, summaries) => placeAll(files, summaries, settings),
    ids: idsOf(settings),
    lookUp: (link, file, page, handbook) =>
      isLiteral(file, link, handbook, true) ? uncheckable(link.href) : lookUp({ link, file, page, handbook, settings }),
    destinationFor: (target, _link, from) => escaped(relativeAddress(from, target)),
    canFix: () => settings.relativeLinks !== null && settings.unsurePages === null,
    describe: () => describeGenerator('Jekyll', settings, since('Not all can be checked', settings.unsurePages)),
  }),
});
