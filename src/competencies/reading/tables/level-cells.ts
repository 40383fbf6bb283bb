import { countBy, groupBy } from '../../../collections/groups.ts';
import type { Range, TableBlock, TableCell } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { Competency, CompetencyList } from '../../framework.ts';
import { splitWords, wordKey } from '../../wording.ts';
import { humanName } from '../groups/group-names.ts';
import { hasStruck } from '../items.ts';
import { ladderWords } from '../places/level-ids.ts';
import { fewestLevels, type LevelReader } from '../sheets.ts';

/** What a name says beside the level: "Design" of "Senior Design", "L3 - Senior Design" and "Design Level 3". */
export function roleBeside(text: string): string {
  const words = splitWords(text.replace(/[-_]/g, ' '));
  return humanName(words.filter((word) => !ladderWords.has(word) && !code.test(word)).join(' '));
}

const code = /^(?:level|grade|[a-z]{0,2}\d{1,2}|i{1,3}|iv|v)$/;

/** Cells that name roles ("Junior Design", "Senior Design", "Junior Sales"), by what they say beside the level; `null` where they do not. */
export function rolesIn(
  cells: readonly TableCell[],
  levelOf: LevelReader,
): ReadonlyMap<string, { at: number; level: string }[]> | null {
  const named = cells.flatMap(({ text }, at) => {
    const level = levelOf(text);
    return level === null ? [] : [{ at, level, role: roleBeside(text) }];
  });
  const roles = groupBy(named, ({ role }) => role);
  const several = [...roles].filter(([role, its]) => role !== '' && its.length >= fewestLevels);
  const isOnce = several.every(([, its]) => new Set(its.map(({ level }) => level)).size === its.length);
  const isShared = new Set(named.map(({ level }) => level)).size < named.length;
  return isOnce && isShared && several.length >= 2 && several.length * 2 > roles.size ? roles : null;
}

/** The columns that name levels, each level once. */
export function levelColumns(header: readonly TableCell[], levelOf: LevelReader): { at: number; level: string }[] {
  const columns: { at: number; level: string }[] = [];
  for (const [at, cell] of header.entries()) {
    const level = levelOf(cell.text);
    if (level !== null && !columns.some((column) => column.level === level)) columns.push({ at, level });
  }
  return columns;
}

/** Above the row that names the levels stands a title, or nothing. */
const mostRowsAbove = 2;

/** A cell that names a level has at most this many words. */
const mostWords = 8;

/** A table whose levels are named by one of its first rows: what stands above that row is no head and no competency. */
export function withLevelRow(table: TableBlock, levelOf: LevelReader): TableBlock {
  if (levelColumns(table.header, levelOf).length >= fewestLevels) return table;
  const at = table.rows.slice(0, mostRowsAbove).findIndex((cells) => {
    // "Everything at L1, and more" is what a level asks for.
    const short = cells.filter(({ text }) => splitWords(text).length <= mostWords);
    const columns = levelColumns(short, levelOf);
    return columns.length >= fewestLevels && columns.length * 2 >= cells.length;
  });
  const header = table.rows[at];
  return header === undefined ? table : { ...table, header, rows: table.rows.slice(at + 1) };
}

/** The heads of columns that name a level as another column does. */
export function secondColumns(header: readonly TableCell[], columns: readonly { readonly at: number }[]): Range[] {
  const isSame = (left: TableCell, right: TableCell | undefined) => wordKey(left.text) === wordKey(right?.text ?? '');
  const first = new Set(columns.map(({ at }) => at));
  const isSecond = (cell: TableCell, at: number) =>
    columns.some((column) => column.at < at && isSame(cell, header[column.at]));
  const second = header.filter((cell, at) => !first.has(at) && isSecond(cell, at));
  return second.map(({ textRange }) => textRange);
}

/**
 * The cells that name a level as a row above does, in a table in which most levels have one row. A row that only fills what the row
 * above it leaves empty goes on with it.
 */
export function secondRows(rows: readonly TableRow[], at: number, levelOf: LevelReader): readonly TableCell[] {
  const ofLevels = rows.filter((cells) => levelOf(cells[at]?.text ?? '') !== null);
  const byLevel = groupBy(ofLevels, (cells) => wordKey(cells[at]?.text ?? ''));
  const several = [...byLevel.values()].filter(({ length }) => length > 1);
  if (several.length * 2 >= byLevel.size) return [];
  return several.flatMap(([first = [], ...others]) => {
    const repeats = (cells: TableRow) =>
      cells.some((cell, column) => column !== at && isFilled(cell) && isFilled(first[column]));
    return others.flatMap((cells) => (repeats(cells) ? (cells[at] ?? []) : []));
  });
}

type TableRow = readonly TableCell[];

export const isFilled = (cell: TableCell | undefined) => (cell?.text ?? '').trim() !== '';

/** Do several tables mostly name the same rows, so that what stands above each is not what they are about, but whom? */
export function haveSameRows(tables: readonly TableBlock[]): boolean {
  const names = tables.map(({ rows }) => new Set(rows.flatMap(([first]) => wordKey(first?.text ?? '') || [])));
  const all = countBy(names.flatMap((each) => [...each]));
  const shared = [...all.values()].filter((count) => count * 2 > tables.length);
  return tables.length >= 2 && shared.length * 2 > all.size;
}

/** What a row asks whose name is struck out is asked of nobody. */
export function withoutStruckRows(table: TableBlock, page: Page): TableBlock {
  const isStruck = ([name]: TableBlock['header']) => name?.text.trim() === '' && hasStruck(name, page);
  const rows = table.rows.filter((cells) => !isStruck(cells));
  return rows.length === table.rows.length ? table : { ...table, rows };
}

/** The column names the group already; two competencies of it are told apart by their words alone. */
export function withoutRows(list: CompetencyList): CompetencyList {
  return { ...list, items: list.items.map((item): Competency => ({ ...item, row: null })) };
}
