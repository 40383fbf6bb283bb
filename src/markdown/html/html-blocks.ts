import type { ListBlock, Range, TableBlock } from '../facts.ts';
import { MAX_TREE_DEPTH, noteMark, plainText } from '../plain-text.ts';
import { listOf, type OpenList, type OpenTable, tableOf, Words } from './open-blocks.ts';
import { type HtmlAttribute, readHtml, wordsOfHtml } from './walk.ts';

/** Lists and tables that a piece of raw HTML holds, in order, and the words beside them. */
interface HtmlBlocks {
  readonly blocks: readonly (ListBlock | TableBlock)[];
  readonly text: string;
}

/** Does raw HTML open a list or a table? */
export function opensBlock(html: string): boolean {
  return /<(?:table|ul|ol)[\s>]/i.test(html);
}

/** How many lists and tables open in this HTML, less those that close. */
export function openBlocks(html: string): number {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
  return count(/<(?:table|ul|ol)[\s>]/gi) - count(/<\/(?:table|ul|ol)\s*>/gi);
}

/** What spans more than this spans nothing. */
const MOST_SPANNED = 100;
const HAS_MARKERS = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]/m;
const MARKED_LINE = /^([ \t]*)((?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?)(.*)$/gm;

/** Reads the lists and tables of raw HTML; offsets count from `base`. Words in it may be Markdown lists. */
export function readHtmlBlocks(html: string, base: number): HtmlBlocks {
  return new BlockReader(html, base).read();
}

const STRIKING = /^(?:del|s|strike)$/;
const isCell = (name: string) => name === 'td' || name === 'th';

class BlockReader {
  readonly #html: string;
  readonly #base: number;
  readonly #blocks: (ListBlock | TableBlock)[] = [];
  /** The lists and tables around the place that is read, the innermost last. */
  readonly #open: (OpenList | OpenTable)[] = [];
  /** Words in none of them. */
  readonly #beside = new Words();
  /** The text since the last tag, and where that ended. */
  #pending = '';
  #last = 0;
  /** How many elements around strike out what is read. */
  #struck = 0;

  constructor(html: string, base: number) {
    this.#html = html;
    this.#base = base;
  }

  read(): HtmlBlocks {
    const [html, end] = [this.#html, this.#html.length];
    readHtml(html, {
      text: (text) => {
        this.#pending += text;
      },
      comment: (range) => this.#passTag(range),
      openTag: (name, attributes, range) => {
        this.#passTag(range);
        this.#openTag(name, attributes, this.#placed(range));
      },
      closeTag: (name, range) => {
        if (name === 'sup' && noteMark.test(this.#pending)) this.#pending = '';
        this.#passTag(range);
        this.#closeTag(name, this.#base + range[1]);
      },
    });
    this.#flush(end);
    while (this.#open.length > 0) this.#close(this.#base + end);
    return { blocks: this.#blocks, text: plainText(this.#beside.lines.map(({ text }) => text).join(' ')) };
  }

  #placed([start, end]: Range): Range {
    return [this.#base + start, this.#base + end];
  }

  /** The words that a text goes on with here: of an item, of a cell, or beside all blocks. */
  get #target(): Words {
    const top = this.#open.at(-1);
    const within = top?.tag === 'list' ? top.items.at(-1) : top?.rows.at(-1)?.at(-1);
    return within?.words ?? this.#beside;
  }

  #passTag(range: Range): void {
    this.#flush(range[0]);
    this.#last = range[1];
  }

  #flush(to: number): void {
    const source = this.#html.slice(this.#last, to);
    const from = this.#base + this.#last;
    const isStruck = this.#struck > 0;
    // Lines of Markdown's lists in a cell are lines of the cell.
    if (HAS_MARKERS.test(source)) {
      for (const { index, 1: blank = '', 2: marker = '', 3: line = '' } of source.matchAll(MARKED_LINE)) {
        if (marker !== '') this.#target.break();
        const start = from + index + blank.length + marker.length;
        this.#target.add(`${wordsOfHtml(line)} `, [start, start + line.trimEnd().length], isStruck);
      }
    } else {
      const start = from + (source.length - source.trimStart().length);
      this.#target.add(this.#pending, [start, from + source.trimEnd().length], isStruck);
    }
    this.#pending = '';
  }

  #openTag(name: string, attributes: readonly HtmlAttribute[], range: Range): void {
    const top = this.#open.at(-1);
    const hasRoom = this.#open.length < MAX_TREE_DEPTH;
    if (STRIKING.test(name)) this.#struck += 1;
    else if (/^(?:br|p|div|h[1-6]|dt|dd|li)$/.test(name)) this.#target.break();
    if (name === 'ul' || name === 'ol') {
      if (top?.tag === 'table') this.#target.break();
      else if (hasRoom) this.#open.push({ tag: 'list', ordered: name === 'ol', start: range[0], items: [] });
    } else if (name === 'li' && top?.tag === 'list') top.items.push({ range, blocks: [], words: new Words() });
    else if (name === 'table') {
      const around = this.#open.findLast((each) => each.tag === 'table');
      around?.faults.push({ kind: 'nested', range });
      if (hasRoom) this.#open.push({ tag: 'table', start: range[0], rows: [], faults: [] });
    } else if (name === 'tr' && top?.tag === 'table') top.rows.push([]);
    else if (isCell(name) && top?.tag === 'table') {
      if (top.rows.length === 0) top.rows.push([]);
      const [start, end] = range;
      const spans = { columns: spanOf('colspan', attributes), rows: spanOf('rowspan', attributes) };
      top.rows.at(-1)?.push({ start, end, words: new Words(), ...spans });
    }
  }

  #closeTag(name: string, end: number): void {
    const top = this.#open.at(-1);
    if (STRIKING.test(name)) this.#struck = Math.max(0, this.#struck - 1);
    else if (/^(?:p|div|h[1-6]|dt|dd|li|ul|ol)$/.test(name)) this.#target.break();
    if (isCell(name) && top?.tag === 'table') {
      const cell = top.rows.at(-1)?.at(-1);
      if (cell !== undefined) cell.end = end;
    } else if (name === 'li' && top?.tag === 'list') {
      const item = top.items.at(-1);
      if (item !== undefined) item.range = [item.range[0], end];
    } else if ((name === 'ul' || name === 'ol') && top?.tag === 'list') this.#close(end);
    else if (name === 'table' && top?.tag === 'table') this.#close(end);
  }

  #close(end: number): void {
    const top = this.#open.pop()!;
    const block = top.tag === 'list' ? listOf(top, end) : tableOf(top, end);
    const around = this.#open.at(-1);
    if (around === undefined) this.#blocks.push(block);
    else if (around.tag === 'list') around.items.at(-1)?.blocks.push(block);
  }
}

/** How many columns or rows a cell spans by its attributes. */
function spanOf(key: string, attributes: readonly HtmlAttribute[]): number {
  const value = Number.parseInt(attributes.find((each) => each.name === key)?.value ?? '', 10);
  return value > 0 && value <= MOST_SPANNED ? value : 1;
}
