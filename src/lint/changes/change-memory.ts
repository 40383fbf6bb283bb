import type { CacheFolder } from '../../incremental/cache-folder.ts';
import type { Sight } from '../../incremental/look.ts';
import { bytesOf, copyOf, readTexts, seal, unseal, writeTexts } from '../../incremental/seal.ts';
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
  readonly config: string;
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
    const file = this.#folder.read(this.#file);
    const [paths, stats, json] = (file && unseal(file, 3)) ?? [];
    if (!paths || !stats || !json) return null;
    const { key, config, until, name, result } = JSON.parse(json.toString('utf8')) as Kept;
    if (key !== this.#key || (until !== null && until <= Date.now())) return null;
    return {
      name,
      result,
      until: until ?? Number.POSITIVE_INFINITY,
      sight: { config, paths: readTexts(paths), stats: new Float64Array(copyOf(stats)) },
    };
  }

  keep({ name, sight, until, result }: KnownChange): void {
    const kept: Kept = {
      key: this.#key,
      name,
      config: sight.config,
      until: Number.isFinite(until) ? until : null,
      result,
    };
    const parts = [writeTexts(sight.paths), bytesOf(sight.stats), Buffer.from(JSON.stringify(kept))];
    this.#folder.write(this.#file, seal(parts.map((part) => [part])));
  }
}
