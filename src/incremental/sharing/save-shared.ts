import { CacheFolder } from '../cache/cache-folder.ts';
import { PageCache } from '../pages/page-cache.ts';
import type { StoredPage } from '../pages/page-store.ts';
import type { NewContent } from '../stored-handbook.ts';
import type { Opened } from './open-shared.ts';

/** Asks a thread that has opened the handbook to keep for the next run what was read of it. */
export interface SaveTask {
  readonly task: 'save';
  /** Where nothing is kept yet. */
  readonly folder: string;
  /** The stamps of the pages, a line for each, in the order in which they were shared. */
  readonly stamps: string;
  readonly contents: readonly NewContent[];
}

export function saveTask(folder: string, stored: readonly StoredPage[]): SaveTask {
  const stamps = stored.map(({ keptStamp }) => keptStamp ?? '').join('\n');
  const contents = stored.flatMap(({ path, newContent }): NewContent[] =>
    newContent === null ? [] : [[path, newContent]],
  );
  return { task: 'save', folder, stamps, contents };
}

/** Does what the task asks for. */
export function saveShared({ folder, stamps, contents }: SaveTask, { stored, needs }: Opened): void {
  const newContents = new Map(contents);
  const kept = stamps.split('\n').map((stamp, index) => {
    const { path, known } = stored[index]!;
    return { path, known, stamp, newContent: newContents.get(path) ?? null };
  });
  new PageCache(new CacheFolder(folder), needs).save(kept);
}
