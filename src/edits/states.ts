import type { Handbook, Page } from '../model/handbook.ts';
import type { Meaning } from './meaning.ts';
import type { Reference } from './references.ts';

export interface HandbookStates {
  readonly before: Handbook;
  readonly after: Handbook;
  /** A file's path after the change. */
  readonly moved: (path: string) => string;
  readonly exists: { readonly before: (path: string) => boolean; readonly after: (path: string) => boolean };
  /** The heading whose words are replaced. */
  readonly heading: { readonly path: string; readonly index: number } | undefined;
}

/** One reference before and after, with the pages on which it has a meaning to keep. */
export interface ReferencePair {
  readonly before: Reference;
  readonly now: Reference;
  readonly page: { readonly before: Page; readonly after: Page };
  readonly seen: readonly Seen[];
}

/** What one reference means on one of the pages that show it. */
export interface Seen {
  readonly from: { readonly before: Page; readonly after: Page };
  readonly meaning: Meaning;
}
