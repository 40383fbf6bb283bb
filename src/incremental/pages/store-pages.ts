import { setImmediate as nextTurn } from 'node:timers/promises';
import { blobName } from '../../files/checksum.ts';
import { type FileTree, type Stamp, UnreadableFile } from '../../files/file-tree.ts';
import type { ReadAs } from '../../model/page-source.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { SiteFiles } from '../../model/place.ts';
import { Threads } from '../../workers/threads.ts';
import { PageOnFile } from './facts-file.ts';
import type { PageCache } from './page-cache.ts';
import { contentKey, type KnownPage, NO_KEY, type PageStore, StoredPage, unreadable } from './page-store.ts';
import { type NewFile, type ReadFiles, readTask } from './read-files.ts';
import { StoredFacts } from './stored-facts.ts';

/** Files are read in batches of about so many bytes: some ten milliseconds of work. */
const BATCH = 128 * 1024;
/** Towards the end in smaller ones, so that all threads come to it at the same time: one in so many of what is left. */
const ONE_IN = 16;
const SMALLEST = 16 * 1024;
/** A file that is larger than the rest of a batch's room has bytes of its own. */
const ROOM = 2 * BATCH;
/** From so many unknown bytes on, with as much to come, starting threads is won back. */
const WORTH_THREADS = 1024 * 1024;

/** What is known of files by their content. */
export interface KnownContents {
  byKey(key: string): KnownPage | undefined;
}

/** Where what is known of files comes from. */
interface Sources {
  readonly tree: FileTree;
  readonly cache: PageCache | null;
  readonly index: KnownContents | null;
  /** The state before. */
  readonly last: ReadonlyMap<string, StoredPage>;
  readonly store: PageStore;
  /** Of whoever has more to do for them; else threads of its own are started where they are worth it. */
  readonly threads: Threads | null;
}

/** Endings of pages in AsciiDoc, Org and reStructuredText, which Hugo reads. */
const OTHER_MARKUP = /\.(?:adoc|asciidoc|ad|org|rst)$/i;

/** The files of a site that are read, and how. */
export function wantedFiles(files: SiteFiles): (readonly [path: string, reading: ReadAs])[] {
  return [
    ...files.content.map((path) => [path, OTHER_MARKUP.test(path) ? 'markup' : 'page'] as const),
    ...files.includes.map((path) => [path, 'include'] as const),
    ...files.redirects.map((path) => [path, 'redirects'] as const),
    ...files.data.map((path) => [path, /\.[ct]sv$/i.test(path) ? 'csv' : 'data'] as const),
  ];
}

interface Unknown extends NewFile {
  readonly index: number;
  readonly path: string;
  readonly key: string;
  readonly stamp: Stamp | null;
}

/** Finds each file in the last state, in the cache by stamp, in either by content; reads the rest. In the order of the files. */
export async function storePages(
  wanted: readonly (readonly [path: string, reading: ReadAs])[],
  sources: Sources,
): Promise<StoredPage[]> {
  const { tree, cache, last, store, threads } = sources;
  const pages: StoredPage[] = new Array(wanted.length);
  const readAt = Date.now();
  const put = (index: number, known: KnownPage, stamp: Stamp | null) => {
    const [path, reading] = wanted[index]!;
    const before = last.get(path);
    const same = before?.known === known && before.stamp?.key === stamp?.key && before.reading === reading;
    pages[index] = same ? before : new StoredPage({ path, reading, known, stamp, readAt, tree, store });
  };
  const unread = new Unread(store, threads, (file, known) => put(file.index, known, file.stamp));
  try {
    for (let index = 0; index < wanted.length; index++) {
      const [path, reading] = wanted[index]!;
      const before = last.get(path);
      try {
        // Of a file that nobody has met, no stamp says what is in it.
        const given = store.givenAs(path);
        const taken =
          given === null && tree.take && !before && !cache?.hasMet(path) ? tree.take(path, unread.room) : null;
        const stamp = taken ? taken.stamp : given === null ? tree.stamp(path) : null;
        const isSame = stamp && before?.stamp?.key === stamp.key && before.isSettled && before.reading === reading;
        const known = isSame
          ? before.known
          : stamp?.blob === undefined
            ? stamp && !taken && cache?.byStamp(path, reading, stamp.key)
            : knownAs(contentKey(reading, stamp.blob), before, sources);
        if (known) {
          put(index, known, stamp);
          continue;
        }
        const bytes = given ?? taken?.bytes ?? tree.read(path);
        const key = store.needs.isOnlyLook ? NO_KEY : contentKey(reading, stamp?.blob ?? blobName(bytes));
        const alike = knownAs(key, before, sources);
        if (alike) put(index, alike, stamp);
        else await unread.add({ index, path, reading, key, bytes, stamp }, wanted.length);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        put(index, unreadable(path, error.message.slice(path.length + 1)), null);
      }
    }
    await unread.finish();
  } finally {
    unread.close();
  }
  return pages;
}

