import { getOrInsert } from '../../collections/get-or-insert.ts';
import { judgeLinks } from '../../links/judge.ts';
import type { Handbook } from '../../model/handbook.ts';
import { hostOf, splitHref } from '../../sites/href.ts';

/** Fewer links than this could be a mistake on one page. */
const fewestLinks = 5;

/** This many different addresses are not all mistakes. */
const manyTargets = 20;

/** Of the links to a tree that something else serves, one in five may find a page. */
const foundShare = 0.2;

/** The beginning of addresses that many links go to, and that no page has, or next to none; `broken` of the links find nothing. */
export interface UnknownTree {
  readonly prefix: string;
  readonly links: number;
  readonly broken: number;
}

/** Parts of the site that many links go to, and of which next to nothing is here. `hosts`: the handbook's own. */
export function findUnknown(handbook: Handbook, hosts: readonly string[]): readonly UnknownTree[] {
  const ours = new Set(handbook.pages.map(({ address }) => topOf(address ?? '')));
  const trees = new Map<string, { links: number; broken: number; readonly missing: Set<string> }>();
  const base = handbook.config.generator?.base ?? `${handbook.config.hugo.basePath}/`;
  const count = (address: string, isBroken: boolean) => {
    const top = topOf(address);
    if (top === null) return;
    const tree = getOrInsert(trees, top, () => ({ links: 0, broken: 0, missing: new Set() }));
    tree.links++;
    if (!isBroken) return;
    tree.broken++;
    tree.missing.add(address);
  };
  for (const page of handbook.pages) {
    for (const { resolution } of judgeLinks(page, handbook)) {
      // A page without the heading is a page, and so is one whose address lacks the path below which the site lies.
      if (resolution.outcome === 'broken' && resolution.reason !== 'off-site')
        count(resolution.address, resolution.reason !== 'missing-anchor');
      else if (resolution.outcome === 'found') count(resolution.address, false);
    }
    for (const { href } of page.facts.externalLinks) {
      const own = hostOf(href);
      if (own === null || !hosts.includes(own.host)) continue;
      const path = splitHref(own.rest).path.replace(/\/?$/, '/');
      const address = path.startsWith(base) ? path.slice(base.length - 1) : path;
      count(address, handbook.at(address) === undefined);
    }
  }
  return [...trees]
    .filter(([top, { links, broken, missing }]) =>
      ours.has(top)
        ? missing.size >= manyTargets && links - broken <= foundShare * links
        : broken >= fewestLinks && links === broken,
    )
    .map(([prefix, { links, broken }]) => ({ prefix, links, broken }))
    .sort((a, b) => b.links - a.links);
}

/** `/handbook/` of `/handbook/values/`; `null` for what is not below a folder. */
function topOf(address: string): string | null {
  return /^\/[^/]+\//.exec(address)?.[0] ?? null;
}
