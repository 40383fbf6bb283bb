/**
 * Facts as rows of plain values, which JSON is read from in half the time that objects with their keys take. Where something stands
 * is kept apart from what it is: other pages see the latter only.
 */
import type { FrontMatter, Heading, Link, PageFacts, Range, RawAnchor } from '../markdown/facts.ts';

export type OutlineFacts = Pick<PageFacts, 'frontMatter' | 'headings' | 'anchors'>;
export type LinkFacts = Pick<PageFacts, 'links' | 'externalLinks'>;

type FrontRow = readonly [FrontMatter['format'], FrontMatter['values'], keys: readonly string[]];
type HeadingRow = readonly [
  Heading['level'],
  Heading['text'],
  Heading['slug'],
  Heading['scope'],
  Heading['hasBody'],
  id?: string | null,
  slugIfSilent?: string,
];
type AnchorRow = readonly [RawAnchor['kind'], RawAnchor['id']];
type OutlineRows = readonly [FrontRow | null, readonly HeadingRow[], readonly AnchorRow[]];
type LinkRow = readonly [
  Link['kind'],
  Link['href'],
  Link['text'],
  start: number,
  end: number,
  targetStart: number,
  targetEnd: number,
  fragmentStart?: number,
  fragmentEnd?: number,
];
type LinkRows = readonly [links: readonly LinkRow[], externalLinks: readonly LinkRow[]];

/** What the outline holds, without places. */
export function writeOutline({ frontMatter, headings, anchors }: OutlineFacts): string {
  const rows: OutlineRows = [
    frontMatter && [frontMatter.format, frontMatter.values, Object.keys(frontMatter.keys)],
    headings.map(headingRow),
    anchors.map(({ kind, id }) => [kind, id]),
  ];
  return JSON.stringify(rows);
}

/** Where all that the outline holds stands, in the order of its rows. */
export function writePlaces({ frontMatter, headings, anchors }: OutlineFacts): string {
  const places: number[] = [];
  if (frontMatter !== null) {
    places.push(...frontMatter.range);
    for (const { key, value } of Object.values(frontMatter.keys)) places.push(...key, ...value);
  }
  for (const { range, textRange } of headings) places.push(range[0], range[1], textRange[0], textRange[1]);
  for (const { range } of anchors) places.push(range[0], range[1]);
  return JSON.stringify(places);
}

/** What `writeOutline` and `writePlaces` wrote. */
export function parseOutline(outline: string, places: string): OutlineFacts {
  const [front, headings, anchors] = JSON.parse(outline) as OutlineRows;
  const offsets = JSON.parse(places) as readonly number[];
  let at = 0;
  const next = (): Range => [offsets[at++]!, offsets[at++]!];
  return {
    frontMatter: front && {
      format: front[0],
      range: next(),
      values: front[1],
      keys: Object.fromEntries(front[2].map((name) => [name, { key: next(), value: next() }])),
    },
    headings: headings.map((row) => headingOf(row, next(), next())),
    anchors: anchors.map(([kind, id]) => ({ kind, id, range: next() })),
  };
}

function headingRow({ level, text, slug, scope, hasBody, id, slugIfSilent }: Heading): HeadingRow {
  if (slugIfSilent !== undefined) return [level, text, slug, scope, hasBody, id ?? null, slugIfSilent];
  return id === undefined ? [level, text, slug, scope, hasBody] : [level, text, slug, scope, hasBody, id];
}

function headingOf(
  [level, text, slug, scope, hasBody, id, slugIfSilent]: HeadingRow,
  range: Range,
  textRange: Range,
): Heading {
  const heading = { level, range, textRange, text, slug, scope, hasBody };
  if (id == null && slugIfSilent === undefined) return heading;
  return { ...heading, ...(id == null ? {} : { id }), ...(slugIfSilent === undefined ? {} : { slugIfSilent }) };
}

export function writeLinks({ links, externalLinks }: LinkFacts): string {
  const rows: LinkRows = [links.map(linkRow), externalLinks.map(linkRow)];
  return JSON.stringify(rows);
}

/** What `writeLinks` wrote. */
export function parseLinks(written: string): LinkFacts {
  const [links, externalLinks] = JSON.parse(written) as LinkRows;
  return { links: links.map(linkOf), externalLinks: externalLinks.map(linkOf) };
}

function linkRow({ kind, href, text, range, target, fragment }: Link): LinkRow {
  if (fragment === null) return [kind, href, text, range[0], range[1], target[0], target[1]];
  return [kind, href, text, range[0], range[1], target[0], target[1], fragment[0], fragment[1]];
}

function linkOf([kind, href, text, start, end, targetStart, targetEnd, fragmentStart, fragmentEnd]: LinkRow): Link {
  const fragment: Range | null = fragmentStart === undefined ? null : [fragmentStart, fragmentEnd!];
  return { kind, href, range: [start, end], target: [targetStart, targetEnd], fragment, text };
}
