import type { Range, TableBlock, TableCell } from '../../../markdown/facts.ts';
import type { Include, Page } from '../../../model/handbook.ts';
import type { CompetencyList, GroupText } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { cellList, isCategory, isDivider, withSentences } from '../items.ts';
import type { PagePart } from '../parts.ts';
import { fewestLevels, type LevelReader, type Sheet, SheetBuilder } from '../sheets.ts';
import {
  haveSameRows,
  isFilled,
  levelColumns,
  roleBeside,
  rolesIn,
  secondColumns,
  secondRows,
  withLevelRow,
  withoutRows,
  withoutStruckRows,
} from './level-cells.ts';

/**
 * Reads the tables of a page that have levels as columns, as rows, or in a column of their own. `hasDepartments`: the page's place says
 * which department it is of, else headings may. `second`: columns and rows of a level that has one already, which are not read.
 */
export function readLevelTables(
  page: Page,
  parts: readonly PagePart[],
  { levelOf, nouns, hasDepartments }: { levelOf: LevelReader; nouns: Nouns; hasDepartments: boolean },
): { readonly sheets: readonly Sheet[]; readonly second: readonly Range[] } {
  const second: Range[] = [];
  const sheets = new SheetBuilder(page, 'table');
  let heading = page.title;
  const found = parts.flatMap((part): Table[] => {
    if (part.kind === 'heading') heading = part.heading.text;
    if (part.kind !== 'block' || part.block.type !== 'table') return [];
    const block = withoutStruckRows(withLevelRow(part.block, levelOf), part.page);
    return [{ ...withSentences(block, part.page), page: part.page, via: part.via, nouns, heading, department: null }];
  });
  const areDepartments = !hasDepartments && haveSameRows(found);
  for (const each of found) {
    const table = areDepartments ? { ...each, department: each.heading } : each;
    const columns = levelColumns(table.header, levelOf);
    const first = columns[0]?.at ?? 0;
    const roles = hasDepartments ? null : rolesIn(table.header, levelOf);
    if (roles !== null)
      for (const [role, its] of roles) readColumns({ ...table, department: role }, its, first, sheets);
    else if (columns.length >= fewestLevels) {
      second.push(...secondColumns(table.header, columns));
      readColumns(table, columns, first, sheets);
    } else second.push(...readRows(table, levelOf, !hasDepartments, sheets));
  }
  return { sheets: sheets.all(), second };
}

/** A table, and what is known of it from around it. */
interface Table extends TableBlock {
  readonly page: Page;
  readonly via: Include | null;
  readonly nouns: Nouns;
  /** The one above it. */
  readonly heading: string;
  /** Of whom all of it speaks; `null` where the page's place or its own cells say so. */
  readonly department: string | null;
}

/** A column that names a level. */
type LevelColumn = ReturnType<typeof levelColumns>[number];

/**
 * Reads a table in which each row is a competency that each level's column says, or a group. A row that only names something begins a
 * group. `first`: the first column that names a level.
 */
function readColumns(table: Table, columns: readonly LevelColumn[], first: number, sheets: SheetBuilder): void {
  const { header, rows, heading } = table;
  const { areGroups, isRepeated, hasGaps } = rowsOf(table, columns, first);
  // With two columns before the levels, the first one names the group.
  const hasGroups = first >= 2 || areGroups;
  let group = { text: heading, range: header[0]?.range ?? table.range };
  for (const cells of rows) {
    const [label] = cells;
    // Without a column for names, a row with one cell may be the end of the longest list.
    const isGroup = isDivider(cells) && (first > 0 || isCategory(label?.text ?? ''));
    const namesGroup = isGroup || (hasGroups && isFilled(label) && label?.text !== group.text);
    if (label !== undefined && namesGroup) group = { text: label.text, range: label.textRange };
    if (isGroup) continue;
    const row = first === 0 || areGroups ? '' : (cells[first - 1]?.text ?? '');
    const called = isRepeated ? '' : areGroups ? group.text : row;
    const filled = columns.flatMap(({ at }, rank) => (isFilled(cells[at]) ? [rank] : []));
    // What only few levels are asked for has no gaps, nor have rows that are only as many as the longest list needs.
    const areGapsTold = called !== '' && !hasGaps && filled.length * 2 >= columns.length;
    for (const [rank, { at, level }] of columns.entries()) {
      const { list, gap } = readCell(cells[at], row, called, table);
      const isTold = gap !== null && (areGapsTold || gap.isAbsent === true);
      const texts = isTold ? [{ ...gap, isBelowFirst: rank < (filled[0] ?? 0) }] : [];
      // A group of which a level has nothing.
      if (areGroups && !isRepeated && list.items.length + list.struck.length + texts.length === 0) continue;
      const place = header[at]?.range ?? table.range;
      const named = group.text === heading ? { text: heading, range: place } : group;
      sheets.addList({ department: table.department, level, place }, named, list, texts);
    }
  }
}

