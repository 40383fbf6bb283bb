import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { PageContent, PageFacts, ShortcodeCall } from '../markdown/facts.ts';
import type { HeadingIds } from './heading-ids.ts';
import type { PageSummary } from './page-summary.ts';
import type { PageKind, Place, Placement, SiteFiles, Unbuilt } from './place.ts';
import type { Redirect } from './redirects.ts';
import type { ShortcodeEffect } from './shortcodes.ts';

/** A Markdown file, a file of redirects or a file of data, at its place on the site. */
export interface Page {
  /** Relative to the handbook's root, with `/`: `content/handbook/values/_index.md`. */
  readonly path: string;
  readonly kind: PageKind;
  /**
   * Where the built site shows it: starts and ends with `/` (but for a page whose front matter chose a file's name).
   * Among plain Markdown files the file itself: `/docs/a.md`. `null` when it has no page of its own.
   */
  readonly address: string | null;
  /** Why there is no address, for messages. */
  readonly unbuilt: Unbuilt | null;
  /** The language that it is in, if that is not the site's main one; else `''`. */
  readonly language: string;
  /** Front matter title, else the first heading, else the file's name. */
  readonly title: string;
  /** The few facts that are at hand without reading the page. */
  readonly summary: PageSummary;
  /** Read when first asked. */
  readonly facts: PageFacts;
  /** Prose, lists and tables; parsed when first asked, since few pages need it. */
  readonly content: PageContent;
  /** The page's source. Not kept. */
  readonly text: string;
}

/** All ids that a link's fragment can meet on a built page. */
export interface Anchors {
  readonly ids: ReadonlyMap<string, Anchor>;
  /** Shortcodes on the page whose ids nobody can know; when there are any, an unknown fragment cannot be checked. */
  readonly generatedBy: readonly ShortcodeCall[];
  /** Whether a shortcode counts as printing no ids only because handbook.yaml says so of all unknown ones. */
  readonly isAssumed: boolean;
}

/** An id that a link's fragment can name. */
export interface Anchor {
  readonly id: string;
  /** The file that holds it: the page's, or an include's. */
  readonly path: string;
  /** The heading's words; `null` for a raw id. */
  readonly heading: string | null;
  /** Index into the file's `facts.headings`, or `null`. */
  readonly headingIndex: number | null;
  /** The id got its `-N` from numbering, so it moves when a heading is added above. */
  readonly positional: boolean;
}

/** An include call and what it brings. */
export interface Include {
  readonly from: Page;
  readonly call: ShortcodeCall;
  /** As written. */
  readonly argument: string;
  readonly state:
    | { readonly kind: 'found'; readonly page: Page }
    | { readonly kind: 'missing'; readonly path: string }
    | { readonly kind: 'outside' }
    /** The call leads back to a file that is being included; `chain` starts and ends with it. */
    | { readonly kind: 'circular'; readonly chain: readonly string[] }
    /** Not Markdown, in a folder without permission, or the expansion was cut because it grew beyond its bound. */
    | { readonly kind: 'unread'; readonly why: 'not-markdown' | 'forbidden' | 'too-many' };
}

/** The answers of all queries about one state of a handbook (`query.ts`), by query. */
export interface QueryMemory {
  readonly state: Map<object, unknown>;
  readonly places: Map<object, unknown>;
  /** Whether pages are recorded that answers are read from. */
  readonly tracks: boolean;
}

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
  /** Whether the host obeys `301!`: a redirect although a page has the address. No when absent. */
  forcesRedirects?(config: HandbookConfig): boolean;
  /**
   * Whether the site's templates may hide what a fragment meets on a page, or make what it does not meet there; absent where pages have the
   * ids that they write.
   */
  mayChangeAnchor?(met: Anchor | 'missing', fragment: string, page: Page, handbook: Handbook): boolean;
}

/** The whole handbook, indexed. All answers are synchronous; facts are read lazily and cached. */
export interface Handbook {
  /** Absolute path of the root, for messages only. */
  readonly root: string;
  readonly config: HandbookConfig;
  /** What the kind of site decides about pages and ids; `siteAt` (src/sites) says what it makes of links. */
  readonly site: SiteModel;
  /** Every Markdown file of content and include folders, and redirect files; sorted by path. */
  readonly pages: readonly Page[];
  page(path: string): Page | undefined;
  /** The page built at exactly this address (case counts; starts and ends with `/`). */
  at(address: string): Page | undefined;
  /** The page built at this address but for upper and lower case. */
  atIgnoringCase(address: string): Page | undefined;
  /**
   * Hugo's GetPage: a logical path in content (`/b/page`, `/b/page.md`, `/b/_index.md`), any case, resolved.
   * The path is absolute, percent-decoded, without `?` and `#`.
   */
  pageAtContentPath(path: string, language?: string): Page | undefined;
  /** The address of a page that Hugo makes by itself, by its path in content: `/tags`; `null` when it is not written. */
  automaticAt(path: string, language: string): string | null | undefined;
  /** Whether several files want this address, so that nobody knows which of them is there: `a.md` and `a/index.md` on a Hugo site. */
  isContested(address: string): boolean;
  /** Whether the generator makes a file at this address: a feed, the sitemap. */
  isMade(address: string): boolean;
  /** Whether something that is not known here may serve the address: `unknown` in handbook.yaml, or pages that templates add. */
  isUnknownAddress(address: string): boolean;
  /** Whether a path in content lies in a folder to which templates add pages that no file tells of. */
  isAdded(path: string): boolean;
  /** The path in content that relative links of the page start from: `/b` for `content/b/page.md`. */
  contentFolder(page: Page): string;
  /** The address that an old one leads to: one that a page has among its front matter's aliases, or one of the home page. */
  alias(address: string): string | undefined;
  /**
   * Whether Hugo makes a page at this address although no file asks for one: the home page, a top-level folder
   * without `_index.md`, the lists of tags and categories. The final `/` may be missing.
   */
  isAutomatic(address: string): boolean;
  /** The first redirect rule that matches, with `:splat` filled in. */
  redirect(address: string): { readonly target: string; readonly rule: Redirect } | undefined;
  readonly redirects: readonly Redirect[];
  /** The file that the site serves at this path: static, a page's resource. Case counts. */
  fileAt(address: string): string | undefined;
  /** The address that a file has in the right case, by an address in any case. */
  fileAtIgnoringCase(address: string): string | undefined;
  /** Where the site serves its files: every address that `fileAt` knows. */
  files(): Iterable<string>;
  /** Hugo's `resources.Get`: a file under assets/. */
  asset(path: string): string | undefined;
  /** Ids of a page as built, includes expanded. */
  anchors(page: Page): Anchors;
  /** One id of a page. Quicker than `anchors`, and remembered for all pages. */
  anchor(page: Page, id: string): Anchor | undefined;
  /** Include calls that stand on this page itself, in order. Calls in code and escaped examples are left out. */
  includes(page: Page): readonly Include[];
  /** Pages with an address that show this include, directly or through others; sorted. */
  shownOn(include: Page): readonly Page[];
  /** The answers of queries (`query.ts`). */
  readonly memory: QueryMemory;
}
