import { headingOfBlock } from '../../markdown/blocks/heading-of.ts';
import { splitLists } from '../../markdown/blocks/split-list.ts';
import type { Block, Heading, Range } from '../../markdown/facts.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import { HtmlReading } from '../../sections/outline/html-parts.ts';
import type { CompetencyList, GroupText } from '../framework.ts';
import { splitWords } from '../wording.ts';

/** A stretch of a page as its reader sees it, includes expanded, in order. */
export type PagePart = {
  /** The file that it stands in: the page's own, or an include's. */
  readonly page: Page;
  /** The include call on the page itself that brought it; `null` for the page's own words. */
  readonly via: Include | null;
} & (
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'block'; readonly block: Block }
  /** Competencies that were read already: those of a cell, or of a value. */
  | { readonly kind: 'items'; readonly list: CompetencyList; readonly texts: readonly GroupText[] }
  /** An include call, before what it brings. */
  | { readonly kind: 'include'; readonly include: Include }
);

/** A heading of what is none in Markdown: bold words, HTML, a table's column, a key. */
export function headingOf(text: string, range: Range, level: number): Heading {
  const depth = Math.min(6, Math.max(1, level)) as Heading['level'];
  return { level: depth, range, textRange: range, text, slug: null, hasBody: true };
}

/** A heading for what is none in the source, in the place of a part. */
export function headingPart(
  { page, via }: Pick<PagePart, 'page' | 'via'>,
  text: string,
  range: Range,
  level: number,
): PagePart {
  return { kind: 'heading', page, via, heading: headingOf(text, range, level) };
}

/** A line of emphasised words with more words than this is a sentence. */
const mostWords = 6;

/** A line of only bold words, which stands where others have a heading; `null` for all else. */
export const boldLine = (part: PagePart) => emphasisedLine(part, 2);

/** A line of only bold words, between two signs and two, or of only italic ones; `null` for all else. */
export function emphasisedLine(part: PagePart, signs: 1 | 2): Heading | null {
  if (part.kind !== 'block' || part.block.type !== 'paragraph' || part.via !== null) return null;
  const { range, text } = part.block;
  const match = /^(\*\*?|__?)([^*_\n]+)\1[:.]?$/.exec(part.page.text.slice(...range).trim());
  if (match?.[1]?.length !== signs || splitWords(text).length > mostWords) return null;
  const [, mark = '', words = ''] = match;
  const start = range[0] + mark.length;
  const textRange = [start, start + words.length] as const;
  return { ...headingOf(text.replace(/[:.]$/, ''), textRange, 6), range };
}

/** Lines of italic words above all lists, each right above what it names; others are remarks. None where a line is bold. */
export function italicLines<Part extends PagePart>(parts: readonly Part[]) {
  const lines = parts.map((part) => emphasisedLine(part, 1));
  const isText = (part: Part) => part.kind === 'block' && part.block.type === 'paragraph';
  const isOdd = (part: Part, at: number) =>
    boldLine(part) !== null ||
    (!isText(part) && (lines[at - 1] ?? null) === null) ||
    (lines[at] !== null && lines[at + 1] !== null);
  const named = new Map<Part, readonly [{ readonly text: string; readonly range: Range; readonly below: [] }]>();
  if (parts.some(isOdd)) return named;
  for (const [at, part] of parts.entries()) {
    const line = lines[at] ?? null;
    if (line !== null) named.set(part, [{ text: line.text, range: line.textRange, below: [] }]);
  }
  return named;
}

/** Where a part stands in its file. */
export function rangeOf(part: PagePart): Range {
  switch (part.kind) {
    case 'heading':
      return part.heading.range;
    case 'block':
      return part.block.range;
    case 'items':
      return part.list.range;
    case 'include':
      return part.include.call.range;
  }
}

/** No page of competencies is longer; includes that include each other many times could be. */
const mostParts = 20_000;

/** Reads a page with its includes expanded. */
export function readParts(page: Page, handbook: Handbook): readonly PagePart[] {
  const parts: PagePart[] = [];
  collect(page, null, [page.path], handbook, parts);
  return parts;
}

function collect(
  page: Page,
  via: Include | null,
  open: readonly string[],
  handbook: Handbook,
  parts: PagePart[],
): void {
  const includes = handbook.includes(page);
  let next = 0;
  const expandBefore = (offset: number): void => {
    for (; next < includes.length; next++) {
      const include = includes[next];
      if (include === undefined || include.call.range[0] >= offset || parts.length > mostParts) return;
      parts.push({ kind: 'include', page, via, include });
      if (include.state.kind !== 'found' || open.includes(include.state.page.path)) continue;
      collect(include.state.page, via ?? include, [...open, include.state.page.path], handbook, parts);
    }
  };
  const around = page.facts.shortcodes.filter(({ inner }) => inner !== null);
  const cuts = [...includes.map(({ call }) => call), ...around].map(({ range }) => range[0]);
  for (const block of splitLists(page.content.blocks, cuts)) {
    expandBefore(block.range[0]);
    if (parts.length > mostParts) return;
    const heading = block.type === 'heading' ? headingOfBlock(page.facts, block) : undefined;
    if (heading !== undefined) parts.push({ kind: 'heading', page, via, heading });
    else if (block.type === 'html') {
      const titles = headingsIn(page, block.range);
      parts.push(...titles.map((title) => ({ kind: 'heading' as const, page, via, heading: title })));
      if (titles.length === 0) parts.push({ kind: 'block', page, via, block });
    } else if (!includes.some(({ call }) => call.range[0] === block.range[0]))
      parts.push({ kind: 'block', page, via, block });
  }
  expandBefore(Number.POSITIVE_INFINITY);
}

/** Headings that are written in HTML: `<h2 id="technical">Technical</h2>`. */
function headingsIn(page: Page, range: Range): Heading[] {
  const html = page.text.slice(...range);
  if (!/<h[1-6]/i.test(html)) return [];
  return new HtmlReading()
    .read(html, range[0])
    .flatMap((part) => (part.kind === 'heading' ? [headingOf(part.text, part.range, part.level)] : []));
}
