import type { HugoSettings, Outputs } from '../../../config/hugo-settings.ts';
import type { PageValues } from '../../../config/page-values.ts';
import { folderOf, folderPrefix, nameOf } from '../../../files/paths.ts';
import type { Place } from '../../../model/place.ts';
import { cleanPath, isUntouched, logicalPath, lowerCase, sanitizePath, sanitizeWords } from '../paths.ts';
import { changes, isSince } from '../version.ts';
import { dateOf, slugInName } from './dates-in-names.ts';
import { addressOfFormat, formatsOfPage, hasHtml } from './formats.ts';
import { expandPattern, type PermalinkPage, ruleFor, urlize } from './permalinks.ts';

/** What a page is told by where it lies, besides the values that it inherits. */
export interface PathContext {
  readonly inLeafBundle: boolean;
  readonly language: string;
  /** What stands before the addresses of its language: `/de`, or `''`. */
  readonly prefix: string;
  /** The slug of the section at a folder (`/b/`) that moves all below it; `null` where no section has one. */
  readonly slugOf: ((folder: string) => string | undefined) | null;
  readonly titleOf: (folder: string) => string;
  /** The sections that it lies in, from the top; for `permalinks` only. */
  readonly sections: readonly string[];
}

/** A content file's place in a Hugo site. `below` is its path in the content folder: `/b/page.md`. */
export function placeInHugo(below: string, values: PageValues, around: PathContext, settings: HugoSettings): Place {
  const slash = below.lastIndexOf('/');
  const folder = below.slice(0, slash) || '/';
  const name = below.slice(slash + 1);
  const bare = name.slice(0, name.lastIndexOf('.'));
  const language = around.language === settings.languages[0]?.name ? '' : around.language;
  const nothing = { address: null, logical: null, files: null, language };
  if (around.inLeafBundle) return { ...nothing, kind: 'resource', unbuilt: 'in-leaf-bundle', folder };
  const kind = bare === '_index' ? 'section' : bare === 'index' ? 'leaf' : 'regular';
  const start = kind === 'leaf' ? folderOf(folder) || '/' : folder;
  const { builds } = settings;
  if (values.draft && !builds.drafts) return { ...nothing, kind, unbuilt: 'draft', folder: start };
  if ((values.from ?? 0) > Date.now() && !builds.future) return { ...nothing, kind, unbuilt: 'future', folder: start };
  if ((values.until ?? Number.POSITIVE_INFINITY) <= Date.now() && !builds.expired)
    return { ...nothing, kind, unbuilt: 'expired', folder: start };
  const ofKind = kind === 'section' ? kindOfList(below, settings) : 'page';
  const page: PageOfFile = { kind, ofKind, folder, bare, values, around, settings };
  const bareAddress = addressOf(page);
  const address = inItsFormat(bareAddress, ofKind, values.outputs, settings);
  const files = filesBelow(bareAddress.endsWith('/') && address.endsWith('.html') ? bareAddress : address);
  const logical = logicalPath(below);
  const unrendered: Place = { kind, address: null, unbuilt: 'unrendered', logical, folder: start, files, language };
  if (settings.disabledKinds.includes(ofKind)) {
    const hasFiles = kind !== 'section' && !isSince(settings.version, changes.disabledWithoutFiles);
    // Lists are still found, but those of terms. Run with 0.131 and 0.169.
    const isFound = kind === 'section' && ofKind !== 'term';
    return { ...unrendered, logical: isFound ? logical : null, files: hasFiles ? files : null };
  }
  if ((values.build?.render ?? 'always') !== 'always') return unrendered;
  return { kind, address, unbuilt: null, logical, folder: start, files, language };
}

/** Where a page is that is not written as `index.html`: in its first format. */
export function inItsFormat(
  address: string,
  kind: keyof Outputs,
  outputs: readonly string[] | undefined,
  settings: HugoSettings,
): string {
  if (hasHtml(kind, outputs, settings)) return address;
  const [format] = formatsOfPage(kind, outputs, settings);
  return format ? addressOfFormat(address, format, settings, kind).replace(/\/index\.html$/, '/') : address;
}

