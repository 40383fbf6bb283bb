import { CacheFolder } from './cache-folder.ts';
import type { Opened } from './open-shared.ts';
import { PageCache } from './page-cache.ts';
import type { StoredPage } from './page-store.ts';

/** Asks a thread that has opened the handbook to keep for the next run what was read of it. */
export interface SaveTask {
  readonly task: 'save';
  /** Where nothing is kept yet. */
  readonly folder: string;
  /** A `Row` for each page, in the order in which they were shared, as JSON. */
  readonly pages: string;
}

/** What the thread does not know of a page. */
type Row = readonly [stamp: string, newContent: string | null];

export function saveTask(folder: string, stored: Iterable<StoredPage>): SaveTask {
  const rows = Array.from(stored, ({ keptStamp, newContent }): Row => [keptStamp, newContent]);
  return { task: 'save', folder, pages: JSON.stringify(rows) };
}

/** Does what the task asks for. */
export function saveShared({ folder, pages }: SaveTask, { stored, needs }: Opened): void {
  const rows = JSON.parse(pages) as readonly Row[];
  const kept = stored.map(({ path, known }, index) => {
    const [stamp, newContent] = rows[index]!;
    return { path, known, stamp, newContent };
  });
  new PageCache(new CacheFolder(folder), needs).save(kept);
}
