import type { Location } from 'vscode-languageserver/node';
import { getOrInsert } from '../../collections/get-or-insert.ts';
import { internalLinks } from '../../links/judge.ts';
import { pagesLinkingTo, resolutionsOf } from '../../links/linked-pages.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { rangeIn, uriOf } from '../positions.ts';

/** A page or include, and the places of some links among its internal ones. */
interface LinksFrom {
  readonly from: Page;
  readonly links: readonly number[];
}

/** All links that lead to a page, those to one of its headings included. */
export function linksToPage(target: Page, handbook: Handbook): readonly LinksFrom[] {
  const pages = [...pagesLinkingTo([target], handbook)];
  return pages.map(([from, links]) => ({ from, links: links.map(({ index }) => index) }));
}

/** All links that lead to a heading, on whichever page its file is shown. */
export function linksToHeading(file: Page, index: number, handbook: Handbook): readonly LinksFrom[] {
  const pages = file.kind === 'include' ? handbook.shownOn(file) : [file, ...handbook.shownOn(file)];
  const candidates = [...pagesLinkingTo(pages, handbook, ({ hasFragment }) => hasFragment)];
  return candidates.flatMap(([from, outgoing]) => {
    const all = internalLinks(from, handbook);
    const leadsThere = (link: number) =>
      resolutionsOf(all[link]!, from, handbook).some((resolution) => {
        const anchor = resolution.outcome === 'found' ? resolution.anchor : null;
        return anchor?.path === file.path && anchor.headingIndex === index;
      });
    const links = [...new Set(outgoing.map((link) => link.index))].filter(leadsThere);
    return links.length === 0 ? [] : [{ from, links }];
  });
}

export function countOf(links: readonly LinksFrom[]): number {
  return links.reduce((sum, { links: { length } }) => sum + length, 0);
}

/** Where the destinations of these links stand. */
export function destinationsOf(links: readonly LinksFrom[], handbook: Handbook): Location[] {
  return links.flatMap(({ from, links: own }) => {
    const uri = uriOf(handbook, from.path);
    const numbers = linkRanges(from, handbook);
    return own.map((link): Location => {
      const [line = 0, character = 0, lastLine = 0, end = 0] = numbers.subarray(link * 4, link * 4 + 4);
      return { uri, range: { start: { line, character }, end: { line: lastLine, character: end } } };
    });
  });
}

/** Read page by page, since a page's own text may change while no page moves. */
const knownRanges = query('ranges of links', () => new WeakMap<Page, Int32Array>(), { lives: 'places' });

/** The lines and characters of the destinations of a page's internal links, four numbers each; read once for each text. */
export function linkRanges(page: Page, handbook: Handbook): Int32Array {
  return getOrInsert(knownRanges(handbook), page, () => {
    const ranges = internalLinks(page, handbook).map(({ target }) => rangeIn(page, target));
    return Int32Array.from(ranges.flatMap(({ start, end }) => [start.line, start.character, end.line, end.character]));
  });
}
