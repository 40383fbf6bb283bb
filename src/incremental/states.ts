import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import { effectsOf, indexOf, viewsOf } from '../model/assemble.ts';
import { isIncludable } from '../model/include-graph.ts';
import type { ReadAs } from '../model/page-source.ts';
import { isSamePlace } from '../model/page-summary.ts';
import { PageView } from '../model/page-view.ts';
import { PatchedMap } from '../model/patched-map.ts';
import type { SiteFiles } from '../model/place.ts';
import type { ShortcodeEffects } from '../model/shortcodes.ts';
import { listSite } from '../model/site-files.ts';
import type { SiteIndex } from '../model/site-index.ts';
import { HandbookState } from '../model/state.ts';
import { siteOf } from '../sites/index.ts';
import { decideKind } from '../sites/unknown/evidence.ts';
import type { Threads } from '../workers/threads.ts';
import type { LazyReader } from './pages/lazy-reader.ts';
import type { PageCache } from './pages/page-cache.ts';
import { PageStore, type StoredPage } from './pages/page-store.ts';
import type { ReadingNeeds } from './pages/read-files.ts';
import { type KnownContents, storePages, wantedFiles } from './pages/store-pages.ts';
import { type KnownPlacement, recallPlacement } from './places/kept-placement.ts';
import { areSameFiles, haveSamePlaces } from './places/same-places.ts';
import { withUnread } from './places/unread-addresses.ts';
import { MANY, openInThreads, type SharedHandbook } from './sharing/shared-handbook.ts';
import { type ConfigReading, StoredHandbook } from './stored-handbook.ts';

export interface SessionParts extends Pick<SharedHandbook, 'tracks'> {
  readonly tree: FileTree;
  readonly config: HandbookConfig;
  readonly needs: ReadingNeeds;
  readonly configReading: ConfigReading;
  readonly reader: LazyReader;
  readonly cache: PageCache | null;
  /** What other runs have read for this one. */
  readonly index: KnownContents | null;
  readonly threads: Threads | null;
  readonly onListed: ((files: number) => void) | undefined;
  /** Where earlier runs had all pages. */
  readonly known: readonly KnownPlacement[];
}

/** All that one state of the handbook was made from; what did not change goes into the next one. */
export interface Made {
  readonly config: HandbookConfig;
  readonly tree: FileTree;
  readonly files: SiteFiles;
  /** With those that are called and lie outside of the include folders. */
  readonly includes: readonly string[];
  readonly stored: ReadonlyMap<string, StoredPage>;
  readonly index: SiteIndex;
  readonly views: ReadonlyMap<string, PageView>;
  readonly effects: ShortcodeEffects;
  readonly isShared: boolean;
  /** When pages were placed, in ms: some appear or expire later. */
  readonly placedAt: number;
}

interface Listed extends Pick<Made, 'tree' | 'files' | 'config'> {
  readonly stored: Map<string, StoredPage>;
}

