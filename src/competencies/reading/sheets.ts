import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import type { Shape } from '../framework.ts';
import type { PagePart } from './parts.ts';

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
