import type { CacheFolder } from '../../handbook/cache-folder.ts';
import { hashOf } from '../../handbook/checksum.ts';
import type { Sight } from '../../handbook/look.ts';
import type { LintResult } from '../result.ts';

/** What was found of a change, and under which circumstances it holds. */
export interface KnownChange {
  /** What git said. */
  readonly name: string;
  /** How the files on disk looked that either state reads. */
  readonly sight: Sight;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  readonly result: LintResult;
}

interface Kept extends Omit<KnownChange, 'sight' | 'until'> {
  readonly key: string;
  readonly sight: Omit<Sight, 'stats'> & { readonly stats: readonly number[] };
  /** `null`: for ever. */
  readonly until: number | null;
}

/** Keeps in a cache folder what was found of the last change of a kind. */
export class ChangeMemory {
  readonly #folder: CacheFolder;
  readonly #file: string;
  readonly #key: string;

  /** `key` names the code and all that besides the two states decides what it finds. */
  constructor(folder: CacheFolder, kind: 'disk' | 'index', key: string) {
    this.#folder = folder;
    this.#file = `change-${kind}`;
    this.#key = key;
  }

  /** What the last run has found; `null` when it cannot be used. */
  recall(): KnownChange | null {
    const text = this.#folder.read(this.#file)?.toString('utf8') ?? '';
    const lineEnd = text.indexOf('\n');
    const json = text.slice(lineEnd + 1);
    if (lineEnd < 0 || text.slice(0, lineEnd) !== hashOf(json)) return null;
    const { key, sight, until, name, result } = JSON.parse(json) as Kept;
    if (key !== this.#key || (until !== null && until <= Date.now())) return null;
    return {
      name,
      result,
      until: until ?? Number.POSITIVE_INFINITY,
      sight: { ...sight, stats: Float64Array.from(sight.stats) },
    };
  }

  keep({ name, sight, until, result }: KnownChange): void {
    const kept: Kept = {
      key: this.#key,
      name,
      sight: { ...sight, stats: [...sight.stats] },
      until: Number.isFinite(until) ? until : null,
      result,
    };
    const json = JSON.stringify(kept);
    this.#folder.write(this.#file, [Buffer.from(`${hashOf(json)}\n${json}`)]);
  }
}
