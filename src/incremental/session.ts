import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import { type Overlays, overlayTree } from '../files/overlay-tree.ts';
import { effectsOf, indexOf, viewsOf } from '../model/assemble.ts';
import { isIncludable } from '../model/include-graph.ts';
import { isSamePlace } from '../model/page-summary.ts';
import { PageView } from '../model/page-view.ts';
import { PatchedMap } from '../model/patched-map.ts';
import type { SiteFiles } from '../model/place.ts';
import type { ReadAs } from '../model/reader.ts';
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
import { saveTask } from './sharing/save-shared.ts';
import { openInThreads, type SharedHandbook } from './sharing/shared-handbook.ts';
import { type ConfigReading, StoredHandbook } from './stored-handbook.ts';

/** From this number of files on, what they say does not stay in memory. */
const MANY = 10_000;

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
interface Made {
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

type Listed = Pick<Made, 'tree' | 'files' | 'stored' | 'config'>;

/** A handbook that can be looked at again after some of its files have changed; what did not change is not read again. */
export class HandbookSession {
  readonly #parts: SessionParts;
  readonly #store: PageStore;
  #made: Made | null = null;
  #handbook: HandbookState | null = null;
  #overlays: Overlays = new Map();
  #decision: HandbookConfig | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#store = new PageStore(parts.reader, parts.needs, parts.config.data);
  }

