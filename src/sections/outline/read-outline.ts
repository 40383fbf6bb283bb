import { getOrInsert } from '../../collections/get-or-insert.ts';
import { headingOfBlock } from '../../markdown/blocks/heading-of.ts';
import { splitLists } from '../../markdown/blocks/split-list.ts';
import type { Block, Heading, PageContent, PageFacts, Range, ShortcodeCall } from '../../markdown/facts.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { reportingKeys } from '../roles/reporting-keys.ts';
import { containerTitle, shortcodeTitle, unknownTag } from './containers.ts';
import { HtmlReading } from './html-parts.ts';
import { type Outline, type OutlineEvent, outlineOf, type Piece, type Source, sourceOf } from './outline.ts';

const mostEvents = 50_000;
const deepestInclude = 20;

/** Reads a page's outline, once for all rules. Costs a full reading of the page and its includes: only for pages that need it. */
export function readOutline(page: Page, handbook: Handbook): Outline {
  return outlineOfPage(handbook, page);
}

const outlineOfPage = query('outline', readPage, { keep: 1024 });

function readPage(handbook: Handbook, page: Page): Outline {
  const events: OutlineEvent[] = [];
  const said = reportingKeys(page);
  if (said !== null)
    events.push({ kind: 'piece', piece: { kind: 'block', block: said, source: sourceOf(page), page, call: null } });
  const unknown = new Set(handbook.anchors(page).generatedBy.map(({ name }) => name));
  new FileReader(page, null, [], { handbook, events, contents: new Map(), unknown }).read();
  return { ...outlineOf(events), unknown: [...unknown] };
}

interface OutlineReading {
  readonly handbook: Handbook;
  readonly events: OutlineEvent[];
  /** Of includes that are shown more than once. */
  readonly contents: Map<string, PageContent>;
  readonly unknown: Set<string>;
}

/** Shortcodes that show their title alone until a reader opens them; a box with a title is a part of the section that it stands in. */
const FOLDED = /tab|details|expand|accordion|collaps/i;

/** Reads one file of a page, the page itself or an include, and what it includes. */
class FileReader {
  readonly #page: Page;
  /** The include call on the page that brings the file. */
  readonly #call: Range | null;
  /** The files that include this one. */
  readonly #chain: readonly string[];
  readonly #reading: OutlineReading;
  readonly #includes: ReadonlyMap<number, Include>;
  /** Where calls of includes start that are still to come: a call is named by a block of its own, or stands hidden in a paragraph or list. */
  readonly #pending: number[];
  readonly #hidden: readonly ShortcodeCall[];
  readonly #html = new HtmlReading();
  #text: string | null = null;

  constructor(page: Page, call: Range | null, chain: readonly string[], reading: OutlineReading) {
    this.#page = page;
    this.#call = call;
    this.#chain = chain;
    this.#reading = reading;
    this.#includes = new Map(reading.handbook.includes(page).map((include) => [include.call.range[0], include]));
    this.#pending = [...this.#includes.keys()].sort((a, b) => a - b);
    this.#hidden = page.facts.shortcodes.filter(isComment);
  }

  read(): void {
    const { blocks } = getOrInsert(this.#reading.contents, this.#page.path, () => this.#page.content);
    const around = this.#page.facts.shortcodes.filter(({ inner }) => inner !== null);
    const cuts = around.map(({ range }) => range[0]);
    for (const block of splitLists(blocks, cuts)) this.#take(block);
    this.#bring(Number.POSITIVE_INFINITY);
  }

  readonly #source: Source = (range) => {
    this.#text ??= this.#page.text;
    return this.#text.slice(...range);
  };

