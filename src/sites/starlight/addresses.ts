import { withoutEnding } from '../../files/paths.ts';
import { githubSlug } from '../../markdown/headings/slug.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement, sourceFile } from '../content-paths.ts';
import type { StarlightSettings } from './config.ts';
import { addressOf } from './custom-pages.ts';

/**
 * The route of a page: `slug` of its front matter as it stands there, else its path with each name made a slug as GitHub makes
 * them of headings, in which `index` is the folder (`generateIdDefault` of Astro 7.3): `Deck plan/v1.2.md` is `deck-plan/v12`.
 */
export function routeOf(below: string, summary: PageSummary): string {
  const slug = slugOf(summary);
  const route =
    slug ??
    withoutEnding(below)
      .split('/')
      .map((name) => githubSlug(name))
      .join('/')
      .replace(/\/index$/, '');
  return route.replace(/^index$/, '');
}

function slugOf({ values }: PageSummary): string | undefined {
  return [values?.slug].flat()[0];
}

export function placeAll(
  { content }: SiteFiles,
  summaries: ReadonlyMap<string, PageSummary>,
  settings: StarlightSettings,
): Placement {
  const places = content.map((path) => [path, placeOf(path, summaries.get(path) ?? {}, settings)] as const);
  const built = places.flatMap(([path, { address, logical }]) =>
    address === null || logical === null ? [] : [routeOf(logical.slice(1), summaries.get(path) ?? {})],
  );
  const own = new Set(places.map(([, { address }]) => address));
  const shown = fallbacks(built, settings).filter((address) => !own.has(address));
  const published = (path: string, isContent: boolean) => {
    const [folder = ''] = settings.static;
    return !isContent && path.startsWith(`${folder}/`) ? path.slice(folder.length) : sourceFile(path);
  };
  return {
    ...placement(new Map(places), published, new Set([...settings.custom.addresses, ...shown])),
    unknownPrefixes: settings.custom.open,
  };
}

/** Where the other languages show pages of the main one. */
function fallbacks(routes: readonly string[], { languages: { main, others }, areFiles }: StarlightSettings): string[] {
  const isOf = (route: string, language: string) => `${route}/`.startsWith(`${language}/`);
  const inMain = routes.flatMap((route) => {
    if (main !== '') return isOf(route, main) ? [route.slice(main.length)] : [];
    return others.some((language) => isOf(route, language)) ? [] : [`/${route}`];
  });
  return others.flatMap((language) =>
    inMain.map((route) => addressOf(`${language}${route}`.replace(/\/$/, ''), areFiles)),
  );
}

function placeOf(path: string, summary: PageSummary, settings: StarlightSettings): Place {
  const below = belowContent(path, settings.content).slice(1);
  // At the address of a slug with a slash around it stands a page that says that there is none.
  const isLost = /^\/|\/$/.test(slugOf(summary) ?? '');
  const isBuilt = !summary.draft && !isLost;
  return placeAt(`/${below}`, {
    isFolder: /(?:^|\/)index\.mdx?$/.test(below),
    address: isBuilt ? addressOf(routeOf(below, summary), settings.areFiles) : null,
    why: summary.draft ? 'draft' : 'unrendered',
  });
}
