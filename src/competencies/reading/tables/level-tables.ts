import type { Range, TableBlock, TableCell } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { CompetencyList, GroupText } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { cellList, isCategory, isDivider, withSentences } from '../items.ts';
import { headingPart, type PagePart } from '../parts.ts';
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

type BlockPart = PagePart & { readonly kind: 'block' };

/** Words at the head of a column that names groups, departments or levels in a table of one competency a row. */
const columnNames = {
  department: /^(?:department|team|function|discipline|role|track|job family)s?$/i,
  level: /^(?:level|grade|seniority|rank|job level)s?$/i,
  group: /^(?:group|category|categories|area|theme|pillar|skill|dimension|competency (?:group|area))s?$/i,
};

/** Sheets that grow as tables are read, by department and level. */
class Sheets {
  readonly #sheets = new Map<string, { readonly sheet: Sheet; readonly parts: PagePart[]; group: string }>();
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Adds what a cell says. `name`: the group and where it is named. */
  add(
    where: { readonly department: string | null; readonly level: string; readonly place: Range },
    group: { readonly text: string; readonly range: Range },
    list: CompetencyList,
    texts: readonly GroupText[],
  ): void {
    const key = JSON.stringify([where.department, where.level]);
    let known = this.#sheets.get(key);
    if (known === undefined) {
      const parts: PagePart[] = [];
      known = { sheet: { ...where, page: this.#page, shape: 'table', parts }, parts, group: '' };
      this.#sheets.set(key, known);
    }
    if (known.group !== group.text)
      known.parts.push(headingPart({ page: this.#page, via: null }, group.text, group.range, 2));
    known.group = group.text;
    known.parts.push({ kind: 'items', page: list.page, via: list.via, list, texts });
  }

  all(): Sheet[] {
    return [...this.#sheets.values()].map(({ sheet }) => sheet);
  }
}

interface TableReading {
  readonly levelOf: LevelReader;
  readonly nouns: Nouns;
  /** Does the page's place say which department it is of? Else headings may. */
  readonly hasDepartments: boolean;
}

/** What the tables of a page ask at each level. */
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
  const sheets = new Sheets(page);
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

class TableReader {
  readonly #part: BlockPart;
  readonly #table: TableBlock;
  readonly #heading: string;
  readonly #department: string | null;
  readonly #nouns: Nouns;
  readonly #sheets: Sheets;

  constructor(
    part: BlockPart,
    table: TableBlock,
    { heading, department }: { readonly heading: string; readonly department: string | null },
    nouns: Nouns,
    sheets: Sheets,
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
  byColumns(columns: readonly { readonly at: number; readonly level: string }[], first: number): void {
    const { header, rows } = this.#table;
    // With two columns before the levels, the first one names the group.
    const hasGroups = first >= 2;
    // Where cells hold several competencies, the row's name is that of their group.
    const ofLevels = rows.filter((cells) => !isDivider(cells)).map((cells) => columns.map(({ at }) => cells[at]));
    const withLines = ofLevels.filter((cells) => cells.some((cell) => cell?.lines !== undefined));
    const hasDividers = rows.length - ofLevels.length >= 2;
    // So it is where one name stands before several rows, or only before the first of them.
    const going = rows.filter(([label], at) => at > 0 && ['', rows[at - 1]?.[0]?.text].includes(label?.text.trim()));
    const isRepeated = first === 1 && going.length * 2 >= rows.length;
    const rowsAreGroups = first === 1 && (isRepeated || (!hasDividers && withLines.length * 2 > ofLevels.length));
    const empty = ofLevels.flat().filter((cell) => !isFilled(cell)).length;
    // Where many cells are empty, not everything is asked at every level.
    const hasGaps = empty >= fewestGaps && empty > ofLevels.length * columns.length * mostEmpty;
    let group = { text: this.#heading, range: header[0]?.range ?? this.#table.range };
    for (const cells of rows) {
      const [label] = cells;
      // Without a column for names, a row with one cell may be the end of the longest list.
      if (label !== undefined && isDivider(cells) && (first > 0 || isCategory(label.text))) {
        group = { text: label.text, range: label.textRange };
        continue;
      }
      if ((hasGroups || rowsAreGroups) && label !== undefined && isFilled(label) && label.text !== group.text)
        group = { text: label.text, range: label.textRange };
      const row = first === 0 || rowsAreGroups ? '' : (cells[first - 1]?.text ?? '');
      const called = isRepeated ? '' : rowsAreGroups ? group.text : row;
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
        const isLeftOut = rowsAreGroups && !isRepeated && isNothing;
        if (!isLeftOut) this.#sheets.add(where, named, list, gaps);
      }
    }
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
