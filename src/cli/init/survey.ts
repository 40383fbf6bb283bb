import { folderOf } from '../../files/paths.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { findAnchorMakers, findGenerating } from './anchor-makers.ts';
import { findCareerTrees } from './career-trees.ts';
import type { Survey } from './found.ts';
import { learnTypes } from './learned-types.ts';
import { findLikelyRoles } from './likely-roles.ts';
import type { SiteHost } from './site-hosts.ts';
import { findUnknown } from './unknown-trees.ts';

/** Looks at all pages and their links. `siteHosts`: what the site's own configuration says. */
export function survey(handbook: Handbook, siteHosts: readonly SiteHost[] = []): Survey {
  const pages = handbook.pages.filter(({ address }) => address !== null);
  const hosts = findHosts(handbook, siteHosts);
  const jobFamilies = findJobFamilies(pages);
  const anchors = findAnchorMakers(handbook);
  const careers = findCareerTrees(handbook.pages.filter(({ kind }) => kind === 'regular').map(({ path }) => path));
  const roles = findRoles(handbook, pages, jobFamilies);
  const known = [
    ...roles.roleFolders,
    ...(jobFamilies === null ? [] : [jobFamilies.folder]),
    ...careers.map(({ pattern }) => pattern.slice(0, pattern.indexOf('/{'))),
  ];
  return {
    pages: pages.length,
    includes: handbook.pages.filter(({ kind }) => kind === 'include').length,
    hosts,
    unknown: findUnknown(
      handbook,
      hosts.map(({ host }) => host),
    ),
    anchors,
    generating: findGenerating(handbook, pages).filter(({ name }) => !anchors.some((maker) => maker.name === name)),
    careers,
    ...roles,
    jobFamilies,
    learned: learnTypes(pages, known),
  };
}

function findHosts(handbook: Handbook, siteHosts: readonly SiteHost[]): Survey['hosts'] {
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
  const linked = [...seen]
    .filter(([, { links, hits, addresses }]) => addresses.size >= 3 && hits * 2 >= links)
    .map(([host, { links }]) => ({ host, links }))
    .filter(({ host }) => !siteHosts.some((said) => said.host === host))
    .sort((a, b) => b.links - a.links);
  return [...siteHosts.map(({ host, path }) => ({ host, links: seen.get(host)?.links ?? 0, saidBy: path })), ...linked];
}

function findRoles(
  handbook: Handbook,
  pages: readonly Page[],
  jobFamilies: Survey['jobFamilies'],
): Pick<Survey, 'roles' | 'roleFolders' | 'rolePages' | 'likelyRoles'> {
  const roles = pages.filter((page) => pageTypeOf(page, handbook)?.kind === 'type');
  const folders = roles.map(({ path }) => folderOf(path)).sort();
  const several = folders.filter((folder, at) => folder !== '' && folder === folders[at + 1]);
  const others = pages.filter(({ path }) => jobFamilies === null || !path.startsWith(`${jobFamilies.folder}/`));
  return {
    roles: roles.length,
    roleFolders: [...new Set(several)],
    rolePages: roles.map(({ path }) => path),
    likelyRoles: findLikelyRoles(handbook, others).map(({ path }) => path),
  };
}

function findJobFamilies(pages: readonly Page[]): Survey['jobFamilies'] {
  const found = new Map<string, { pages: number; graded: number }>();
  for (const { path, kind, facts } of pages) {
    const folder = /^(.*?\bjob-families)\//.exec(path)?.[1];
    if (folder === undefined || kind === 'section') continue;
    const counts = found.get(folder) ?? { pages: 0, graded: 0 };
    found.set(folder, counts);
    counts.pages++;
    if (facts.headings.some(({ text }) => /\bjob grade$/i.test(text))) counts.graded++;
  }
  const [most] = [...found].sort(([, a], [, b]) => b.pages - a.pages);
  return most === undefined ? null : { folder: most[0], ...most[1] };
}
