import type { ListBlock, ListItem, Range, TableBlock, TableCell } from '../facts.ts';
import { MAX_TREE_DEPTH, noteMark, plainText } from '../plain-text.ts';
import { readHtml, wordsOfHtml } from './walk.ts';

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

interface OpenList {
  readonly tag: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: OpenItem[];
}

interface OpenTable {
  readonly tag: 'table';
  readonly start: number;
  readonly rows: OpenCell[][];
  readonly faults: { readonly kind: 'ragged' | 'nested'; readonly range: Range }[];
}

interface OpenCell {
  readonly start: number;
  end: number;
  readonly words: Words;
  readonly columns: number;
  readonly rows: number;
}

interface OpenItem {
  range: Range;
  readonly blocks: (ListBlock | TableBlock)[];
  readonly words: Words;
}

interface Line {
  text: string;
  struck: string;
  readonly range: [start: number, end: number];
}

/** Lines of words that gather between tags. */
class Words {
  readonly lines: Line[] = [];
  /** The line that goes on. */
  #line: Line | undefined;

  add(text: string, [start, end]: Range, isStruck: boolean): void {
    const isBlank = text.trim() === '';
    if (!this.#line) {
      if (isBlank) return;
      this.#line = { text: '', struck: '', range: [start, end] };
      this.lines.push(this.#line);
    }
    this.#line[isStruck ? 'struck' : 'text'] += text;
    if (!isBlank) this.#line.range[1] = end;
  }

  break(): void {
    this.#line = undefined;
  }
}

/** What spans more than this spans nothing, and what stands behind this many columns is not read. */
const MOST_SPANNED = 100;
const MOST_COLUMNS = 1000;
const HAS_MARKERS = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]/m;
const MARKED_LINE = /^([ \t]*)((?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?)(.*)$/gm;

/** Reads the lists and tables of raw HTML; offsets count from `base`. Words in it may be Markdown lists. */
export function readHtmlBlocks(html: string, base: number): HtmlBlocks {
  const blocks: (ListBlock | TableBlock)[] = [];
  const open: (OpenList | OpenTable)[] = [];
  const beside = new Words();
  let pending = '';
  let last = 0;
  let struck = 0;
  const target = (): Words => {
    const top = open.at(-1);
    if (top?.tag === 'list') return top.items.at(-1)?.words ?? beside;
    return top?.rows.at(-1)?.at(-1)?.words ?? beside;
  };
  const flush = (to: number) => {
    const source = html.slice(last, to);
    // Lines of Markdown's lists in a cell are lines of the cell.
    if (HAS_MARKERS.test(source)) {
      for (const { index, 1: blank = '', 2: marker = '', 3: line = '' } of source.matchAll(MARKED_LINE)) {
        if (marker !== '') target().break();
        const start = base + last + index + blank.length + marker.length;
        target().add(`${wordsOfHtml(line)} `, [start, start + line.trimEnd().length], struck > 0);
      }
    } else {
      const start = base + last + (source.length - source.trimStart().length);
      target().add(pending, [start, base + last + source.trimEnd().length], struck > 0);
    }
    pending = '';
  };
  readHtml(html, {
    text: (text) => {
      pending += text;
    },
    comment: (range) => {
      flush(range[0]);
      last = range[1];
    },
    openTag: (name, attributes, range) => {
      flush(range[0]);
      last = range[1];
      const span = (key: string) => {
        const value = Number.parseInt(attributes.find((each) => each.name === key)?.value ?? '', 10);
        return value > 0 && value <= MOST_SPANNED ? value : 1;
      };
      const top = open.at(-1);
      if (/^(?:del|s|strike)$/.test(name)) struck += 1;
      else if (/^(?:br|p|div|h[1-6]|dt|dd|li)$/.test(name)) target().break();
      if (name === 'ul' || name === 'ol') {
        if (top?.tag === 'table') target().break();
        else if (open.length < MAX_TREE_DEPTH)
          open.push({ tag: 'list', ordered: name === 'ol', start: base + range[0], items: [] });
      } else if (name === 'li' && top?.tag === 'list') {
        top.items.push({ range: [base + range[0], base + range[1]], blocks: [], words: new Words() });
      } else if (name === 'table') {
        const around = open.findLast((each) => each.tag === 'table');
        around?.faults.push({ kind: 'nested', range: [base + range[0], base + range[1]] });
        if (open.length < MAX_TREE_DEPTH) open.push({ tag: 'table', start: base + range[0], rows: [], faults: [] });
      } else if (name === 'tr' && top?.tag === 'table') top.rows.push([]);
      else if ((name === 'td' || name === 'th') && top?.tag === 'table') {
        if (top.rows.length === 0) top.rows.push([]);
        top.rows.at(-1)?.push({
          start: base + range[0],
          end: base + range[1],
          words: new Words(),
          columns: span('colspan'),
          rows: span('rowspan'),
        });
      }
    },
    closeTag: (name, range) => {
      if (name === 'sup' && noteMark.test(pending)) pending = '';
      flush(range[0]);
      last = range[1];
      const top = open.at(-1);
      if (/^(?:del|s|strike)$/.test(name)) struck = Math.max(0, struck - 1);
      else if (/^(?:p|div|h[1-6]|dt|dd|li|ul|ol)$/.test(name)) target().break();
      if ((name === 'td' || name === 'th') && top?.tag === 'table') {
        const cell = top.rows.at(-1)?.at(-1);
        if (cell !== undefined) cell.end = base + range[1];
      } else if (name === 'li' && top?.tag === 'list') {
        const item = top.items.at(-1);
        if (item !== undefined) item.range = [item.range[0], base + range[1]];
      } else if ((name === 'ul' || name === 'ol') && top?.tag === 'list') close(base + range[1]);
      else if (name === 'table' && top?.tag === 'table') close(base + range[1]);
    },
  });
  flush(html.length);
  while (open.length > 0) close(base + html.length);
  return { blocks, text: plainText(beside.lines.map(({ text }) => text).join(' ')) };

  function close(end: number): void {
    const top = open.pop()!;
    const block = top.tag === 'list' ? listOf(top, end) : tableOf(top, end);
    const around = open.at(-1);
    if (around === undefined) blocks.push(block);
    else if (around.tag === 'list') around.items.at(-1)?.blocks.push(block);
  }
}

function listOf({ ordered, start, items }: OpenList, end: number): ListBlock {
  return {
    type: 'list',
    ordered,
    range: [start, end],
    items: items.map(({ range, words, blocks }): ListItem => {
      const text = plainText(words.lines.map((line) => line.text).join(' '));
      const struck = plainText(words.lines.map((line) => line.struck).join(' '));
      const from = words.lines[0]?.range[0] ?? range[1];
      const item = { range, text, textRange: [from, words.lines.at(-1)?.range[1] ?? from] as const, children: blocks };
      return text === '' && struck !== '' ? { ...item, struck } : item;
    }),
  };
}

/** A cell that spans several columns or rows stands in each of them. */
function tableOf({ start, rows, faults }: OpenTable, end: number): TableBlock {
  const grid: TableCell[][] = [];
  const held: { cell: TableCell; left: number }[] = [];
  for (const row of rows) {
    const cells: TableCell[] = [];
    const fill = () => {
      for (let above = held[cells.length]; above && above.left > 0; above = held[cells.length]) {
        above.left -= 1;
        cells.push(above.cell);
      }
    };
    fill();
    for (const { start: from, end: to, words, columns, rows: height } of row) {
      const lines = words.lines.map((line) => ({ text: plainText(line.text), range: line.range }));
      const kept = lines.filter(({ text }) => text !== '');
      const inner: Range = [kept[0]?.range[0] ?? to, kept.at(-1)?.range[1] ?? to];
      const cell: TableCell = {
        range: [from, to],
        text: kept.map(({ text }) => text).join(' '),
        textRange: inner,
        ...(kept.length > 1 ? { lines: kept } : {}),
      };
      for (let column = 0; column < columns && cells.length < MOST_COLUMNS; column += 1) {
        if (height > 1) held[cells.length] = { cell, left: height - 1 };
        cells.push(cell);
      }
      fill();
    }
    if (cells.length > 0) grid.push(cells);
  }
  const [header = [], ...body] = grid;
  return tableWithFaults({ type: 'table', range: [start, end], header, rows: body }, faults);
}

/** The table, with the rows noted that have another number of cells than its header. */
export function tableWithFaults(table: TableBlock, faults: NonNullable<TableBlock['faults']> = []): TableBlock {
  const all = [...faults];
  for (const row of table.rows) {
    const [first, last] = [row[0], row.at(-1)];
    if (row.length === table.header.length || first === undefined || last === undefined) continue;
    all.push({ kind: 'ragged', range: [first.range[0], Math.max(first.range[1], last.range[1])] });
  }
  return all.length === 0 ? table : { ...table, faults: all };
}
