import type { Handbook, Page } from '../../model/handbook.ts';
import { decode, lastSegment, walk } from '../href.ts';

/** A page that Hugo's lookup found; one that Hugo makes by itself has an address only. */
export type LookedUp = { readonly page: Page } | { readonly page: null; readonly address: string };

/**
 * Hugo's page lookup for a destination on `page`: by path in content, not by address. `undefined` when
 * Hugo leaves the destination to the browser.
 */
export function lookUpPage(path: string, page: Page, handbook: Handbook): LookedUp | undefined {
  const wanted = trimmed(decode(path));
  // Hugo cleans slashes that are too many only where it joins a path to a folder.
  const isClean = !wanted.endsWith('/');
  if (wanted === '' || wanted.startsWith('/')) return isClean ? atContentPath(wanted || '/', handbook) : undefined;
  const near = atContentPath(joinFolder(startFolder(wanted, page, handbook), wanted), handbook);
  if (near) return near;
  const file = hasExtension(wanted) ? atFile(wanted, page, handbook) : undefined;
  return file || !isClean || wanted.startsWith('.') ? file : atContentPath(`/${wanted}`, handbook);
}

function trimmed(path: string): string {
  return path.slice(path.startsWith('./') ? 2 : 0, path.endsWith('/') && path !== './' ? -1 : undefined);
}

/** The page made from the file that a relative path means on disk: it may climb out of content and back in. */
function atFile(wanted: string, page: Page, handbook: Handbook): LookedUp | undefined {
  const path = walk(page.path.split('/').slice(0, -1), wanted);
  const found = path === null ? undefined : handbook.page(path);
  return found && (found.address !== null || found.unbuilt === 'unrendered') ? { page: found } : undefined;
}

/** Hugo's `ref`: the same, and a bare name is looked for everywhere. */
export function lookUpReference(path: string, page: Page, handbook: Handbook): LookedUp | undefined {
  const found = path === '' ? { page } : lookUpPage(path, page, handbook);
  if (found || path.includes('/')) return found;
  const stem = decode(path).replace(/\.md$/i, '').toLowerCase();
  const [only, ...others] = handbook.memoOfPlaces(NAMES, () => pathsByName(handbook)).get(stem) ?? [];
  const named = only === undefined || others.length > 0 ? undefined : handbook.page(only);
  return named && { page: named };
}

function atContentPath(path: string, handbook: Handbook): LookedUp | undefined {
  const page = handbook.pageAtContentPath(path);
  if (page) return { page };
  const address = `${path.toLowerCase()}/`.replace(/\/\/$/, '/');
  return handbook.isAutomatic(address) ? { page: null, address } : undefined;
}

const NAMES = {};

function pathsByName(handbook: Handbook): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const page of handbook.pages) {
    if (page.address === null) continue;
    const file = lastSegment(page.path).replace(/\.[^.]*$/, '');
    const isFolder = file === '_index' || file === 'index';
    const name = (isFolder ? lastSegment(page.path.slice(0, page.path.lastIndexOf('/'))) : file).toLowerCase();
    const known = names.get(name);
    if (known) known.push(page.path);
    else names.set(name, [page.path]);
  }
  return names;
}

/** Only `../x.ext` starts in a leaf bundle's own folder; everything else starts in the folder that holds the bundle. */
function startFolder(wanted: string, page: Page, handbook: Handbook): string {
  const folder = handbook.contentFolder(page);
  if (page.kind !== 'leaf' || !wanted.startsWith('../') || !hasExtension(wanted)) return folder;
  return joinFolder(folder, lastSegment(page.path.slice(0, page.path.lastIndexOf('/'))));
}

// As Hugo sees it: any dot in the last segment, so `../..` has one too.
function hasExtension(path: string): boolean {
  return path.lastIndexOf('.') > path.lastIndexOf('/');
}

function joinFolder(folder: string, path: string): string {
  const kept = folder.split('/').filter(Boolean);
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '.' && segment !== '') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}
