import { addressOfAlias, addressOfPath, type Place, placeInHugo, placeInPlain } from './addresses.ts';
import type { HandbookConfig } from './config.ts';
import type { Digest } from './digest.ts';
import { endingOf, isContentEnding, logicalPath } from './hugo-paths.ts';
import { IncludeGraph } from './include-graph.ts';
import { type Redirect, RedirectTable } from './redirects.ts';

/** What there is before anything is read. Paths are relative to the root and sorted. */
export interface SiteFiles {
  readonly content: readonly string[];
  readonly includes: readonly string[];
  readonly redirects: readonly string[];
  /** Everything in static and content folders that is no page, by folder. */
  readonly served: readonly {
    readonly folder: string;
    readonly paths: readonly string[];
    readonly isContent: boolean;
  }[];
  readonly assets: ReadonlySet<string>;
}

/** Every address of the site, and what it leads to: paths only, so that it outlives a change of a page's text. */
export class SiteIndex {
  readonly places = new Map<string, Place>();
  readonly includes: IncludeGraph;
  readonly redirects: RedirectTable;
  readonly #byAddress = new Map<string, string>();
  readonly #byLogical = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #automatic = new Set<string>();
  readonly #files = new Map<string, string>();
  #lowerAddresses: Map<string, string> | null = null;
  #lowerFiles: Map<string, string> | null = null;

  constructor(
    config: HandbookConfig,
    files: SiteFiles,
    digests: ReadonlyMap<string, Digest>,
    redirects: readonly Redirect[],
  ) {
    this.redirects = new RedirectTable(redirects);
    if (config.site === 'hugo') this.#placeHugo(config, files, digests);
    else for (const path of files.content) this.places.set(path, placeInPlain(`/${path}`));
    for (const path of files.includes) this.places.set(path, noPlace('include'));
    for (const path of files.redirects) this.places.set(path, noPlace('redirects'));
    this.#indexPages(digests);
    this.#indexFiles(files);
    if (config.site === 'hugo') this.#addAutomatic(config, digests);
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
    return this.#byLogical.get(path) ?? this.#byLogical.get(logicalPath(path));
  }

  alias(address: string): string | undefined {
    return this.#aliases.get(address) ?? this.#aliases.get(`${address}/`);
  }

  isAutomatic(address: string): boolean {
    return this.#automatic.has(address.endsWith('/') ? address : `${address}/`);
  }

  fileAt(address: string): string | undefined {
    return this.#files.get(address);
  }

  fileAtIgnoringCase(address: string): string | undefined {
    if (this.#files.has(address)) return address;
    if (!this.#lowerFiles) {
      this.#lowerFiles = new Map();
      for (const known of this.#files.keys()) this.#lowerFiles.set(known.toLowerCase(), known);
    }
    return this.#lowerFiles.get(address.toLowerCase());
  }

  files(): Iterable<string> {
    return this.#files.keys();
  }

  #placeHugo(config: HandbookConfig, files: SiteFiles, digests: ReadonlyMap<string, Digest>): void {
    const bundles = new Set<string>();
    const unrendered: string[] = [];
    for (const path of files.content) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      if (/\/index\.[a-z]+$/.test(path)) bundles.add(folder);
      if (digests.get(path)?.cascadesUnrendered) unrendered.push(folder);
    }
    for (const path of files.content) {
      const root = config.content.find((folder) => path.startsWith(folder === '' ? '' : `${folder}/`)) ?? '';
      const around = {
        inLeafBundle: bundles.size > 0 && isInBundle(path, bundles),
        unrendered: unrendered.some((folder) => path.startsWith(folder) && !path.startsWith(`${folder}_index.`)),
      };
      const below = root === '' ? `/${path}` : path.slice(root.length);
      this.places.set(path, placeInHugo(below, digests.get(path) ?? {}, around, config.hugo));
    }
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
        const address = addressOfAlias(alias, place.address);
        if (!this.#aliases.has(address)) this.#aliases.set(address, path);
      }
    }
  }

  #indexFiles(files: SiteFiles): void {
    const folders = new Map<string, string>();
    for (const place of this.places.values()) {
      // A page with an address of its own choice takes its files along.
      if (place.kind === 'leaf' && place.address !== null && place.logical !== null)
        folders.set(place.logical, place.address);
    }
    for (const { folder, paths, isContent } of files.served) {
      for (const path of paths) {
        const address = folder === '' ? `/${path}` : path.slice(folder.length);
        const published = isContent ? movedWith(address, folders) : address;
        if (!this.#files.has(published)) this.#files.set(published, path);
      }
    }
  }

  #addAutomatic(config: HandbookConfig, digests: ReadonlyMap<string, Digest>): void {
    this.#automatic.add('/');
    for (const name of config.hugo.taxonomies) this.#automatic.add(addressOfPath(`/${name}`, config.hugo));
    for (const [path, place] of this.places) {
      if (place.address === null) continue;
      const top = /^\/[^/]+/.exec(place.folder);
      if (top) this.#automatic.add(addressOfPath(top[0], config.hugo));
      for (const [name, terms] of Object.entries(digests.get(path)?.terms ?? {}))
        for (const term of terms)
          this.#automatic.add(addressOfPath(`/${name}/${term.replaceAll('/', '-')}`, config.hugo));
    }
    for (const address of this.#byAddress.keys()) this.#automatic.delete(address);
  }
}

/** Whether a content file becomes a page. */
export function isPageFile(path: string, site: HandbookConfig['site']): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.') || name.startsWith('#') || name.endsWith('~')) return false;
  const ending = endingOf(path);
  return site === 'plain' ? ending === 'md' || ending === 'markdown' : isContentEnding(ending);
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  const own = path.lastIndexOf('/') + 1;
  if (bundles.has(path.slice(0, own)) && !/^index\./.test(path.slice(own))) return true;
  for (let slash = path.lastIndexOf('/', own - 2); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (bundles.has(path.slice(0, slash + 1))) return true;
    if (slash === 0) break;
  }
  return false;
}

function movedWith(address: string, folders: ReadonlyMap<string, string>): string {
  for (let slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1)) {
    const moved = folders.get(logicalPath(address.slice(0, slash)));
    if (moved !== undefined) return moved + address.slice(slash + 1);
  }
  return address;
}

function noPlace(kind: 'include' | 'redirects'): Place {
  return { kind, address: null, unbuilt: kind, logical: null, folder: '/' };
}

function lowerKeys(map: ReadonlyMap<string, string>): Map<string, string> {
  const lower = new Map<string, string>();
  for (const [key, value] of map) if (!lower.has(key.toLowerCase())) lower.set(key.toLowerCase(), value);
  return lower;
}
