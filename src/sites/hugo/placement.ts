import type { HandbookConfig } from '../../config/config.ts';
import type { HugoSettings } from '../../config/hugo-settings.ts';
import type { PageValues } from '../../config/page-values.ts';
import { endingOf, folderPrefix, isLeftover, withoutEnding } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import { lookupKey, type Place, type Placement, type SiteFiles } from '../../model/place.ts';
import { addressOfPath, bareSlug, type PathContext, placeInHugo } from './addresses.ts';
import { aliasesOf } from './aliases.ts';
import { Cascades } from './cascade.ts';
import { locate } from './config/mounts.ts';
import { changes, isSince } from './config/version.ts';
import { type ContentFile, contentFiles, publishedIn } from './content-files.ts';
import { type List, Lists } from './lists.ts';
import { madeFiles } from './made-files.ts';
import { mayBeMade } from './may-be-made.ts';
import { isContentEnding } from './paths.ts';

export function isPage(path: string): boolean {
  return !isLeftover(path) && isContentEnding(endingOf(path));
}

/** Places all content files, since bundles and what sections hand down decide where a page is. */
export function place(
  files: SiteFiles,
  summaries: ReadonlyMap<string, PageSummary>,
  { hugo }: HandbookConfig,
): Placement {
  const content = contentFiles(files.content, hugo);
  const found: PlacedPages = {
    places: new Map(),
    values: new Map(),
    lists: new Map(),
    folders: new Map(),
    unpublished: [],
    bundles: new Set(),
  };
  for (const { name } of hugo.languages) {
    const own = content.filter(({ language }) => language === name);
    new LanguagePlacement(name, own, summaries, { ...hugo, ...hugo.byLanguage[name] }).place(found);
  }
  const { places, values, lists, folders } = found;
  const adapters = (files.adapters ?? []).flatMap((path) => {
    const below = locate(path, hugo.mounts)?.below;
    return below === undefined ? [] : [folderPrefix(below).toLowerCase()];
  });
  // A file that is mounted once more, by its name, is a page there too.
  const copies = hugo.mounts
    .filter(({ source, below }) => isContentEnding(endingOf(source)) && locate(source, hugo.mounts)?.below !== below)
    .map(({ below }) => withoutEnding(below));
  const pages = [...lists].filter(([, { hasPage }]) => hasPage);
  const automatic = new Set(pages.map(([, { address }]) => address));
  const isSection = new Set([...places.values()].flatMap(({ kind, address }) => (kind === 'section' ? [address] : [])));
  return {
    places,
    automatic,
    sentOn: toHome(hugo),
    automaticPaths: new Map(pages.map(([key, { address }]) => [key, address])),
    made: madeFiles(places, lists.values(), values, hugo),
    aliasesOf: (path) => aliasesOf(values.get(path) ?? {}, places.get(path), hugo),
    unknownPrefixes: hugo.languages.flatMap(({ prefix }) =>
      [...adapters.map((folder) => folder.slice(0, -1) || '/'), ...copies].map(
        (path) => prefix + addressOfPath(path, hugo),
      ),
    ),
    adapters,
    mayBeMade: mayBeMade(hugo, {
      isList: (address) => automatic.has(address) || isSection.has(address),
      tops: new Set(content.map(({ below }) => below.split('/', 2)[1]!.toLowerCase())),
      onDemand: {
        files: new Set([...files.assets].flatMap((path) => locate(path, hugo.assetMounts)?.below ?? [])),
        folders: found.unpublished,
      },
    }),
    published: publishedIn(folders, found.bundles, hugo),
  };
}

/** The home page of the main language, under its language or at the top. */
function toHome({ languages, redirectsHome }: HugoSettings): ReadonlyMap<string, string> {
  const [main] = languages;
  if (main === undefined || !redirectsHome) return new Map();
  if (main.prefix !== '') return new Map([['/', `${main.prefix}/`]]);
  return new Map(languages.length > 1 ? [[`/${main.name}/`, '/']] : []);
}

interface PlacedPages {
  readonly places: Map<string, Place>;
  /** What pages say of themselves or inherit. */
  readonly values: Map<string, PageValues>;
  readonly lists: Map<string, List>;
  /** Where the files of a folder are published, by `lookupKey`; `null`: nowhere. */
  readonly folders: Map<string, string | null>;
  /** Addresses of folders whose files are not published by themselves. */
  readonly unpublished: string[];
  /** Folders that are one page's, in any language. */
  readonly bundles: Set<string>;
}

/** The pages of one language. */
class LanguagePlacement {
  /** `''` for the main one. */
  readonly #language: string;
  readonly #name: string;
  readonly #prefix: string;
  readonly #files: readonly ContentFile[];
  readonly #summaries: ReadonlyMap<string, PageSummary>;
  readonly #settings: HugoSettings;
  readonly #bundles = new Set<string>();
  readonly #belowBundles = new Map<string, boolean>();
  readonly #sections = new Map<string, PageValues>();
  readonly #shadowed = new Set<string>();
  readonly #cascades = new Cascades();
  readonly #titleOf = (folder: string): string => this.#sections.get(folder)?.title ?? '';
  /** `null` while no section has a slug that counts. */
  #slugOf: ((folder: string) => string | undefined) | null = null;

