import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { Heading, Range } from '../markdown/facts.ts';
import type { PageSummary } from './page-summary.ts';
import type { Place, Placement, SiteFiles } from './place.ts';
import type { ShortcodeEffect } from './shortcodes.ts';

/**
 * What the model asks of the kind of site that a handbook is: which files are pages, where they stand, and what ids they have.
 * `Site` (src/sites/site.ts) adds what a link means.
 */
export interface SiteModel {
  /** Whether a file of a content folder is a page. `path` is relative to the root. */
  isPage(path: string): boolean;
  /** Whether files beside pages are served below the addresses of pages. Else only the folders of `static` are served. */
  readonly servesContent: boolean;
  /** Puts each content file at its place. `summaries` holds front matter, by path. */
  place(files: SiteFiles, summaries: ReadonlyMap<string, PageSummary>, config: HandbookConfig): Placement;
  /** Says whether templates or themes may make what is at an address, beside the pages of a placement; absent for a kind that has no such means. */
  mayBeMade?(placement: Placement, files: SiteFiles, config: HandbookConfig): (address: string) => boolean;
  /** A path in content as `Place.logical` has it, from any way to write it: `/B/My page.md` -> `/b/my-page` on Hugo. */
  logicalPath(path: string): string;
  /** The address that a page claims by an item of its front matter's `aliases`. */
  addressOfAlias(alias: string, page: Pick<Place, 'address' | 'language' | 'folder'>, config: HandbookConfig): string;
  readonly ids: HeadingIds;
  /** What the site's own templates say that shortcodes print, by name; `null` for a shortcode without a template. */
  shortcodeTemplates(tree: FileTree, config: HandbookConfig): (name: string) => ShortcodeEffect | null;
}

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
