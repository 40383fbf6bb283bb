import { shortName } from '../../files/checksum.ts';
import type { CacheFolder } from '../../incremental/cache-folder.ts';
import { readVerdicts, type StoredVerdicts, writeVerdicts } from './verdict-file.ts';
import type { Verdicts } from './verdicts.ts';

/** Keeps the verdicts of the last runs in a cache folder. */
export class VerdictMemory {
  readonly #folder: CacheFolder;
  readonly #key: string;
  #stored: StoredVerdicts | null | undefined;
  #kept: Verdicts | null = null;
  /** How many pages the last run had to judge. */
  judged = 0;

  readonly #others: readonly VerdictMemory[];

  /**
   * `key` names the code and all that besides the handbook decides what it finds. What `others` remember serves as
   * well: of one change, the state before it may have been judged as the state after an earlier one.
   */
  constructor(folder: CacheFolder, key: string, others: readonly VerdictMemory[] = []) {
    this.#folder = folder;
    this.#key = key;
    this.#others = others;
  }

  /** What earlier runs have found; `null` when nothing of it can be used. */
  recall(): Verdicts | null {
    const known = this.#kept ?? this.recallStored();
    return known && known.until > Date.now() ? known : null;
  }

  /** The same, of earlier processes only. */
  recallStored(): StoredVerdicts | null {
    if (this.#stored === undefined) this.#stored = this.#read();
    return this.#stored && this.#stored.until > Date.now() ? this.#stored : null;
  }

  /** All that earlier runs have found, of whatever state of the handbook. */
  recallAll(): readonly Verdicts[] {
    return [this, ...this.#others].map((memory) => memory.recall()).filter((known) => known !== null);
  }

  keep(verdicts: Verdicts): void {
    this.#kept = verdicts;
    this.#folder.write(this.#name, writeVerdicts(this.#key, verdicts));
  }

  get #name(): string {
    return `verdicts-${shortName(this.#key)}`;
  }

  #read(): StoredVerdicts | null {
    const file = this.#folder.read(this.#name);
    try {
      return file && readVerdicts(this.#key, file);
    } catch {
      return null;
    }
  }
}
