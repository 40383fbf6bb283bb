import type { DataFiles } from '../../config/config.ts';
import { type FileTree, type Stamp, UnreadableFile } from '../../files/file-tree.ts';
import { decode } from '../../markdown/decode.ts';
import type { PageContent, PageFacts } from '../../markdown/facts.ts';
import { FifoCache } from '../../model/fifo-cache.ts';
import type { PageSource, ReadAs } from '../../model/page-source.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import { GRAIN } from '../watch/stat-snapshot.ts';
import type { FactsFile } from './facts-file.ts';
import type { LazyReader } from './lazy-reader.ts';
import type { PackEntry } from './pack.ts';
import { emptyFacts, type NewFile, type ReadFiles, type ReadingNeeds, readFiles } from './read-files.ts';
import { ParsedFacts, StoredFacts, writeFacts } from './stored-facts.ts';

// What pages say is kept for this many of them; beyond, it is parsed again when it is asked for again.
const KEPT_FACTS = 16;
const KEPT_CONTENTS = 1024;
const KEPT_TEXTS = 4;

/** All that is known of files by their content, whatever tree they are in: read once, stored, parsed when asked. */
export class PageStore {
  readonly reader: LazyReader;
  readonly needs: ReadingNeeds;
  /** Where facts lie that would not fit into memory. */
  factsFile: FactsFile | null = null;
  readonly #given: { readonly path: string; readonly bytes: Uint8Array } | null;
  readonly #facts = new FifoCache<StoredPage, PageFacts>(KEPT_FACTS);
  readonly #contents = new FifoCache<StoredPage, PageContent>(KEPT_CONTENTS);
  readonly #texts = new FifoCache<StoredPage, string>(KEPT_TEXTS);

  constructor(reader: LazyReader, needs: ReadingNeeds, { config, given }: DataFiles) {
    this.reader = reader;
    this.needs = needs;
    this.#given =
      config === null || given === undefined ? null : { path: config, bytes: new TextEncoder().encode(given) };
  }

  /** What was given in the place of a file; `null` for what lies in the handbook. */
  givenAs(path: string): Uint8Array | null {
    return this.#given?.path === path ? this.#given.bytes : null;
  }

  /** Reads files that nothing is known of. The reader must have been loaded. */
  read(files: readonly NewFile[], into: SharedArrayBuffer | null = null): ReadFiles {
    return readFiles(files, this.reader.get(), this.needs, into);
  }

  factsOf(page: StoredPage): PageFacts {
    return this.#facts.getOr(page, () => new ParsedFacts(page.stored));
  }

  /** What a file says, read anew. The reader must have been loaded. */
  readAgain({ reading, bytes }: NewFile): StoredFacts {
    const { facts } = this.read([{ reading, bytes }]);
    return new StoredFacts(Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength), 0, facts.byteLength);
  }

  /** Rules that say much about a page ask for its text again and again. */
  textOf(page: StoredPage): string {
    return this.#texts.getOr(page, () => decode(page.bytes()).text);
  }

  contentOf(page: StoredPage): PageContent {
    return this.#contents.getOr(page, () => {
      let json = page.contentJson();
      if (json === null) {
        json = JSON.stringify(this.reader.get().content(page.bytes(), page.reading, this.needs.markdown));
        page.newContent = json;
      }
      // Parsed anew even when it was just read: its words would keep the whole page's text alive.
      return JSON.parse(json) as PageContent;
    });
  }
}

/** What is known of a file's content. */
export type KnownPage = Pick<PackEntry, 'path' | 'key' | 'summary' | 'facts'>;

/** One file as it was when the handbook was opened. */
export class StoredPage implements PageSource {
  readonly path: string;
  readonly reading: ReadAs;
  readonly known: KnownPage;
  /** By this it is known again without reading it, once it is settled. */
  readonly stamp: Stamp | null;
  /** Content that was read in this run and that no cache has yet, as JSON. */
  newContent: string | null = null;
  #readAgain: StoredFacts | null = null;
  readonly #readAt: number;
  readonly #tree: FileTree;
  readonly #store: PageStore;

  constructor(parts: {
    readonly path: string;
    readonly reading: ReadAs;
    readonly known: KnownPage;
    readonly stamp: Stamp | null;
    /** Not later than the file was read. */
    readonly readAt: number;
    readonly tree: FileTree;
    readonly store: PageStore;
  }) {
    this.path = parts.path;
    this.reading = parts.reading;
    this.known = parts.known;
    this.stamp = parts.stamp;
    this.#readAt = parts.readAt;
    this.#tree = parts.tree;
    this.#store = parts.store;
  }

  /** Whether the same stamp means the same bytes: the file was not written so lately that it may change within its times' grain. */
  get isSettled(): boolean {
    return this.stamp !== null && this.stamp.mtime < this.#readAt - GRAIN;
  }

  /** By this the file on disk is known again in a later run; `''` when it is not settled, `null` when it does not come from the disk. */
  get keptStamp(): string | null {
    if (this.stamp?.state === undefined) return null;
    return this.isSettled ? this.stamp.key : '';
  }

  get summary(): PageSummary {
    return this.known.summary;
  }

  /** What the page says; read once more when what an earlier run kept of it turns out to be damaged. */
  get stored(): StoredFacts {
    const stored = this.#readAgain ?? this.known.facts;
    if (stored) return stored;
    this.#readAgain = this.#store.readAgain({ reading: this.reading, bytes: this.bytes() });
    return this.#readAgain;
  }

  contentJson(): string | null {
    return this.newContent ?? this.stored.content();
  }

  facts(): PageFacts {
    return this.#store.factsOf(this);
  }

  slugs(): readonly string[] | null {
    return this.stored.slugs();
  }

  content(): PageContent {
    return this.#store.contentOf(this);
  }

  text(): string {
    return this.#store.textOf(this);
  }

  /** A file may vanish or change after it was read; then it says what it says now, or nothing. */
  bytes(): Uint8Array {
    try {
      return this.#store.givenAs(this.path) ?? this.#tree.read(this.path);
    } catch (error) {
      if (error instanceof UnreadableFile) return new Uint8Array();
      throw error;
    }
  }
}

/** Of what is not known again. */
export const NO_KEY = '';

/** By this the content of a file is known again; `blob` is git's name of it, so that what git holds need not be read. */
export function contentKey(reading: ReadAs, blob: string): string {
  // What is joined is one text, while what a template makes keeps its parts as well.
  return [reading, blob].join(' ');
}

/** A file that could not be read: an empty page with a problem. */
export function unreadable(path: string, detail: string): KnownPage {
  const text = Buffer.from(writeFacts(emptyFacts({ kind: 'unreadable', range: [0, 0], detail }), '{"blocks":[]}'));
  return { path, key: NO_KEY, summary: { isUnread: true }, facts: new StoredFacts(text, 0, text.length) };
}
