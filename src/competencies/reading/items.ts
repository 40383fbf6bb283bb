import type { ListBlock, ListItem, Range, TableBlock, TableCell } from '../../markdown/facts.ts';
import type { Include, Page } from '../../model/handbook.ts';
import type { Category, Competency, CompetencyList, StruckItem } from '../framework.ts';
import { type Nouns, readWording, splitWords } from '../wording.ts';
import type { PagePart } from './parts.ts';
import { sentencesOf, withoutMarkup } from './sentences.ts';

/** A line of at most this many words with a list below it names a category, and is no competency: "Test coverage". */
const mostCategoryWords = 6;

/** The page that competencies are read from, and the nouns of its department. */
interface ListOrigin {
  readonly page: Page;
  readonly via: Include | null;
  readonly nouns?: Nouns | undefined;
}

/** Reads a list. Nested items belong to the item above, unless that only names a category. */
export function readList(list: ListBlock, reading: ListOrigin): CompetencyList {
  const struck: StruckItem[] = [];
  const items = list.items.flatMap((item) => readItem(item, null, reading, struck));
  const { page, via } = reading;
  return { kind: list.ordered ? 'ordered' : 'bulleted', page, range: list.range, via, items, struck };
}

function readItem(item: ListItem, category: Category | null, reading: ListOrigin, struck: StruckItem[]): Competency[] {
  if (item.struck !== undefined) struck.push({ page: reading.page, range: item.textRange, text: item.struck });
  const below = item.children.flatMap((child) => (child.type === 'list' ? child.items : []));
  if (below.length > 0 && isCategory(item.text)) {
    const name = item.text.trim() === '' ? category : { wording: readWording(item.text), range: item.textRange };
    return below.flatMap((child) => readItem(child, name, reading, struck));
  }
  if (item.text.trim() === '') return [];
  return [
    {
      page: reading.page,
      range: item.range,
      textRange: item.textRange,
      wording: readWording(item.text, reading.nouns),
      category,
      row: null,
      details: below.map((child) => child.text),
      via: reading.via,
    },
  ];
}

/** Is a text as short and plain as a name? */
export function isCategory(text: string): boolean {
  const words = splitWords(text).filter((word) => word !== 'and');
  return !/[.:;,?!…]\s*$/u.test(text) && words.length <= mostCategoryWords;
}

/** Does a row only name what the rows below it are about? */
export function isDivider(cells: readonly TableCell[]): boolean {
  const [first, ...others] = cells;
  if (first === undefined || first.text.trim() === '' || others.length === 0) return false;
  return others.every((cell) => cell.text.trim() === '' || cell === first);
}

/** Reads a table whose rows are competencies: the first cell names the row, when there is more than one. */
export function readRows(table: TableBlock, reading: ListOrigin): CompetencyList {
  const items = withSentences(table, reading.page).rows.flatMap((cells) => {
    const [first, second] = cells;
    const last = cells.at(-1);
    if (first === undefined || last === undefined || isDivider(cells)) return [];
    const told = second === undefined ? [first] : cells.slice(1);
    const row = second === undefined ? null : first.text;
    if (told.some(({ lines }) => lines !== undefined)) return told.flatMap((cell) => readCell(cell, row, reading));
    const text = told.map((cell) => cell.text).join(' ');
    if (text.trim() === '') return [];
    return [readText(text, [(told[0] ?? first).textRange[0], last.textRange[1]], row, reading)];
  });
  return { kind: 'table', page: reading.page, range: table.range, via: reading.via, items, struck: [] };
}

/** The competencies in a part of a page that is a list or a table. */
export function itemsIn(part: PagePart): readonly Competency[] {
  if (part.kind !== 'block') return [];
  if (part.block.type === 'list') return readList(part.block, part).items;
  return part.block.type === 'table' ? readRows(part.block, part).items : [];
}

/** A table of prose has the sentences of each cell as its lines: no cell has lines of its own, and most have several sentences. */
export function withSentences(table: TableBlock, page: Page): TableBlock {
  const told = table.rows.flatMap((cells) => cells.filter(({ text }) => !isCategory(text)));
  if (told.some(({ lines }) => lines !== undefined)) return table;
  const several = new Map(told.map((cell) => [cell, sentencesOf(cell.text, cell.textRange, page)] as const));
  if ([...several.values()].filter(({ length }) => length > 1).length * 2 <= told.length) return table;
  const inLines = (cell: TableCell): TableCell => {
    const lines = several.get(cell) ?? [];
    return lines.length > 1 ? { ...cell, lines } : cell;
  };
  return { ...table, rows: table.rows.map((cells) => cells.map(inLines)) };
}

/** The competencies in a cell: one in each of its lines. */
function readCell(cell: TableCell, row: string | null, reading: ListOrigin): Competency[] {
  const lines = cell.lines ?? [{ text: cell.text, range: cell.textRange }];
  return lines.flatMap(({ text, range }) => {
    const marker = /^(?:[-*+•·–]|\d{1,3}[.)])\s+/u.exec(text)?.[0].length ?? 0;
    if (text.slice(marker).trim() === '') return [];
    return [readText(text.slice(marker), [Math.min(range[0] + marker, range[1]), range[1]], row, reading)];
  });
}

/** A cell as a list: what it asks for, and what it asks for no more. */
export function cellList(cell: TableCell, row: string | null, reading: ListOrigin): CompetencyList {
  const { page, via } = reading;
  const items = readCell(cell, row, reading);
  return { kind: 'table', page, range: cell.range, via, items, struck: struckIn(cell, page) };
}

const struckWords = /~~([^~]{1,1000})~~|<(?:s|del|strike)>([^<]{1,1000})<\//gi;

/** What is struck out in a cell; all that stands in it, where that is no plain text. */
function struckIn(cell: TableCell, page: Page): StruckItem[] {
  if (!hasStruck(cell, page)) return [];
  const source = page.text.slice(...cell.range);
  const texts = [...source.matchAll(struckWords)].map(([, first, second]) => first ?? second ?? '');
  const all = texts.length === 0 && cell.text.trim() === '' ? [source] : texts;
  return all.map((text) => ({ page, range: cell.textRange, text: withoutMarkup(text) }));
}

/** Is something in a cell struck out, which its words leave out? */
export function hasStruck({ range }: TableCell, { text }: Page): boolean {
  return /~~|<(?:s|del|strike)>/i.test(text.slice(...range));
}

/** One competency of its words and their place. */
export function readText(text: string, range: Range, row: string | null, { page, via, nouns }: ListOrigin): Competency {
  return { page, range, textRange: range, wording: readWording(text, nouns), category: null, row, details: [], via };
}
