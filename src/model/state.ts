import type { HandbookConfig } from '../config/config.ts';
import { ContentName } from '../files/checksum.ts';
import type { FileTree } from '../files/file-tree.ts';
import { look, type Sight, templatesOf } from '../incremental/look.ts';
import { AnchorIndex } from './anchor-index.ts';
import { collectAnchors } from './anchors.ts';
import type { Anchor, Anchors, Handbook, Include, Page } from './handbook.ts';
import { includesOf, pagesShowing } from './includes.ts';
import { noteFace, type Sighted, seen, shared, sighted } from './reads.ts';
import { Recent } from './recent.ts';
import type { Redirect } from './redirects.ts';
import type { ShortcodeEffects } from './shortcodes.ts';
import type { SiteFiles, SiteIndex } from './site-index.ts';
import { StoredPageView } from './stored-page-view.ts';

// Beyond so many pages, all ids are collected again when they are asked for again.
const KEPT_ANCHORS = 16;
const none: readonly Include[] = [];

/** A page's content, as JSON. */
export type NewContent = readonly [path: string, content: string];

/** One state of a handbook: an index, and the pages that it speaks of. */
export class HandbookState implements Handbook {
  readonly root: string;
  readonly config: HandbookConfig;
  readonly pages: readonly Page[];
  /** Whether the threads that helped to read it have opened it as well. */
  readonly isShared: boolean;
  readonly #index: SiteIndex;
  readonly #effects: ShortcodeEffects;
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #files: SiteFiles;
  readonly #tree: FileTree;
  readonly #inserting: ReadonlySet<string>;
  readonly #anchors = new Recent<Page, Sighted<Anchors>>(KEPT_ANCHORS);
  readonly #anchorIndex = new AnchorIndex(
    (page) => this.anchors(page),
    (page) => this.#slugsOf(page),
  );
  readonly #includes = new Map<Page, readonly Include[]>();
  readonly #memo = new Map<object, unknown>();

  constructor(parts: {
    readonly root: string;
    readonly config: HandbookConfig;
    readonly index: SiteIndex;
    readonly effects: ShortcodeEffects;
    readonly pages: ReadonlyMap<string, Page>;
    readonly files: SiteFiles;
    readonly tree: FileTree;
    readonly isShared: boolean;
  }) {
    this.root = parts.root;
    this.config = parts.config;
    this.isShared = parts.isShared;
    this.#index = parts.index;
    this.#effects = parts.effects;
    this.#pages = parts.pages;
    this.#files = parts.files;
    this.#tree = parts.tree;
    this.#inserting = new Set(parts.config.includes.shortcodes);
    this.pages = [...parts.pages.values()];
  }

  get redirects(): readonly Redirect[] {
    return this.#index.redirects.rules;
  }

  page(path: string): Page | undefined {
    return this.#pages.get(path);
  }

  at(address: string): Page | undefined {
    return this.#pageOf(this.#index.at(address));
  }

  atIgnoringCase(address: string): Page | undefined {
    return this.#pageOf(this.#index.atIgnoringCase(address));
  }

  pageAtContentPath(path: string): Page | undefined {
    return this.#pageOf(this.#index.atContentPath(path));
  }

  contentFolder(page: Page): string {
    return this.#index.places.get(page.path)?.folder ?? '/';
  }

  alias(address: string): Page | undefined {
    return this.#pageOf(this.#index.alias(address));
  }

  isAutomatic(address: string): boolean {
    return this.#index.isAutomatic(address);
  }

  redirect(address: string): { readonly target: string; readonly rule: Redirect } | undefined {
    return this.#index.redirects.find(address);
  }

  fileAt(address: string): string | undefined {
    return this.#index.fileAt(address);
  }

  fileAtIgnoringCase(address: string): string | undefined {
    return this.#index.fileAtIgnoringCase(address);
  }

  files(): Iterable<string> {
    return this.#index.files();
  }

  asset(path: string): string | undefined {
    const clean = path.replace(/^\/+/, '');
    return this.config.assets.map((folder) => `${folder}/${clean}`).find((file) => this.#files.assets.has(file));
  }

  anchors(page: Page): Anchors {
    const { site } = this.config;
    const sources = { includes: (from: Page) => this.includes(from), effects: this.#effects, site };
    const anchors = this.#anchors.get(page, () => sighted(page.path, () => collectAnchors(page, sources)));
    return seen(page.path, anchors);
  }

  anchor(page: Page, id: string): Anchor | undefined {
    return this.#anchorIndex.get(page, id);
  }

  includes(page: Page): readonly Include[] {
    // Most pages have none, which their digests tell.
    if (page instanceof StoredPageView && page.stored.digest.calls === undefined) return none;
    noteFace(page.path);
    let includes = this.#includes.get(page);
    if (!includes) {
      includes = includesOf(page, this.#inserting, this.#index.includes, (path) => this.#pages.get(path));
      this.#includes.set(page, includes);
    }
    return includes;
  }

  shownOn(include: Page): readonly Page[] {
    const hasAddress = (path: string) => this.#index.places.get(path)?.address != null;
    return pagesShowing(include.path, this.#index.includes, hasAddress).map((path) => this.#pages.get(path)!);
  }

  memo<T>(key: object, compute: () => T): T {
    const known = this.#memo.get(key);
    if (known !== undefined || this.#memo.has(key)) return known as T;
    const value = shared(compute);
    this.#memo.set(key, value);
    return value;
  }

  memoOfPlaces<T>(key: object, compute: () => T): T {
    const { memory } = this.#index;
    if (!memory.has(key)) memory.set(key, shared(compute));
    return memory.get(key) as T;
  }

  /** The page's content, named; `null` when nobody can know it again. */
  contentKey(path: string): string | null {
    const page = this.#pages.get(path);
    return (page instanceof StoredPageView && page.stored.known.key) || null;
  }

  /** What is seen of a page from others, named; `''` when there is no such page. */
  faceOf(path: string): string {
    const page = this.#pages.get(path);
    return (page instanceof StoredPageView && page.stored.digest.face) || '';
  }

  /** When a page appears or expires next, in ms; from then on findings may differ. */
  get holdsUntil(): number {
    let until = Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const page of this.#pages.values()) {
      const { digest } = (page as StoredPageView).stored;
      for (const at of [digest.from, digest.until]) if (at !== undefined && at > now && at < until) until = at;
    }
    return until;
  }

  /** What is seen of its files on disk, if looking again will tell when one changes; those of `pages` first. */
  lookBefore(moment: number, pages: readonly Page[]): Sight | null {
    const first = new Set(pages.map(({ path }) => path));
    const rest = [...this.#pages.keys()].filter((path) => !first.has(path));
    const stateOf = (path: string) => {
      const page = this.#pages.get(path);
      return page instanceof StoredPageView ? page.stored.stamp?.state : undefined;
    };
    return look(this.root, this.config, [...first, ...rest], moment, stateOf, this.#tree.listings);
  }

  /** A hash of all that every page sees: where pages and files are, and what is configured. */
  get surroundings(): string {
    const name = new ContentName();
    name.add([this.config, [...this.#files.assets].sort(), templatesOf(this.#tree, this.config.layouts)]);
    for (const { folder, paths, isContent } of this.#files.served()) name.add([folder, isContent, [...paths].sort()]);
    for (const page of this.#pages.values()) {
      const { known } = (page as StoredPageView).stored;
      const place = this.#index.places.get(page.path);
      // All of a file of redirects is seen from everywhere.
      const digest = { ...known.digest, title: undefined, face: undefined };
      name.add([page.path, place, page.unbuilt, digest, page.kind === 'redirects' ? known.key : '']);
    }
    return name.value;
  }

  /** Content that was read in this run and that no cache has yet, by path. */
  newContents(): readonly NewContent[] {
    return this.#views().flatMap(({ path, stored }) => (stored.newContent === null ? [] : [[path, stored.newContent]]));
  }

  /** Takes over content that another thread has read of the same handbook. */
  takeContents(contents: readonly NewContent[]): void {
    for (const [path, content] of contents) {
      const page = this.#pages.get(path);
      if (page instanceof StoredPageView) page.stored.newContent = content;
    }
  }

  /** On GitHub other slugs make the ids. */
  #slugsOf(page: Page): readonly string[] | null {
    return this.config.site === 'hugo' && page instanceof StoredPageView ? page.stored.slugs() : null;
  }

  #views(): readonly StoredPageView[] {
    return this.pages.filter((page) => page instanceof StoredPageView);
  }

  #pageOf(path: string | undefined): Page | undefined {
    return path === undefined ? undefined : this.#pages.get(path);
  }
}
