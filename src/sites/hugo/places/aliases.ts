import type { HandbookConfig } from '../../../config/config.ts';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { PageValues } from '../../../config/page-values.ts';
import { folderPrefix } from '../../../files/paths.ts';
import type { Place } from '../../../model/place.ts';
import { cleanPath } from '../paths.ts';
import { changes, isSince } from '../version.ts';
import { kindOfPlace, parentAddress } from './addresses.ts';
import { addressOfFormat, formatsOfPage, hasHtml } from './formats.ts';

/** An alias as an address; a relative one starts from the folder above the page. */
export function addressOfAlias(
  alias: string,
  { address: pageAddress, language, folder }: Pick<Place, 'address' | 'language' | 'folder'>,
  { hugo }: Pick<HandbookConfig, 'hugo'>,
): string {
  const form = aliasForm(folder, language, hugo);
  const base = alias.startsWith('/') ? form.prefix : parentAddress(pageAddress ?? '/');
  const path = cleanPath(`${base}/${alias}`);
  if (path.endsWith('/index.html')) return folderPrefix(path);
  if (path === '/' || path.endsWith('.html') || (form.takesHtm && path.endsWith('.htm'))) return path;
  return form.isUgly ? `${path}.html` : `${path}/`;
}

/**
 * The old addresses that a page claims, and once more in the folder of each other format that is HTML, as AMP is; there the relative
 * ones too since 0.155.0. A page that is not written as HTML has none. Run with 0.131, 0.167 and 0.169.
 */
export function aliasesOf(values: PageValues, place: Place | undefined, settings: HugoSettings): readonly string[] {
  const { aliases = [], outputs } = values;
  const address = place?.address ?? null;
  if (place === undefined || address === null) return aliases;
  const kind = kindOfPlace(place, settings);
  const html = settings.formats.find(({ name, path }) => name === 'html' && path === '');
  if (html !== undefined) return aliases.map((alias) => namedLike(alias, html.file, settings.version));
  const formats = formatsOfPage(kind, outputs, settings).filter(
    ({ file, path }) => path !== '' && file.endsWith('.html'),
  );
  if (formats.length === 0 && (settings.formats.length === 0 || hasHtml(kind, outputs, settings))) return aliases;
  const rooted = aliases.filter((alias) => alias.startsWith('/'));
  const relative = aliases.filter((alias) => !alias.startsWith('/'));
  const again = formats.flatMap(({ path }) => rooted.map((alias) => `/${path}${alias}`));
  // Its own address is in one of these folders.
  if (!hasHtml(kind, outputs, settings)) return formats.length === 0 ? [] : [...relative, ...again];
  if (!isSince(settings.version, changes.aliasesBelowLanguage)) return [...aliases, ...again];
  const prefix = aliasForm(place.folder, place.language, settings).prefix;
  const folders = formats.map((format) => addressOfFormat(address, format, settings, kind).slice(prefix.length));
  return [
    ...aliases,
    ...again,
    ...folders.flatMap((own) => relative.map((alias) => parentAddress(folderPrefix(own)) + alias)),
  ];
}

/** Where HTML has another name than `index.html`, old addresses have it too. */
function namedLike(alias: string, file: string, version: string): string {
  return isSince(version, changes.aliasSuffixes) && !/\.html?$/.test(alias) ? `${alias}/${file}` : alias;
}

/** How Hugo writes the old addresses of pages in a folder and a language. */
function aliasForm(folder: string, language: string | undefined, { languages, uglyUrls, version }: HugoSettings) {
  const own = language ? languages.find(({ name }) => name === language) : languages[0];
  const prefix = own?.prefix ?? '';
  const isBelow = isSince(version, changes.aliasesBelowLanguage);
  return {
    // Stands before one that begins with a slash: that of the page's language, since 0.155.0.
    prefix: isBelow ? prefix : '',
    isUgly:
      typeof uglyUrls === 'boolean'
        ? uglyUrls
        : isSince(version, changes.uglySections) && uglyUrls.includes(folder.split('/')[1] ?? ''),
    // One that ends in `.htm` is a file, as one that ends in `.html` always is.
    takesHtm: isSince(version, changes.aliasSuffixes),
  };
}
