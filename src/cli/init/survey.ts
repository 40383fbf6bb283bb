import type { Handbook, Page } from '../../handbook/handbook.ts';
import { pageTypeOf } from '../../handbook/sections/page-type.ts';
import { judgeLinks } from '../../links/judge.ts';
import { type CareerTree, findCareerTrees } from './career-trees.ts';

/** What a look at a handbook without any configuration finds. */
export interface Survey {
  readonly pages: number;
  readonly includes: number;
  /** Hosts that full links go to, most of which name pages of this handbook. */
  readonly hosts: readonly { readonly host: string; readonly links: number }[];
  /** Beginnings of addresses that many links go to and no page has. */
  readonly unknown: readonly { readonly prefix: string; readonly links: number }[];
  /** Shortcodes that may make headings, and on how many pages. */
  readonly generating: readonly { readonly name: string; readonly pages: number }[];
  readonly careers: readonly CareerTree[];
  /** Pages that look like role pages. */
  readonly roles: number;
  /** The folder of job families, and how many pages it has. */
  readonly jobFamilies: { readonly folder: string; readonly pages: number } | null;
}

/** Fewer links could be a mistake on one page. */
const fewestLinks = 5;

/** Looks at all pages and their links. */
export function survey(handbook: Handbook): Survey {
  const pages = handbook.pages.filter(({ address }) => address !== null);
  return {
    pages: pages.length,
    includes: handbook.pages.filter(({ kind }) => kind === 'include').length,
    hosts: findHosts(handbook),
    unknown: findUnknown(handbook),
    generating: findGenerating(handbook, pages),
    careers: findCareerTrees(handbook.pages.filter(({ kind }) => kind === 'regular').map(({ path }) => path)),
    roles: pages.filter((page) => pageTypeOf(page, handbook)?.kind === 'type').length,
    jobFamilies: findJobFamilies(pages),
  };
}

function findHosts(handbook: Handbook): Survey['hosts'] {
  const seen = new Map<string, { links: number; hits: number; addresses: Set<string> }>();
  for (const { facts } of handbook.pages) {
    for (const { href } of facts.externalLinks) {
      if (!URL.canParse(href)) continue;
      const { protocol, host, pathname } = new URL(href);
      if (!protocol.startsWith('http') || pathname === '/') continue;
      const counts = seen.get(host) ?? { links: 0, hits: 0, addresses: new Set() };
      seen.set(host, counts);
      counts.links++;
      const address = pathname.replace(/\/?$/, '/');
      if (handbook.at(address) === undefined) continue;
      counts.hits++;
      counts.addresses.add(address);
    }
  }
  // Another company's site may have one page of the same address, such as /handbook/, but hardly three.
  return [...seen]
    .filter(([, { links, hits, addresses }]) => addresses.size >= 3 && hits * 2 >= links)
    .map(([host, { links }]) => ({ host, links }))
    .sort((a, b) => b.links - a.links);
}

function findUnknown(handbook: Handbook): Survey['unknown'] {
  const ours = new Set(handbook.pages.map(({ address }) => topOf(address ?? '')));
  const counts = new Map<string, number>();
  for (const page of handbook.pages) {
    for (const { resolution } of judgeLinks(page, handbook)) {
      if (resolution.outcome !== 'broken') continue;
      const top = topOf(resolution.address);
      if (top !== null && !ours.has(top)) counts.set(top, (counts.get(top) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, links]) => links >= fewestLinks)
    .map(([prefix, links]) => ({ prefix, links }))
    .sort((a, b) => b.links - a.links);
}

/** `/handbook/` of `/handbook/values/`; `null` for what is not below a folder. */
function topOf(address: string): string | null {
  return /^\/[^/]+\//.exec(address)?.[0] ?? null;
}

function findGenerating(handbook: Handbook, pages: readonly Page[]): Survey['generating'] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const name of new Set(handbook.anchors(page).generatedBy.map((call) => call.name)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, pages]) => ({ name, pages })).sort((a, b) => b.pages - a.pages);
}

function findJobFamilies(pages: readonly Page[]): Survey['jobFamilies'] {
  const counts = new Map<string, number>();
  for (const { path, kind } of pages) {
    const folder = /^(.*?\/job-families)\//.exec(path)?.[1];
    if (folder !== undefined && kind !== 'section') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { folder: most[0], pages: most[1] };
}
