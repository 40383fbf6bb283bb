import { once } from '../collections/once.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { type Layout, layOut } from './levels.ts';
import type { Outline } from './outline/outline.ts';
import { readOutline } from './outline/read-outline.ts';
import { type CompiledType, pageTypeOf } from './page-type.ts';
import { type ReportingLine, reportingLines } from './roles/reporting-lines.ts';

/** A page of a type, as the type's sections are looked for on it. */
export interface TypedPage {
  readonly title: string;
  readonly type: CompiledType;
  readonly outline: Outline;
  readonly layout: Layout;
  /** All that it says of who reports to whom. */
  readonly lines: () => readonly ReportingLine[];
}

/** Reads a page that has a type, once for all rules; `null` for any other page. */
export function typedPageOf(page: Page, handbook: Handbook): TypedPage | null {
  return pageTypeOf(page, handbook)?.kind === 'type' ? readTyped(handbook, page) : null;
}

const readTyped = query(
  'page of a type',
  (handbook, page: Page): TypedPage | null => {
    const found = pageTypeOf(page, handbook);
    return found?.kind === 'type' ? layPage(page.title, found.type, readOutline(page, handbook)) : null;
  },
  { keep: 1024 },
);

/** A page of a type by an outline, which need not be its own. */
export function layPage(title: string, type: CompiledType, outline: Outline): TypedPage {
  return { title, type, outline, layout: layOut(outline, title, type), lines: once(() => reportingLines(outline)) };
}
