import { asksForDates } from '../config/builtin-page-types.ts';
import { ContentName } from '../files/checksum.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { SiteFiles } from '../model/place.ts';
import type { SiteIndex } from '../model/site-index.ts';
import { look, type Sight, templatesOf } from './look.ts';
import type { StoredPage } from './page-store.ts';

/** A page's content, as JSON. */
export type NewContent = readonly [path: string, content: string];

const opened = new WeakMap<Handbook, StoredHandbook>();

/** What one state of a handbook was made of, for those who keep something of it between runs. */
export class StoredHandbook {
  readonly handbook: Handbook;
  /** Whether the threads that helped to read it have opened it as well. */
  readonly isShared: boolean;
  readonly #stored: ReadonlyMap<string, StoredPage>;
  readonly #index: SiteIndex;
  readonly #files: SiteFiles;
  readonly #tree: FileTree;

  constructor(parts: {
    readonly handbook: Handbook;
    readonly stored: ReadonlyMap<string, StoredPage>;
    readonly index: SiteIndex;
    readonly files: SiteFiles;
    readonly tree: FileTree;
    readonly isShared: boolean;
  }) {
    this.handbook = parts.handbook;
    this.isShared = parts.isShared;
    this.#stored = parts.stored;
    this.#index = parts.index;
    this.#files = parts.files;
    this.#tree = parts.tree;
    opened.set(this.handbook, this);
  }

  /** Why folders could not be looked into, a line each. */
  get unread(): readonly string[] {
    return [...(this.#tree.unread?.values() ?? [])].map(({ message }) => message).sort();
  }

  /** The page's content, named; `null` when nobody can know it again. */
  contentKey(path: string): string | null {
    return this.#stored.get(path)?.known.key || null;
  }

  /** What is seen of a page from others, named; `''` when there is no such page. */
  faceOf(path: string): string {
    return this.#stored.get(path)?.summary.face ?? '';
  }

  /** When a page appears or expires next, in ms; from then on findings may differ. */
  get holdsUntil(): number {
    const day = 24 * 60 * 60 * 1000;
    // What depends on the day holds until midnight, in UTC.
    let until = asksForDates(this.handbook.config.pageTypes)
      ? (Math.floor(Date.now() / day) + 1) * day
      : Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const { summary } of this.handbook.pages)
      for (const at of [summary.from, summary.until]) if (at !== undefined && at > now && at < until) until = at;
    return until;
  }

  /** What is seen of its files on disk, if looking again will tell when one changes; those of `pages` first. */
  lookBefore(moment: number, pages: readonly Page[]): Sight | null {
    // What could not be looked into says nothing of when it changes, and has to be told again.
    if (this.#tree.unread !== undefined && this.#tree.unread.size > 0) return null;
    const first = new Set(pages.map(({ path }) => path));
    const rest = this.handbook.pages.map(({ path }) => path).filter((path) => !first.has(path));
    const stateOf = (path: string) => this.#stored.get(path)?.stamp?.state;
    return look(this.#tree.root, this.handbook.config, [...first, ...rest], moment, stateOf, this.#tree.listings);
  }

  /** A hash of all that every page sees: where pages and files are, and what is configured. */
  get surroundings(): string {
    const { config, pages } = this.handbook;
    const name = new ContentName();
    name.add([config, [...this.#files.assets].sort(), templatesOf(this.#tree, config.layouts)]);
    for (const { folder, paths, isContent } of this.#files.served()) name.add([folder, isContent, [...paths].sort()]);
    for (const { path, kind, unbuilt, summary } of pages) {
      const seen = { ...summary, title: undefined, face: undefined };
      // All of a file of redirects is seen from everywhere.
      const whole = kind === 'redirects' ? this.#stored.get(path)!.known.key : '';
      name.add([path, this.#index.places.get(path), unbuilt, seen, whole]);
    }
    return name.value;
  }

  /** Content that was read in this run and that no cache has yet, by path. */
  newContents(): readonly NewContent[] {
    const contents: NewContent[] = [];
    for (const { path, newContent } of this.#stored.values())
      if (newContent !== null) contents.push([path, newContent]);
    return contents;
  }

  /** Takes over content that another thread has read of the same handbook. */
  takeContents(contents: readonly NewContent[]): void {
    for (const [path, content] of contents) {
      const page = this.#stored.get(path);
      if (page !== undefined) page.newContent = content;
    }
  }
}

/** What this handbook was made of, if it was read from files. */
export function storedOf(handbook: Handbook): StoredHandbook | null {
  return opened.get(handbook) ?? null;
}
