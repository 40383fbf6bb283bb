import type { Link, Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { rawBlocks } from './raw-blocks.ts';

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
