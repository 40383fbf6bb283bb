import { addToGroup } from '../../../collections/groups.ts';
import { folderOf, joinInside, nameOf, withoutEnding } from '../../../files/paths.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { lookupKey } from '../../../model/place.ts';
import { query } from '../../../model/query.ts';
import { decodePercent } from '../../href.ts';
import { cleanPath, logicalPath, splitLanguage } from '../paths.ts';
import { locate } from '../places/locate.ts';
import { contentPathOf } from './destination.ts';

/** A page that Hugo's lookup found; one that Hugo makes by itself has an address only, or none when it is not written. */
export type LookedUp = { readonly page: Page } | { readonly page: null; readonly address: string | null };

/**
 * Hugo's page lookup for a destination on `page`: by path in content, not by address. `undefined` when
 * Hugo leaves the destination to the browser.
 */
export function lookUpPage(
  path: string,
  page: Page,
  handbook: Handbook,
  language: string = page.language,
): LookedUp | undefined {
  const wanted = decodePercent(path).replace(/\/$/, '');
  if (wanted === '' || wanted.startsWith('/')) return lookUpFromRoot(path, handbook, language);
  const isClean = isCleanPath(wanted);
  const start = startFolder(wanted, page, handbook);
  // From a bundle at the top neither the top nor anything above is found.
  const isAbove = page.kind === 'leaf' && start === '/' && (wanted.startsWith('..') || cleanPath(`/${wanted}`) === '/');
  const near = isAbove ? undefined : atContentPath(cleanPath(`${start}/${wanted}`), handbook, language);
  if (near) return near;
  const file = hasExtension(wanted) ? atFile(wanted, page, handbook, language) : undefined;
  return file || !isClean || wanted.startsWith('.') ? file : atContentPath(`/${wanted}`, handbook, language);
}

/** Looks up an absolute path, which means one page from everywhere. */
export function lookUpFromRoot(path: string, handbook: Handbook, language: string): LookedUp | undefined {
  const wanted = decodePercent(path).replace(/\/$/, '');
  return isCleanPath(wanted) ? atContentPath(wanted || '/', handbook, language) : undefined;
}

/** Hugo cleans slashes that are too many only where it joins a path to a folder. */
function isCleanPath(path: string): boolean {
  return !path.endsWith('/');
}

/** The page made from the file or the folder that a relative path means on disk: it may climb out of content and back in. */
function atFile(wanted: string, page: Page, handbook: Handbook, language: string): LookedUp | undefined {
  const path = joinInside(folderOf(page.path), wanted);
  if (path === null) return undefined;
  const found = handbook.page(path);
  if (found === undefined) {
    const inside = locate(`${path}/_`, handbook.config.hugo.mounts)?.below;
    return inside === undefined ? undefined : atContentPath(folderOf(inside) || '/', handbook, language);
  }
  // What lies in another language means the page of this one.
  if (found.language !== language) return atContentPath(contentPathOf(found, handbook), handbook, language);
  return found.address !== null || found.unbuilt === 'unrendered' ? { page: found } : undefined;
}

/** Whether a path may mean a page that a content adapter adds, which no file tells. */
export function isBelowAdapter(path: string, page: Page, handbook: Handbook): boolean {
  const wanted = decodePercent(path).replace(/\/$/, '');
  if (wanted === '') return false;
  const near = cleanPath(`${handbook.contentFolder(page)}/${wanted}`);
  return [near, wanted.startsWith('/') ? wanted : `/${wanted}`].some((each) =>
    handbook.isAdded(`${each.toLowerCase()}/`),
  );
}

/** Hugo's `ref`: the same, and a bare name is looked for everywhere. */
export function lookUpReference(
  path: string,
  page: Page,
  handbook: Handbook,
  language: string = page.language,
): LookedUp | undefined {
  const found = path === '' ? { page } : lookUpPage(path, page, handbook, language);
  return found ?? lookUpName(path, handbook, language);
}

/** The only page of a name in any folder, for what has no slash. */
export function lookUpName(path: string, handbook: Handbook, language: string): LookedUp | undefined {
  const name = path.replace(/\/$/, '');
  if (name.includes('/') || name.startsWith('.')) return undefined;
  const whole = decodePercent(name).toLowerCase();
  const names = pathsByName(handbook);
  // What looks like an ending counts for nothing: `p.md` and `p.foo` may mean `p`. Run with 0.131 and 0.169.
  const found = names.get(lookupKey(whole, language)) ?? names.get(lookupKey(withoutEnding(whole), language));
  const [only, ...others] = found ?? [];
  const named = only === undefined || others.length > 0 ? undefined : handbook.page(only);
  return named && { page: named };
}

function atContentPath(written: string, handbook: Handbook, language: string): LookedUp | undefined {
  // The name of a language before the ending counts for nothing: pages are looked for in the language of the page.
  const { path } = splitLanguage(written, handbook.config.hugo);
  const page = handbook.pageAtContentPath(path, language);
  if (page) return { page };
  const address = handbook.automaticAt(logicalPath(path), language);
  return address === undefined ? undefined : { page: null, address };
}

const pathsByName = query('paths by name', indexNames, { lives: 'places' });

function indexNames(handbook: Handbook): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const page of handbook.pages) {
    if (page.address === null) continue;
    const bare = nameOf(contentPathOf(page, handbook)).toLowerCase();
    addToGroup(names, lookupKey(bare, page.language), page.path);
  }
  return names;
}

/** Only `../x.ext` starts in a leaf bundle's own folder; everything else starts in the folder that holds the bundle. */
function startFolder(wanted: string, page: Page, handbook: Handbook): string {
  const folder = handbook.contentFolder(page);
  if (page.kind !== 'leaf' || !wanted.startsWith('../') || !hasExtension(wanted)) return folder;
  return cleanPath(`${folder}/${nameOf(folderOf(page.path))}`);
}

// As Hugo sees it: any dot in the last segment, so `../..` has one too.
function hasExtension(path: string): boolean {
  return path.lastIndexOf('.') > path.lastIndexOf('/');
}
