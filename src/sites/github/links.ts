import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { resolveExternal } from '../external.ts';
import { arrive } from '../fragment.ts';
import { decode, isExternal, isOnHost, looksLikeFile, splitHref, walk } from '../href.ts';
import { isFigure, trimmedHref } from '../link-kinds.ts';
import type { Resolution } from '../resolution.ts';

/**
 * Where a link leads in a folder of plain Markdown, as a repository's web view shows it: by file, relative to the
 * page's folder or, with a leading `/`, to the root.
 */
export function lookUp(link: Link, _file: Page, page: Page, handbook: Handbook): Resolution {
  if (isFigure(link)) return { outcome: 'unknown', reason: 'shortcode', address: link.href, page: null };
  const href = trimmedHref(link);
  if (isExternal(href)) return resolveExternal(href, link, handbook);
  const { path, fragment } = splitHref(href);
  if (path === '') return arrive(page, addressOf(page), fragment, handbook, []);
  const decoded = decode(path);
  const start = decoded.startsWith('/') ? [] : page.path.split('/').slice(0, -1);
  const target = walk(start, decoded);
  if (target === null)
    return {
      outcome: 'broken',
      reason: 'outside',
      address: decoded,
      page: null,
      fragment: fragment ?? '',
      accidents: [],
    };
  const found = decoded.endsWith('/')
    ? pageOfFolder(target, handbook)
    : (handbook.page(target) ?? pageOfFolder(target, handbook));
  if (found) return arrive(found, addressOf(found), fragment, handbook, []);
  const address = `/${target}`;
  const file = handbook.fileAt(address);
  if (file !== undefined) return { outcome: 'found', address, page: null, file, anchor: null, accidents: [] };
  if (hasFolder(target, handbook))
    return { outcome: 'found', address, page: null, file: null, anchor: null, accidents: [] };
  if (handbook.config.unknown.some((prefix) => address.startsWith(prefix)))
    return { outcome: 'unknown', reason: 'unknown-tree', address, page: null };
  const isFile = link.kind === 'image' || link.kind === 'html-resource' || looksLikeFile(address);
  const reason = isFile ? 'missing-file' : 'missing-page';
  return { outcome: 'broken', reason, address, page: null, fragment: fragment ?? '', accidents: [] };
}

export function leadsHere({ href }: Link, { config }: Handbook): boolean {
  return isOnHost(href, config.hosts);
}

/** Where the file is, as the repository's view has it. */
export function addressOf(page: Page): string {
  return page.address ?? `/${page.path}`;
}

function pageOfFolder(folder: string, handbook: Handbook): Page | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const name of ['README.md', 'index.md', '_index.md']) {
    const page = handbook.page(prefix + name);
    if (page) return page;
  }
  return undefined;
}

const folders = query('folders', foldersOf, { lives: 'places' });

function hasFolder(folder: string, handbook: Handbook): boolean {
  return folders(handbook).has(folder);
}

function foldersOf(handbook: Handbook): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const { path } of handbook.pages)
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      folders.add(path.slice(0, slash));
  return folders;
}
