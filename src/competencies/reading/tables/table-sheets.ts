import type { Range } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { CompetencyList, GroupText } from '../../framework.ts';
import { headingPart, type PagePart } from '../parts.ts';
import type { Sheet } from '../sheets.ts';

/** Sheets that grow as tables are read, by department and level. */
export class TableSheets {
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
