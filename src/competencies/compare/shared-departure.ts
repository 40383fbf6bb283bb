import type { Range } from '../../markdown/facts.ts';
import type { Include, Page } from '../../model/handbook.ts';
import type { Competency, CompetencyGroup, CompetencyList, LevelPage, SharedList } from '../framework.ts';
import type { Difference } from './match-lists.ts';

/** A shared list, and the group of a page that should have it. */
export interface ListOnPage {
  readonly page: LevelPage;
  readonly group: CompetencyGroup;
  readonly list: SharedList;
}

/** A difference between a page and a shared list. `at`: where it is told. */
export type SharedDeparture = ListOnPage & {
  readonly at: FileRange;
} /** The list is not there at all; `instead` is the include that stands in its place. */ & (
    | { readonly kind: 'missing'; readonly instead: Include | null }
    /** The shared list of another level is there: by an include, or word for word. */
    | {
        readonly kind: 'wrong-level';
        /** The groups of the page that have lists of that level. */
        readonly groups: readonly CompetencyGroup[];
        readonly found: SharedList;
        readonly include: Include | null;
      }
    /** A word for word copy of what the others include. */
    | { readonly kind: 'copied'; readonly copy: CompetencyList }
    /** A copy with all competencies, in another order. */
    | { readonly kind: 'reordered'; readonly copy: CompetencyList }
    /** A copy that lacks some. */
    | { readonly kind: 'incomplete'; readonly lost: readonly Competency[] }
    /** One competency of a copy has other words. */
    | { readonly kind: 'reworded'; readonly item: Competency; readonly shared: Competency }
    | Difference
    /** A competency beside a list that nobody may add to. */
    | { readonly kind: 'added'; readonly item: Competency }
  );

export interface FileRange {
  readonly page: Page;
  readonly range: Range;
}
