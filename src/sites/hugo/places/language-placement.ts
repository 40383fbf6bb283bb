import { getOrInsert } from '../../../collections/get-or-insert.ts';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { PageValues } from '../../../config/page-values.ts';
import { folderOf, folderPrefix, nameOf, withoutEnding } from '../../../files/paths.ts';
import type { PageSummary } from '../../../model/page-summary.ts';
import { lookupKey, type Place } from '../../../model/place.ts';
import { isIndex, logicalPath } from '../paths.ts';
import { changes, isSince } from '../version.ts';
import { bareSlug, kindOfPlace, type PathContext, placeInHugo } from './addresses.ts';
import { Cascades } from './cascade.ts';
import type { ContentFile } from './content-files.ts';
import { type List, Lists, titleOfFolder } from './lists.ts';
import { madeFiles, type PageOutputs } from './made-files.ts';

/** What is known of all pages once those of each language are placed. */
export interface PlacedPages {
  readonly places: Map<string, Place>;
  /** What pages with old addresses say of themselves or inherit. */
  readonly aliased: Map<string, PageValues>;
  readonly lists: Map<string, List>;
  /** Where the files of a folder are published, by `lookupKey`; `null`: nowhere. */
  readonly folders: Map<string, string | null>;
  /** Addresses of files that Hugo makes besides pages. */
  readonly made: Set<string>;
  /** Addresses of folders whose files are not published by themselves. */
  readonly unpublished: string[];
  /** Folders that are one page's, in any language; of a site in one language there need be none. */
  readonly bundles: Set<string>;
}

/** Places the pages of one language. */
export class LanguagePlacement {
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
  /** What folders at the top inherit that have a page although no file asks for it. */
  readonly #automatic = new Map<string, PageValues>();
  readonly #shadowed = new Set<string>();
  /** Folders that are one page's in any language, so that nothing in them is a page in this one either. */
  readonly #bundlesOfAll: ReadonlySet<string>;
  readonly #cascades: Cascades;
  readonly #titleOf = (folder: string): string => this.#section(folder)?.title ?? '';
  /** `null` while no section has a slug that counts. */
  #slugOf: ((folder: string) => string | undefined) | null = null;

  constructor(
    language: string,
    files: readonly ContentFile[],
    bundlesOfAll: ReadonlySet<string>,
    summaries: ReadonlyMap<string, PageSummary>,
    settings: HugoSettings,
  ) {
    this.#bundlesOfAll = bundlesOfAll;
    this.#name = language;
    this.#language = language === settings.languages[0]?.name ? '' : language;
    this.#prefix = settings.languages.find(({ name }) => name === language)?.prefix ?? '';
    this.#files = files;
    this.#summaries = summaries;
    this.#settings = settings;
    this.#cascades = new Cascades(settings);
  }

