import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { configNames, hugoSigns } from '../config/find-root.ts';
import { isToolFolder } from '../files/file-tree.ts';
import type { Handbook } from '../model/handbook.ts';
import { hugoFolder } from '../sites/hugo/config-files.ts';

/** A time stamp this close to now may not change with the next write: file systems count in ticks. */
const tick = 100;

/**
 * Tells whether a handbook's files changed since it last looked, by asking for each file's and folder's
 * state. It reads nothing and lists nothing, so it can be asked at every keystroke.
 */
export class DiskWatch {
  readonly #root: string;
  #paths: readonly string[] = [];
  #states: Float64Array = new Float64Array();
  #config = '';
  #isSettled = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** Remembers the state of all that this handbook was made of; `since`: when reading it had begun. */
  look(handbook: Handbook, since: number): void {
    const { content, static: served, assets, layouts, includes, data } = handbook.config;
    const ofData = data.patterns.map(({ folder }) => folder);
    const folders = new Set<string>();
    for (const folder of [...content, ...served, ...assets, ...layouts, ...includes.folders, ...ofData])
      collectFolders(join(this.#root, folder), folders);
    const templates = layouts.flatMap((folder) => filesBelow(join(this.#root, folder)));
    this.#paths = [...folders, ...templates, ...handbook.pages.map(({ path }) => `${this.#root}/${path}`)];
    this.#states = this.#stat();
    this.#config = this.#configState();
    // What was written meanwhile may have been read before.
    this.#isSettled = !this.#states.some((value, index) => index % 3 !== 2 && value > since - tick);
  }

  /** `config`: what the handbook is may have changed; `files`: what is in it. */
  changed(): 'config' | 'files' | null {
    if (this.#configState() !== this.#config) return 'config';
    if (!this.#isSettled) return 'files';
    const now = this.#stat();
    return now.every((value, index) => value === this.#states[index]) ? null : 'files';
  }

  #stat(): Float64Array {
    const states = new Float64Array(this.#paths.length * 3);
    let at = 0;
    for (const path of this.#paths) {
      const stat = statSync(path, { throwIfNoEntry: false });
      states[at++] = stat?.mtimeMs ?? -1;
      states[at++] = stat?.ctimeMs ?? -1;
      states[at++] = stat?.size ?? -1;
    }
    return states;
  }

  /** All that decides what the configuration's defaults are, besides the configuration itself. */
  #configState(): string {
    const parts = filesBelow(join(this.#root, hugoFolder)).map((path) => path.slice(this.#root.length + 1));
    const files = [...new Set([...configNames, ...hugoSigns, ...parts])].map((path) => {
      const stat = statSync(join(this.#root, path), { throwIfNoEntry: false });
      return stat === undefined ? '' : `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}`;
    });
    const places = ['content', 'layouts', 'layouts/index.redirects', 'static/_redirects', '_redirects'];
    return [
      ...files,
      ...places.map((path) => statSync(join(this.#root, path), { throwIfNoEntry: false }) !== undefined),
    ].join('|');
  }
}

/** A folder and all below it, as absolute paths; those of tools left out. */
export function collectFolders(folder: string, into: Set<string>): void {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch {
    // Gone or closed to us: its absence is its state.
    into.add(folder);
    return;
  }
  collect(folder, real, into, []);
}

/** `real`: where the folder is when links are followed; `above`: the same of those that lead to it. */
function collect(folder: string, real: string, into: Set<string>, above: readonly string[]): void {
  if (into.has(folder) || above.includes(real)) return;
  into.add(folder);
  const around = [...above, real];
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isToolFolder(entry.name)) continue;
      const path = `${folder}${sep}${entry.name}`;
      if (entry.isDirectory()) collect(path, `${real}${sep}${entry.name}`, into, around);
      else if (entry.isSymbolicLink() && isFolder(path)) collect(path, realpathSync(path), into, around);
    }
  } catch {
    // What cannot be listed has no folders that could be looked into.
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
