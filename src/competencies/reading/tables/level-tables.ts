import type { Range, TableBlock, TableCell } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { CompetencyList, GroupText } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { cellList, isCategory, isDivider, withSentences } from '../items.ts';
import type { PagePart } from '../parts.ts';
import { fewestLevels, type LevelReader, type Sheet } from '../sheets.ts';
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
import { TableSheets } from './table-sheets.ts';

type BlockPart = PagePart & { readonly kind: 'block' };

/** Words at the head of a column that names groups, departments or levels in a table of one competency a row. */
const columnNames = {
  department: /^(?:department|team|function|discipline|role|track|job family)s?$/i,
  level: /^(?:level|grade|seniority|rank|job level)s?$/i,
  group: /^(?:group|category|categories|area|theme|pillar|skill|dimension|competency (?:group|area))s?$/i,
};

interface TableReading {
  readonly levelOf: LevelReader;
  readonly nouns: Nouns;
  /** Does the page's place say which department it is of? Else headings may. */
  readonly hasDepartments: boolean;
}

interface LevelTables {
  readonly sheets: Sheet[];
  /** Columns and rows of a level that has one already; they are not read. */
  readonly second: readonly Range[];
}

/** Reads the tables of a page that have levels as columns, as rows, or in a column of their own. */
export function readLevelTables(
  page: Page,
  parts: readonly PagePart[],
  { levelOf, nouns, hasDepartments }: TableReading,
): LevelTables {
  const second: Range[] = [];
  const sheets = new TableSheets(page);
  let heading = page.title;
  const tables = parts.flatMap((part) => {
    if (part.kind === 'heading') heading = part.heading.text;
    if (part.kind !== 'block' || part.block.type !== 'table') return [];
    const block = withoutStruckRows(withLevelRow(part.block, levelOf), part.page);
    return [{ part, heading, block: withSentences(block, part.page) }];
  });
  const areDepartments = !hasDepartments && haveSameRows(tables.map(({ block }) => block));
  for (const { part, heading, block } of tables) {
    const department = areDepartments ? heading : null;
    const reader = new TableReader({ ...part, block }, block, { heading, department }, nouns, sheets);
    const columns = levelColumns(block.header, levelOf);
    const first = columns[0]?.at ?? 0;
    const roles = hasDepartments ? null : rolesIn(block.header, levelOf);
    if (roles !== null) for (const [role, its] of roles) reader.of(role).byColumns(its, first);
    else if (columns.length >= fewestLevels) {
      second.push(...secondColumns(block.header, columns));
      reader.byColumns(columns, first);
    } else second.push(...reader.byRows(levelOf, !hasDepartments));
  }
  return { sheets: sheets.all(), second };
}

/** From so many empty cells on, and from this share of them on, a table leaves levels out on purpose. */
const fewestGaps = 4;
const mostEmpty = 0.2;

/** A column that names a level. */
type LevelColumn = ReturnType<typeof levelColumns>[number];

/** What the rows of a table are to each other. */
interface RowReading {
  /** Does one name stand before several rows, or only before the first of them? */
  readonly isRepeated: boolean;
  /** Is a row's name that of a group? So it is where cells hold several competencies, and where names are repeated. */
  readonly areGroups: boolean;
  /** Are so many cells empty that not everything is asked at every level? */
  readonly hasGaps: boolean;
}

class TableReader {
  readonly #part: BlockPart;
  readonly #table: TableBlock;
  readonly #heading: string;
  readonly #department: string | null;
  readonly #nouns: Nouns;
  readonly #sheets: TableSheets;

  constructor(
    part: BlockPart,
    table: TableBlock,
    { heading, department }: { readonly heading: string; readonly department: string | null },
    nouns: Nouns,
    sheets: TableSheets,
  ) {
    this.#part = part;
    this.#table = table;
    this.#heading = heading;
    this.#department = department;
    this.#nouns = nouns;
    this.#sheets = sheets;
  }

