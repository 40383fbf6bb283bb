import type { HandbookConfig } from '../../config/config.ts';
import { folderOf, foldersAround, joinInside } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import { decodePercent, looksLikeFile, splitHref } from '../href.ts';

/** A page as far as a generator shows in it. */
export interface SignificantPage {
  readonly path: string;
  readonly links: readonly Pick<Link, 'kind' | 'href'>[];
  /** The keys of its front matter. */
  readonly keys: readonly string[];
  /** Whether it has a heading with an id of its own: `## Watch {#watch}`. */
  readonly hasNamedHeadings: boolean;
}

/** How the links between pages of a handbook name their targets. */
export interface LinkEvidence {
  readonly all: number;
  /** Addresses that no file has as written: without an ending, or from the root. */
  readonly unwritten: number;
  /** Those of them that would be a page's with its ending taken away: `a/b`, `a/b/` and `a/b.html` for `a/b.md`. */
  readonly built: number;
}

/** Counts the links between pages. What a repository's view shows is files and folders, so unwritten addresses are dead there. */
export function countLinks(
  pages: Iterable<SignificantPage>,
  files: readonly string[],
  known: HandbookConfig,
): LinkEvidence {
  const places = new Set([...files, ...foldersAround(files)]);
  let [all, unwritten, built] = [0, 0, 0];
  for (const { path: from, links } of pages) {
    const folder = folderOf(from);
    for (const { kind, href } of links) {
      if (kind === 'image' || kind === 'html-resource') continue;
      const { path } = splitHref(href);
      if (path === '' || looksLikeFile(path) || known.unknown.some((prefix) => path.startsWith(prefix))) continue;
      all += 1;
      const target = joinInside(path.startsWith('/') ? '' : folder, decodePercent(path));
      if (target === null || places.has(target)) continue;
      if (path.startsWith('/') || !/\.[A-Za-z][A-Za-z0-9]*$/.test(path)) unwritten += 1;
      const bare = target.replace(/\.html?$/, '');
      if (places.has(`${bare}.md`) || places.has(`${bare}.mdx`)) built += 1;
    }
  }
  return { all, unwritten, built };
}
