import type { Block, Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import type { HtmlPart } from './html-parts.ts';

/** A page's headings with what stands below them, as a reader sees the page: includes take the place of their calls. */
export interface Outline {
  /** What stands above the first heading. */
  readonly lead: readonly Piece[];
  readonly sections: readonly Section[];
  /** Names of shortcodes, components and tags that may show headings which are in none of the files. */
  readonly unknown: readonly string[];
}

/** One heading, in document order, and what follows it up to the next heading of any level. */
export interface Section {
  /** 1 to 6; 7 for the summary of a `<details>`, `labelDepth` for a name that is no heading. */
  readonly level: number;
  /** The id that a link to it names; `null` when nobody can know it. */
  readonly id: string | null;
  /** As a reader sees it. */
  readonly text: string;
  readonly place: OutlinePlace;
  readonly pieces: readonly Piece[];
  /** Index of the heading that this one stands below, or `null`. */
  readonly parent: number | null;
  /** Index after the last section below this one: its own subsections are `index + 1` to `end - 1`. */
  readonly end: number;
}

/** Something below a heading that a reader sees. */
export type Piece =
  | {
      readonly kind: 'block';
      readonly block: Block;
      readonly source: Source;
      readonly page: Page;
      /** The include call on the page that brings it. */
      readonly call: Range | null;
    }
  | { readonly kind: 'html'; readonly parts: readonly HtmlPart[]; readonly source: Source; readonly page: Page }
  /** A shortcode or an include that could not be read: it shows something, nobody knows what. */
  | { readonly kind: 'opaque' };

/** A part of a file's text; the file is read once, and only when somebody asks. */
export type Source = (range: Range) => string;

/** Gives the parts of a page's own text. */
export const sourceOf =
  (page: Page): Source =>
  (range) =>
    page.text.slice(...range);

/** Where something of the outline stands. */
export interface OutlinePlace {
  /** The file that holds it: the page, or an include. */
  readonly page: Page;
  /** In that file. */
  readonly range: Range;
  readonly source: Source;
  /** On the page itself: the same range, or the include call that brings it. */
  readonly onPage: Range;
}

/** A name that is no heading stands below all headings. */
export const labelDepth = 8;

/** What stands on a page, in order. */
export type OutlineEvent =
  | ({ readonly kind: 'heading' } & Pick<Section, 'level' | 'id' | 'text' | 'place'>)
  | { readonly kind: 'piece'; readonly piece: Piece };

/** Puts what stands on a page below its headings. */
export function outlineOf(events: readonly OutlineEvent[]): Pick<Outline, 'lead' | 'sections'> {
  const lead: Piece[] = [];
  const sections: (Omit<Section, 'pieces' | 'end'> & { pieces: Piece[]; end: number })[] = [];
  const open: number[] = [];
  for (const event of events) {
    if (event.kind === 'piece') {
      (sections.at(-1)?.pieces ?? lead).push(event.piece);
      continue;
    }
    while (open.length > 0 && sections[open.at(-1)!]!.level >= event.level)
      sections[open.pop()!]!.end = sections.length;
    const { level, id, text, place } = event;
    open.push(sections.push({ level, id, text, place, pieces: [], parent: open.at(-1) ?? null, end: 0 }) - 1);
  }
  for (const index of open) sections[index]!.end = sections.length;
  return { lead, sections };
}
