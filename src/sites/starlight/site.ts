import { nameOf } from '../../files/paths.ts';
import { since } from '../description.ts';
import { escaped } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeScripted, scriptedParts } from '../script/scripted-site.ts';
import { relativeAddress } from '../serving/static-host.ts';
import { placeAll } from './addresses.ts';
import type { StarlightSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** Starlight 0.42, known by `astro.config.*` that names it. */
export const starlight = defineGenerator<StarlightSettings>({
  kind: 'starlight',
  name: 'Starlight',
  read: async (sign, tree, written) => (await import('./config.ts')).readStarlight(sign, tree, written),
  site: (settings) => ({
    ...scriptedParts(settings, lookUp, judgeOpen, () => true),
    isPage: (path) => /\.mdx?$/.test(path) && !nameOf(path).startsWith('_'),
    place: (files, summaries) => placeAll(files, summaries, settings),
    ids: idsOf(settings.hasDashes),
    destinationFor: (target, link, from) =>
      escaped(
        link.href.startsWith('/') || settings.mayLackSlash
          ? `${settings.base}${(target.address ?? '/').slice(1)}`
          : relativeAddress(from, target),
      ),
    describe: () => describeScripted('Starlight', settings, since('Not all can be checked', settings.unsurePages)),
  }),
});
