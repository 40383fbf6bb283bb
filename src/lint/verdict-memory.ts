import type { CacheFolder } from '../handbook/cache-folder.ts';
import { readVerdicts, type Verdicts, writeVerdicts } from './verdicts.ts';

/** Keeps the verdicts of the last runs in a cache folder. */
export class VerdictMemory {
  readonly #folder: CacheFolder;
  readonly #key: string;
  #known: Verdicts | null | undefined;
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
    if (this.#known === undefined) this.#known = this.#read();
    return this.#known && this.#known.until > Date.now() ? this.#known : null;
  }

  /** All that earlier runs have found, of whatever state of the handbook. */
  recallAll(): readonly Verdicts[] {
    return [this, ...this.#others].map((memory) => memory.recall()).filter((known) => known !== null);
  }

  keep(verdicts: Verdicts): void {
    this.#known = verdicts;
    this.#folder.write(this.#name, writeVerdicts(this.#key, verdicts));
  }

  get #name(): string {
    return `verdicts-${this.#key.slice(0, 12)}`;
  }

  #read(): Verdicts | null {
    const file = this.#folder.read(this.#name);
    try {
      return file && readVerdicts(this.#key, file);
    } catch {
      return null;
    }
  }
}
