import type { ListBlock, ListItem, Range, TableBlock, TableCell } from '../facts.ts';
import { plainText } from '../plain-text.ts';

/** A list whose end has not been read. */
export interface OpenList {
  readonly tag: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: OpenItem[];
}

/** A table whose end has not been read. */
export interface OpenTable {
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
export class Words {
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

/** The list, which ends here. */
export function listOf({ ordered, start, items }: OpenList, end: number): ListBlock {
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

/** What stands behind this many columns is not read. */
const MOST_COLUMNS = 1000;

/** The table, which ends here. A cell that spans several columns or rows stands in each of them. */
export function tableOf({ start, rows, faults }: OpenTable, end: number): TableBlock {
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
