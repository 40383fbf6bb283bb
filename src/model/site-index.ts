import type { HandbookConfig } from '../config/config.ts';
import { addressOfAlias, addressOfPath, type Place, placeInHugo, placeInPlain } from '../sites/hugo/addresses.ts';
import { Cascades } from '../sites/hugo/cascade.ts';
import { endingOf, isContentEnding, logicalPath } from '../sites/hugo/paths.ts';
import type { Digest } from './digest.ts';
import { IncludeGraph } from './include-graph.ts';
import { type Redirect, RedirectTable } from './redirects.ts';

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

/** Every address of the site, and what it leads to: paths only, so that it outlives a change of a page's text. */
export class SiteIndex {
  readonly places = new Map<string, Place>();
  readonly includes: IncludeGraph;
  readonly redirects: RedirectTable;
  /** What others have worked out from it. */
  readonly memory = new Map<object, unknown>();
  readonly #byAddress = new Map<string, string>();
  readonly #byLogical = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #automatic = new Set<string>();
  readonly #config: HandbookConfig;
  readonly #served: SiteFiles['served'];
  #files: Map<string, string> | null = null;
  /** Where the files in a folder of content are published; `null`: nowhere. */
  readonly #folders = new Map<string, string | null>();
  readonly #shadowed = new Set<string>();
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
    for (const path of files.data) this.places.set(path, noPlace('data'));
    this.#indexPages(digests);
    this.#config = config;
    this.#served = files.served;
    if (config.site === 'hugo') this.#addTaxonomies(config, digests);
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

  #placeHugo(config: HandbookConfig, files: SiteFiles, digests: ReadonlyMap<string, Digest>): void {
    const below = new Map<string, string>();
    const bundles = new Set<string>();
    const sections = new Set<string>();
    const cascades = new Cascades();
    for (const path of files.content) {
      const inContent = belowContent(path, config.content);
      below.set(path, inContent);
      const name = inContent.lastIndexOf('/') + 1;
      if (inContent.startsWith('index.', name)) bundles.add(inContent.slice(0, name));
      if (!inContent.startsWith('_index.', name)) continue;
      sections.add(inContent.slice(0, name));
      const cascade = digests.get(path)?.cascade;
      if (cascade) cascades.add(inContent, cascade);
    }
    // Where both are, the folder's own page wins.
    for (const folder of sections) if (bundles.delete(folder)) this.#shadowed.add(folder);
    for (const [path, inContent] of below) {
      const digest = digests.get(path) ?? {};
      const isShadowed = this.#shadowed.size > 0 && isBundleFile(inContent) && this.#shadowed.has(folderOf(inContent));
      const inLeafBundle = isShadowed || (bundles.size > 0 && isInBundle(inContent, bundles));
      const around = { inLeafBundle, ...cascades.apply(inContent, digest) };
      this.places.set(path, placeInHugo(inContent, digest, around, config.hugo));
    }
    this.#topFolders(below.values(), sections, bundles, config);
  }

  /** A folder at the top has a page of its own even if no file asks for it, unless one says that it has none. */
  #topFolders(
    below: Iterable<string>,
    sections: ReadonlySet<string>,
    bundles: ReadonlySet<string>,
    config: HandbookConfig,
  ): void {
    this.#automatic.add('/');
    for (const inContent of below) {
      const top = inContent.slice(0, inContent.indexOf('/', 1) + 1);
      if (top === '' || sections.has(top) || bundles.has(top) || this.#folders.has(top)) continue;
      const address = addressOfPath(top.slice(0, -1), config.hugo);
      this.#automatic.add(address);
      this.#folders.set(top, address);
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

  #addTaxonomies(config: HandbookConfig, digests: ReadonlyMap<string, Digest>): void {
    for (const name of config.hugo.taxonomies) this.#automatic.add(addressOfPath(`/${name}`, config.hugo));
    for (const [path, place] of this.places) {
      if (place.address === null) continue;
      for (const [name, terms] of Object.entries(digests.get(path)?.terms ?? {}))
        for (const term of terms) this.#automatic.add(addressOfPath(`/${name}/${term}`, config.hugo));
    }
    for (const address of this.#automatic) if (this.#byAddress.has(address)) this.#automatic.delete(address);
  }
}

/** Whether a content file becomes a page. */
export function isPageFile(path: string, site: HandbookConfig['site']): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.') || name.startsWith('#') || name.endsWith('~')) return false;
  const ending = endingOf(path);
  return site === 'plain' ? ending === 'md' || ending === 'markdown' : isContentEnding(ending);
}

/** `content/b/x.md` as `/b/x.md`. */
function belowContent(path: string, folders: readonly string[]): string {
  for (const folder of folders) {
    if (folder === '') break;
    if (path.startsWith(folder) && path[folder.length] === '/') return path.slice(folder.length);
  }
  return `/${path}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isBundleFile(path: string): boolean {
  return path.startsWith('index.', path.lastIndexOf('/') + 1);
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  const own = folderOf(path);
  if (bundles.has(own) && !isBundleFile(path)) return true;
  for (let slash = own.lastIndexOf('/', own.length - 2); slash >= 0; slash = own.lastIndexOf('/', slash - 1)) {
    if (bundles.has(own.slice(0, slash + 1))) return true;
    if (slash === 0) break;
  }
  return false;
}

function noPlace(kind: 'include' | 'redirects' | 'data'): Place {
  return { kind, address: null, unbuilt: kind, logical: null, folder: '/', files: null };
}

function lowerKeys(map: ReadonlyMap<string, string>): Map<string, string> {
  const lower = new Map<string, string>();
  for (const [key, value] of map) if (!lower.has(key.toLowerCase())) lower.set(key.toLowerCase(), value);
  return lower;
}
