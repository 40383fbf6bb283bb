import { getOrInsert } from '../../collections/get-or-insert.ts';
import { countOne, distinctBy } from '../../collections/groups.ts';
import { fixedStart } from '../../config/data-path.ts';
import { folderOf } from '../../files/paths.ts';
import { judgeLinks } from '../../links/judge.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { isBesideRoles } from '../../sections/names/beside-roles.ts';
import { isRoleTitle, roleWordsOf } from '../../sections/names/role-words.ts';
import { type CompiledType, pageTypeOf, pageTypes } from '../../sections/page-type.ts';
import { decodePercent, splitHref } from '../../sites/href.ts';
import { type CareerTree, findCareerTrees, liesInTree } from './career-trees.ts';
import { type LearnedType, learnTypes } from './learned-types.ts';
import { findRoleFolders, type RoleFolder } from './role-folders.ts';
import type { SiteHost } from './site-hosts.ts';
import { findUnknown, type UnknownTree } from './unknown-trees.ts';

/** What a look at a handbook without any configuration finds. */
export interface Survey {
  readonly pages: number;
  readonly includes: number;
  /** Hosts that full links go to, most of which name pages of this handbook, or that a file of the site's configuration says are its own. */
  readonly hosts: readonly { readonly host: string; readonly links: number; readonly saidBy?: string }[];
  readonly unknown: readonly UnknownTree[];
  /** Shortcodes with a parameter that links name as an anchor of the page, and how many do. */
  readonly anchors: readonly { readonly name: string; readonly parameter: number | string; readonly links: number }[];
  /** Other shortcodes that may make headings, and on how many pages. */
  readonly generating: readonly { readonly name: string; readonly pages: number }[];
  readonly careers: readonly CareerTree[];
  /** Pages that look like role pages, and the folders that hold more than one of them. */
  readonly roles: number;
  readonly roleFolders: readonly string[];
  /** Paths of the pages that look like role pages, and of those that are named after a role but have too little of one to be judged. */
  readonly rolePages: readonly string[];
  readonly likelyRoles: readonly string[];
  /** Folders and pages that are about roles, with the sections that most of these have. */
  readonly roleTypes: readonly RoleFolder[];
  /** The folder of job families, how many pages it has, and how many of them have a heading "Job Grade". */
  readonly jobFamilies: { readonly folder: string; readonly pages: number; readonly graded: number } | null;
  /** Folders whose pages share sections, none of them a type yet. */
  readonly learned: readonly LearnedType[];
}

/** Looks at all pages and their links. `siteHosts`: what the site's own configuration says. */
export function survey(handbook: Handbook, siteHosts: readonly SiteHost[] = []): Survey {
  const pages = handbook.pages.filter(({ address }) => address !== null);
  const hosts = findHosts(handbook, siteHosts);
  const hostNames = hosts.map(({ host }) => host);
  const jobFamilies = findJobFamilies(handbook, pages);
  const anchors = findAnchorMakers(handbook);
  const careers = findCareerTrees(handbook.pages.filter(({ kind }) => kind === 'regular').map(({ path }) => path));
  const roles = findRoles(handbook, pages, jobFamilies);
  const roleTypes = findRoleFolders(handbook, outside(pages, jobFamilies));
  const known = [
    ...roles.roleFolders,
    ...roleTypes.map(({ pages }) => (pages.includes('/*/') ? pages.slice(0, pages.indexOf('/*/')) : folderOf(pages))),
    ...(jobFamilies === null ? [] : [jobFamilies.folder]),
    ...pages.flatMap(({ path }) => (careers.some((tree) => liesInTree(path, tree)) ? folderOf(path) : [])),
  ];
  return {
    pages: pages.length,
    includes: handbook.pages.filter(({ kind }) => kind === 'include').length,
    hosts,
    unknown: findUnknown(handbook, hostNames),
    anchors,
    generating: findGenerating(handbook, pages).filter(({ name }) => !anchors.some((maker) => maker.name === name)),
    careers,
    ...roles,
    roleTypes,
    jobFamilies,
    learned: learnTypes(pages, known),
  };
}

/** Pages that are no job families. */
function outside(pages: readonly Page[], jobFamilies: Survey['jobFamilies']): readonly Page[] {
  return pages.filter(({ path }) => jobFamilies === null || !path.startsWith(`${jobFamilies.folder}/`));
}

