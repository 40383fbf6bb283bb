import type { HandbookConfig } from '../../config/config.ts';
import type { HugoSettings } from '../../config/hugo-settings.ts';
import type { PageValues } from '../../config/page-values.ts';
import type { Place } from '../../model/place.ts';
import { parentAddress } from './addresses.ts';
import { formatsOfPage } from './config/outputs.ts';
import { changes, isSince } from './config/version.ts';

/** An alias as an address; a relative one starts from the folder above the page. */
export function addressOfAlias(
  alias: string,
  { address: pageAddress, language, folder }: Pick<Place, 'address' | 'language' | 'folder'>,
  { hugo }: Pick<HandbookConfig, 'hugo'>,
): string {
  const form = aliasForm(folder, language, hugo);
  const base = alias.startsWith('/') ? form.prefix : parentAddress(pageAddress ?? '/');
  const kept: string[] = [];
  for (const segment of `${base}/${alias}`.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const isIndex = kept.at(-1) === 'index.html';
  if (isIndex) kept.pop();
  const path = `/${kept.join('/')}`;
  if (isIndex) return path === '/' ? path : `${path}/`;
  if (path === '/' || path.endsWith('.html') || (form.takesHtm && path.endsWith('.htm'))) return path;
  return form.isUgly ? `${path}.html` : `${path}/`;
}

/**
 * The old addresses that a page claims: those of front matter, and those that begin with a slash once more in the folder of each
 * format that is HTML as well, as AMP is. Run with 0.131 and 0.169.
 */
export function aliasesOf(values: PageValues, place: Place | undefined, settings: HugoSettings): readonly string[] {
  const { aliases = [], outputs } = values;
  if (aliases.length === 0 || place === undefined) return aliases;
  const formats = formatsOfPage(place.kind === 'section' ? 'section' : 'page', outputs, settings);
  const inFormats = formats.filter(({ file, path }) => path !== '' && file.endsWith('.html'));
  const rooted = aliases.filter((alias) => alias.startsWith('/'));
  return [...aliases, ...inFormats.flatMap(({ path }) => rooted.map((alias) => `/${path}${alias}`))];
}

/** How a site writes the old addresses of a page. */
interface AliasForm {
  /** What stands before one that begins with a slash: that of the page's language, since 0.155.0. */
  readonly prefix: string;
  readonly isUgly: boolean;
  /** Whether one that ends in `.htm` is a file, as one that ends in `.html` always is. */
  readonly takesHtm: boolean;
}

/** How Hugo writes the old addresses of pages in a language. */
function aliasForm(
  folder: string,
  language: string | undefined,
  { languages, uglyUrls, version }: HugoSettings,
): AliasForm {
  const own = language ? languages.find(({ name }) => name === language) : languages[0];
  const prefix = own?.prefix ?? '';
  const isBelow = isSince(version, changes.aliasesBelowLanguage);
  return {
    prefix: isBelow ? prefix : '',
    isUgly:
      typeof uglyUrls === 'boolean'
        ? uglyUrls
        : isSince(version, changes.uglySections) && uglyUrls.includes(folder.split('/')[1] ?? ''),
    takesHtm: isSince(version, changes.aliasSuffixes),
  };
}