/** Makes states of one handbook, each of what the last one knows. */
export class StateMaker {
  readonly #parts: SessionParts;
  readonly #store: PageStore;
  #decision: HandbookConfig | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#store = new PageStore(parts.reader, parts.needs, parts.config.data);
  }

  /** The state of a whole tree: what the last one knows of its files is not read again. `config`: that of another state, by which this one is judged. */
  async scanned(tree: FileTree, last: Made | null, config?: HandbookConfig): Promise<Made> {
    const files = listSite(tree, this.#parts.config, siteOf(this.#parts.config));
    const stored = new Map<string, StoredPage>();
    // Listed while other threads read rather than when they wait for it.
    if (this.#parts.threads !== null && this.#parts.threads.count > 0) files.served();
    const wanted = wantedFiles(files);
    this.#parts.onListed?.(wanted.length);
    if (wanted.length >= MANY) this.#store.factsFile ??= this.#parts.cache?.openFactsFile() ?? null;
    await this.#readAll(wanted, tree, stored, last);
    const decided = withUnread(config ?? this.#decided(files, stored), tree);
    return this.#indexed({ tree, files, stored, config: decided }, last);
  }

  /** The state of the same files, of which these say something else: the site is indexed again only when a page's place in it changed. */
  async patched(made: Made, tree: FileTree, differing: readonly string[]): Promise<Made> {
    const changed = differing.filter((path) => made.stored.has(path));
    // What is no page may be a template.
    const hasOthers = changed.length < differing.length;
    const effects = hasOthers ? effectsOf(tree, made.config, siteOf(made.config)) : made.effects;
    const read = new Map<string, StoredPage>();
    await this.#readAll(
      changed.map((path) => [path, made.stored.get(path)!.reading]),
      tree,
      read,
      made,
    );
    const isMoved = [...read].some(
      ([path, page]) => page.reading === 'redirects' || !isSamePlace(made.stored.get(path)!.summary, page.summary),
    );
    if (isMoved) return this.#indexed({ ...made, tree, stored: new Map([...made.stored, ...read]) }, made);
    const seen = [...read].filter(([path]) => made.views.has(path));
    const shown = seen.map(([path, page]) => [path, new PageView(page, made.index.places.get(path)!)] as const);
    const stored = new PatchedMap(made.stored, read);
    const views = new PatchedMap(made.views, new Map(shown));
    return { ...made, tree, stored, views, effects, isShared: false };
  }

  handbookIn({ config, tree, files: listed, includes, stored, index, views, effects, isShared }: Made): HandbookState {
    const files = { ...listed, includes };
    const { configReading, cache, tracks } = this.#parts;
    const handbook = new HandbookState({ tree, config, site: siteOf(config), files, index, views, effects, tracks });
    new StoredHandbook({ handbook, stored, index, files, listed, tree, isShared, config: configReading, cache });
    return handbook;
  }

  async #indexed(listed: Listed, last: Made | null): Promise<Made> {
    const unmoved = last && (await this.#unmoved(listed, last));
    if (unmoved !== null) return unmoved;
    const { tree, files, stored, config } = listed;
    const { known, cache, configReading, threads, tracks } = this.#parts;
    const sources = { stored, cache, config: configReading };
    const recall = recallPlacement(last ? [] : known, config, sources, files);
    const [includes, placedAt] = [[...files.includes], Date.now()];
    const kept = { config, tracks };
    for (;;) {
      const isShared = openInThreads(threads, tree, { ...files, includes }, stored, kept, this.#store.factsFile);
      const index = indexOf(siteOf(config), config, { ...files, includes }, stored, recall);
      // Includes may lie outside of the folders for includes; those that are called are pages as well.
      const unlisted = index.includes.unlisted().filter((path) => files.assets.has(path) && isIncludable(path));
      if (unlisted.length === 0)
        return withViews({ config, tree, files, includes, stored, index, isShared, placedAt }, last?.views);
      includes.push(...unlisted);
      await this.#readAll(asIncludes(unlisted), tree, stored, last);
    }
  }

  /** The last state with other texts, where they leave every page and redirect at its place; else `null`. */
  async #unmoved({ tree, files, stored, config }: Listed, made: Made): Promise<Made | null> {
    if (made.config !== config || !areSameFiles(made.files, files)) return null;
    const all = new Map(stored);
    // Those that are called and lie outside of the include folders.
    await this.#readAll(asIncludes(made.includes.slice(files.includes.length)), tree, all, made);
    if (!haveSamePlaces(made.stored, all, made.placedAt)) return null;
    return withViews({ ...made, tree, files, stored: all, isShared: false }, made.views);
  }

  /** The configuration, by which the site is of unknown kind when its pages show so. */
  #decided(files: SiteFiles, stored: ReadonlyMap<string, StoredPage>): HandbookConfig {
    const decided = decideKind(this.#parts.config, files, stored);
    // One object, so that a configuration can be told from another by it.
    if (this.#decision?.takenFor.sign !== decided.takenFor.sign) this.#decision = decided;
    return this.#decision ?? decided;
  }

  async #readAll(
    wanted: readonly (readonly [path: string, reading: ReadAs])[],
    tree: FileTree,
    stored: Map<string, StoredPage>,
    last: Made | null,
  ): Promise<void> {
    const before = last?.stored ?? new Map<string, StoredPage>();
    const sources = { ...this.#parts, tree, last: before, store: this.#store };
    for (const page of await storePages(wanted, sources)) stored.set(page.path, page);
  }
}

const asIncludes = (paths: readonly string[]) => paths.map((path) => [path, 'include'] as const);

/** The state with its pages at their places, those as they were that have not changed. */
function withViews(state: Omit<Made, 'views' | 'effects'>, last: Made['views'] | undefined): Made {
  const { tree, config, stored, index } = state;
  return { ...state, views: viewsOf(stored, index, last), effects: effectsOf(tree, config, siteOf(config)) };
}
