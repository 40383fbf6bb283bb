import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';

/** A page that a file of settings names by other means than a link: an item of a menu, of a sidebar. */
export interface NamedPage {
  /** The file that names it. */
  readonly path: string;
  /** Where the name stands in that file. */
  readonly range: Range;
  /** The path of the page. */
  readonly page: string;
  /** Whether the file is data, which can be changed. A script may make anything of a name. */
  readonly isData: boolean;
  /** What this place would call another page; `null` for a page that it cannot name. */
  readonly nameOf: (page: Page) => string | null;
}
