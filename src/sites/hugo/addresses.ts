import type { HugoSettings } from '../../config/config.ts';
import type { Digest } from '../../model/digest.ts';
import type { Page } from '../../model/handbook.ts';
import type { Place } from '../../model/place.ts';
import { isUntouched, logicalPath, lowerCase, normal, sanitizePath } from './paths.ts';

/** What a page inherits from where it lies. */
export interface Surroundings {
  readonly inLeafBundle: boolean;
  readonly draft: boolean;
  readonly unrendered: boolean;
}

/** A content file's place in a Hugo site. `below` is its path in the content folder: `/b/page.md`. */
export function placeInHugo(
  below: string,
  digest: Digest,
  around: Surroundings,
  settings: HugoSettings,
  now: number = Date.now(),
): Place {
  const slash = below.lastIndexOf('/');
  const folder = below.slice(0, slash) || '/';
  const name = below.slice(slash + 1);
  const bare = name.slice(0, name.lastIndexOf('.'));
  const nothing = { address: null, logical: null, files: null };
  if (around.inLeafBundle) return { ...nothing, kind: 'resource', unbuilt: 'in-leaf-bundle', folder };
  const kind = bare === '_index' ? 'section' : bare === 'index' ? 'leaf' : 'regular';
  const start = kind === 'leaf' ? folder.slice(0, folder.lastIndexOf('/')) || '/' : folder;
  if (around.draft) return { ...nothing, kind, unbuilt: 'draft', folder: start };
  if ((digest.from ?? 0) > now) return { ...nothing, kind, unbuilt: 'future', folder: start };
  if ((digest.until ?? Number.POSITIVE_INFINITY) <= now) return { ...nothing, kind, unbuilt: 'expired', folder: start };
  const address = addressOf(kind, folder, bare, digest, settings);
  const files = kind === 'regular' ? null : address.slice(0, address.lastIndexOf('/') + 1);
  const logical = logicalPath(below);
  if (around.unrendered) return { kind, address: null, unbuilt: 'unrendered', logical, folder: start, files };
  return { kind, address, unbuilt: null, logical, folder: start, files };
}

function addressOf(kind: Page['kind'], folder: string, bare: string, digest: Digest, settings: HugoSettings): string {
  if (digest.url !== undefined) return addressOfUrl(digest.url, folder, bare, digest, settings);
  const path = kind === 'regular' ? `${folder === '/' ? '' : folder}/${bare}` : folder;
  const last = path.lastIndexOf('/');
  const named = kind !== 'section' && digest.slug ? `${path.slice(0, last)}/${digest.slug}` : path;
  return addressOfPath(named, settings, kind === 'section');
}

/** `/B/My page` as Hugo publishes it: `/b/my-page/`. */
export function addressOfPath(path: string, settings: HugoSettings, isFolder = true): string {
  const clean = isUntouched(path) ? path : cleanPath(path, settings);
  if (clean === '/' || clean === '') return '/';
  return settings.uglyUrls && !isFolder ? `${clean}.html` : `${clean}/`;
}

function cleanPath(path: string, settings: HugoSettings): string {
  let clean = sanitizePath(normal(path));
  if (settings.removePathAccents)
    clean = clean
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC');
  return settings.disablePathToLower ? clean : lowerCase(clean);
}

// A `url` is kept as written, but for the few names of parts that it may hold: `/:section/:slug/`.
function addressOfUrl(url: string, folder: string, bare: string, digest: Digest, settings: HugoSettings): string {
  const parts: Readonly<Record<string, string>> = {
    section: folder.split('/')[1] ?? '',
    sections: folder.slice(1),
    title: digest.title ?? bare,
    slug: digest.slug ?? digest.title ?? bare,
    slugorfilename: digest.slug ?? bare,
    filename: bare,
  };
  const filled = url.replace(/:([a-z]+)/g, (whole, name: string) => {
    const part = parts[name];
    return part === undefined ? whole : addressOfPath(`/${part}`, settings).slice(1, -1);
  });
  const path = `/${filled.replace(/^\/+/, '')}`;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return path.endsWith('/') || last.includes('.') ? path : `${path}/`;
}

/** `/a/` for `/a/b/`; `/` for itself. */
export function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
}

/** An alias as an address; a relative one starts from the folder above the page. */
export function addressOfAlias(alias: string, pageAddress: string | null): string {
  const base = alias.startsWith('/') ? '' : folderOf(pageAddress ?? '/');
  const kept: string[] = [];
  for (const segment of `${base}/${alias}`.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  if (kept.at(-1) === 'index.html') kept.pop();
  const path = `/${kept.join('/')}`;
  return path === '/' || path.endsWith('.html') ? path : `${path}/`;
}
