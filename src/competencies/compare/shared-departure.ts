import type { Range } from '../../markdown/facts.ts';
import type { Include, Page } from '../../model/handbook.ts';
import type { Competency, CompetencyGroup, CompetencyList, LevelPage, SharedList } from '../framework.ts';

/** A difference between a page and a shared list. */
export type SharedDeparture = {
  readonly page: LevelPage;
  readonly group: CompetencyGroup;
  readonly list: SharedList;
  /** Where it is told. */
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
  | { readonly kind: 'merged'; readonly item: Competency; readonly merged: readonly Competency[] }
  | { readonly kind: 'split'; readonly items: readonly Competency[]; readonly shared: Competency }
  | { readonly kind: 'moved'; readonly item: Competency; readonly shared: Competency; readonly to: CompetencyGroup }
  | { readonly kind: 'nested'; readonly item: Competency; readonly shared: Competency }
  | { readonly kind: 'struck'; readonly shared: Competency }
  /** A competency beside a list that nobody may add to. */
  | { readonly kind: 'added'; readonly item: Competency }
);

export interface FileRange {
  readonly page: Page;
  readonly range: Range;
}