  /** The same table, of one department. */
  of(department: string): TableReader {
    const names = { heading: this.#heading, department };
    return new TableReader(this.#part, this.#table, names, this.#nouns, this.#sheets);
  }

  /**
   * Each row is a competency, each level's column says it. A row that only names something begins a group.
   * `first`: the first column that names a level.
   */
  byColumns(columns: readonly LevelColumn[], first: number): void {
    const { header, rows } = this.#table;
    const { areGroups, isRepeated, hasGaps } = this.#readRows(columns, first);
    // With two columns before the levels, the first one names the group.
    const hasGroups = first >= 2 || areGroups;
    let group = { text: this.#heading, range: header[0]?.range ?? this.#table.range };
    for (const cells of rows) {
      const [label] = cells;
      // Without a column for names, a row with one cell may be the end of the longest list.
      if (label !== undefined && isDivider(cells) && (first > 0 || isCategory(label.text))) {
        group = { text: label.text, range: label.textRange };
        continue;
      }
      if (hasGroups && label !== undefined && isFilled(label) && label.text !== group.text)
        group = { text: label.text, range: label.textRange };
      const row = first === 0 || areGroups ? '' : (cells[first - 1]?.text ?? '');
      const called = isRepeated ? '' : areGroups ? group.text : row;
      const filled = columns.flatMap(({ at }, rank) => (isFilled(cells[at]) ? [rank] : []));
      // What only few levels are asked for has no gaps, nor have rows that are only as many as the longest list needs.
      const isTold = called !== '' && !hasGaps && filled.length * 2 >= columns.length;
      for (const [rank, { at, level }] of columns.entries()) {
        const place = header[at]?.range ?? this.#table.range;
        const where = { department: this.#department, level, place };
        const named = { text: group.text, range: group.text === this.#heading ? place : group.range };
        const [list, texts] = this.#cell(cells[at], row, called);
        const told = texts.filter(({ isAbsent }) => isTold || isAbsent === true);
        const gaps = told.map((text) => ({ ...text, isBelowFirst: rank < (filled[0] ?? 0) }));
        const isNothing = list.items.length + list.struck.length + gaps.length === 0;
        const isLeftOut = areGroups && !isRepeated && isNothing;
        if (!isLeftOut) this.#sheets.add(where, named, list, gaps);
      }
    }
  }

  /** How the rows of a table with levels as columns go together. `first`: the first column that names a level. */
  #readRows(columns: readonly LevelColumn[], first: number): RowReading {
    const { rows } = this.#table;
    const ofLevels = rows.filter((cells) => !isDivider(cells)).map((cells) => columns.map(({ at }) => cells[at]));
    const withLines = ofLevels.filter((cells) => cells.some((cell) => cell?.lines !== undefined));
    const hasDividers = rows.length - ofLevels.length >= 2;
    const going = rows.filter(([label], at) => at > 0 && ['', rows[at - 1]?.[0]?.text].includes(label?.text.trim()));
    const isRepeated = first === 1 && going.length * 2 >= rows.length;
    const empty = ofLevels.flat().filter((cell) => !isFilled(cell)).length;
    return {
      isRepeated,
      areGroups: first === 1 && (isRepeated || (!hasDividers && withLines.length * 2 > ofLevels.length)),
      hasGaps: empty >= fewestGaps && empty > ofLevels.length * columns.length * mostEmpty,
    };
  }

  /**
   * Each row is a level and each column a group, or each row one competency with its level in a column. Gives the names of rows that
   * are not read, since another row of the level says what they say.
   */
  byRows(levelOf: LevelReader, mayNameRoles: boolean): readonly Range[] {
    const { header, rows } = this.#table;
    // A column of names holds no competencies, whatever it is called.
    const areNames = (at: number) => rows.filter((cells) => isCategory(cells[at]?.text ?? '')).length * 2 > rows.length;
    const named = (pattern: RegExp) => header.findIndex((cell, at) => pattern.test(cell.text.trim()) && areNames(at));
    const isLevelColumn = (at: number) => {
      const levels = rows.flatMap((cells) => levelOf(cells[at]?.text ?? '') ?? []);
      return new Set(levels).size >= fewestLevels && levels.length * 2 > rows.length;
    };
    const at = [named(columnNames.level), 0, 1].find(isLevelColumn);
    if (at === undefined) return [];
    const column = named(columnNames.department);
    const department = column === at ? -1 : column;
    const names = rows.flatMap((cells) => cells[at] ?? []);
    const areRoles = mayNameRoles && department < 0 && rolesIn(names, levelOf) !== null;
    const group = named(columnNames.group);
    const others = header.flatMap((_, column) => ([at, department, group].includes(column) ? [] : [column]));
    const second = department < 0 && group < 0 && !areRoles ? secondRows(rows, at, levelOf) : [];
    let last: { level: string; place: Range; role: string } | null = null;
    for (const cells of rows) {
      const cell = cells[at];
      if (cell !== undefined && second.includes(cell)) {
        last = null;
        continue;
      }
      const level = levelOf(cell?.text ?? '');
      if (level !== null && cell !== undefined) last = { level, place: cell.textRange, role: roleBeside(cell.text) };
      // A cell without words goes on with the level above it, one with other words names something else.
      else if (isFilled(cell)) last = null;
      if (last === null) continue;
      const { level: id, place, role } = last;
      const whose = areRoles ? role : department < 0 ? this.#department : (cells[department]?.text ?? null);
      const where = { level: id, place, department: whose };
      for (const column of others) {
        const alone = others.length === 1;
        const name = group >= 0 ? cells[group] : alone ? undefined : header[column];
        const text = name?.text ?? this.#heading;
        const [list, texts] = this.#cell(cells[column], name?.text ?? '', name?.text ?? '');
        this.#sheets.add(where, { text, range: name?.textRange ?? place }, withoutRows(list), texts);
      }
    }
    return second.map(({ textRange }) => textRange);
  }

  /** What a cell says. `called`: how a reader of the table would name it. */
  #cell(cell: TableCell | undefined, row: string, called: string): readonly [CompetencyList, readonly GroupText[]] {
    const { page, via } = this.#part;
    const { range } = cell ?? this.#table;
    if (cell === undefined) {
      const absent = { page, range, text: '', row, isAbsent: true };
      return [{ kind: 'table', page, range, via, items: [], struck: [] }, [absent]];
    }
    const list = cellList(cell, row, { page, via, nouns: this.#nouns });
    const isEmpty = cell.text.trim() === '' && list.struck.length === 0;
    return [list, isEmpty ? [{ page, range, text: '', row: called }] : []];
  }
}
