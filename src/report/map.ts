import { getOrInsert } from '../collections/get-or-insert.ts';
import { countBy } from '../collections/groups.ts';
import { folderOf } from '../files/paths.ts';
import { judgeLinks } from '../links/judge.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { SiteMap } from './data.ts';

/** More sections than this cannot be told apart on a picture; the smallest ones become one. */
const MOST_SECTIONS = 24;
const OTHERS = 'other sections';
const MOST_UNLINKED = 500;
const MOST_RELIED = 50;

/**
 * Follows every link once. The map: sections as nodes, links as edges, pages without links to them, pages that many rely on. The figures:
 * how many links there are, how they fare, and why some cannot be checked.
 */
export function mapLinks(handbook: Handbook) {
  const name = sectionNames(handbook);
  const edges = new Map<string, { from: string; to: string; links: number; broken: number }>();
  const incoming = new Map<Page, { links: number; from: Set<Page> }>();
  const reasons: Record<string, number> = {};
  let [checked, broken, unknown] = [0, 0, 0];
  for (const page of handbook.pages)
    for (const { resolution } of judgeLinks(page, handbook)) {
      if (resolution.outcome === 'unknown') {
        if (resolution.reason === 'other-site') continue;
        unknown++;
        reasons[resolution.reason] = (reasons[resolution.reason] ?? 0) + 1;
        continue;
      }
      checked++;
      if (resolution.outcome === 'broken') broken++;
      const target = resolution.page;
      const from = name(page.path);
      const to = target === null ? nameOfAddress(resolution.address, handbook, name) : name(target.path);
      if (to !== null) {
        const edge = getOrInsert(edges, `${from}\n${to}`, () => ({ from, to, links: 0, broken: 0 }));
        edge.links++;
        if (resolution.outcome === 'broken') edge.broken++;
      }
      if (target === null || target === page) continue;
      const known = getOrInsert(incoming, target, () => ({ links: 0, from: new Set() }));
      known.links++;
      known.from.add(page);
    }
  const counts = countBy(handbook.pages.filter(({ address }) => address !== null).map(({ path }) => name(path)));
  const built = handbook.pages.filter(({ address }) => address !== null && address !== '/');
  const alone = built.filter((page) => !incoming.has(page)).map(({ path }) => path);
  const relied = [...incoming]
    .map(([{ path, title }, { links, from }]) => ({ path, title, links, from: from.size }))
    .sort((a, b) => b.from - a.from || b.links - a.links || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_RELIED);
  const map: SiteMap = {
    sections: [...counts].map(([id, pages]) => ({ id, pages })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: [...edges.values()]
      .filter(({ from, to }) => counts.has(from) && counts.has(to))
      .sort((a, b) => b.links - a.links || (a.from + a.to < b.from + b.to ? -1 : 1)),
    unlinked: { pages: alone.slice(0, MOST_UNLINKED), more: Math.max(0, alone.length - MOST_UNLINKED) },
    relied,
  };
  return { map, links: { checked, broken, unknown, reasons: sorted(reasons) } };
}

/** The section of a broken link's goal: that of the nearest page above its address. */
function nameOfAddress(address: string, handbook: Handbook, name: (path: string) => string): string | null {
  for (let slash = address.lastIndexOf('/'); slash >= 0; slash = address.lastIndexOf('/', slash - 1)) {
    const page = handbook.at(address.slice(0, slash + 1));
    if (page !== undefined) return name(page.path);
    if (slash === 0) break;
  }
  return null;
}

/** Names sections by the first folders in which pages part, the smallest ones together. */
function sectionNames({ pages }: Handbook): (path: string) => string {
  const built = pages.filter(({ address }) => address !== null);
  const common = commonDepth(built.map(({ path }) => path));
  const raw = (path: string) =>
    folderOf(path)
      .split('/')
      .slice(0, common + 1)
      .join('/') || '.';
  const counts = countBy(built.map(({ path }) => raw(path)));
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_SECTIONS);
  const names = new Set(kept.map(([id]) => id));
  return (path) => (names.has(raw(path)) ? raw(path) : OTHERS);
}

/** How many folders nine pages in ten have in common. */
function commonDepth(paths: readonly string[]): number {
  for (let depth = 1; ; depth++) {
    const deep = paths.map((path) => path.split('/').slice(0, -1)).filter(({ length }) => length >= depth);
    const counts = countBy(deep.map((folders) => folders.slice(0, depth).join('/')));
    if (Math.max(0, ...counts.values()) < paths.length * 0.9 || depth > 8) return depth - 1;
  }
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
