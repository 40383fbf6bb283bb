import type { FrameworkConfig } from '../../config/frameworks.ts';
import { splitWords } from '../wording.ts';
import { withoutFrames } from './headings/frames.ts';
import { unfoldSheets } from './headings/unfold-groups.ts';
import type { PageSheets } from './read-sheets.ts';
import type { Sheet } from './sheets.ts';

export interface PlacedSheet {
  readonly sheet: Sheet;
  readonly department: string;
  /** What the sheet itself calls the department; `null` where the page's place says it. */
  readonly named: string | null;
}

/** The sheets of all pages, with what stands for headings in them as headings. */
export function placeSheets(read: readonly PageSheets[], config: FrameworkConfig): readonly PlacedSheet[] {
  const placed = read.flatMap((each) =>
    each.sheets.map((sheet) => ({
      sheet,
      department: departmentOf(sheet, each),
      named: each.found.department === null ? sheet.department : null,
    })),
  );
  const sheets = placed.map(({ sheet }) => sheet);
  const areDeclared = (config.groups ?? []).length > 0 || Object.keys(config.profiles).length > 0;
  const unfolded = unfoldSheets(areDeclared ? sheets : withoutFrames(sheets));
  return placed.map((each, at) => ({ ...each, sheet: unfolded[at] ?? each.sheet }));
}

/** The department of a sheet: that of its page's place, else the one that it names. */
export function departmentOf(sheet: Sheet, { found }: PageSheets): string {
  if (found.department !== null) return found.department;
  return splitWords(sheet.department ?? found.framework).join('-');
}
