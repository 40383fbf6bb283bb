import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import type { CompetencyList, GroupText, Shape } from '../framework.ts';
import { headingPart, type PagePart } from './parts.ts';

/** What one page says of one level of a department, as parts that can be read like a page of its own. */
export interface Sheet {
  /** `null`: that of the page's place. */
  readonly department: string | null;
  /** An id, as `LevelReader` gives it. */
  readonly level: string;
  readonly page: Page;
  /** Where it says which level it is. */
  readonly place: Range;
  readonly shape: Shape;
  readonly parts: readonly PagePart[];
}

/** Tells which level a heading, a cell or a key names; `null` when it names none. */
export type LevelReader = (text: string) => string | null;

/** With fewer levels than this, the names could be there by chance. */
export const fewestLevels = 2;

type SheetPlace = Pick<Sheet, 'department' | 'level' | 'place'>;
type GroupName = { readonly text: string; readonly range: Range };

/** The sheets of a page whose tables or data are read cell by cell, value by value. */
export class SheetBuilder {
  readonly #sheets = new Map<string, Sheet & { readonly parts: PagePart[]; group: string }>();
  readonly #page: Page;
  readonly #shape: Shape;

  constructor(page: Page, shape: Shape) {
    this.#page = page;
    this.#shape = shape;
  }

  /** The parts of a sheet, to add to. Where the group is another than that of the last part, its name is a heading. */
  partsOf(where: SheetPlace, group: GroupName | undefined): PagePart[] {
    const [page, shape] = [this.#page, this.#shape];
    const key = JSON.stringify([where.department, where.level]);
    const sheet = getOrInsert(this.#sheets, key, () => ({ ...where, page, shape, parts: [], group: '' }));
    if (group !== undefined && group.text !== sheet.group) {
      sheet.parts.push(headingPart({ page, via: null }, group.text, group.range, 2));
      sheet.group = group.text;
    }
    return sheet.parts;
  }

  addList(where: SheetPlace, group: GroupName, list: CompetencyList, texts: readonly GroupText[]): void {
    this.partsOf(where, group).push({ kind: 'items', page: list.page, via: list.via, list, texts });
  }

  all(): readonly Sheet[] {
    return [...this.#sheets.values()];
  }
}
