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
}

/** Where all content files of a handbook stand, and what the generator makes besides. */
export interface Placement {
  /** By the file's path. */
  readonly places: ReadonlyMap<string, Place>;
  /** Addresses of pages that the generator makes although no file asks for them. */
  readonly automatic: ReadonlySet<string>;
  /** Addresses of folders in content that have no page of their own, by their path below the content folder: `/a/` -> `/a/`. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What there is before anything is read. Paths are relative to the root and sorted. */
export interface SiteFiles {
  readonly content: readonly string[];
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

/** `content/b/x.md` as `/b/x.md`. */
export function belowContent(path: string, folders: readonly string[]): string {
  for (const folder of folders) {
    if (folder === '') break;
    if (path.startsWith(folder) && path[folder.length] === '/') return path.slice(folder.length);
  }
  return `/${path}`;
}