function knownAs(key: string, before: StoredPage | undefined, { cache, index }: Sources): KnownPage | undefined {
  if (key === NO_KEY) return undefined;
  return before?.known.key === key ? before.known : (cache?.byKey(key) ?? index?.byKey(key));
}

/** Files that wait to be read, in this thread or in others. */
class Unread {
  readonly #store: PageStore;
  readonly #found: (file: Unknown, known: KnownPage) => void;
  readonly #away: Promise<void>[] = [];
  #batch: Unknown[] = [];
  #bytes = 0;
  /** All threads see it, so that nothing has to be copied for them. */
  #room = new SharedArrayBuffer(ROOM);
  #used = 0;
  /** Rooms of batches that have been read, for those to come. */
  readonly #rooms: SharedArrayBuffer[] = [];
  #allBytes = 0;
  readonly #threads: Threads;
  readonly #isOwner: boolean;

  constructor(store: PageStore, threads: Threads | null, found: (file: Unknown, known: KnownPage) => void) {
    this.#store = store;
    this.#isOwner = threads === null;
    this.#threads = threads ?? new Threads();
    this.#found = found;
  }

  /** For the bytes of the next file. */
  get room(): Uint8Array {
    return new Uint8Array(this.#room, this.#used);
  }

  async add(file: Unknown, files: number): Promise<void> {
    this.#batch.push(file);
    this.#bytes += file.bytes.length;
    if (file.bytes.buffer === this.#room) this.#used += file.bytes.length;
    this.#allBytes += file.bytes.length;
    const left = (this.#allBytes / (file.index + 1)) * (files - file.index);
    if (this.#bytes < Math.min(BATCH, Math.max(SMALLEST, left / ONE_IN))) return;
    if (left > WORTH_THREADS) this.#threads.start();
    await this.#send();
  }

  async finish(): Promise<void> {
    if (this.#batch.length > 0 || !this.#store.reader.canWait) await this.#read(this.#batch);
    await Promise.all(this.#away);
  }

  close(): void {
    if (this.#isOwner) this.#threads.close();
  }

  async #send(): Promise<void> {
    const [batch, room] = [this.#batch, this.#room];
    this.#batch = [];
    this.#bytes = 0;
    this.#used = 0;
    this.#room = this.#freeRoom();
    // What is said goes on to a file, and the room is free again.
    const into = this.#store.factsFile && this.#freeRoom();
    const answer = this.#threads.offer(readTask(batch, this.#store.needs, into));
    const isRead = answer
      ? answer.then((read) => (read ? this.#keep(batch, read as ReadFiles) : this.#read(batch, into)))
      : this.#read(batch, into);
    const isFree = isRead.then((isOnFile) => {
      this.#rooms.push(room);
      if (into && isOnFile) this.#rooms.push(into);
    });
    if (answer) this.#away.push(isFree);
    // In between come the answers of the threads, and the parser lets go of its trees.
    else await isFree.then(() => nextTurn());
  }

  #freeRoom(): SharedArrayBuffer {
    return this.#rooms.pop() ?? new SharedArrayBuffer(ROOM);
  }

  async #read(batch: readonly Unknown[], into: SharedArrayBuffer | null = null): Promise<boolean> {
    await this.#store.reader.load();
    return batch.length > 0 && this.#keep(batch, this.#store.read(batch, into));
  }

  /** Says whether all went to the file of facts, so that nothing is asked of these bytes any more. */
  #keep(batch: readonly Unknown[], { facts, ends, summaries }: ReadFiles): boolean {
    const body = Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength);
    const known = JSON.parse(summaries) as readonly PageSummary[];
    const { factsFile } = this.#store;
    const at = factsFile?.append(facts) ?? null;
    for (const [index, file] of batch.entries()) {
      const page = { path: file.path, key: file.key, summary: known[index]! };
      const [start, end] = [ends[index - 1] ?? 0, ends[index]!];
      const isOnFile = factsFile !== null && at !== null;
      this.#found(
        file,
        isOnFile
          ? new PageOnFile(page, factsFile, at + start, at + end)
          : { ...page, facts: new StoredFacts(body, start, end) },
      );
    }
    return at !== null;
  }
}