/** From so many empty cells on, and from this share of them on, a table leaves levels out on purpose. */
const fewestGaps = 4;
const mostEmpty = 0.2;

/** What the rows of a table with levels as columns are to each other. */
function rowsOf({ rows }: Table, columns: readonly LevelColumn[], first: number) {
  const ofLevels = rows.filter((cells) => !isDivider(cells)).map((cells) => columns.map(({ at }) => cells[at]));
  const withLines = ofLevels.filter((cells) => cells.some((cell) => cell?.lines !== undefined));
  const hasDividers = rows.length - ofLevels.length >= 2;
  const going = rows.filter(([label], at) => at > 0 && ['', rows[at - 1]?.[0]?.text].includes(label?.text.trim()));
  const isRepeated = first === 1 && going.length * 2 >= rows.length;
  const empty = ofLevels.flat().filter((cell) => !isFilled(cell)).length;
  return {
    /** Does one name stand before several rows, or only before the first of them? */
    isRepeated,
    /** Is a row's name that of a group? So it is where cells hold several competencies, and where names are repeated. */
    areGroups: first === 1 && (isRepeated || (!hasDividers && withLines.length * 2 > ofLevels.length)),
    /** Are so many cells empty that not everything is asked at every level? */
    hasGaps: empty >= fewestGaps && empty > ofLevels.length * columns.length * mostEmpty,
  };
}

/** Words at the head of a column that names groups, departments or levels in a table of one competency a row. */
const columnNames = {
  department: /^(?:department|team|function|discipline|role|track|job family)s?$/i,
  level: /^(?:level|grade|seniority|rank|job level)s?$/i,
  group: /^(?:group|category|categories|area|theme|pillar|skill|dimension|competency (?:group|area))s?$/i,
};

/**
 * Reads a table in which each row is a level and each column a group, or each row one competency with its level in a column. Gives the
 * names of rows that are not read, since another row of the level says what they say.
 */
function readRows(table: Table, levelOf: LevelReader, mayNameRoles: boolean, sheets: SheetBuilder): readonly Range[] {
  const { header, rows } = table;
  // A column of names holds no competencies, whatever it is called.
  const areNames = (at: number) => rows.filter((cells) => isCategory(cells[at]?.text ?? '')).length * 2 > rows.length;
  const called = (pattern: RegExp) => header.findIndex((cell, at) => pattern.test(cell.text.trim()) && areNames(at));
  const areLevels = (at: number) => {
    const levels = rows.flatMap((cells) => levelOf(cells[at]?.text ?? '') ?? []);
    return new Set(levels).size >= fewestLevels && levels.length * 2 > rows.length;
  };
  const at = [called(columnNames.level), 0, 1].find(areLevels);
  if (at === undefined) return [];
  const [group, owner] = [called(columnNames.group), called(columnNames.department)];
  const department = owner === at ? -1 : owner;
  const names = rows.flatMap((cells) => cells[at] ?? []);
  const areRoles = mayNameRoles && department < 0 && rolesIn(names, levelOf) !== null;
  const second = department < 0 && group < 0 && !areRoles ? secondRows(rows, at, levelOf) : [];
  const others = [...header.keys()].filter((column) => ![at, department, group].includes(column));
  let last: { readonly level: string; readonly name: TableCell } | null = null;
  for (const cells of rows) {
    const cell = cells[at];
    const level = cell === undefined || second.includes(cell) ? null : levelOf(cell.text);
    if (level !== null && cell !== undefined) last = { level, name: cell };
    // A cell without words goes on with the level above it, one with other words names something else.
    else if (isFilled(cell)) last = null;
    if (last === null) continue;
    const place = last.name.textRange;
    const role = areRoles ? roleBeside(last.name.text) : table.department;
    const where = { department: department < 0 ? role : (cells[department]?.text ?? null), level: last.level, place };
    for (const column of others) {
      const name = group >= 0 ? cells[group] : others.length === 1 ? undefined : header[column];
      const { list, gap } = readCell(cells[column], name?.text ?? '', name?.text ?? '', table);
      const named = { text: name?.text ?? table.heading, range: name?.textRange ?? place };
      sheets.addList(where, named, withoutRows(list), gap === null ? [] : [gap]);
    }
  }
  return second.map(({ textRange }) => textRange);
}

/** What a cell asks for, and whether it is empty, or its row has none. `called`: how a reader would name an empty one. */
function readCell(
  cell: TableCell | undefined,
  row: string,
  called: string,
  { page, via, nouns, ...table }: Table,
): { readonly list: CompetencyList; readonly gap: GroupText | null } {
  if (cell === undefined) {
    const { range } = table;
    const list = { kind: 'table', page, range, via, items: [], struck: [] } as const;
    return { list, gap: { page, range, text: '', row, isAbsent: true } };
  }
  const list = cellList(cell, row, { page, via, nouns });
  const isEmpty = cell.text.trim() === '' && list.struck.length === 0;
  return { list, gap: isEmpty ? { page, range: cell.range, text: '', row: called } : null };
}
