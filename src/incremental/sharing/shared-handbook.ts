import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { HandbookConfig } from '../../config/config.ts';
import type { FileTree } from '../../files/file-tree.ts';
import type { ReadAs } from '../../model/page-source.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { SiteFiles } from '../../model/place.ts';
import type { Threads } from '../../workers/threads.ts';
import { type FactsFile, PageOnFile } from '../pages/facts-file.ts';
import type { StoredPage } from '../pages/page-store.ts';
import type { SharedPart, StoredFacts } from '../pages/stored-facts.ts';

/** With fewer pages, threads would have opened the handbook, and warmed up, only when all is judged. */
export const WORTH_SHARING = 500;
/** From so many files on memory is worth more than time: what they say does not stay there, and is written piece by piece, when threads have ended. */
export const MANY = 10_000;

/** Asks a thread to open what another one has read, for tasks to come. */
export interface OpenTask {
  readonly task: 'open';
  readonly handbook: SharedHandbook;
}

/** All that another thread needs to see the same handbook; `openShared` opens it. What the pages say is not copied. */
export interface SharedHandbook {
  readonly config: HandbookConfig;
  /** Whether anybody asks what findings were read from. */
  readonly tracks: boolean;
  /** A `SharedFiles` as JSON: one text is handed over in a fraction of the time that so many take. */
  readonly files: string;
  readonly bodies: readonly SharedArrayBuffer[];
  /** The descriptor of the `FactsFile` that the rest lies in. */
  readonly descriptor: number | null;
}

/** Where what the pages say lies in the bodies, and what there is besides. */
export interface SharedFiles
  extends Record<'content' | 'adapters' | 'includes' | 'redirects' | 'data' | 'assets' | 'plain', readonly string[]> {
  readonly root: string;
  readonly served: ReturnType<SiteFiles['served']>;
  readonly pages: readonly SharedPage[];
}

type SharedPage = readonly [
  path: string,
  reading: ReadAs,
  key: string,
  summary: PageSummary,
  /** `null` for the `FactsFile`. */
  body: number | null,
  start: number,
  end: number,
];

/** Has the threads that helped to read a handbook open the same, while this one does; says whether they do. */
export function openInThreads(
  threads: Threads | null,
  { plain, root }: FileTree,
  { content, adapters = [], includes, redirects, data, assets, served }: SiteFiles,
  stored: ReadonlyMap<string, StoredPage>,
  kept: Pick<SharedHandbook, 'config' | 'tracks'>,
  factsFile: FactsFile | null,
): boolean {
  if (threads === null || threads.count === 0 || stored.size < WORTH_SHARING) return false;
  // They would not find files that do not lie on disk.
  if (plain === undefined) return false;
  const bodies = new Map<SharedArrayBuffer, number>();
  const all = [...stored.values()];
  const inMemory = all.filter(({ known }) => !(known instanceof PageOnFile));
  const places = placesOf(inMemory.map((page) => page.stored));
  let next = 0;
  const pages = all.map(({ path, reading, known, summary }): SharedPage => {
    if (known instanceof PageOnFile) return [path, reading, known.key, summary, null, known.start, known.end];
    const [body, start, end] = places[next++]!;
    return [path, reading, known.key, summary, getOrInsert(bodies, body, () => bodies.size), start, end];
  });
  const files: SharedFiles = {
    root,
    content,
    adapters,
    includes,
    redirects,
    data,
    assets: [...assets],
    plain: [...plain],
    served: served(),
    pages,
  };
  const descriptor = factsFile?.descriptor ?? null;
  const handbook = { ...kept, files: JSON.stringify(files), bodies: [...bodies.keys()], descriptor };
  const task: OpenTask = { task: 'open', handbook };
  void threads.all(task);
  return true;
}

/** Where other threads can read these facts: what lies where they cannot is copied into one block. */
function placesOf(facts: readonly StoredFacts[]): readonly SharedPart[] {
  const places = facts.map(({ shared }) => shared);
  const apart = facts.filter((_, index) => places[index] === null).map(({ bytes }) => bytes);
  const block = new Uint8Array(new SharedArrayBuffer(apart.reduce((sum, { length }) => sum + length, 0)));
  let end = 0;
  const copies = apart.map((bytes): SharedPart => {
    const start = end;
    block.set(bytes, start);
    end += bytes.length;
    return [block.buffer, start, end];
  });
  return places.map((place) => place ?? copies.shift()!);
}
