import { SparseWatch } from '../git/sparse.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Threads } from '../workers/threads.ts';
import { openSession } from './open.ts';
import type { HandbookSession } from './session.ts';
import { DiskWatch } from './watch/disk-watch.ts';

/** What is known of changed files since they were read: nobody watches them, none has changed, some have. */
export type Disk = 'unwatched' | 'same' | 'changed';

/** A handbook as it was followed to, and what of it may have changed besides the given texts. */
interface Followed {
  readonly handbook: Handbook;
  readonly change: 'config' | 'files' | null;
}

/** A handbook on disk that is asked again and again: opened once, then read again where its files have changed. */
export class FollowedHandbook {
  readonly #root: string;
  readonly #threads: Threads | undefined;
  readonly #watch: DiskWatch;
  readonly #sparse: SparseWatch;
  #session: HandbookSession | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(root: string, threads?: Threads) {
    this.#root = root;
    this.#threads = threads;
    this.#watch = new DiskWatch(root);
    this.#sparse = new SparseWatch(root);
  }

  /** `null` while it cannot be opened. */
  get session(): HandbookSession | null {
    return this.#session;
  }

  /** Whether files have changed since they were read. */
  get hasChangedOnDisk(): boolean {
    return this.#session !== null && this.#watch.changed() !== null;
  }

  /** One after the other: a session is in one state at a time. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /**
   * The handbook with these texts in place of its files. What is not watched is looked at: all files, or `some`. Throws when the
   * configuration cannot be used, and opens it anew at the next call. To be called in turn.
   */
  async refresh(overlays: ReadonlyMap<string, string>, disk: Disk, some?: ReadonlySet<string>): Promise<Followed> {
    const since = Date.now();
    const session = this.#session;
    this.#session = null;
    const hasOtherIndex = this.#sparse.hasChanged(disk === 'same');
    const change = session === null || hasOtherIndex ? 'config' : this.#changed(disk, some);
    if (session === null || change === 'config') {
      const opened = await openSession({ root: this.#root, cache: true, overlays, threads: this.#threads });
      this.#watch.look(opened.handbook, since);
      opened.save();
      this.#session = opened;
    } else {
      await session.refresh({ overlays, rescan: change !== null });
      if (change !== null) this.#watch.lookAgain(session.handbook, since);
      this.#session = session;
    }
    return { handbook: this.#session.handbook, change };
  }

  #changed(disk: Disk, some: ReadonlySet<string> | undefined): 'config' | 'files' | null {
    if (disk === 'same') return null;
    return disk === 'changed' ? (this.#watch.changed() ?? 'files') : this.#watch.changed(some);
  }
}