  /** The state last looked at. */
  get handbook(): HandbookState {
    if (!this.#handbook) throw new Error('the session was not refreshed yet');
    return this.#handbook;
  }

  /**
   * Looks again. With `rescan: false` only the overlays are compared, which takes no look at the disk at all:
   * for every keystroke.
   */
  async refresh(options: { readonly overlays?: Overlays; readonly rescan?: boolean } = {}): Promise<HandbookState> {
    const overlays = options.overlays ?? new Map<string, string>();
    const made = options.rescan === false ? this.#made : null;
    const next = made
      ? await this.#overlaid(made, overlays)
      : await this.#scanned(overlayTree(this.#parts.tree, overlays));
    this.#overlays = new Map(overlays);
    if (next === this.#made && this.#handbook) return this.#handbook;
    this.#made = next;
    this.#handbook = this.#state(next);
    return this.#handbook;
  }

  /** The same handbook over other files, the state before a change for instance, taken for the same kind of site. Files with the same stamps are not read again. */
  async over(tree: FileTree): Promise<HandbookState> {
    const made = this.#made;
    const { from, paths = [] } = tree.differs ?? {};
    const isThere = (path: string) => made?.stored.has(path) || from?.exists(path);
    const isLaidOver = made !== null && from === made.tree && paths.every(isThere);
    return this.#state(await (isLaidOver ? this.#patched(made, tree, paths) : this.#scanned(tree, made?.config)));
  }

  /** Has a thread that opened the same handbook keep what was read; says whether it did. */
  async saveInThread(): Promise<boolean> {
    const [made, { cache, threads }] = [this.#made, this.#parts];
    // What is kept already would have to be read once more there.
    if (!made?.isShared || !cache?.isEmpty || this.#overlays.size > 0) return false;
    return (await threads?.offer(saveTask(cache.folder, [...made.stored.values()]))) === true;
  }

  /** Keeps what was read for the next run. To be called once. */
  save(): void {
    const [made, { cache }] = [this.#made, this.#parts];
    if (!made || !cache || this.#overlays.size > 0) return;
    const stored = [...made.stored.values()];
    cache.save(stored.map(({ path, known, keptStamp, newContent }) => ({ path, known, stamp: keptStamp, newContent })));
  }

  async #scanned(tree: FileTree, config?: HandbookConfig): Promise<Made> {
    const files = listSite(tree, this.#parts.config, siteOf(this.#parts.config));
    const stored = new Map<string, StoredPage>();
    // Listed while other threads read rather than when they wait for it.
    if (this.#parts.threads !== null && this.#parts.threads.count > 0) files.served();
    const wanted = wantedFiles(files);
    this.#parts.onListed?.(wanted.length);
    if (wanted.length >= MANY) this.#store.factsFile ??= this.#parts.cache?.openFactsFile() ?? null;
    await this.#readAll(wanted, tree, stored);
    return this.#indexed(tree, files, stored, withUnread(config ?? this.#decided(files, stored), tree));
  }

  /** Only some texts differ: the site is indexed again only when a page's place in it changed. */
  async #overlaid(made: Made, overlays: Overlays): Promise<Made> {
    const differing = [...new Set([...overlays.keys(), ...this.#overlays.keys()])].filter(
      (path) => overlays.get(path) !== this.#overlays.get(path),
    );
    const comesOrGoes = (path: string) =>
      overlays.has(path) !== this.#overlays.has(path) && !(made.stored.has(path) && this.#parts.tree.exists(path));
    if (differing.some(comesOrGoes)) return this.#scanned(overlayTree(this.#parts.tree, overlays));
    if (differing.length === 0) return made;
    return this.#patched(made, overlayTree(this.#parts.tree, overlays), differing);
  }

  /** The same files, of which these say something else. */
  async #patched(made: Made, tree: FileTree, differing: readonly string[]): Promise<Made> {
    const changed = differing.filter((path) => made.stored.has(path));
    // What is no page may be a template.
    const hasOthers = changed.length < differing.length;
    const effects = hasOthers ? effectsOf(tree, made.config, siteOf(made.config)) : made.effects;
    const read = new Map<string, StoredPage>();
    await this.#readAll(
      changed.map((path) => [path, made.stored.get(path)!.reading]),
      tree,
      read,
    );
    const isMoved = [...read].some(
      ([path, page]) => page.reading === 'redirects' || !isSamePlace(made.stored.get(path)!.summary, page.summary),
    );
    if (isMoved) return this.#indexed(tree, made.files, new Map([...made.stored, ...read]), made.config);
    const seen = [...read].filter(([path]) => made.views.has(path));
    const shown = seen.map(([path, page]) => [path, new PageView(page, made.index.places.get(path)!)] as const);
    const stored = new PatchedMap(made.stored, read);
    const views = new PatchedMap(made.views, new Map(shown));
    return { ...made, tree, stored, views, effects, isShared: false };
  }

  /** The configuration, by which the site is of unknown kind when its pages show so. */
  #decided(files: SiteFiles, stored: ReadonlyMap<string, StoredPage>): HandbookConfig {
    const decided = decideKind(this.#parts.config, files, stored);
    // One object, so that a configuration can be told from another by it.
    if (this.#decision?.takenFor.sign !== decided.takenFor.sign) this.#decision = decided;
    return this.#decision ?? decided;
  }

  async #indexed(
    tree: FileTree,
    files: SiteFiles,
    stored: Map<string, StoredPage>,
    config: HandbookConfig,
  ): Promise<Made> {
    const unmoved = await this.#unmoved({ tree, files, stored, config });
    if (unmoved !== null) return unmoved;
    const { known, cache, configReading, threads, tracks } = this.#parts;
    const sources = { stored, cache, config: configReading };
    const recall = recallPlacement(this.#made ? [] : known, config, sources, files);
    const [includes, placedAt] = [[...files.includes], Date.now()];
    const kept = { config, tracks };
    for (;;) {
      const isShared = openInThreads(threads, tree, { ...files, includes }, stored, kept, this.#store.factsFile);
      const index = indexOf(siteOf(config), config, { ...files, includes }, stored, recall);
      // Includes may lie outside of the folders for includes; those that are called are pages as well.
      const unlisted = index.includes.unlisted().filter((path) => files.assets.has(path) && isIncludable(path));
      if (unlisted.length === 0) {
        const views = viewsOf(stored, index, this.#made?.views);
        const effects = effectsOf(tree, config, siteOf(config));
        return { config, tree, files, includes, stored, index, views, effects, isShared, placedAt };
      }
      includes.push(...unlisted);
      await this.#readIncludes(unlisted, tree, stored);
    }
  }

  /** The last state with other texts, where they leave every page and redirect at its place; else `null`. */
  async #unmoved({ tree, files, stored, config }: Listed): Promise<Made | null> {
    const made = this.#made;
    if (made === null || made.config !== config || !areSameFiles(made.files, files)) return null;
    const all = new Map(stored);
    // Those that are called and lie outside of the include folders.
    const unlisted = made.includes.slice(files.includes.length);
    await this.#readIncludes(unlisted, tree, all);
    if (!haveSamePlaces(made.stored, all, made.placedAt)) return null;
    const views = viewsOf(all, made.index, made.views);
    const effects = effectsOf(tree, config, siteOf(config));
    return { ...made, tree, files, stored: all, views, effects, isShared: false };
  }

  #readIncludes(paths: readonly string[], tree: FileTree, stored: Map<string, StoredPage>): Promise<void> {
    const wanted = paths.map((path) => [path, 'include'] as const);
    return this.#readAll(wanted, tree, stored);
  }

  async #readAll(
    wanted: readonly (readonly [path: string, reading: ReadAs])[],
    tree: FileTree,
    stored: Map<string, StoredPage>,
  ): Promise<void> {
    const last = this.#made?.stored ?? new Map<string, StoredPage>();
    const sources = { ...this.#parts, tree, last, store: this.#store };
    for (const page of await storePages(wanted, sources)) stored.set(page.path, page);
  }

  #state({ config, tree, files: listed, includes, stored, index, views, effects, isShared }: Made): HandbookState {
    const files = { ...listed, includes };
    const { configReading, cache, tracks } = this.#parts;
    const handbook = new HandbookState({ tree, config, site: siteOf(config), files, index, views, effects, tracks });
    new StoredHandbook({ handbook, stored, index, files, listed, tree, isShared, config: configReading, cache });
    return handbook;
  }
}
