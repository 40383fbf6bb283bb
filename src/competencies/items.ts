import type { ListBlock, ListItem, TableBlock, TableCell } from '../markdown/facts.ts';
import type { Include, Page } from '../model/handbook.ts';
import type { Competency, CompetencyList } from './framework.ts';
import { readWording, splitWords } from './wording.ts';

/** A short line with a list below it names a kind of competency and is none: "Test coverage". */
const mostCategoryWords = 6;

/** Reads a list. Nested items belong to the item above, unless that only names a category. */
export function readList(list: ListBlock, page: Page, via: Include | null): CompetencyList {
  const items = list.items.flatMap((item) => readItem(item, null, page, via));
  return { kind: list.ordered ? 'ordered' : 'bulleted', page, range: list.range, via, items };
}

function readItem(item: ListItem, category: string | null, page: Page, via: Include | null): Competency[] {
  const below = item.children.flatMap((child) => (child.type === 'list' ? child.items : []));
  if (below.length > 0 && isCategory(item.text)) {
    const name = item.text.trim() === '' ? category : item.text;
    return below.flatMap((child) => readItem(child, name, page, via));
  }
  if (item.text.trim() === '') return [];
  return [
    {
      page,
      range: item.range,
      textRange: item.textRange,
      wording: readWording(item.text),
      category,
      row: null,
      details: below.map((child) => child.text),
      via,
    },
  ];
}

function isCategory(text: string): boolean {
  return !/[.:;,?!…]\s*$/u.test(text) && splitWords(text).length <= mostCategoryWords;
}

/** Reads a table whose rows are competencies: the first cell names the row, when there is more than one. */
export function readRows(table: TableBlock, page: Page, via: Include | null): CompetencyList {
  const items = table.rows.flatMap((cells) => {
    const [first, second] = cells;
    const last = cells.at(-1);
    if (first === undefined || last === undefined) return [];
    const told = second === undefined ? [first] : cells.slice(1);
    const text = told.map((cell) => cell.text).join(' ');
    if (text.trim() === '') return [];
    const textRange = [(told[0] ?? first).textRange[0], last.textRange[1]] as const;
    return [readCell(text, textRange, second === undefined ? null : first.text, page, via)];
  });
  return { kind: 'table', page, range: table.range, via, items };
}

/** Reads one column of a table that has levels as columns. */
export function readColumn(table: TableBlock, column: number, page: Page, via: Include | null): CompetencyList {
  const items = table.rows.flatMap((cells) => {
    const cell = cells[column];
    if (cell === undefined || cell.text.trim() === '') return [];
    return [readCell(cell.text, cell.textRange, cells[0]?.text ?? null, page, via)];
  });
  return { kind: 'table', page, range: table.header[column]?.range ?? table.range, via, items };
}

/** The cells of a column with no words in them, each with its row's name. */
export function emptyCells(table: TableBlock, column: number): { readonly cell: TableCell; readonly row: string }[] {
  return table.rows.flatMap((cells) => {
    const cell = cells[column];
    return cell !== undefined && cell.text.trim() === '' ? [{ cell, row: cells[0]?.text ?? '' }] : [];
  });
}

function readCell(
  text: string,
  range: readonly [number, number],
  row: string | null,
  page: Page,
  via: Include | null,
): Competency {
  return { page, range, textRange: range, wording: readWording(text), category: null, row, details: [], via };
}
