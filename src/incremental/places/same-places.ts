import { isSamePlace } from '../../model/page-summary.ts';
import type { SiteFiles } from '../../model/place.ts';
import type { PageCache } from '../pages/page-cache.ts';
import type { StoredPage } from '../pages/page-store.ts';

/** Whether both lists of a site's files hold the same files in the same order, those that the site serves included. */
export function areSameFiles(before: SiteFiles, now: SiteFiles): boolean {
  const lists = ({ content, adapters = [], includes, redirects, data }: SiteFiles) =>
    [content, adapters, includes, redirects, data] as const;
  const [own, other] = [lists(before), lists(now)];
  if (before.assets.size !== now.assets.size || !own.every((list, index) => isSameList(list, other[index]!)))
    return false;
  for (const path of now.assets) if (!before.assets.has(path)) return false;
  const [served, servedNow] = [before.served(), now.served()];
  return (
    served.length === servedNow.length &&
    served.every(({ folder, paths, isContent }, index) => {
      const { folder: folderNow, paths: pathsNow, isContent: isContentNow } = servedNow[index]!;
      return folder === folderNow && isContent === isContentNow && isSameList(paths, pathsNow);
    })
  );
}

/**
 * Whether all that is known of the files puts each page at the same place of the site, with the same redirects. `placedAt`: when
 * pages were placed before, in ms.
 */
export function haveSamePlaces(
  before: ReadonlyMap<string, StoredPage>,
  now: ReadonlyMap<string, StoredPage>,
  placedAt: number,
): boolean {
  const today = Date.now();
  const hasPassed = (moment = 0) => moment > placedAt && moment <= today;
  if (before.size !== now.size) return false;
  for (const [path, page] of now) {
    const last = before.get(path);
    if (last === undefined || last.reading !== page.reading) return false;
    if (hasPassed(page.summary.from) || hasPassed(page.summary.until)) return false;
    if (last.known === page.known) continue;
    if (page.reading === 'redirects' || !isSamePlace(last.summary, page.summary)) return false;
  }
  return true;
}

/** What a handbook was read from. */
export interface HandbookSources {
  readonly stored: ReadonlyMap<string, StoredPage>;
  readonly config: { readonly paths: readonly string[] };
  /** What earlier runs have read. */
  readonly cache: Pick<PageCache, 'recall'> | null;
}

/** Whether these are files of pages which had the places and names that they have now when their contents had these keys. */
export function stayInPlace(
  paths: Iterable<string>,
  { stored, config, cache }: HandbookSources,
  keyBefore: (path: string) => string | undefined,
): boolean {
  for (const path of paths) {
    const page = stored.get(path);
    const before = cache?.recall(keyBefore(path) ?? '');
    if (page === undefined || page.reading === 'redirects' || before === undefined || config.paths.includes(path))
      return false;
    if (!isSamePlace(before.summary, page.summary)) return false;
  }
  return true;
}

function isSameList(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((path, index) => path === now[index]);
}
