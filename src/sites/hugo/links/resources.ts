import { posix } from 'node:path';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { decodePercent } from '../../href.ts';
import { type Found, foundAt, type Resolution, unknownAt } from '../../resolution.ts';
import { filesBelow } from '../places/addresses.ts';
import { IN_CASE } from './at-page.ts';
import { asWrittenByHugo } from './base-path.ts';
import { contentPathOf } from './destination.ts';

/** Files that Hugo finds for a Markdown link: in the page's own bundle, in any case of letters; then under assets/. */
export function resourceOf(path: string, page: Page, handbook: Handbook): Resolution | undefined {
  const found = bundledFile(path, page, handbook) ?? namedFile(path, page, handbook) ?? assetFile(path, handbook);
  if (found === undefined && mayBeAsset(path, handbook)) return unknownAt('hook', path);
  return found && asWrittenByHugo(found, handbook);
}

/** A file of the page's bundle by the name that its front matter gives it (`resources`); several are named by one pattern at times. */
function namedFile(path: string, page: Page, handbook: Handbook): Resolution | undefined {
  const wanted = wantedBy(path).toLowerCase();
  const { resources } = page.facts.frontMatter?.values ?? {};
  const listed: readonly unknown[] = Array.isArray(resources) ? resources : [];
  for (const { src, name } of listed.filter(isNamed)) {
    const isPattern = /[*?[\]{}]/.test(src) || name.includes(':counter');
    if (isPattern && isNamedBy(name, wanted)) return unknownAt('unknown-tree', path);
    if (!isPattern && name.toLowerCase() === wanted) return bundledFile(src, page, handbook);
  }
  return undefined;
}

function isNamed(one: unknown): one is { readonly src: string; readonly name: string } {
  if (typeof one !== 'object' || one === null || !('src' in one) || !('name' in one)) return false;
  return typeof one.src === 'string' && typeof one.name === 'string';
}

function isNamedBy(name: string, wanted: string): boolean {
  const [before = '', ...after] = name.toLowerCase().split(':counter');
  return wanted.startsWith(before) && wanted.endsWith(after.at(-1) ?? before);
}

/** A file of the page's own bundle. */
export function bundledFile(path: string, page: Page, handbook: Handbook): Found | undefined {
  for (const { folder, name } of inBundles(wantedBy(path), page, handbook)) {
    const wanted = folder + name;
    const address = handbook.fileAtIgnoringCase(wanted);
    const file = address === undefined ? undefined : handbook.fileAt(address);
    if (address === undefined || file === undefined || !isInContent(file, handbook)) continue;
    if (!isOfPageBelow(address, folder, handbook)) return foundAt(address, { file }, address === wanted ? [] : IN_CASE);
  }
  return undefined;
}

/**
 * A file under assets/. Hugo tidies the path below that folder, which `../assets/x.png` leaves and comes back to, and `/../x.png` cannot leave.
 */
export function assetFile(path: string, handbook: Handbook): Found | undefined {
  const tidy = posix.normalize(decodePercent(path));
  const asset = tidy.replace(/^\.\.\/assets\/|^\//, '');
  const file = handbook.asset(asset);
  return file === undefined ? undefined : foundAt(`/${asset}`, { file });
}

/**
 * A path that leaves the folder of assets: not found, but for Hugo's memory the same as the one without its `../`, so that whichever of them
 * is asked for first decides for both. Run with 0.131, 0.167 and 0.169.
 */
export function mayBeAsset(path: string, handbook: Handbook): boolean {
  const tidy = posix.normalize(decodePercent(path));
  return tidy.startsWith('../') && handbook.asset(posix.normalize(`/${tidy}`).slice(1)) !== undefined;
}

function wantedBy(path: string): string {
  return decodePercent(path).replace(/^\.\//, '').replace(/^\//, '');
}

function isInContent(file: string, { config }: Handbook): boolean {
  return config.content.some((folder) => folder === '' || file.startsWith(`${folder}/`));
}

/** Where a file of a page's bundle may be: in its own language first, then in the others that have this page. */
function inBundles(
  wanted: string,
  page: Page,
  handbook: Handbook,
): readonly { readonly folder: string; readonly name: string }[] {
  const { languages } = handbook.config.hugo;
  if (page.address === null) return [];
  if (languages.length === 1) return [{ folder: filesBelow(page.address), name: wanted }];
  const main = languages[0]?.name;
  const path = contentPathOf(page, handbook);
  const dot = wanted.lastIndexOf('.');
  return [page.language, ...languages.map(({ name }) => (name === main ? '' : name))].flatMap((language) => {
    const bundle = language === page.language ? page : handbook.pageAtContentPath(path, language);
    if (bundle?.address == null) return [];
    const folder = filesBelow(bundle.address);
    const named = `${wanted.slice(0, dot)}.${language || main}${wanted.slice(dot)}`;
    return (dot < 0 ? [wanted] : [named, wanted]).map((name) => ({ folder, name }));
  });
}

/** Whether a file lies in a folder that is another page's, below the folder of this one. */
function isOfPageBelow(address: string, folder: string, handbook: Handbook): boolean {
  const below = address.slice(folder.length).split('/').slice(0, -1);
  return below.some((_, at) => {
    const owner = folder + below.slice(0, at + 1).join('/');
    return (handbook.at(`${owner}/`) ?? handbook.at(`${owner}.html`)) !== undefined;
  });
}
