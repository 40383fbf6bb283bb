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

/** A line of bold words with more words than this is a sentence. */
const mostWords = 6;

/** A line of only bold words, which stands where others have a heading; `null` for all else. */
export function boldLine(part: PagePart): Heading | null {
  if (part.kind !== 'block' || part.block.type !== 'paragraph' || part.via !== null) return null;
  const { range, text } = part.block;
  const match = /^(\*\*|__)([^*_\n]+)\1[:.]?$/.exec(part.page.text.slice(...range).trim());
  if (match === null || splitWords(text).length > mostWords) return null;
  const start = range[0] + 2;
  const textRange = [start, start + (match[2]?.length ?? 0)] as const;
  return { ...headingOf(text.replace(/[:.]$/, ''), textRange, 6), range };
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
