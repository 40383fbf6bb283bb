import { settingsFiles, settingsFolders, signs } from '../../config/loading/settings-places.ts';
import { statOf } from '../../files/plain-file.ts';
import { listBelow } from '../../files/walk.ts';
import type { Handbook } from '../../model/handbook.ts';
import { GRAIN, hasChanges, isSettled, isUnchanged, type StatSnapshot, takeSnapshot } from './stat-snapshot.ts';
import { watchedPaths } from './watched-paths.ts';

/** An editor asks soon again, so that a time stamp as old as this, in ms, is trusted: file systems count in ticks. */
const TICK = 100;

/**
 * Tells whether a handbook's files changed since it last looked, by asking for each file's and folder's
 * state. It reads nothing and lists nothing; for some of the files it can be asked at every keystroke.
 */
export class DiskWatch {
  readonly #root: string;
  /** Both are `null` when a file may have been written while it was read. */
  #config: StatSnapshot | null = null;
  #files: StatSnapshot | null = null;
  /** What besides handbook.yaml said how the site is built. */
  #sources: readonly string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** Remembers the state of all that this handbook was opened from; `since`: when reading it had begun. */
  look(handbook: Handbook, since: number): void {
    this.#sources = handbook.config.configFiles;
    this.#config = this.#snapshot(this.#configFiles(), since);
    this.lookAgain(handbook, since);
  }

  /** Remembers it of a handbook that was read again; its configuration was not, and counts as it was when it was read. */
  lookAgain(handbook: Handbook, since: number): void {
    const pages = handbook.pages.map(({ path }) => path);
    this.#files = this.#snapshot({ given: '', paths: watchedPaths(this.#root, handbook.config, pages) }, since);
  }

  /** `config`: what the handbook is may have changed; `files`: what is in it, or in `some` of its files. */
  changed(some?: ReadonlySet<string>): 'config' | 'files' | null {
    if (this.#config === null || !isUnchanged(this.#root, this.#configFiles().given, this.#config)) return 'config';
    return this.#files === null || hasChanges(this.#root, this.#files, some) ? 'files' : null;
  }

  #snapshot(what: Pick<StatSnapshot, 'given' | 'paths'>, since: number): StatSnapshot | null {
    const snapshot = takeSnapshot(this.#root, what, since + GRAIN - TICK);
    return isSettled(snapshot) ? snapshot : null;
  }

  /** All that decides what the configuration's defaults are, besides the configuration itself. */
  #configFiles(): Pick<StatSnapshot, 'given' | 'paths'> {
    const parts = settingsFolders.flatMap((folder) => listBelow(this.#root, folder).files);
    const paths = [...new Set([...settingsFiles, ...this.#sources, ...parts])];
    const there = signs.filter((path) => statOf(`${this.#root}/${path}`) !== undefined);
    return { given: JSON.stringify([paths, there]), paths };
  }
}
