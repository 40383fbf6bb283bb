import type { Block, PageContent, Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';

/** A page's headings with what stands below them, as a reader sees the page: includes take the place of their calls. */
export interface Outline {
  /** What stands above the first heading. */
  readonly lead: readonly Piece[];
  readonly sections: readonly Section[];
}

/** One heading, in document order, and what follows it up to the next heading of any level. */
export interface Section {
  readonly level: number;
  /** As a reader sees it. */
  readonly text: string;
  readonly place: Place;
  readonly pieces: readonly Piece[];
  /** Index of the heading that this one stands below, or `null`. */
  readonly parent: number | null;
  /** Index after the last section below this one: its own subsections are `index + 1` to `end - 1`. */
  readonly end: number;
}

/** Something below a heading that a reader sees. */
export type Piece =
  | { readonly kind: 'block'; readonly block: Block; readonly source: Source }
  /** A shortcode or an include that could not be read: it shows something, nobody knows what. */
  | { readonly kind: 'opaque' };

/** A part of a file's text; the file is read once, and only when somebody asks. */
export type Source = (range: Range) => string;

/** Where something of the outline stands. */
export interface Place {
  /** The file that holds it: the page, or an include. */
  readonly page: Page;
  /** In that file. */
  readonly range: Range;
  readonly source: Source;
  /** On the page itself: the same range, or the include call that brings it. */
  readonly onPage: Range;
}

const mostEvents = 50_000;
const deepestInclude = 20;

type Event =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly place: Place }
  | { readonly kind: 'piece'; readonly piece: Piece };

/** Reads a page's outline. Costs a full reading of the page and its includes: only for pages that need it. */
export function readOutline(page: Page, handbook: Handbook): Outline {
  const events: Event[] = [];
  collect(page, null, [], { handbook, events, contents: new Map() });
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
    const { level, text, place } = event;
    open.push(sections.push({ level, text, place, pieces: [], parent: open.at(-1) ?? null, end: 0 }) - 1);
  }
  for (const index of open) sections[index]!.end = sections.length;
  return { lead, sections };
}

interface Reading {
  readonly handbook: Handbook;
  readonly events: Event[];
  /** Of includes that are shown more than once. */
  readonly contents: Map<string, PageContent>;
}

function collect(page: Page, call: Range | null, chain: readonly string[], reading: Reading): void {
  const { handbook, events, contents } = reading;
  if (chain.includes(page.path) || chain.length > deepestInclude) {
    events.push({ kind: 'piece', piece: { kind: 'opaque' } });
    return;
  }
  const { facts } = page;
  const content = contents.get(page.path) ?? page.content;
  contents.set(page.path, content);
  let text: string | null = null;
  const source: Source = (range) => {
    text ??= page.text;
    return text.slice(...range);
  };
  const includes = new Map(handbook.includes(page).map((include) => [include.call.range[0], include]));
  // The same call is named by a block of its own, or stands hidden inside a paragraph or list.
  const pending = [...includes.keys()].sort((a, b) => a - b);
  const bring = (upTo: number): void => {
    while (pending.length > 0 && pending[0]! < upTo && events.length <= mostEvents) {
      const include = includes.get(pending.shift()!)!;
      if (include.state.kind === 'found')
        collect(include.state.page, call ?? include.call.range, [...chain, page.path], reading);
      else events.push({ kind: 'piece', piece: { kind: 'opaque' } });
    }
  };
  for (const block of content.blocks) {
    if (events.length > mostEvents) return;
    bring(block.range[0]);
    if (block.type === 'heading') {
      const heading = facts.headings[block.heading];
      if (heading === undefined) continue;
      const place = { page, range: heading.textRange, source, onPage: call ?? heading.textRange };
      events.push({ kind: 'heading', level: heading.level, text: heading.text, place });
    } else if (block.type === 'shortcode') {
      const shortcode = facts.shortcodes[block.shortcode];
      if (shortcode !== undefined && !includes.has(shortcode.range[0]))
        events.push({ kind: 'piece', piece: { kind: 'opaque' } });
    } else events.push({ kind: 'piece', piece: { kind: 'block', block, source } });
  }
  bring(Number.POSITIVE_INFINITY);
}
