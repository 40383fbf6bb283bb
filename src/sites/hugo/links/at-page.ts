import { nameOf, withoutEnding } from '../../../files/paths.ts';
import type { Link } from '../../../markdown/facts.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { decodePercent } from '../../href.ts';
import { brokenAt, foundAt, type Indirection, type Resolution, unknownAt } from '../../resolution.ts';
import { withSlash } from '../../serving/browser.ts';
import { arrive } from '../../serving/fragment.ts';
import { isSince, oldestHugo } from '../version.ts';
import type { LookedUp } from './lookup.ts';

export const IN_CASE: readonly Indirection[] = [{ kind: 'case' }];

/** The verdict for a link that Hugo's lookup led to a page. */
export function atPage(found: LookedUp, path: string, fragment: string | null, handbook: Handbook): Resolution {
  const { page } = found;
  // What Hugo puts on a page of its own making, nobody knows.
  if (page === null) {
    if (found.address === null) return brokenAt('missing-page', path, fragment);
    if (fragment) return unknownAt('generated', found.address, page);
    return foundAt(found.address, { page });
  }
  const indirections = differsInCase(path, page) ? IN_CASE : [];
  // Of a page that is written in other formats only nobody knows what a fragment means.
  if (page.address !== null && fragment && /\.(?!html?$)\w+$/.test(page.address))
    return unknownAt('generated', page.address, page);
  if (page.address !== null) return arrive(page, page.address, fragment, handbook, indirections);
  const address = assumedAddress(page, handbook);
  return brokenAt('unrendered', address, fragment, indirections, page);
}

/**
 * A verdict where the site may be built by a version older than those known here, which finds references, files of bundles and addresses of
 * sections in other ways. Run with 0.111.3.
 */
export function asFarAsKnown(found: Resolution, { kind }: Link, { config }: Handbook): Resolution {
  const { version, uglyUrls } = config.hugo;
  if (found.outcome !== 'broken' || isSince(version, oldestHugo)) return found;
  const isMoved = typeof uglyUrls !== 'boolean' && found.reason !== 'missing-anchor';
  const isOther = kind === 'ref' || found.reason === 'missing-file' || found.reason === 'unrendered';
  return isMoved || isOther ? unknownAt('unknown-site', found.address) : found;
}

/** Where the page is, or where a draft will be. */
export function assumedAddress(page: Page, handbook: Handbook): string {
  if (page.address !== null) return page.address;
  const folder = handbook.contentFolder(page);
  const file = withoutEnding(nameOf(page.path));
  const path = page.kind === 'section' ? folder : `${folder === '/' ? '' : folder}/${file}`;
  return withSlash(path.toLowerCase().replaceAll(' ', '-'));
}

/** Neither the page's file nor its address is spelt like this. */
function differsInCase(path: string, page: Page): boolean {
  if (path === path.toLowerCase()) return false;
  const written = comparable(decodePercent(path));
  if (written === written.toLowerCase()) return false;
  const names = [page.path.replaceAll(' ', '-'), comparable(page.path), page.address ?? ''];
  return !names.some((name) => `/${name.replace(/\/$/, '')}`.endsWith(`/${written}`));
}

// `../B/Page.md` -> `B/Page`: without what a lookup ignores.
function comparable(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments
    .join('/')
    .replaceAll(' ', '-')
    .replace(/\.(?:md|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '');
}
