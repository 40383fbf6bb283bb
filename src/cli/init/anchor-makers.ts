import { countOne } from '../../collections/groups.ts';
import { judgeLinks } from '../../links/judge.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { decodePercent, splitHref } from '../../sites/href.ts';
import type { Survey } from './found.ts';

/** A single link could name the word by chance; this many links do not. */
const fewestLinks = 2;

/** Shortcodes of which links name a parameter: `{{< spot "x" >}}` on a page that is linked to as `#x`. */
export function findAnchorMakers(handbook: Handbook): Survey['anchors'] {
  const counts = new Map<string, { name: string; parameter: number | string; links: number }>();
  for (const page of handbook.pages) {
    for (const { link, resolution } of judgeLinks(page, handbook)) {
      if (resolution.outcome !== 'unknown' || resolution.reason !== 'generated' || resolution.page === null) continue;
      const fragment = decodePercent(splitHref(link.href).fragment ?? '');
      for (const call of handbook.anchors(resolution.page).generatedBy) {
        const at = call.params.findIndex(({ value }) => value === fragment);
        if (at < 0 || fragment === '') continue;
        const parameter = call.params[at]?.name ?? call.params.slice(0, at).filter(({ name }) => name === null).length;
        const key = `${call.name} ${parameter}`;
        const maker = counts.get(key) ?? { name: call.name, parameter, links: 0 };
        counts.set(key, { ...maker, links: maker.links + 1 });
      }
    }
  }
  const makers = [...counts.values()]
    .filter(({ links }) => links >= fewestLinks)
    .sort((a, b) => b.links - a.links || (a.name < b.name ? -1 : 1));
  return makers.filter(({ name }, at) => makers.findIndex((maker) => maker.name === name) === at);
}

/** Shortcodes that may make headings, and on how many pages. */
export function findGenerating(handbook: Handbook, pages: readonly Page[]): Survey['generating'] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const name of new Set(handbook.anchors(page).generatedBy.map((call) => call.name))) countOne(counts, name);
  return [...counts].map(([name, pages]) => ({ name, pages })).sort((a, b) => b.pages - a.pages);
}
