import { getOrInsert } from '../collections/get-or-insert.ts';
import { headingOfBlock } from '../markdown/blocks/heading-of.ts';
import type { Block, Heading, PageContent, PageFacts, Range, ShortcodeCall } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { containerTitle, unknownTag } from './containers.ts';
import { type HtmlPart, HtmlReading } from './html-parts.ts';
import { reportingKeys } from './roles/reporting-keys.ts';

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

const mostEvents = 50_000;
const deepestInclude = 20;

/** A name that is no heading stands below all headings. */
export const labelDepth = 8;

/** What stands on a page, in order. */
export type OutlineEvent =
  | ({ readonly kind: 'heading' } & Pick<Section, 'level' | 'id' | 'text' | 'place'>)
  | { readonly kind: 'piece'; readonly piece: Piece };

/** Reads a page's outline, once for all rules. Costs a full reading of the page and its includes: only for pages that need it. */
export function readOutline(page: Page, handbook: Handbook): Outline {
  return outlineOfPage(handbook, page);
}

const outlineOfPage = query('outline', readPage, { keep: 1024 });

function readPage(handbook: Handbook, page: Page): Outline {
  const events: OutlineEvent[] = [];
  const said = reportingKeys(page);
  const source: Source = (range) => page.text.slice(...range);
  if (said !== null) events.push({ kind: 'piece', piece: { kind: 'block', block: said, source, page, call: null } });
  const unknown = new Set(handbook.anchors(page).generatedBy.map(({ name }) => name));
  collect(page, null, [], { handbook, events, contents: new Map(), unknown });
  return { ...outlineOf(events), unknown: [...unknown] };
}

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

interface OutlineReading {
  readonly handbook: Handbook;
  readonly events: OutlineEvent[];
  /** Of includes that are shown more than once. */
  readonly contents: Map<string, PageContent>;
  readonly unknown: Set<string>;
}

function collect(page: Page, call: Range | null, chain: readonly string[], reading: OutlineReading): void {
  const { handbook, events, contents, unknown } = reading;
  if (chain.includes(page.path) || chain.length > deepestInclude) {
    events.push({ kind: 'piece', piece: { kind: 'opaque' } });
    return;
  }
  const { facts } = page;
  const content = getOrInsert(contents, page.path, () => page.content);
  let text: string | null = null;
  const source: Source = (range) => {
    text ??= page.text;
    return text.slice(...range);
  };
  const includes = new Map(handbook.includes(page).map((include) => [include.call.range[0], include]));
  const hidden = facts.shortcodes.filter(isComment);
  // A comment of one line is one block with its tags.
  const isHidden = ([start, end]: Range) =>
    hidden.some(
      ({ range, inner }) =>
        inner !== null &&
        range[0] <= start &&
        start < inner[1] &&
        (inner[0] <= start || /^\{\{[^{}]{0,70}\}\}\s*$/.test(source([inner[1], end]))),
    );
  const html = new HtmlReading();
  const add = (piece: Piece) => events.push({ kind: 'piece', piece });
  // The same call is named by a block of its own, or stands hidden inside a paragraph or list.
  const pending = [...includes.keys()].sort((a, b) => a - b);
  const bring = (upTo: number): void => {
    while ((pending[0] ?? upTo) < upTo && events.length <= mostEvents) {
      const include = includes.get(pending.shift()!)!;
      if (html.isHidden || isHidden(include.call.range)) continue;
      if (include.state.kind === 'found')
        collect(include.state.page, call ?? include.call.range, [...chain, page.path], reading);
      else {
        add({ kind: 'opaque' });
        unknown.add(include.call.name);
      }
    }
  };
  const addHeading = (level: number, id: string | null, text: string, range: Range): void => {
    events.push({ kind: 'heading', level, id, text, place: { page, range, source, onPage: call ?? range } });
  };
  const take = (block: Block): void => {
    if (events.length > mostEvents) return;
    bring(block.range[0]);
    if (isHidden(block.range)) return;
    if (block.type === 'html') {
      for (const part of html.read(source(block.range), block.range[0])) {
        if (part.kind === 'heading') addHeading(part.level, null, part.text, part.range);
        else add({ kind: 'html', parts: [part], source, page });
        if (part.kind === 'unknown') unknown.add(part.name);
      }
    } else if (html.isHidden) return;
    else if (block.type === 'heading') {
      const heading = headingOfBlock(facts, block);
      if (heading === undefined) return;
      const { level, id, slug, textRange } = heading;
      addHeading(level, id ?? slug, wordsBeside(heading, facts.links, source), textRange);
    } else if (block.type === 'shortcode') {
      const shortcode = facts.shortcodes[block.shortcode];
      // What a paired one holds is in the list of blocks as well.
      if (shortcode !== undefined && !includes.has(shortcode.range[0]) && isEmpty(shortcode, source))
        add({ kind: 'opaque' });
    } else if (block.type === 'list' && holdsHeading(block)) {
      for (const { text, textRange, children } of block.items) {
        if (text !== '') take({ type: 'paragraph', range: textRange, text });
        children.forEach(take);
      }
    } else {
      for (const name of unknownIn(block, source)) unknown.add(name);
      const title = block.type === 'paragraph' ? containerTitle(source(block.range)) : null;
      const [start, end] = block.range;
      if (title !== null) addHeading(7, null, title.text, [start + title.at, start + title.at + title.text.length]);
      if (title === null) add({ kind: 'block', block, source, page, call });
      else {
        const text = source([start + title.rest, end])
          .trim()
          .replace(/\s{0,9}(?<!:):{3,9}$/, '');
        add({
          kind: 'block',
          block: { type: 'paragraph', text, range: [start + title.rest, end] },
          source,
          page,
          call,
        });
      }
    }
  };
  content.blocks.forEach(take);
  bring(Number.POSITIVE_INFINITY);
}

/** An indented heading after a list belongs to its last item. */
function holdsHeading(block: Block): boolean {
  return (
    block.type === 'heading' ||
    (block.type === 'list' && block.items.some(({ children }) => children.some(holdsHeading)))
  );
}

/** The shortcode that Hugo's theme Docsy and many sites have for text that nobody is to see. */
function isComment({ name, inner }: ShortcodeCall): boolean {
  return inner !== null && /^(?:comment|hidden|hide|draft)$/.test(name);
}

function isEmpty(call: ShortcodeCall, source: Source): boolean {
  return !isComment(call) && (call.inner === null || source(call.inner).trim() === '');
}

/** Names of components and tags in a paragraph that may show headings. */
function unknownIn(block: Block, source: Source): string[] {
  if (block.type !== 'paragraph') return [];
  if (block.text === '') {
    const parts = new HtmlReading().read(source(block.range), block.range[0]);
    return parts.flatMap((part) => (part.kind === 'unknown' ? [part.name] : []));
  }
  const name = /^(?:-+8<|\{)/.test(block.text) ? unknownTag(source(block.range)) : null;
  return name === null ? [] : [name];
}

/** The words of a heading as a reader sees them, without those that stand for its images; theirs where there are no others. */
function wordsBeside({ text, textRange: [start, end] }: Heading, links: PageFacts['links'], source: Source): string {
  const images = links.filter(({ kind, range }) => kind === 'image' && range[0] >= start && range[1] <= end);
  const words = images.reduce((rest, { range }) => {
    const alt = /^!\[([^\]]*)\]/.exec(source(range))?.[1] ?? '';
    return alt === '' ? rest : rest.replace(alt, ' ');
  }, text);
  return /[\p{L}\p{N}]/u.test(words) ? words.replace(/\s+/g, ' ').trim() : text;
}
