import type { TableBlock } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import type { CompetencyGroup, Group } from './framework.ts';
import { groupOf, type Names } from './headings.ts';
import { emptyCells, readColumn } from './items.ts';
import type { Part } from './parts.ts';

/** A table whose columns are levels, and the heading above it. */
export interface LevelTable {
  readonly page: Page;
  readonly table: TableBlock;
  readonly part: Part & { readonly kind: 'block' };
  readonly heading: string;
  /** Level id by column. */
  readonly columns: ReadonlyMap<number, string>;
}

/** Finds the tables that have at least two levels as columns. */
export function findLevelTables(
  parts: readonly Part[],
  levelOf: (text: string) => string | null,
  title: string,
): LevelTable[] {
  const tables: LevelTable[] = [];
  let heading = title;
  for (const part of parts) {
    if (part.kind === 'heading') heading = part.heading.text;
    if (part.kind !== 'block' || part.block.type !== 'table') continue;
    const columns = new Map<number, string>();
    for (const [at, cell] of part.block.header.entries()) {
      const level = levelOf(cell.text);
      if (level !== null && ![...columns.values()].includes(level)) columns.set(at, level);
    }
    if (columns.size >= 2) tables.push({ page: part.page, table: part.block, part, heading, columns });
  }
  return tables;
}

/** What one level's column asks, table by table. */
export function readColumns(
  page: Page,
  tables: readonly LevelTable[],
  level: string,
  groups: readonly Group[],
  names: Names,
): CompetencyGroup[] {
  return tables.flatMap(({ table, part, heading, columns, page: file }) => {
    const column = [...columns].find(([, id]) => id === level)?.[0];
    const group = groupOf(heading, groups, names);
    if (column === undefined || group === null) return [];
    const list = readColumn(table, column, file, part.via);
    const empty = emptyCells(table, column);
    return [
      {
        group,
        levelPage: { page },
        page: file,
        range: table.header[column]?.range ?? table.range,
        heading,
        lead: null,
        texts: empty.map(({ cell, row }) => ({ page: file, range: cell.range, text: '', row })),
        lists: [list],
        items: list.items,
        includes: part.via === null ? [] : [part.via],
        opensWith: 'other' as const,
        incomplete: false,
      },
    ];
  });
}
