import type { Heading, Range } from '../markdown/facts.ts';

/** A page whose text is read when it is asked for. */
interface PageText {
  readonly text: string;
}

/** How a kind of site makes the ids of headings. */
export interface HeadingIds {
  /** Whether `{#id}` behind a heading names it, and `{id=…}` below a block makes an id. Else both are shown as they stand. */
  readonly hasAttributes: boolean;
  /** Whether shortcodes are called. Else they are shown as they stand, and no id of a heading with one is known. */
  readonly hasShortcodes: boolean;
  /** Whether `Heading.slug`, which is read with the page, is what `slugOf` gives. The ids of most pages are found quicker then. */
  readonly areRead: boolean;
  /** What the generator makes of a page's heading, before it is numbered; `''`: no id; `null` when that cannot be known. */
  slugOf(heading: Heading, page: PageText): string | null;
  /** Whether the built page shows the id that a page's heading has; else it only counts when others are numbered. Yes when absent. */
  isShown?(heading: Heading, page: PageText): boolean;
  /** The id of another heading with a slug that is taken: `x-1` for the first such one (`number` 1) on most sites, `x` where none is numbered. */
  numbered(slug: string, number: number): string;
  /** Whether a fragment finds an id that differs in upper and lower case. Browsers alone do not. */
  readonly ignoreCase: boolean;
  /** What the text of a page includes by other means than shortcodes, and that may have ids; absent where a kind has no such means. */
  partsOf?(text: string, path: string): PageParts;
}

/** What brings a file into a page: `./part.md` of `<!--@include: ./part.md-->`. */
export interface PartCall {
  /** Paths that the file may have, relative to the root; the first that there is counts. */
  readonly paths: readonly string[];
  /** Where the file is named in the page's text. */
  readonly range: Range;
}

/** Parts of a page that stand in other files, or come into being when the site is built. */
export interface PageParts {
  readonly files: readonly PartCall[];
  /** Files that are shown as they are, or that code reads: they bring no ids. */
  readonly others?: readonly PartCall[];
  /** Whether there is more, of which nothing is known. */
  readonly isOpen: boolean;
  /** Ids that the text gives to other things than headings. */
  readonly ids?: ReadonlySet<string>;
}

/** How most generators make ids: of the slug that is read with the page, `x`, `x-1`, `x-2` where it is taken. */
export const usualIds = {
  hasShortcodes: false,
  areRead: false,
  slugOf: ({ slug }: Heading) => slug,
  numbered: (slug: string, number: number) => `${slug}-${number}`,
  ignoreCase: false,
};
