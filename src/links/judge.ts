import type { Link } from '../markdown/facts.ts';
import { inOrder } from '../markdown/ranges.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { shownBy } from '../model/hidden.ts';
import { query } from '../model/query.ts';
import { isExternal } from '../sites/href.ts';
import { siteAt } from '../sites/index.ts';
import { isMarkdown } from '../sites/link-kinds.ts';
import type { Broken, Found, Resolution } from '../sites/resolution.ts';
import { resolveLink } from './resolve.ts';

export interface JudgedLink {
  readonly link: Link;
  /** For a link in an include: the worst of the resolutions on the pages that show it. */
  readonly resolution: Resolution;
  /** The pages on which the link has this resolution; the page itself, unless that is an include. */
  readonly seenOn: readonly Page[];
  /** Every page that shows the link. */
  readonly shownOn: readonly Page[];
}

/** A link that leads nowhere. */
interface BrokenLink extends JudgedLink {
  readonly resolution: Broken;
}

/** A link that reaches its target by way of indirections. */
interface IndirectLink extends JudgedLink {
  readonly resolution: Found;
}

/** The links of a page that stay inside the site, those by the site's full URL included; each list is in document order. */
interface PageLinks {
  readonly all: readonly JudgedLink[];
  /** Links that lead nowhere. */
  readonly broken: readonly BrokenLink[];
  /** Links that reach their target by way of indirections. */
  readonly indirect: readonly IndirectLink[];
  /** Links that lead to a place on a page. */
  readonly anchored: readonly JudgedLink[];
  /** Links that name a host. */
  readonly full: readonly JudgedLink[];
  readonly counts: LinkCounts;
}

// The rules ask for the same page one after the other.
const KEPT = 4;
/** A relative link in an include is followed from at most this many including pages. */
export const MAX_INCLUDERS = 500;
const linksOf = query('links of a page', judgeOnce, { keep: KEPT });

/** The links of a page, each judged. What an include links to is judged once, on the pages that show the include. */
export function linksOn(page: Page, handbook: Handbook): PageLinks {
  return linksOf(handbook, page);
}

/** All links of a page, as `linksOn` judges them. */
export function judgeLinks(page: Page, handbook: Handbook): readonly JudgedLink[] {
  return linksOn(page, handbook).all;
}

function judgeOnce(handbook: Handbook, page: Page): PageLinks {
  const links = internalLinks(page, handbook);
  return sorted(page.kind === 'include' ? judgeInclude(links, page, handbook) : judgePage(links, page, handbook));
}

/** Sets apart what rules ask for: most links are of no kind that has a rule. */
function sorted(all: readonly JudgedLink[]): PageLinks {
  const broken: BrokenLink[] = [];
  const indirect: IndirectLink[] = [];
  const anchored: JudgedLink[] = [];
  const full: JudgedLink[] = [];
  let [elsewhere, unknown] = [0, 0];
  all.forEach((judged) => {
    const { link, resolution } = judged;
    if (link.href.includes('//')) full.push(judged);
    if (resolution.outcome === 'broken') broken.push({ ...judged, resolution });
    else if (resolution.outcome === 'unknown') {
      if (resolution.reason === 'other-site') elsewhere++;
      else unknown++;
    } else {
      if (resolution.indirections.length > 0) indirect.push({ ...judged, resolution });
      if (resolution.anchor !== null) anchored.push(judged);
    }
  });
  const counts = { checked: all.length - elsewhere - unknown, broken: broken.length, unknown };
  return { all, broken, indirect, anchored, full, counts };
}

/** The page's links inside the site, those by its full URL included. */
export function internalLinks(page: Page, handbook: Handbook): readonly Link[] {
  const { facts } = page;
  const shownAt = shownBy(facts, handbook.config.hugo.inner);
  const isShown = (link: Link) => {
    const shown = shownAt?.(link.range[0]) ?? 'markdown';
    return shown === 'markdown' || (shown === 'verbatim' && !isMarkdown(link) && link.kind !== 'image');
  };
  const links = shownAt === null ? facts.links : facts.links.filter(isShown);
  const { hosts } = handbook.config;
  // Of most pages all lead elsewhere, and are not looked at.
  const mayLeadHere = facts.externalHosts.some((host) => host === '' || hosts.includes(host));
  const externalLinks = mayLeadHere ? facts.externalLinks : [];
  const own = externalLinks.filter((link) => isShown(link) && siteAt(page, handbook).leadsHere(link, handbook));
  return own.length === 0 ? links : inOrder([...links, ...own]);
}

function judgePage(links: readonly Link[], page: Page, handbook: Handbook): readonly JudgedLink[] {
  // One list for all links.
  const alone = [page];
  return links.map((link) => ({
    link,
    resolution: resolveLink(link, page, handbook),
    seenOn: alone,
    shownOn: alone,
  }));
}

/** All links are followed from one page before the next, since what is known of a page is not kept for long. */
function judgeInclude(links: readonly Link[], page: Page, handbook: Handbook): readonly JudgedLink[] {
  const shownOn = handbook.shownOn(page).slice(0, MAX_INCLUDERS);
  const [first, ...others] = shownOn;
  const worst = links.map((link) => ({
    link,
    resolution: resolveLink(link, page, handbook, first),
    seenOn: isSameEverywhere(link) ? shownOn : shownOn.slice(0, 1),
    shownOn,
  }));
  for (const includer of others)
    for (const judged of worst) {
      if (isSameEverywhere(judged.link)) continue;
      const next = resolveLink(judged.link, page, handbook, includer);
      const more = badness(next) - badness(judged.resolution);
      if (more > 0) Object.assign(judged, { resolution: next, seenOn: [includer] });
      else if (more === 0) judged.seenOn.push(includer);
    }
  return worst;
}

function isSameEverywhere({ href }: Link): boolean {
  return href.startsWith('/') || isExternal(href);
}

function badness(resolution: Resolution): number {
  if (resolution.outcome === 'broken') return 3;
  if (resolution.outcome === 'unknown') return 1;
  return resolution.indirections.length > 0 ? 2 : 0;
}

/** How the links of a page fared, for a run's summary. Links to other sites are not counted. */
export interface LinkCounts {
  readonly checked: number;
  readonly broken: number;
  readonly unknown: number;
}

/** The machine-readable data of a finding about a link. */
export function linkData({ link, resolution }: JudgedLink): Readonly<Record<string, string>> {
  const fragment =
    resolution.outcome === 'broken' && resolution.reason === 'missing-anchor' ? `#${resolution.fragment}` : '';
  return { href: link.href, target: resolution.address + fragment, outcome: resolution.outcome };
}
