import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';

/** A link, and where it stands: in `file`, which `page` shows; they are one, but for what a page imports or includes. */
export interface PlacedLink<Settings> {
  readonly link: Link;
  readonly file: Page;
  readonly page: Page;
  readonly handbook: Handbook;
  readonly settings: Settings;
}
