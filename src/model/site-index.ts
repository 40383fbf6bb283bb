import type { HandbookConfig } from '../config/config.ts';
import { isLeftOutByGit } from '../config/git-ignore.ts';
import { folderPrefix, nameOf } from '../files/paths.ts';
import type { SiteModel } from './handbook.ts';
import { IncludeGraph } from './include-graph.ts';
import type { PageSummary } from './page-summary.ts';
import { lookupKey, type Place, type Placement, type SiteFiles } from './place.ts';
import { type Redirect, RedirectTable } from './redirects.ts';

/** Every address of the site, and what it leads to: paths only, so that it outlives a change of a page's text. */
export class SiteIndex {
  readonly places: Map<string, Place>;
  /** By path, those that say more of a page than what it is called, and others. */
  readonly summaries: ReadonlyMap<string, PageSummary>;
  readonly includes: IncludeGraph;
  readonly redirects: RedirectTable;
  /** Answers of queries that hold as long as this index does. */
  readonly memory = new Map<object, unknown>();
  readonly #byAddress = new Map<string, string>();
  readonly #contested = new Set<string>();
  readonly #byLogical = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #site: SiteModel;
  readonly #config: HandbookConfig;
  /** Where the site puts content files, and what it makes besides. */
  readonly placement: Placement;
  readonly #uncertain: readonly string[];
  readonly #mayBeMade: ((address: string) => boolean) | undefined;
  readonly #served: SiteFiles['served'];
  #files: ReadonlyMap<string, string> | null = null;
  #ignoringFolders: readonly string[] | null = null;
  #lowerAddresses: Map<string, string> | null = null;
  #lowerFiles: Map<string, string> | null = null;

  constructor(
    site: SiteModel,
    config: HandbookConfig,
    files: SiteFiles,
    summaries: ReadonlyMap<string, PageSummary>,
    redirects: readonly Redirect[],
    /** Beginnings of addresses that templates may redirect. */
    uncertain: readonly string[],
    placement: Placement,
  ) {
    this.#site = site;
    this.summaries = summaries;
    this.redirects = new RedirectTable(redirects);
    this.placement = placement;
    this.#uncertain = uncertain;
    this.#mayBeMade = site.mayBeMade?.(placement, files, config);
    this.places = placement.places;
    this.#config = config;
    for (const path of files.includes) this.places.set(path, noPlace('include'));
    for (const path of files.redirects) this.places.set(path, noPlace('redirects'));
    for (const path of files.data) this.places.set(path, noPlace('data'));
    this.#indexPages();
    this.#served = files.served;
    this.includes = new IncludeGraph(config, this.places, summaries, files.assets, site.logicalPath);
  }

  at(address: string): string | undefined {
    return this.#byAddress.get(address);
  }

  atIgnoringCase(address: string): string | undefined {
    this.#lowerAddresses ??= lowerKeys(this.#byAddress);
    return this.#lowerAddresses.get(address.toLowerCase());
  }

  /** `language` is `undefined` for the site's main one. */
  atContentPath(path: string, language?: string): string | undefined {
    return (
      this.#byLogical.get(lookupKey(path, language)) ??
      this.#byLogical.get(lookupKey(this.#site.logicalPath(path), language))
    );
  }

  /** Whether an address may be served by something that is not known here. */
  isUnknownAddress(address: string): boolean {
    const isBelow = (prefix: string) => address.startsWith(prefix) || `${address}/` === prefix;
    const { unknownPrefixes } = this.placement;
    return (
      this.#config.unknown.some(isBelow) ||
      unknownPrefixes.some(isBelow) ||
      this.#uncertain.some(isBelow) ||
      (this.#mayBeMade?.(address) ?? false) ||
      this.#isLeftOutByGit(address)
    );
  }

  /**
   * Whether a page or file of this address is one that git leaves out: it may be made before the site is built. What a .gitignore further
   * down leaves out is not read: all in its folder may be.
   */
  #isLeftOutByGit(address: string): boolean {
    const { content, static: served, ignoredByGit, site, generator } = this.#config;
    if (site !== 'hugo' && generator === null) return false;
    this.#ignoringFolders ??= this.#served().flatMap(({ paths }) =>
      paths.filter((path) => path.endsWith('/.gitignore')).map(folderPrefix),
    );
    const below = this.#ignoringFolders.filter((folder) => !ignoredByGit.some((read) => `${read.folder}/` === folder));
    const bare = address.replace(/\/$/, '');
    const files = nameOf(bare).includes('.') ? [bare] : [`${bare}.md`, `${bare}/index.md`, `${bare}/_index.md`];
    return [...content, ...served].some((folder) =>
      files
        .map((path) => `${folder}${path}`.replace(/^\//, ''))
        .some((path) => isLeftOutByGit(path, ignoredByGit) || below.some((inner) => path.startsWith(inner))),
    );
  }

  /** Whether several files want this address. */
  isContested(address: string): boolean {
    return this.#contested.has(address);
  }

  alias(address: string): string | undefined {
    return this.#aliases.get(address) ?? this.#aliases.get(`${address}/`);
  }

  isAutomatic(address: string): boolean {
    const { automatic } = this.placement;
    return automatic.has(address) || automatic.has(address.endsWith('/') ? address : `${address}/`);
  }

  fileAtIgnoringCase(address: string): string | undefined {
    if (this.servedFiles.has(address)) return address;
    if (!this.#lowerFiles) {
      this.#lowerFiles = new Map();
      for (const known of this.servedFiles.keys()) this.#lowerFiles.set(known.toLowerCase(), known);
    }
    return this.#lowerFiles.get(address.toLowerCase());
  }

  /** Every file that the site serves, by its address. */
  get servedFiles(): ReadonlyMap<string, string> {
    this.#files ??= this.placement.files?.() ?? this.#indexFiles();
    return this.#files;
  }

  #indexPages(): void {
    this.places.forEach((place, path) => {
      // Of two files for one page Hugo takes either; the folder's own page goes before `folder.md` here, as it does in most builds.
      const isFolder = place.kind === 'section' || place.kind === 'leaf';
      const key = place.logical === null ? null : lookupKey(place.logical, place.language);
      if (key !== null && (isFolder || !this.#byLogical.has(key))) this.#byLogical.set(key, path);
      if (place.address === null) return;
      if (this.#byAddress.has(place.address)) this.#contested.add(place.address);
      if (isFolder || !this.#byAddress.has(place.address)) this.#byAddress.set(place.address, path);
    });
    for (const [address, target] of this.placement.sentOn ?? [])
      if (!this.#byAddress.has(address)) this.#aliases.set(address, target);
    this.places.forEach((place, path) => {
      if (place.address === null) return;
      for (const alias of this.placement.aliasesOf?.(path) ?? []) {
        const address = this.#site.addressOfAlias(alias, place, this.#config);
        if (!this.#aliases.has(address)) this.#aliases.set(address, place.address);
      }
    });
  }

  #indexFiles(): Map<string, string> {
    const found = new Map<string, string>();
    for (const { paths, isContent } of this.#served())
      for (const path of paths) {
        for (const address of [this.placement.published(path, isContent) ?? []].flat())
          if (!found.has(address)) found.set(address, path);
      }
    return found;
  }
}

function noPlace(kind: 'include' | 'redirects' | 'data'): Place {
  return { kind, address: null, unbuilt: kind, logical: null, folder: '/', files: null };
}

function lowerKeys(map: ReadonlyMap<string, string>): Map<string, string> {
  const lower = new Map<string, string>();
  for (const [key, value] of map) if (!lower.has(key.toLowerCase())) lower.set(key.toLowerCase(), value);
  return lower;
}
