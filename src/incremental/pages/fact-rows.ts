/**
 * Facts as lists of plain values, so many for each heading or link, which JSON is written and read as in half the time that objects with
 * their keys take. Where something stands is kept apart from what it is: other pages see the latter only.
 */
import type { FrontMatter, Heading, Link, PageFacts, Range, RawAnchor } from '../../markdown/facts.ts';

export type OutlineFacts = Pick<PageFacts, 'frontMatter' | 'headings' | 'anchors'>;
export type LinkFacts = Pick<PageFacts, 'links' | 'externalHosts'>;

/** The slugs of the page's headings, in order, if they alone make the ids of the page; else `null`. */
export type Slugs = readonly string[] | null;

type Values = readonly (string | number | boolean | null)[];
type FrontRow = readonly [FrontMatter['format'], FrontMatter['values'], keys: readonly string[]];
/** Headings are `HEADING` values each, anchors two. */
type OutlineRows = readonly [FrontRow | null, headings: Values, anchors: Values];

const HEADING = 6;
const LINK = 9;
/** For a link without a fragment. */
const NOWHERE = -1;

export function writeSlugs({ headings, anchors, shortcodes }: PageFacts): string {
  const alone =
    shortcodes.length + anchors.length === 0 && headings.every(({ slug, id }) => slug !== null && id === undefined);
  return JSON.stringify(alone ? headings.map(({ slug }) => slug) : null);
}

/** What the outline holds, without places. */
export function writeOutline({ frontMatter, headings, anchors }: OutlineFacts): string {
  const written: (string | number | boolean | null)[] = [];
  for (const { level, text, slug, hasBody, id, slugIfSilent } of headings)
    written.push(level, text, slug, hasBody, id ?? null, slugIfSilent ?? null);
  const rows: OutlineRows = [
    frontMatter && [frontMatter.format, frontMatter.values, Object.keys(frontMatter.keys)],
    written,
    anchors.flatMap(({ kind, id }) => [kind, id]),
  ];
  return JSON.stringify(rows);
}

/** Where all that the outline holds stands, in the order of its rows. */
export function writePlaces({ frontMatter, headings, anchors }: OutlineFacts): string {
  const places: number[] = [];
  if (frontMatter !== null) {
    places.push(frontMatter.range[0], frontMatter.range[1]);
    for (const { key, value } of Object.values(frontMatter.keys)) places.push(key[0], key[1], value[0], value[1]);
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
    headings: inGroups(headings, HEADING, (row) => headingOf(headings, row, next(), next())),
    anchors: inGroups(anchors, 2, (row) => ({
      kind: anchors[row] as RawAnchor['kind'],
      id: anchors[row + 1] as string,
      range: next(),
    })),
  };
}

function inGroups<T>(values: Values, size: number, read: (start: number) => T): T[] {
  const found: T[] = [];
  for (let start = 0; start < values.length; start += size) found.push(read(start));
  return found;
}

function headingOf(values: Values, row: number, range: Range, textRange: Range): Heading {
  const id = values[row + 4] as string | null;
  const slugIfSilent = values[row + 5] as string | null;
  const heading: Heading = {
    level: values[row] as Heading['level'],
    range,
    textRange,
    text: values[row + 1] as string,
    slug: values[row + 2] as string | null,
    hasBody: values[row + 3] as boolean,
  };
  if (id === null && slugIfSilent === null) return heading;
  return { ...heading, ...(id !== null && { id }), ...(slugIfSilent !== null && { slugIfSilent }) };
}

export function writeLinks({ links, externalHosts }: LinkFacts): string {
  return JSON.stringify([linkValues(links), externalHosts]);
}

export function writeExternalLinks({ externalLinks }: Pick<PageFacts, 'externalLinks'>): string {
  return JSON.stringify(linkValues(externalLinks));
}

function linkValues(links: readonly Link[]): Values {
  const values: (string | number)[] = [];
  for (const { kind, href, text, range, target, fragment } of links) {
    values.push(kind, href, text, range[0], range[1], target[0], target[1]);
    if (fragment === null) values.push(NOWHERE, NOWHERE);
    else values.push(fragment[0], fragment[1]);
  }
  return values;
}

/** What `writeLinks` wrote. */
export function parseLinks(written: string): LinkFacts {
  const [links, externalHosts] = JSON.parse(written) as readonly [Values, readonly string[]];
  return { links: linksOf(links), externalHosts };
}

/** What `writeExternalLinks` wrote. */
export function parseExternalLinks(written: string): PageFacts['externalLinks'] {
  return linksOf(JSON.parse(written) as Values);
}

function linksOf(values: Values): Link[] {
  return inGroups(values, LINK, (row) => {
    const start = values[row + 7] as number;
    return {
      kind: values[row] as Link['kind'],
      href: values[row + 1] as string,
      range: [values[row + 3] as number, values[row + 4] as number],
      target: [values[row + 5] as number, values[row + 6] as number],
      fragment: start === NOWHERE ? null : [start, values[row + 8] as number],
      text: values[row + 2] as string,
    };
  });
}
