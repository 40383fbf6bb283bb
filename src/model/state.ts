import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import { AnchorIndex } from './anchor-index.ts';
import { collectAnchors } from './anchors.ts';
import type { Anchor, Anchors, Handbook, Include, Page, QueryMemory, SiteModel } from './handbook.ts';
import { includesOf, pagesShowing } from './includes.ts';
import type { PageView } from './page-view.ts';
import { lookupKey, type SiteFiles } from './place.ts';
import { Answers } from './query.ts';
import { trackInterface } from './reads.ts';
import type { Redirect } from './redirects.ts';
import type { ShortcodeEffects } from './shortcodes.ts';
import type { SiteIndex } from './site-index.ts';

// The ids of this many pages are remembered; those of others are collected again when they are asked for.
const KEPT_ANCHORS = 16;
const none: readonly Include[] = [];

/** What a state is made of. */
interface StateParts {
  readonly tree: FileTree;
  readonly config: HandbookConfig;
  readonly site: SiteModel;
  readonly files: SiteFiles;
  readonly index: SiteIndex;
  readonly views: ReadonlyMap<string, PageView>;
  readonly effects: ShortcodeEffects;
  /** Whether anybody asks what findings were read from: `false` where they are not kept. */
  readonly tracks: boolean;
}

/** One state of a handbook: the index of addresses and the pages. A change of a file makes a new state. */
export class HandbookState implements Handbook {
  readonly root: string;
  readonly config: HandbookConfig;
  readonly site: SiteModel;
  readonly #index: SiteIndex;
  readonly #pages: ReadonlyMap<string, PageView>;
  #list: readonly Page[] | null = null;
  readonly #assets: ReadonlySet<string>;
  readonly memory: QueryMemory;
  readonly #anchors: Answers<Page, Anchors>;
  readonly #collect: (page: Page) => Anchors;
  readonly #anchorIndex: AnchorIndex;
  readonly #includes: Answers<Page, readonly Include[]>;

  constructor({ tree, config, site, files, index, views, effects, tracks }: StateParts) {
    this.root = tree.root;
    this.config = config;
    this.site = site;
    this.#index = index;
    this.memory = { state: new Map(), places: index.memory, tracks };
    this.#anchors = new Answers(KEPT_ANCHORS, { tracks });
    this.#includes = new Answers(undefined, { tracks });
    this.#pages = views;
    this.#assets = files.assets;
    const sources = {
      includes: (from: Page) => this.includes(from),
      effects,
      ids: site.ids,
      inner: config.hugo.inner,
    };
    this.#collect = (page) => collectAnchors(page, sources);
    this.#anchorIndex = new AnchorIndex(
      (page) => this.anchors(page),
      (page) => this.#slugsOf(page),
      this.site.ids.numbered,
      tracks,
    );
  }

  get pages(): readonly Page[] {
    this.#list ??= [...this.#pages.values()];
    return this.#list;
  }

  get redirects(): readonly Redirect[] {
    return this.#index.redirects.rules;
  }

  readonly page: Handbook['page'] = (path) => this.#pages.get(path);
  readonly at: Handbook['at'] = (address) => this.#pageOf(this.#index.at(address));
  readonly atIgnoringCase: Handbook['atIgnoringCase'] = (address) => this.#pageOf(this.#index.atIgnoringCase(address));
  readonly pageAtContentPath: Handbook['pageAtContentPath'] = (path, language) =>
    this.#pageOf(this.#index.atContentPath(path, language));
  readonly automaticAt: Handbook['automaticAt'] = (path, language) =>
    this.#index.placement.automaticPaths.get(lookupKey(path, language));
  readonly isContested: Handbook['isContested'] = (address) => this.#index.isContested(address);
  readonly isMade: Handbook['isMade'] = (address) => this.#index.placement.made.has(address);
  readonly isAdded: Handbook['isAdded'] = (path) =>
    this.#index.placement.adapters.some((folder) => path.startsWith(folder));
  readonly isUnknownAddress: Handbook['isUnknownAddress'] = (address) => this.#index.isUnknownAddress(address);
  contentFolder(page: Page): string {
    return this.#index.places.get(page.path)?.folder ?? '/';
  }

  readonly alias: Handbook['alias'] = (address) => this.#index.alias(address);
  readonly isAutomatic: Handbook['isAutomatic'] = (address) => this.#index.isAutomatic(address);
  readonly redirect: Handbook['redirect'] = (address) => this.#index.redirects.find(address);
  readonly fileAt: Handbook['fileAt'] = (address) => this.#index.servedFiles.get(address);
  readonly fileAtIgnoringCase: Handbook['fileAtIgnoringCase'] = (address) => this.#index.fileAtIgnoringCase(address);
  readonly files: Handbook['files'] = () => this.#index.servedFiles.keys();
  asset(path: string): string | undefined {
    const clean = path.replace(/^\/+/, '');
    for (const { source, below } of this.config.hugo.assetMounts) {
      if (!`/${clean}`.startsWith(`${below}/`)) continue;
      const file = `${source}/${clean.slice(below.length)}`;
      if (this.#assets.has(file)) return file;
    }
    return undefined;
  }

  anchors(page: Page): Anchors {
    return this.#anchors.get(page, this.#collect);
  }

  anchor(page: Page, id: string): Anchor | undefined {
    return this.#anchorIndex.get(page, id);
  }

  includes(page: Page): readonly Include[] {
    // Most pages have none.
    if (page.summary.calls === undefined) return none;
    return this.#includes.get(page, () =>
      includesOf(page, this.config.includes, this.#index.includes, (path) => this.#pages.get(path)),
    );
  }

  shownOn(include: Page): readonly Page[] {
    const hasAddress = (path: string) => this.#index.places.get(path)?.address != null;
    return pagesShowing(include.path, this.#index.includes, hasAddress).map((path) => this.#pages.get(path)!);
  }

  #slugsOf(page: Page): readonly string[] | null {
    trackInterface(page.path);
    return this.site.ids.areRead ? (this.#pages.get(page.path)?.source.slugs() ?? null) : null;
  }

  #pageOf(path: string | undefined): Page | undefined {
    return path === undefined ? undefined : this.#pages.get(path);
  }
}
