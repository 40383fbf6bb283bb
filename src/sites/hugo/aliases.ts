import type { HandbookConfig } from '../../config/config.ts';
import type { HugoSettings } from '../../config/hugo-settings.ts';
import type { Place } from '../../model/place.ts';
import { parentAddress } from './addresses.ts';
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
  if (kept.at(-1) === 'index.html') kept.pop();
  const path = `/${kept.join('/')}`;
  if (path === '/' || path.endsWith('.html') || (form.takesHtm && path.endsWith('.htm'))) return path;
  return form.isUgly ? `${path}.html` : `${path}/`;
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
