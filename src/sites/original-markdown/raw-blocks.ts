import type { Heading, Link, Range } from '../../markdown/facts.ts';
import { FifoCache } from '../../model/fifo-cache.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';

/** Elements in which Python-Markdown and kramdown leave Markdown as it is, unless an attribute asks for it. */
const BLOCK =
  /<(\/?)(div|details|section|article|aside|figure|table|center|header|footer|main|nav|form|fieldset|blockquote|p|ul|ol|dl)\b([^<>]{0,300})>/gi;
/** `<div markdown>`, `markdown="1"`, `markdown="block"`: what stands in the element is Markdown. */
const MARKED = /\smarkdown(?![\w-]|[ \t]*=[ \t]*["']?(?:0|off|false)\b)/i;

/** Those of the latest text, since its headings and links come in a row: where the attribute counts, and where it does not. */
const marked = new FifoCache<string, readonly Range[]>(1);
const unmarked = new FifoCache<string, readonly Range[]>(1);

/**
 * Blocks of HTML in which no Markdown is read, each without those in it. Where the attribute counts, elements that have it are none
 * of these.
 */
export function rawBlocks(text: string, isMarked: boolean): readonly Range[] {
  return (isMarked ? marked : unmarked).getOr(text, () => findBlocks(text, isMarked));
}

function findBlocks(text: string, isMarked: boolean): readonly Range[] {
  const blocks: Range[] = [];
  const open: boolean[] = [];
  let start = 0;
  for (const { 1: slash, 3: attributes = '', index } of text.matchAll(BLOCK)) {
    const isRaw = open.includes(true);
    if (slash === '') {
      open.push(isRaw || !(isMarked && MARKED.test(attributes)));
      if (!isRaw && open.at(-1) === true) start = index;
    } else if (open.pop() === true && !open.includes(true)) blocks.push([start, index]);
  }
  return blocks;
}

/** Hashes with blanks before them. */
const INDENTED = /(?<=(?:^|\n) {1,3})#/y;

/**
 * Whether Python-Markdown 3.10 and kramdown 2.5 make a heading of what is one by CommonMark: not with blanks before the hashes, not
 * of two underlined lines, and not in a block of HTML.
 */
export function isPlainHeading(
  { range: [start, end] }: Pick<Heading, 'range'>,
  text: string,
  isMarked: boolean,
): boolean {
  const source = text.slice(start, end).trim();
  if (!source.startsWith('#') && source.split('\n').length > 2) return false;
  INDENTED.lastIndex = start;
  if (INDENTED.test(text)) return false;
  return !rawBlocks(text, isMarked).some(([open, close]) => open < start && start < close);
}

const FENCE = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))([^\n]*)$/;

/**
 * Whether a place of a page is in fenced code by Python-Markdown 3.10 and kramdown 2.5. By CommonMark a fence right below `</div>` is
 * HTML, and what looks like a link in it is one.
 */
export function isFenced(page: Page, [at]: Range, handbook: Handbook): boolean {
  return fencesOf(handbook, page).some(([start, end]) => start < at && at < end);
}

/**
 * Whether what CommonMark takes for a link is none by Python-Markdown 3.10 and kramdown 2.5: in a fence right below HTML, and, where it
 * is Markdown, in an element without `markdown="1"`; `isMarked`: this attribute counts.
 */
export function isLiteral(page: Page, { kind, range }: Link, handbook: Handbook, isMarked: boolean): boolean {
  if (isFenced(page, range, handbook)) return true;
  const isHtml = kind === 'html' || kind === 'html-resource';
  return !isHtml && rawBlocks(page.text, isMarked).some(([open, close]) => open < range[0] && range[0] < close);
}

const fencesOf = query('fenced code of a page', (_, { text }: Page) => findFences(text), { keep: 4 });

function findFences(text: string): readonly (readonly [number, number])[] {
  const fences: [number, number][] = [];
  let open: { readonly at: number; readonly mark: string } | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const [, mark = '', rest = ''] = FENCE.exec(line) ?? [];
    if (open === null) {
      if (mark !== '' && !rest.includes('`')) open = { at, mark };
    } else if (mark.startsWith(open.mark) && rest.trim() === '') {
      fences.push([open.at, at]);
      open = null;
    }
    at += line.length + 1;
  }
  return fences;
}
