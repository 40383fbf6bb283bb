import { getOrInsert } from '../collections/get-or-insert.ts';
import { once } from '../collections/once.ts';
import { asksForDates } from '../config/builtin-page-types.ts';
import { ContentName, hashOf } from '../files/checksum.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { placingOf } from '../model/page-summary.ts';
import type { SiteFiles } from '../model/place.ts';
import type { SiteIndex } from '../model/site-index.ts';
import { configHash, writePlacement } from './places/kept-placement.ts';
import { type HandbookSources, stayInPlace } from './places/same-places.ts';
import { isYoung, type StatSnapshot, takeSnapshot, writeListings } from './watch/stat-snapshot.ts';
import { templatesOf, watchedPaths } from './watch/watched-paths.ts';

/** A page's content, as JSON. */
export type NewContent = readonly [path: string, content: string];

const opened = new WeakMap<Handbook, StoredHandbook>();
/** A hash of where pages and files are and what they are called, which all states with the same index have in common. */
const placesHashes = new WeakMap<SiteIndex, string>();

/** What a configuration was made of. */
export interface ConfigReading {
  /** See `givenConfig`. */
  readonly given: string;
  /** Files and folders that were asked for. */
  readonly paths: readonly string[];
}

interface HandbookParts extends HandbookSources {
  readonly handbook: Handbook;
  readonly index: SiteIndex;
  readonly files: SiteFiles;
  /** The files without includes that lie outside of the include folders. */
  readonly listed: SiteFiles;
  readonly tree: FileTree;
  /** Whether the threads that helped to read it have opened it as well. */
  readonly isShared: boolean;
  readonly config: ConfigReading;
}

/** What one state of a handbook was made of, for those who keep something of it between runs. */
export class StoredHandbook {
  readonly handbook: Handbook;
  readonly isShared: boolean;
  readonly #parts: HandbookParts;

  constructor(parts: HandbookParts) {
    const { handbook, isShared } = parts;
    this.handbook = handbook;
    this.isShared = isShared;
    this.#parts = parts;
    opened.set(handbook, this);
  }

  /** Whether most of its pages were known from an earlier run. */
  get isMostlyKnown(): boolean {
    return !this.isShared && 2 * this.newContents().length < this.#parts.stored.size;
  }

  /** Why folders could not be looked into, a line each. */
  get unread(): readonly string[] {
    return [...(this.#parts.tree.unread?.values() ?? [])].map(({ message }) => message).sort();
  }

  /** The page's content, named; `null` when nobody can know it again. */
  contentKey(path: string): string | null {
    return this.#parts.stored.get(path)?.known.key || null;
  }

  /** The interface hash of a page; `''` when there is no such page. */
  interfaceOf(path: string): string {
    return this.#parts.stored.get(path)?.summary.interfaceHash ?? '';
  }

  /** When a page appears or expires next, in ms; from then on findings may differ. */
  get holdsUntil(): number {
    const day = 24 * 60 * 60 * 1000;
    // What depends on the day holds until midnight, in UTC.
    let until = asksForDates(this.handbook.config.pageTypes)
      ? (Math.floor(Date.now() / day) + 1) * day
      : Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const summary of this.#parts.index.summaries.values())
      for (const at of [summary.from, summary.until]) if (at !== undefined && at > now && at < until) until = at;
    return until;
  }

  /** Whether a page was written so shortly before this moment that its times may not tell of the next write. */
  hasYoungPages(moment: number): boolean {
    for (const { stamp } of this.#parts.stored.values()) if (stamp?.state && isYoung(stamp.state, moment)) return true;
    return false;
  }

  /**
   * A snapshot of its files on disk, those of `pages` first; `null` when it cannot tell of every change. The folders as the
   * tree has listed them need not be listed again: whatever came into one later changed its times, and these are not older.
   */
  snapshotBefore(moment: number, pages: readonly Page[]): StatSnapshot | null {
    // What could not be looked into says nothing of when it changes, and has to be told again.
    if (this.#parts.tree.unread !== undefined && this.#parts.tree.unread.size > 0) return null;
    const { given, paths: read } = this.#parts.config;
    if (this.#parts.tree.isOfGit) return takeSnapshot('', { given, paths: [] }, moment);
    const all = new Set([...pages, ...this.handbook.pages].map(({ path }) => path));
    const stateOf = (path: string) => this.#parts.stored.get(path)?.stamp?.state;
    const { root, listings } = this.#parts.tree;
    const watched = watchedPaths(root, this.handbook.config, [...all], listings);
    const paths = [...new Set([...watched, ...read])];
    const snapshot = takeSnapshot(root, { given, paths }, moment, stateOf);
    return { ...snapshot, listings: once(() => writeListings(this.#parts.tree, new Set(paths))) };
  }

  /** A hash of what is configured, and what is known of it. */
  get configHash(): string {
    return configHash(this.handbook.config);
  }

  /** Whether these files leave every page at its place: see `stayInPlace`. */
  stayInPlace(paths: Iterable<string>, keyBefore: (path: string) => string | undefined): boolean {
    return stayInPlace(paths, this.#parts, keyBefore);
  }

  /** Where all pages are, as JSON, in pieces. */
  get placement(): Iterable<Uint8Array> {
    return writePlacement(this.#parts.index, this.#parts.listed, this.#hashOfPlaces);
  }

  /** A hash of all that every page sees: where pages and files are, what they are called, and what is configured. */
  get surroundings(): string {
    return hashOf(JSON.stringify([this.#hashOfPlaces, templatesOf(this.#parts.tree, this.handbook.config.layouts)]));
  }

  get #hashOfPlaces(): string {
    const { index } = this.#parts;
    return index.placement.hash ?? getOrInsert(placesHashes, index, () => this.#placesHash());
  }

  #placesHash(): string {
    const { pages } = this.handbook;
    const name = new ContentName();
    name.add([this.configHash, [...this.#parts.files.assets].sort()]);
    for (const { folder, paths, isContent } of this.#parts.files.served())
      name.add([folder, isContent, [...paths].sort()]);
    for (const { path, kind, address, unbuilt, language, summary } of pages) {
      // All of a file of redirects is seen from everywhere.
      const whole = kind === 'redirects' ? this.#parts.stored.get(path)!.known.key : '';
      name.add([path, kind, address, unbuilt, language, placingOf(summary), whole]);
    }
    return name.value;
  }

  /** Content that was read in this run and that no cache has yet, by path. */
  newContents(): readonly NewContent[] {
    const contents: NewContent[] = [];
    for (const { path, newContent } of this.#parts.stored.values())
      if (newContent !== null) contents.push([path, newContent]);
    return contents;
  }

  /** Takes over content that another thread has read of the same handbook. */
  takeContents(contents: readonly NewContent[]): void {
    for (const [path, content] of contents) {
      const page = this.#parts.stored.get(path);
      if (page !== undefined) page.newContent = content;
    }
  }
}

/** What this handbook was made of, if it was read from files. */
export function storedOf(handbook: Handbook): StoredHandbook | null {
  return opened.get(handbook) ?? null;
}
