import type { HandbookConfig } from '../config/config.ts';
import type { Digest } from './digest.ts';
import { IncludeGraph } from './include-graph.ts';
import { belowContent, type Place, type SiteFiles } from './place.ts';
import { type Redirect, RedirectTable } from './redirects.ts';
import type { SiteModel } from './site-model.ts';

/** Every address of the site, and what it leads to: paths only, so that it outlives a change of a page's text. */
export class SiteIndex {
  readonly places: Map<string, Place>;
  readonly includes: IncludeGraph;
  readonly redirects: RedirectTable;
  /** What others have worked out from it. */
  readonly memory = new Map<object, unknown>();
  readonly #byAddress = new Map<string, string>();
  readonly #byLogical = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #automatic: ReadonlySet<string>;
  readonly #site: SiteModel;
  readonly #config: HandbookConfig;
  readonly #served: SiteFiles['served'];
  #files: Map<string, string> | null = null;
  /** Where the files in a folder of content are published; `null`: nowhere. */
  readonly #folders: Map<string, string | null>;
  #lowerAddresses: Map<string, string> | null = null;
  #lowerFiles: Map<string, string> | null = null;

  constructor(
    site: SiteModel,
    config: HandbookConfig,
    files: SiteFiles,
    digests: ReadonlyMap<string, Digest>,
    redirects: readonly Redirect[],
  ) {
    this.#site = site;
    this.redirects = new RedirectTable(redirects);
    const { places, automatic, folders } = site.place(files, digests, config);
    this.places = new Map(places);
    this.#automatic = automatic;
    this.#folders = new Map(folders);
    for (const path of files.includes) this.places.set(path, noPlace('include'));
    for (const path of files.redirects) this.places.set(path, noPlace('redirects'));
    for (const path of files.data) this.places.set(path, noPlace('data'));
    this.#indexPages(digests);
    this.#config = config;
    this.#served = files.served;
    this.includes = new IncludeGraph(config, this.places, digests, files.assets);
  }

  at(address: string): string | undefined {
    return this.#byAddress.get(address);
  }

  atIgnoringCase(address: string): string | undefined {
    this.#lowerAddresses ??= lowerKeys(this.#byAddress);
    return this.#lowerAddresses.get(address.toLowerCase());
  }

  atContentPath(path: string): string | undefined {
    return this.#byLogical.get(path) ?? this.#byLogical.get(this.#site.logicalPath(path));
  }

  alias(address: string): string | undefined {
    return this.#aliases.get(address) ?? this.#aliases.get(`${address}/`);
  }

  isAutomatic(address: string): boolean {
    return this.#automatic.has(address.endsWith('/') ? address : `${address}/`);
  }

  fileAt(address: string): string | undefined {
    return this.#filesNow().get(address);
  }

  fileAtIgnoringCase(address: string): string | undefined {
    if (this.#filesNow().has(address)) return address;
    if (!this.#lowerFiles) {
      this.#lowerFiles = new Map();
      for (const known of this.#filesNow().keys()) this.#lowerFiles.set(known.toLowerCase(), known);
    }
    return this.#lowerFiles.get(address.toLowerCase());
  }

  files(): Iterable<string> {
    return this.#filesNow().keys();
  }

  #indexPages(digests: ReadonlyMap<string, Digest>): void {
    for (const [path, place] of this.places) {
      // Of two files for one page Hugo takes one and warns; the folder's own page goes before `folder.md`.
      if (place.logical !== null && (place.kind === 'section' || !this.#byLogical.has(place.logical)))
        this.#byLogical.set(place.logical, path);
      if (place.address !== null && (place.kind === 'section' || !this.#byAddress.has(place.address)))
        this.#byAddress.set(place.address, path);
    }
    for (const [path, place] of this.places) {
      if (place.address === null) continue;
      for (const alias of digests.get(path)?.aliases ?? []) {
        const address = this.#site.addressOfAlias(alias, place.address);
        if (!this.#aliases.has(address)) this.#aliases.set(address, path);
      }
    }
  }

  #filesNow(): Map<string, string> {
    this.#files ??= this.#indexFiles();
    return this.#files;
  }

  #indexFiles(): Map<string, string> {
    const found = new Map<string, string>();
    const config = this.#config;
    for (const [path, { kind, files: address }] of this.places) {
      if (kind !== 'section' && kind !== 'leaf') continue;
      this.#folders.set(folderOf(belowContent(path, config.content)), address);
    }
    for (const { folder, paths, isContent } of this.#served()) {
      for (const path of paths) {
        const below = folder === '' ? `/${path}` : path.slice(folder.length);
        const address = isContent ? this.#publishedAt(below) : below;
        if (address !== null && !found.has(address)) found.set(address, path);
      }
    }
    return found;
  }

  /** A file in content goes with the nearest page that has a folder of its own. */
  #publishedAt(below: string): string | null {
    for (let slash = below.lastIndexOf('/'); slash >= 0; slash = below.lastIndexOf('/', slash - 1)) {
      const address = this.#folders.get(below.slice(0, slash + 1));
      if (address !== undefined) return address === null ? null : address + below.slice(slash + 1);
      if (slash === 0) break;
    }
    return below;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function noPlace(kind: 'include' | 'redirects' | 'data'): Place {
  return { kind, address: null, unbuilt: kind, logical: null, folder: '/', files: null };
}

function lowerKeys(map: ReadonlyMap<string, string>): Map<string, string> {
  const lower = new Map<string, string>();
  for (const [key, value] of map) if (!lower.has(key.toLowerCase())) lower.set(key.toLowerCase(), value);
  return lower;
}