  constructor(
    language: string,
    files: readonly ContentFile[],
    summaries: ReadonlyMap<string, PageSummary>,
    settings: HugoSettings,
  ) {
    this.#name = language;
    this.#language = language === settings.languages[0]?.name ? '' : language;
    this.#prefix = settings.languages.find(({ name }) => name === language)?.prefix ?? '';
    this.#files = files;
    this.#summaries = summaries;
    this.#settings = settings;
  }

  place({ places, values, lists, folders, unpublished, bundles }: PlacedPages): void {
    this.#readFolders();
    const made = new Lists(lists, this.#settings, { language: this.#language, prefix: this.#prefix });
    made.addTaxonomies();
    for (const { path, below } of this.#files) {
      const own = this.#summaries.get(path) ?? {};
      const all = this.#cascades.apply(below, own, this.#name);
      const place = placeInHugo(below, all, this.#around(below, all), this.#settings);
      values.set(path, all);
      const isUnpublished = all.build?.publishesFiles === false;
      const folder = this.#folderOfPage(below, place);
      if (folder !== null) folders.set(lookupKey(folder, this.#language), isUnpublished ? null : place.files);
      if (isUnpublished && place.files !== null) unpublished.push(place.files);
      if (folder !== null) bundles.add(folder);
      places.set(path, place);
    }
    made.addHome(folders, this.#sections.has('/'));
    const tops = new Set(this.#files.map(({ below }) => below.slice(0, below.indexOf('/', 1) + 1)));
    for (const top of tops)
      if (top !== '' && !this.#sections.has(top) && !this.#bundles.has(top)) made.addSection(top, folders);
    for (const { path } of this.#files) {
      const place = places.get(path);
      // What a file asks for, Hugo does not make by itself.
      if (place?.logical != null) lists.delete(lookupKey(place.logical, this.#language));
      const isCounted = place?.address != null || values.get(path)?.build?.render === 'link';
      if (isCounted) made.addTermsOf(values.get(path)?.terms);
    }
  }

  #readFolders(): void {
    const sections = new Map<string, ContentFile>();
    this.#cascades.add('/', this.#settings.cascades);
    for (const file of this.#files) {
      const folder = folderPrefix(file.below);
      if (isBundleFile(file.below)) this.#bundles.add(folder);
      if (!file.below.startsWith('_index.', folder.length)) continue;
      sections.set(folder, file);
      this.#cascades.add(file.below, this.#summaries.get(file.path)?.cascade ?? []);
    }
    for (const folder of sections.keys()) {
      if (!this.#bundles.has(folder)) continue;
      if (isSince(this.#settings.version, changes.leafBeforeBranch)) sections.delete(folder);
      else if (this.#bundles.delete(folder)) this.#shadowed.add(folder);
    }
    for (const [folder, { path, below }] of sections)
      this.#sections.set(folder, this.#cascades.apply(below, this.#summaries.get(path) ?? {}, this.#name));
    // Since 0.166.0 the slug of a section is part of the addresses of all below.
    const hasSlugs = [...this.#sections.values()].some(bareSlug);
    if (hasSlugs && isSince(this.#settings.version, changes.sectionSlugs))
      this.#slugOf = (folder) => bareSlug(this.#sections.get(folder) ?? {}) || undefined;
  }

  #around(below: string, { url }: PageValues): PathContext {
    const own = folderPrefix(below);
    const isShadowed = isBundleFile(below) && this.#shadowed.has(own);
    return {
      inLeafBundle: isShadowed || (this.#bundles.size > 0 && this.#isInBundle(below)),
      language: this.#language,
      prefix: this.#prefix,
      slugOf: this.#slugOf,
      sections: this.#settings.permalinks.length > 0 || url?.includes(':') ? this.#sectionsOf(below) : [],
      titleOf: this.#titleOf,
    };
  }

  /** The sections that a page lies in, from the top: the first folder, and those that have a page of their own. */
  #sectionsOf(below: string): readonly string[] {
    const isFolder = /\/_?index\.[^/]*$/.test(below);
    const parts = folderPrefix(below).split('/').filter(Boolean);
    const isLeaf = isFolder && isBundleFile(below);
    const count = parts.length - (isLeaf ? 1 : 0);
    let last = 0;
    for (let at = 1; at <= count; at++)
      if (at === 1 || this.#sections.has(`/${parts.slice(0, at).join('/')}/`)) last = at;
    return parts.slice(0, last);
  }

  /** The folder whose files are the page's: of `a.md` those below `a/`, unless that folder has a page itself. Run with 0.131 and 0.169. */
  #folderOfPage(below: string, { kind }: Place): string | null {
    if (kind === 'section' || kind === 'leaf') return folderPrefix(below);
    const named = `${below.slice(0, below.length - endingOf(below).length - 1)}/`;
    return kind === 'regular' && !this.#sections.has(named) && !this.#bundles.has(named) ? named : null;
  }

  #isInBundle(below: string): boolean {
    const own = folderPrefix(below);
    return (this.#bundles.has(own) && !isBundleFile(below)) || this.#isBelowBundle(own);
  }

  /** Whether a folder above this one is a bundle. */
  #isBelowBundle(folder: string): boolean {
    let known = this.#belowBundles.get(folder);
    if (known === undefined) {
      const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
      known = this.#bundles.has(above) || (above !== folder && this.#isBelowBundle(above));
      this.#belowBundles.set(folder, known);
    }
    return known;
  }
}

function isBundleFile(path: string): boolean {
  return path.startsWith('index.', path.lastIndexOf('/') + 1);
}
