import type { LintResult } from '../../lint/results/result.ts';
import type { CacheFolder } from '../cache-folder.ts';
import type { StatSnapshot } from '../stat-snapshot.ts';
import { bytesOf, copyOf, readChecked, readTexts, writeChecked, writeTexts } from './checked-file.ts';

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

interface Kept extends Omit<KnownChange, 'snapshot' | 'until'> {
  readonly key: string;
  readonly given: string;
  /** `null`: for ever. */
  readonly until: number | null;
}

/** Keeps in a cache folder what was found of the last change of a kind. */
export class ChangeCache {
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
    const [paths, stats, json] = (file && readChecked(file, 3)) ?? [];
    if (!paths || !stats || !json) return null;
    const { key, given, until, name, site, result } = JSON.parse(json.toString('utf8')) as Kept;
    if (key !== this.#key || (until !== null && until <= Date.now())) return null;
    return {
      name,
      site,
      result,
      until: until ?? Number.POSITIVE_INFINITY,
      snapshot: { given, paths: readTexts(paths), stats: new Float64Array(copyOf(stats)) },
    };
  }

  keep({ name, snapshot, site, until, result }: KnownChange): void {
    const kept: Kept = {
      key: this.#key,
      name,
      site,
      given: snapshot.given,
      until: Number.isFinite(until) ? until : null,
      result,
    };
    const parts = [writeTexts(snapshot.paths), bytesOf(snapshot.stats), Buffer.from(JSON.stringify(kept))];
    this.#folder.write(this.#file, writeChecked(parts.map((part) => [part])));
  }
}
