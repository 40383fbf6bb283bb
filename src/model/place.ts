/**
 * - `section`: a folder's own page (`_index.md`); in plain Markdown `index.md` or `README.md`.
 * - `regular`: `b/page.md`. - `leaf`: a leaf bundle, `b/leaf/index.md`.
 * - `resource`: a Markdown file inside a leaf bundle; no page of its own.
 * - `include`: a Markdown file under an include folder.
 * - `redirects`: a file of redirect rules; its facts are empty.
 * - `data`: a file of data that a framework is read from, or handbook.yaml; its facts are empty, its content is not.
 */
export type PageKind = 'section' | 'regular' | 'leaf' | 'resource' | 'include' | 'redirects' | 'data';

/** Why a file has no address. */
export type Unbuilt =
  | 'draft'
  | 'future'
  | 'expired'
  | 'unrendered'
  | 'in-leaf-bundle'
  | 'include'
  | 'redirects'
  | 'data';

/** Where a content file stands on the built site. */
export interface Place {
  readonly kind: PageKind;
  readonly address: string | null;
  readonly unbuilt: Unbuilt | null;
  /** What the generator's lookup by content path finds the page by; `null` for what it does not find. */
  readonly logical: string | null;
  /** The folder in content that its relative links start from; `/` at the top. */
  readonly folder: string;
  /** The address that the files in its folder stand below; `null` when it has none. */
  readonly files: string | null;
  /** The language that it is in, on a site in several; `''` or absent for the main one. Lookups find pages of the same language. */
  readonly language?: string;
}

/** Where all content files of a handbook stand, and what the generator makes besides. */
export interface Placement {
  /** By the file's path. The index adds those of files that are no pages. */
  readonly places: Map<string, Place>;
  /** Addresses of pages that the generator makes although no file asks for them. */
  readonly automatic: ReadonlySet<string>;
  /** Addresses of such pages by their path in content; `null` for one that is found and not written. */
  readonly automaticPaths: ReadonlyMap<string, string | null>;
  /** Addresses that the generator sends readers on from by itself, and where to. */
  readonly sentOn?: ReadonlyMap<string, string>;
  /** The old addresses of a page, those that it inherits too; absent on a site whose pages name none. */
  readonly aliasesOf?: (path: string) => readonly string[];
  /** Files that the generator makes at these addresses. */
  readonly made: ReadonlySet<string>;
  /** Addresses that begin with one of these may be served by something that is not known here. */
  readonly unknownPrefixes: readonly string[];
  /** Addresses of folders whose files are published only when a template asks for them. */
  readonly unpublished?: readonly string[];
  /** Folders of content, `/b/`, to which templates add pages. */
  readonly adapters: readonly string[];
  /** Where a file that is no page is published, by its path, at one place or several; `null`: nowhere. */
  readonly published: (path: string, isContent: boolean) => string | readonly string[] | null;
  /** All files that the site serves, by address as `published` says, where an earlier run kept them. */
  readonly files?: () => ReadonlyMap<string, string>;
  /** Pages of content whose summaries say more than what they are called, where an earlier run kept which; see `saysMore`. */
  readonly telling?: readonly string[];
  /** A hash of all places and of what pages are called, where an earlier run kept it. */
  readonly hash?: string;
}

/** What lookups find a page by: its path in content, with its language if that is not the main one. */
export function lookupKey(path: string, language: string | undefined): string {
  return language ? `${language}:${path}` : path;
}

/** The files of a site, by what they are for. Paths are relative to the root and sorted. */
export interface SiteFiles {
  readonly content: readonly string[];
  /** Templates in content that add pages: `content/b/_content.gotmpl`. */
  readonly adapters?: readonly string[];
  readonly includes: readonly string[];
  readonly redirects: readonly string[];
  /** Files of data that frameworks are read from, and handbook.yaml itself. */
  readonly data: readonly string[];
  /** Everything in static and content folders that is no page, by folder. Listed when asked for: many runs do not need it. */
  readonly served: () => readonly {
    readonly folder: string;
    readonly paths: readonly string[];
    readonly isContent: boolean;
  }[];
  readonly assets: ReadonlySet<string>;
}
