import { groupBy } from '../../collections/groups.ts';
import type { TableBlock, TableCell } from '../../markdown/facts.ts';
import { splitWords } from '../wording.ts';
import { humanName } from './headings.ts';
import { ladderWords } from './level-names.ts';
import { fewestLevels, type LevelNames } from './sheets.ts';

/** What a name says beside the level: "Design" of "Senior Design", "L3 - Senior Design" and "Design Level 3". */
export function roleBeside(text: string): string {
  const words = splitWords(text.replace(/[-_]/g, ' '));
  return humanName(words.filter((word) => !ladderWords.has(word) && !code.test(word)).join(' '));
}

const code = /^(?:level|grade|[a-z]{0,2}\d{1,2}|i{1,3}|iv|v)$/;

/** Cells that name roles ("Junior Design", "Senior Design", "Junior Sales"), by what they say beside the level; `null` where they do not. */
export function rolesIn(
  cells: readonly TableCell[],
  levelOf: LevelNames,
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
export function levelColumns(header: readonly TableCell[], levelOf: LevelNames): { at: number; level: string }[] {
  const columns: { at: number; level: string }[] = [];
  for (const [at, cell] of header.entries()) {
    const level = levelOf(cell.text);
    if (level !== null && !columns.some((column) => column.level === level)) columns.push({ at, level });
  }
  return columns;
}

/** Above the row that names the levels stands a title, or nothing. */
const mostRowsAbove = 2;

/** A table whose levels are named by one of its first rows: what stands above that row is no head and no competency. */
export function withLevelRow(table: TableBlock, levelOf: LevelNames): TableBlock {
  if (levelColumns(table.header, levelOf).length >= fewestLevels) return table;
  const at = table.rows.slice(0, mostRowsAbove).findIndex((cells) => {
    const columns = levelColumns(cells, levelOf);
    return columns.length >= fewestLevels && columns.length * 2 >= cells.length;
  });
  const header = table.rows[at];
  return header === undefined ? table : { ...table, header, rows: table.rows.slice(at + 1) };
}