/** With the career frameworks, whose pages are named after roles as well. */
export function withCareers(found: Survey, careers: Survey['careers']): Survey {
  const folders = careers.map(({ pattern }) => fixedStart(pattern));
  const isCareer = (pages: string) => folders.some((folder) => folder !== '' && pages.startsWith(folder));
  return { ...found, careers, roleTypes: found.roleTypes.filter(({ pages }) => !isCareer(pages)) };
}

function findHosts(handbook: Handbook, siteHosts: readonly SiteHost[]): Survey['hosts'] {
  const seen = new Map<string, { links: number; hits: number; addresses: Set<string> }>();
  for (const { facts } of handbook.pages) {
    for (const { href } of facts.externalLinks) {
      if (!URL.canParse(href)) continue;
      const { protocol, host, pathname } = new URL(href);
      if (!protocol.startsWith('http') || pathname === '/') continue;
      const counts = getOrInsert(seen, host, () => ({ links: 0, hits: 0, addresses: new Set() }));
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
  return {
    roles: roles.length,
    roleFolders: [...new Set(several)],
    rolePages: roles.map(({ path }) => path),
    likelyRoles: findLikelyRoles(handbook, outside(pages, jobFamilies)).map(({ path }) => path),
  };
}

/** A folder of that name, where most pages have a job grade or half of the sections that the built-in type asks for. */
function findJobFamilies(handbook: Handbook, pages: readonly Page[]): Survey['jobFamilies'] {
  const sections = pageTypes(handbook).find(({ type }) => type.name === 'job-family')?.sections ?? [];
  const found = new Map<string, { pages: number; graded: number; alike: number }>();
  for (const page of pages) {
    const { path, kind, facts } = page;
    const folder = /^(.*?\bjob-families)\//.exec(path)?.[1];
    if (folder === undefined || kind === 'section') continue;
    const counts = getOrInsert(found, folder, () => ({ pages: 0, graded: 0, alike: 0 }));
    counts.pages++;
    if (facts.headings.some(({ text }) => /\bjob grade$/i.test(text))) counts.graded++;
    const around = roleWordsOf([page.title]);
    const has = sections.filter(({ names }) => facts.headings.some(({ text }) => names.match(text, around) !== null));
    if (has.length * 2 >= sections.length) counts.alike++;
  }
  const [most] = [...found].sort(([, a], [, b]) => b.pages - a.pages);
  if (most === undefined) return null;
  const [folder, { pages: all, graded, alike }] = most;
  return Math.max(graded, alike) * 2 < all ? null : { folder, pages: all, graded };
}

/** A line that begins with bold words, in a list or not: `**Responsibilities:** ships`. */
const leadIn = /^[ \t]*(?:[-*+>][ \t]+)*(?:\*\*|__)([^*_\n]{1,200}?)[:.]?(?:\*\*|__)/gm;

/**
 * Pages that are named after a role and that have something of a role page, but too little for the rule to take them for one
 * by itself: one of the sections, or a section whose name stands in bold words instead of a heading.
 */
function findLikelyRoles(handbook: Handbook, pages: readonly Page[]): readonly Page[] {
  const role = pageTypes(handbook).find(({ type }) => type.name === 'role');
  if (role === undefined) return [];
  return pages.filter(
    (page) =>
      isRoleTitle(page.title) &&
      !isBesideRoles(page) &&
      pageTypeOf(page, handbook) === null &&
      hasSomeSection(page, role),
  );
}

function hasSomeSection(page: Page, { sections }: CompiledType): boolean {
  const around = roleWordsOf([page.title]);
  const isName = (text: string) => sections.some(({ sure }) => sure.isSure(text, around));
  if (page.facts.headings.some(({ level, text }) => level <= 3 && isName(text))) return true;
  return [...page.text.matchAll(leadIn)].some(([, words = '']) => isName(words));
}

/** A single link could name the word by chance; this many links do not. */
const fewestLinks = 2;

/** Shortcodes of which links name a parameter: `{{< spot "x" >}}` on a page that is linked to as `#x`. */
function findAnchorMakers(handbook: Handbook): Survey['anchors'] {
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
  return distinctBy(makers, ({ name }) => name);
}

/** Shortcodes that may make headings, and on how many pages. */
function findGenerating(handbook: Handbook, pages: readonly Page[]): Survey['generating'] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const name of new Set(handbook.anchors(page).generatedBy.map((call) => call.name))) countOne(counts, name);
  return [...counts].map(([name, pages]) => ({ name, pages })).sort((a, b) => b.pages - a.pages);
}