/** What Hugo calls the page of a folder, by its path in content. */
export function kindOfList(
  path: string,
  { taxonomies }: Pick<HugoSettings, 'taxonomies'>,
): 'home' | 'section' | 'taxonomy' | 'term' {
  const folder = folderOf(path);
  const start = folder.startsWith('/') ? 1 : 0;
  if (start === folder.length) return 'home';
  const end = folder.indexOf('/', start);
  if (!taxonomies.includes(folder.slice(start, end < 0 ? undefined : end))) return 'section';
  return end < 0 ? 'taxonomy' : 'term';
}

/** What Hugo calls a page that is placed. */
export function kindOfPlace(
  { kind, logical }: Pick<Place, 'kind' | 'logical'>,
  settings: Pick<HugoSettings, 'taxonomies'>,
): ReturnType<typeof kindOfList> | 'page' {
  return kind === 'section' ? kindOfList(`${logical === '/' ? '' : logical}/_`, settings) : 'page';
}

interface PageOfFile {
  readonly kind: 'section' | 'leaf' | 'regular';
  readonly ofKind: keyof Outputs;
  readonly folder: string;
  /** The file's name without its ending. */
  readonly bare: string;
  readonly values: PageValues;
  readonly around: PathContext;
  readonly settings: HugoSettings;
}

/** `/b/page.html` has its files below `/b/page/`. */
export function filesBelow(address: string): string {
  return address.endsWith('.html') ? `${address.slice(0, -5)}/` : folderPrefix(address);
}

function addressOf(page: PageOfFile): string {
  const { kind, folder, bare, values, around, settings } = page;
  const { prefix } = around;
  const isHome = kind === 'section' && folder === '/';
  if (values.url !== undefined && !isHome) return addressOfUrl(values.url, page);
  const isList = kind === 'section';
  const expanded = isHome ? undefined : permalinkOf(page);
  const section = sectionOf(page);
  if (expanded !== undefined) return prefix + addressOfPath(expanded, settings, isList ? 'list' : 'page', section);
  if (isList) return prefix + addressOfPath(movedFolder(folder, around), settings, 'list', section);
  const own = kind === 'leaf' ? nameOf(folder) : bare;
  const above = kind === 'leaf' ? folderOf(folder) : folder;
  const name = sanitizeWords(bareSlug(values) ?? '') || slugInName(own, values, settings) || own;
  const path = `${movedFolder(above, around)}/${name}`;
  return prefix + addressOfPath(cleanPath(path), settings, 'page', section);
}

/** The first folder that the page lies in, by which `uglyURLs` names sections; a bundle at the top lies in none. */
function sectionOf({ kind, folder }: Pick<PageOfFile, 'kind' | 'folder'>): string {
  const end = folder.indexOf('/', 1);
  if (end < 0) return kind === 'leaf' ? '' : folder.slice(1);
  return folder.slice(1, end);
}

/** A slug without the hyphens around it, which Hugo leaves out. Run with 0.131 and 0.169. */
export function bareSlug({ slug }: Pick<PageValues, 'slug'>): string | undefined {
  return slug?.replace(/^-{1,64}|-{1,64}$/g, '');
}

/** A folder with the slugs of its sections. */
function movedFolder(folder: string, { slugOf }: PathContext): string {
  if (slugOf === null) return folder;
  let [path, moved] = ['/', ''];
  for (const part of folder.split('/').filter(Boolean)) {
    path += `${part}/`;
    moved += `/${slugOf(path) ?? part}`;
  }
  return moved;
}

function permalinkOf(page: PageOfFile): string | undefined {
  const { kind, ofKind, folder, bare, settings } = page;
  if (settings.permalinks.length === 0) return undefined;
  const parts = folder.split('/').filter(Boolean);
  const folders = kind === 'leaf' ? parts.slice(0, -1) : parts;
  const path = logicalPath(`${folder === '/' ? '' : folder}/${bare}`);
  const rule = ruleFor(settings.permalinks, { kind: ofKind, path, folders }, settings.version);
  const filled = rule && expandPattern(rule.pattern, tokensOf(page));
  return filled ? pathFilled(filled, settings) : undefined;
}