  place({ places, aliased, lists: all, folders, made: files, unpublished, bundles }: PlacedPages): void {
    this.#readFolders();
    const lists = new Map<string, List>();
    const made = new Lists(lists, this.#settings, {
      language: this.#language,
      prefix: this.#prefix,
      inheritedPlace: (below) => this.#inheritedPlace(below),
    });
    made.addTaxonomies();
    const placed: { readonly place: Place; readonly isCopy: boolean; readonly of: PageValues }[] = [];
    for (const { path, below, isCopy } of this.#files) {
      const own = this.#summaries.get(path) ?? {};
      const all = this.#cascades.apply(below, own, this.#name);
      const place = placeInHugo(below, all, this.#around(below, all), this.#settings);
      if (!isCopy && all.aliases !== undefined) aliased.set(path, all);
      const isUnpublished = all.build?.publishesFiles === false;
      const folder = this.#folderOfPage(below, place);
      if (isUnpublished && place.files !== null) unpublished.push(place.files);
      if (folder !== null) {
        folders.set(lookupKey(folder, this.#language), isUnpublished ? null : place.files);
        if (this.#settings.languages.length > 1) bundles.add(folder);
      }
      if (isCopy) made.addCopy(kindOfPlace(place, this.#settings), place);
      else places.set(path, place);
      placed.push({ place, isCopy, of: all });
    }
    made.addHome(folders, this.#sections.has('/'));
    for (const [top, inherited] of this.#automatic) {
      const below = `${top}_index.md`;
      const place = placeInHugo(below, inherited, this.#around(below, inherited), this.#settings);
      made.addSection(top, place, inherited.outputs, folders);
    }
    const own: PageOutputs[] = [];
    for (const { place, isCopy, of } of placed) {
      const { terms, build, draft, outputs } = of;
      // What a file asks for, Hugo does not make by itself.
      if (place.logical !== null && !isCopy) lists.delete(lookupKey(place.logical, this.#language));
      const isPart =
        place.unbuilt === 'in-leaf-bundle' && !draft && isSince(this.#settings.version, changes.termsOfParts);
      if (place.address !== null || build?.render === 'link' || isPart) made.addTermsOf(terms);
      if (!isCopy) own.push({ place, outputs });
    }
    // A folder with a file of its own has no other page, be that one a draft.
    for (const { path, below, isCopy } of this.#files) {
      if (isCopy || !isIndex(below, '_index')) continue;
      lists.delete(lookupKey(places.get(path)?.logical ?? logicalPath(below), this.#language));
    }
    for (const [key, list] of lists) all.set(key, list);
    for (const address of madeFiles(own, lists.values(), this.#settings)) files.add(address);
  }

  #readFolders(): void {
    const sections = new Map<string, ContentFile>();
    this.#cascades.add('/', this.#settings.cascades);
    for (const file of this.#files) {
      const folder = folderPrefix(file.below);
      if (isIndex(file.below, 'index')) this.#bundles.add(folder);
      if (!isIndex(file.below, '_index')) continue;
      sections.set(folder, file);
      this.#cascades.add(file.below, this.#summaries.get(file.path)?.cascade ?? []);
    }
    for (const folder of sections.keys()) {
      if (!this.#isBundle(folder)) continue;
      if (isSince(this.#settings.version, changes.leafBeforeBranch)) sections.delete(folder);
      else if (this.#bundles.delete(folder)) this.#shadowed.add(folder);
    }
    for (const [folder, { path, below }] of sections)
      this.#sections.set(folder, this.#cascades.apply(below, this.#summaries.get(path) ?? {}, this.#name));
    for (const { below } of this.#files) {
      const top = below.slice(0, below.indexOf('/', 1) + 1);
      if (top === '' || this.#sections.has(top) || this.#isBundle(top) || this.#automatic.has(top)) continue;
      const name = top.slice(1, -1);
      const title = this.#settings.pluralizesTitles ? titleOfFolder(name) : name;
      const values = this.#cascades.apply(`${top}_index.md`, { title }, this.#name);
      this.#automatic.set(top, values);
    }
    // Since 0.166.0 the slug of a section is part of the addresses of all below.
    const hasSlugs = [...this.#sections.values(), ...this.#automatic.values()].some(bareSlug);
    if (hasSlugs && isSince(this.#settings.version, changes.sectionSlugs))
      this.#slugOf = (folder) => bareSlug(this.#section(folder) ?? {}) || undefined;
  }

  /** Where a list of terms is by what it inherits; `null` when it inherits nothing. `below`: `/tags/_index.md`. */
  #inheritedPlace(below: string): Place | null {
    const values = this.#cascades.apply(below, {}, this.#name);
    if (Object.keys(values).length === 0) return null;
    const titled = { title: nameOf(folderOf(below)), ...values };
    return placeInHugo(below, titled, this.#around(below, titled), this.#settings);
  }

  #section(folder: string): PageValues | undefined {
    return this.#sections.get(folder) ?? this.#automatic.get(folder);
  }

  #around(below: string, { url }: PageValues): PathContext {
    const own = folderPrefix(below);
    const isShadowed = isIndex(below, 'index') && this.#shadowed.has(own);
    return {
      inLeafBundle: isShadowed || this.#isInBundle(below),
      language: this.#language,
      prefix: this.#prefix,
      slugOf: this.#slugOf,
      sections: this.#settings.permalinks.length > 0 || url?.includes(':') ? this.#sectionsOf(below) : [],
      titleOf: this.#titleOf,
    };
  }

  /** The sections that a page lies in, from the top: the first folder, and those that have a page of their own. */
  #sectionsOf(below: string): readonly string[] {
    const folder = folderOf(isIndex(below, 'index') ? folderOf(below) : below);
    const names = folder.split('/').filter(Boolean);
    const last = names.findLastIndex((_, at) => this.#sections.has(`/${names.slice(0, at + 1).join('/')}/`));
    return names.slice(0, Math.max(last, 0) + 1);
  }

  /** The folder whose files are the page's: of `a.md` those below `a/`, unless that folder has a page itself. Run with 0.131 and 0.169. */
  #folderOfPage(below: string, { kind }: Place): string | null {
    if (kind === 'section' || kind === 'leaf') return folderPrefix(below);
    const named = `${withoutEnding(below)}/`;
    return kind === 'regular' && !this.#sections.has(named) && !this.#bundles.has(named) ? named : null;
  }

  #isInBundle(below: string): boolean {
    const own = folderPrefix(below);
    return (this.#isBundle(own) && !isIndex(below, 'index')) || this.#isBelowBundle(own);
  }

  /** Whether a folder above this one is a bundle. */
  #isBelowBundle(folder: string): boolean {
    return getOrInsert(this.#belowBundles, folder, () => {
      const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
      return this.#isBundle(above) || (above !== folder && this.#isBelowBundle(above));
    });
  }

  #isBundle(folder: string): boolean {
    return this.#bundles.has(folder) || this.#bundlesOfAll.has(folder);
  }
}

/** The folders that are one page's in some language; before 0.153.0 unless one is a section's in any. Run with 0.131, 0.167 and 0.169. */
export function bundlesIn(content: readonly ContentFile[], version: string): ReadonlySet<string> {
  const folders = new Set(content.flatMap(({ below }) => (isIndex(below, 'index') ? [folderPrefix(below)] : [])));
  if (isSince(version, changes.leafBeforeBranch)) return folders;
  for (const { below } of content) if (isIndex(below, '_index')) folders.delete(folderPrefix(below));
  return folders;
}
