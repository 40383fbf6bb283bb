import { join } from 'node:path';
import { configNames } from '../config/loading/find-root.ts';
import { statOf } from '../files/plain-file.ts';
import { listBelow } from '../files/walk.ts';
import type { Handbook } from '../model/handbook.ts';
import { settingsFolders, templateFolders } from '../sites/hugo/config/config-files.ts';
import { hugoSigns, rootSigns } from '../sites/recognise.ts';
import { watchedPaths } from './watched-paths.ts';

/** A time stamp this close to now may not change with the next write: file systems count in ticks. */
const tick = 100;

/**
 * Tells whether a handbook's files changed since it last looked, by asking for each file's and folder's
 * state. It reads nothing and lists nothing; for some of the files it can be asked at every keystroke.
 */
export class DiskWatch {
  readonly #root: string;
  #paths: readonly string[] = [];
  #states: Float64Array = new Float64Array();
  /** `null`: it may have been written while it was read. */
  #config: string | null = null;
  /** What besides handbook.yaml said how the site is built. */
  #sources: readonly string[] = [];
  #isSettled = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** Remembers the state of all that this handbook was opened from; `since`: when reading it had begun. */
  look(handbook: Handbook, since: number): void {
    this.#sources = handbook.config.configFiles;
    const isYoung = this.#configStats().some((stat) => stat !== undefined && stat.ctimeMs > since - tick);
    this.#config = isYoung ? null : this.#configState();
    this.lookAgain(handbook, since);
  }

  /** Remembers it of a handbook that was read again; its configuration was not, and counts as it was when it was read. */
  lookAgain(handbook: Handbook, since: number): void {
    const pages = handbook.pages.map(({ path }) => path);
    this.#paths = watchedPaths(this.#root, handbook.config, pages);
    this.#states = Float64Array.from(this.#paths.flatMap((path) => this.#state(path)));
    // What was written meanwhile may have been read before.
    this.#isSettled = !this.#states.some((value, index) => index % 3 !== 2 && value > since - tick);
  }

  /** `config`: what the handbook is may have changed; `files`: what is in it, or in `some` of its files. */
  changed(some?: ReadonlySet<string>): 'config' | 'files' | null {
    if (this.#configState() !== this.#config) return 'config';
    if (!this.#isSettled) return 'files';
    const isSame = (path: string, index: number) =>
      (some !== undefined && !some.has(path)) ||
      this.#state(path).every((value, part) => value === this.#states[index * 3 + part]);
    return this.#paths.every(isSame) ? null : 'files';
  }

  #state(path: string): readonly [modified: number, changed: number, size: number] {
    const stat = statOf(join(this.#root, path));
    return [stat?.mtimeMs ?? -1, stat?.ctimeMs ?? -1, stat?.size ?? -1];
  }

  /** All that decides what the configuration's defaults are, besides the configuration itself. */
  #configState(): string {
    const files = this.#configStats().map((stat) =>
      stat === undefined ? '' : `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}`,
    );
    const places = ['content', 'layouts', 'layouts/index.redirects', 'static/_redirects', '_redirects'];
    return [...files, ...places.map((path) => statOf(join(this.#root, path)) !== undefined)].join('|');
  }

  #configStats() {
    // A template for links or of a shortcode may come or go as well.
    const folders = [...settingsFolders, ...templateFolders];
    const parts = folders.flatMap((folder) => listBelow(this.#root, folder).files);
    const files = new Set([...configNames, ...hugoSigns, ...rootSigns, ...this.#sources, ...parts]);
    return [...files].map((path) => statOf(join(this.#root, path)));
  }
}
