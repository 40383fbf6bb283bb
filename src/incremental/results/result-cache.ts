import { attempt } from '../../files/attempt.ts';
import { shortName } from '../../files/checksum.ts';
import type { CacheFolder } from '../cache/cache-folder.ts';
import type { OpenFile } from '../cache/open-file.ts';
import type { CachedResults } from './cached-results.ts';
import { writeResults } from './result-file.ts';
import { readResults, type StoredResults } from './stored-results.ts';

/** Keeps what the last runs have found in a cache folder. */
export class ResultCache {
  readonly folder: CacheFolder;
  readonly key: string;
  #stored: StoredResults | null | undefined;
  /** Where earlier results lie. */
  #file: OpenFile | null = null;
  #kept: CachedResults | null = null;
  /** How many pages the last run had to judge. */
  judged = 0;

  readonly #others: readonly ResultCache[];

  /**
   * `key` names the code and all that besides the handbook decides what it finds. What `others` hold serves as
   * well: of one change, the state before it may have been judged as the state after an earlier one.
   */
  constructor(folder: CacheFolder, key: string, others: readonly ResultCache[] = []) {
    this.folder = folder;
    this.key = key;
    this.#others = others;
  }

  /** What earlier runs have found; `null` when nothing of it can be used. */
  recall(): CachedResults | null {
    const known = this.#kept ?? this.recallStored();
    return known && known.until > Date.now() ? known : null;
  }

  /** The same, of earlier processes only. */
  recallStored(): StoredResults | null {
    if (this.#stored === undefined) this.#stored = this.#read();
    return this.#stored && this.#stored.until > Date.now() ? this.#stored : null;
  }

  /** All that earlier runs have found, of whatever state of the handbook. */
  recallAll(): readonly CachedResults[] {
    return [this, ...this.#others].map((cache) => cache.recall()).filter((known) => known !== null);
  }

  keep(results: CachedResults): void {
    this.#kept = results;
    this.#file?.readAll();
    this.folder.write(this.#name, writeResults(this.key, results));
  }

  get #name(): string {
    return `results-${shortName(this.key)}`;
  }

  #read(): StoredResults | null {
    const file = this.folder.open(this.#name);
    this.#file = file;
    return attempt(() => file && readResults(this.key, file), null);
  }
}
