import type { Link } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { defineGenerator } from '../generator.ts';
import { describeScripted, scriptedParts } from '../script/scripted-site.ts';
import { placeAll, pluginOf, routeOf } from './addresses.ts';
import type { DocusaurusSettings } from './config.ts';
import { idsOf } from './ids.ts';
import { judgeOpen, lookUp } from './links.ts';

/** Docusaurus 3, known by `docusaurus.config.*`. */
export const docusaurus = defineGenerator<DocusaurusSettings>({
  kind: 'docusaurus',
  name: 'Docusaurus',
  read: async (sign, tree, written) => (await import('./config.ts')).readDocusaurus(sign, tree, written),
  site: (settings) => {
    const parts = scriptedParts(settings, lookUp, judgeOpen, isRaw);
    const hasVersions = settings.plugins.some((plugin) => plugin.hasVersions);
    return {
      ...parts,
      isPage: (path) => /\.mdx?$/.test(path),
      place: (files, summaries) => placeAll(files, summaries, settings),
      ids: idsOf(settings.siteFolder),
      destinationFor: (target, link, from) => destinationFor(target, link, from, settings),
      keepId: (_heading, words, oldId) => `${words} {#${oldId}}`,
      namedPages: async ({ pages }, tree) => (await import('./named-pages.ts')).namedPages(settings, pages, tree),
      canFix: () => parts.canFix() && !hasVersions,
      describe: () =>
        describeScripted(
          'Docusaurus',
          settings,
          since('Not all can be checked', settings.unsurePages),
          hasVersions ? 'Addresses of docs in several versions cannot be checked, and --fix changes no link.' : '',
        ),
    };
  },
});

/** The file, for pages of one plugin; else the route, to which Docusaurus adds the base, but not in raw HTML. */
function destinationFor(target: Page, link: Link, from: Page, settings: DocusaurusSettings): string {
  const route = routeOf(target.path, target.summary, settings) ?? '/';
  if (isRaw(link)) return escaped(settings.base + route.slice(1));
  const isSame = pluginOf(target.path, settings) === pluginOf(from.path, settings);
  return escaped(isSame ? relativePath(from.path, target.path) : route);
}

function isRaw({ kind }: Link): boolean {
  return kind === 'html' || kind === 'html-resource';
}
