import type { LintResult } from '../../lint/results/result.ts';
import { keepAnswer, recallAnswer } from '../cache/answers.ts';
import type { CacheFolder } from '../cache/cache-folder.ts';
import { bytesOf, copyOf } from '../cache/checked-file.ts';
import type { StatSnapshot } from '../watch/stat-snapshot.ts';

/** What was found of a change, and under which circumstances it holds. */
interface KnownChange {
  /** What git said. */
  readonly name: string;
  /** The files on disk that either state reads. */
  readonly snapshot: StatSnapshot;
  /** What the site is taken for, in a line. */
  readonly site: string;
  /** In ms: from then on nothing of this holds. */
  readonly until: number;
  readonly result: LintResult;
}

/** `stats`: the bytes of the snapshot's numbers, in base64. `until`: `null` for ever. */
interface Kept extends Omit<KnownChange, 'snapshot' | 'until'>, Pick<StatSnapshot, 'given' | 'paths'> {
  readonly stats: string;
  readonly until: number | null;
}

/** Keeps in a cache folder what was found of the last change of a kind. */
export class ChangeCache {
  readonly #folder: CacheFolder;
  readonly #name: string;
  readonly #key: string;

  /** `key` names the code and all that besides the two states decides what it finds. */
  constructor(folder: CacheFolder, kind: 'disk' | 'index', key: string) {
    this.#folder = folder;
    this.#name = `change-${kind}`;
    this.#key = key;
  }

  /** What the last run has found; `null` when it cannot be used. */
  recall(): KnownChange | null {
    const kept = recallAnswer<Kept>(this.#folder, this.#name, this.#key);
    if (kept === null || (kept.until !== null && kept.until <= Date.now())) return null;
    const { name, site, result, given, paths, stats, until } = kept;
    const numbers = new Float64Array(copyOf(Buffer.from(stats, 'base64')));
    return { name, site, result, until: until ?? Number.POSITIVE_INFINITY, snapshot: { given, paths, stats: numbers } };
  }

  keep({ name, snapshot: { given, paths, stats }, site, until, result }: KnownChange): void {
    const kept: Kept = {
      name,
      site,
      result,
      given,
      paths,
      stats: Buffer.from(bytesOf(stats)).toString('base64'),
      until: Number.isFinite(until) ? until : null,
    };
    keepAnswer(this.#folder, this.#name, this.#key, kept);
  }
}
