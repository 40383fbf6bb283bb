import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeScripted, scriptedParts } from '../script/scripted-site.ts';
import { relativeAddress } from '../serving/static-host.ts';
import { placeAll, routeOf } from './addresses.ts';
import type { VitepressSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** VitePress 1.6, known by `.vitepress/config.*`. */
export const vitepress = defineGenerator<VitepressSettings>({
  kind: 'vitepress',
  name: 'VitePress',
  read: async (sign, tree, written) => (await import('./config.ts')).readVitepress(sign, tree, written),
  site: (settings) => ({
    ...scriptedParts(settings, lookUp, judgeOpen, ({ kind }) => kind === 'html'),
    isPage: (path) => path.endsWith('.md'),
    place: (files) => placeAll(files, settings),
    ids: idsOf(settings.content[0] ?? '', settings.markdown.headingAttributes),
    destinationFor: (target, link, from) => {
      if (link.kind === 'html') return escaped(relativeAddress(from, target));
      const route = routeOf(target.path, settings);
      return escaped(link.href.startsWith('/') ? `/${route}` : relativePath(routeOf(from.path, settings), route));
    },
    keepId: (_heading, words, oldId) => (settings.markdown.headingAttributes ? `${words} {#${oldId}}` : null),
    describe: () => describeScripted('VitePress', settings),
  }),
});