function tokensOf({ kind, folder, bare, values, around, settings }: PageOfFile): PermalinkPage {
  const { sections } = around;
  const own = kind === 'regular' ? bare : nameOf(folder);
  const slug = bareSlug(values) || slugInName(bare === '_index' ? bare : own, values, settings) || undefined;
  return {
    date: dateOf(bare === '_index' ? bare : own, values, settings),
    title: titleIn(values.title ?? '', settings),
    slug,
    name: own,
    sections: sections.map((name) => spelt(name, settings)),
    sectionSlugs: sections.map((_, at) => {
      const section = `/${sections.slice(0, at + 1).join('/')}/`;
      return urlize(around.slugOf?.(section) ?? titleIn(around.titleOf(section), settings));
    }),
    isSection: kind === 'section',
    keepsCase: settings.disablePathToLower,
  };
}

/** A title as addresses are made from it. */
function titleIn(title: string, { version }: HugoSettings): string {
  return isSince(version, changes.titlesWithoutSlash) ? title.replaceAll('/', '-') : title;
}

/** A section, the home page or a list of terms; the list of one term's pages; or a page. */
type AddressKind = 'list' | 'term' | 'page';

/** Hugo reads a filled pattern as part of a query: `a-+-b` becomes `a--b`, and `c++/` at the end `c-`, or `c` where it is cleaned first. Run with 0.131, 0.167 and 0.169. */
export function pathFilled(filled: string, { version }: HugoSettings): string {
  if (!filled.includes('+')) return cleanPath(filled);
  const bare = isSince(version, changes.permalinksCleaned) ? cleanPath(filled) : filled;
  return cleanPath(sanitizeWords(bare.replaceAll('+', ' ')));
}

/** `/B/My page` as Hugo publishes it: `/b/my-page/`, or `/b/my-page.html`. */
export function addressOfPath(
  path: string,
  settings: HugoSettings,
  kind: AddressKind = 'list',
  section: string = path.split('/')[1] ?? '',
): string {
  // Of a name that is all signs nothing is left: its page is at the folder's address.
  const clean = isUntouched(path) ? path : cleanPath(spelt(path, settings));
  if (clean === '/' || clean === '') return '/';
  return isUgly(section, settings, kind) ? `${clean}.html` : `${clean}/`;
}

/** Lists but those of terms have addresses of folders since 0.148.0; sections can differ since 0.136.0. */
function isUgly(section: string, { uglyUrls, version }: HugoSettings, kind: AddressKind): boolean {
  if (uglyUrls === false || (kind === 'list' && isSince(version, changes.listsInFolders))) return false;
  if (uglyUrls === true) return true;
  return isSince(version, changes.uglySections) && uglyUrls.includes(section.toLowerCase());
}

/** A path as Hugo spells it in addresses. */
function spelt(path: string, settings: HugoSettings): string {
  // Where letters keep their case, blanks are not made hyphens first. Run with 0.131 and 0.169.
  let clean = settings.disablePathToLower ? sanitizeWords(path) : sanitizePath(path);
  if (settings.removePathAccents)
    clean = clean
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC');
  return settings.disablePathToLower ? clean : lowerCase(clean);
}

/** A `url` is kept as written, but for the tokens that it may hold; one without a leading slash is below its language. */
function addressOfUrl(url: string, page: PageOfFile): string {
  const filled = url.includes(':') ? (expandPattern(url, tokensOf(page))?.replaceAll('+', ' ') ?? url) : url;
  const { prefix } = page.around;
  const kept = cleanPath(filled.replace(/\/index\.html$/, '/'));
  const isSpelt = page.kind === 'section' && !isSince(page.settings.version, changes.urlsAsWritten);
  const path = isSpelt ? spelt(kept, page.settings) : kept;
  const whole = filled.startsWith('/') || path.startsWith(`${prefix}/`) ? path : prefix + path;
  const isFile = !filled.endsWith('/') && nameOf(path).includes('.') && !filled.endsWith('/index.html');
  return isFile || whole === '/' ? whole : `${whole}/`;
}

/** `/a/` for `/a/b/`; `/` for itself. */
export function parentAddress(address: string): string {
  return address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
}
