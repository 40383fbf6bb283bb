import type { HugoSettings } from './config.ts';
import type { Digest } from './digest.ts';
import type { Page } from './handbook.ts';
import { logicalPath, sanitizePath } from './hugo-paths.ts';

/** Where a content file stands on the built site. */
export interface Place {
  readonly kind: Page['kind'];
  readonly address: string | null;
  readonly unbuilt: Page['unbuilt'];
  /** What Hugo's page lookup finds it by; `null` for what it does not find. */
  readonly logical: string | null;
  /** The folder in content that its relative links start from; `/` at the top. */
  readonly folder: string;
}

/** A content file's place in a Hugo site. `below` is its path in the content folder: `/b/page.md`. */
export function placeInHugo(
  below: string,
  digest: Digest,
  around: { readonly inLeafBundle: boolean; readonly unrendered: boolean },
  settings: HugoSettings,
): Place {
  const slash = below.lastIndexOf('/');
  const folder = below.slice(0, slash) || '/';
  const name = below.slice(slash + 1);
  const bare = name.slice(0, name.lastIndexOf('.'));
  const kind = bare === '_index' ? 'section' : bare === 'index' ? 'leaf' : 'regular';
  if (around.inLeafBundle) {
    return { kind: 'resource', address: null, unbuilt: 'in-leaf-bundle', logical: null, folder };
  }
  const start = kind === 'leaf' ? folder.slice(0, folder.lastIndexOf('/')) || '/' : folder;
  if (digest.draft) return { kind, address: null, unbuilt: 'draft', logical: null, folder: start };
  const logical = logicalPath(below);
  if (digest.unrendered || around.unrendered) {
    return { kind, address: null, unbuilt: 'unrendered', logical, folder: start };
  }
  return { kind, address: addressOf(kind, folder, bare, digest, settings), unbuilt: null, logical, folder: start };
}

function addressOf(kind: Page['kind'], folder: string, bare: string, digest: Digest, settings: HugoSettings): string {
  if (digest.url !== undefined) return addressOfUrl(digest.url);
  const path = kind === 'regular' ? `${folder === '/' ? '' : folder}/${bare}` : folder;
  const last = path.lastIndexOf('/');
  const named = kind !== 'section' && digest.slug ? `${path.slice(0, last)}/${digest.slug.replaceAll('/', '-')}` : path;
  return addressOfPath(named, settings, kind === 'section');
}

/** `/B/My page` as Hugo publishes it: `/b/my-page/`. */
export function addressOfPath(path: string, settings: HugoSettings, isFolder = true): string {
  let clean = sanitizePath(path.normalize('NFC'));
  if (settings.removePathAccents)
    clean = clean
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC');
  if (!settings.disablePathToLower) clean = clean.toLowerCase();
  if (clean === '/' || clean === '') return '/';
  return settings.uglyUrls && !isFolder ? `${clean}.html` : `${clean}/`;
}

function addressOfUrl(url: string): string {
  const path = `/${url.replace(/^\/+/, '')}`;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return path.endsWith('/') || last.includes('.') ? path : `${path}/`;
}

/** An alias as an address; a relative one starts from the folder above the page. */
export function addressOfAlias(alias: string, pageAddress: string | null): string {
  const base = alias.startsWith('/') ? '' : (pageAddress ?? '/').replace(/[^/]*\/?$/, '');
  const kept: string[] = [];
  for (const segment of `${base}/${alias}`.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  if (kept.at(-1) === 'index.html') kept.pop();
  const path = `/${kept.join('/')}`;
  return path === '/' || path.endsWith('.html') ? path : `${path}/`;
}

const folderNames = new Set(['index.md', 'readme.md']);

/** A file's place among plain Markdown files, where an address is the file's own: `/docs/a.md`. */
export function placeInPlain(below: string): Place {
  const slash = below.lastIndexOf('/');
  const kind = folderNames.has(below.slice(slash + 1).toLowerCase()) ? 'section' : 'regular';
  return { kind, address: below, unbuilt: null, logical: below, folder: below.slice(0, slash) || '/' };
}