  #add(piece: Piece): void {
    this.#reading.events.push({ kind: 'piece', piece });
  }

  #addBlock(block: Block): void {
    this.#add({ kind: 'block', block, source: this.#source, page: this.#page, call: this.#call });
  }

  #addHeading(level: number, id: string | null, text: string, range: Range): void {
    const place = { page: this.#page, range, source: this.#source, onPage: this.#call ?? range };
    this.#reading.events.push({ kind: 'heading', level, id, text, place });
  }

  /** A comment of one line is one block with its tags. */
  #isHidden([start, end]: Range): boolean {
    return this.#hidden.some(
      ({ range, inner }) =>
        inner !== null &&
        range[0] <= start &&
        start < inner[1] &&
        (inner[0] <= start || /^\{\{[^{}]{0,70}\}\}\s*$/.test(this.#source([inner[1], end]))),
    );
  }

  /** Brings what is included before an offset. */
  #bring(upTo: number): void {
    const { events, unknown } = this.#reading;
    while ((this.#pending[0] ?? upTo) < upTo && events.length <= mostEvents) {
      const { call, state } = this.#includes.get(this.#pending.shift()!)!;
      if (this.#html.isHidden || this.#isHidden(call.range)) continue;
      const chain = [...this.#chain, this.#page.path];
      if (state.kind !== 'found') unknown.add(call.name);
      if (state.kind !== 'found' || chain.includes(state.page.path) || chain.length > deepestInclude)
        this.#add({ kind: 'opaque' });
      else new FileReader(state.page, this.#call ?? call.range, chain, this.#reading).read();
    }
  }

  #take(block: Block): void {
    if (this.#reading.events.length > mostEvents) return;
    this.#bring(block.range[0]);
    if (this.#isHidden(block.range)) return;
    if (block.type === 'html') this.#takeHtml(block.range);
    else if (this.#html.isHidden) return;
    else if (block.type === 'heading') this.#takeHeading(block);
    else if (block.type === 'shortcode') this.#takeShortcode(block.shortcode);
    else if (block.type === 'list' && holdsHeading(block)) {
      for (const { text, textRange, children } of block.items) {
        if (text !== '') this.#take({ type: 'paragraph', range: textRange, text });
        for (const child of children) this.#take(child);
      }
    } else this.#takeWords(block);
  }

  #takeHtml(range: Range): void {
    for (const part of this.#html.read(this.#source(range), range[0])) {
      if (part.kind === 'heading') this.#addHeading(part.level, null, part.text, part.range);
      else this.#add({ kind: 'html', parts: [part], source: this.#source, page: this.#page });
      if (part.kind === 'unknown') this.#reading.unknown.add(part.name);
    }
  }

  #takeHeading(block: Block & { readonly type: 'heading' }): void {
    const { facts } = this.#page;
    const heading = headingOfBlock(facts, block);
    if (heading === undefined) return;
    const { level, id, slug, textRange } = heading;
    this.#addHeading(level, id ?? slug, wordsBeside(heading, facts.links, this.#source), textRange);
  }

  /** What a paired one holds is in the list of blocks as well. */
  #takeShortcode(index: number): void {
    const shortcode = this.#page.facts.shortcodes[index];
    if (shortcode === undefined || this.#includes.has(shortcode.range[0])) return;
    const title = FOLDED.test(shortcode.name) ? shortcodeTitle(shortcode) : null;
    if (title !== null) this.#addHeading(7, null, title.value, title.range);
    const isEmpty = shortcode.inner === null || this.#source(shortcode.inner).trim() === '';
    if (isEmpty && !isComment(shortcode)) this.#add({ kind: 'opaque' });
  }

  #takeWords(block: Block): void {
    for (const name of unknownIn(block, this.#source)) this.#reading.unknown.add(name);
    const title = block.type === 'paragraph' ? containerTitle(this.#source(block.range)) : null;
    if (title === null) {
      this.#addBlock(block);
      return;
    }
    const [start, end] = block.range;
    this.#addHeading(7, null, title.text, [start + title.at, start + title.at + title.text.length]);
    const range: Range = [start + title.rest, end];
    const text = this.#source(range)
      .trim()
      .replace(/\s{0,9}(?<!:):{3,9}$/, '');
    this.#addBlock({ type: 'paragraph', text, range });
  }
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
