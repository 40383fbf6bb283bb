import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { getOrInsert } from '../collections/get-or-insert.ts';
import { findHandbook, siteBelow } from '../config/loading/find-root.ts';
import { ignoredBelow } from '../git/ignored.ts';
import type { Page } from '../model/handbook.ts';
import { type Documents, documentsByPath, pathOfUri } from './documents.ts';
import { type HandbookNow, OpenHandbook } from './open-handbook.ts';

export interface HandbookFile {
  readonly opened: OpenHandbook;
  /** Relative to the handbook's root: `content/handbook/values.md`. */
  readonly path: string;
}

export interface PageNow extends HandbookNow {
  readonly opened: OpenHandbook;
  readonly page: Page;
}

/** The handbooks that open documents belong to, each opened once. */
export class Handbooks {
  readonly #documents: Documents;
  readonly #opened = new Map<string, OpenHandbook>();
  readonly #folders = new Set<string>();
  /** Handbooks in which the editor has told of changed files. */
  readonly #told = new Set<OpenHandbook>();
  /** Where files' handbooks start, by absolute path, until a file changes. */
  readonly #roots = new Map<string, string>();
  /** Whether the editor tells of changed files in the workspace's folders. */
  isWatched = false;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  addFolder(uri: string): void {
    const path = folderOf(uri);
    if (path !== null) this.#folders.add(path);
  }

  removeFolder(uri: string): void {
    const path = folderOf(uri);
    if (path === null) return;
    this.#folders.delete(path);
    this.#roots.clear();
    const open = new Set([...this.#documents.keys()].map((each) => this.placeOf(each)?.opened));
    for (const [root, opened] of this.#opened)
      if (!open.has(opened) && isIn(root, path) && !this.#isWanted(root)) this.#opened.delete(root);
  }

  /** Whether a handbook lies in a folder of the workspace, or around one. */
  #isWanted(root: string): boolean {
    return [...this.#folders].some((folder) => isIn(root, folder) || isIn(folder, root));
  }

  /** Whether the editor tells of all changed files of a handbook. */
  #tellsOf(root: string): boolean {
    return this.isWatched && [...this.#folders].some((folder) => isIn(root, folder));
  }

  /** Whether changes on disk may go untold that a document depends on. */
  isUnwatched(uri: string): boolean {
    const place = this.placeOf(uri);
    return place !== null && !this.#tellsOf(place.opened.root);
  }

  /** Where a document stands; `null` when it is no file of a handbook. */
  placeOf(uri: string): HandbookFile | null {
    const absolute = pathOfUri(uri);
    const root = absolute === null ? null : this.#rootOf(absolute);
    if (absolute === null || root === null) return null;
    const opened = this.#at(root);
    const path = opened.pathOf(absolute);
    return path === null ? null : { opened, path };
  }

  /** Whether a document is the first one of its handbook that the editor shows. */
  isFirstOpen(uri: string): boolean {
    const opened = this.placeOf(uri)?.opened;
    const first = [...this.#documents.keys()].find((each) => this.placeOf(each)?.opened === opened);
    return first === undefined || first === uri;
  }

  /** The page that a document shows; `null` when it shows none. Throws when the handbook's configuration cannot be used. */
  async pageAt(uri: string): Promise<PageNow | null> {
    const place = this.placeOf(uri);
    if (place === null) return null;
    const now = await this.now(place.opened);
    const page = now.handbook.page(place.path);
    return page === undefined ? null : { ...now, opened: place.opened, page };
  }

  /** The handbook as its files and all open documents are now. Throws when its configuration cannot be used. */
  async now(opened: OpenHandbook): Promise<HandbookNow> {
    const isTold = this.#told.delete(opened);
    try {
      return await opened.now(this.#texts(), isTold ? 'changed' : this.#tellsOf(opened.root) ? 'same' : 'unwatched');
    } catch (error) {
      // The folder may have gone; it is looked for again when a document of it is asked for.
      if (!existsSync(opened.root)) this.#opened.delete(opened.root);
      throw error;
    }
  }

  /** Looks at the files of all open handbooks, which the next `now` reads again where they have changed; says whether any have. */
  async hasChangedOnDisk(): Promise<boolean> {
    let hasChanged = false;
    for (const opened of this.#opened.values()) {
      if (!(await opened.hasChangedOnDisk())) continue;
      this.#told.add(opened);
      hasChanged = true;
    }
    return hasChanged;
  }

  /** All handbooks that are open, and those of the workspace's folders. */
  all(): readonly OpenHandbook[] {
    const tops = [...this.#folders].flatMap((folder) => findHandbook(folder) ?? (existsSync(folder) ? [folder] : []));
    const roots = tops.map((top) => siteBelow(top, (folder) => ignoredBelow(folder).paths) ?? top);
    for (const root of roots) this.#at(root);
    return [...this.#opened.values()];
  }

  /** The handbooks of documents that were asked about. */
  opened(): readonly OpenHandbook[] {
    return [...this.#opened.values()];
  }

  /** Files have changed. */
  noteDisk(): void {
    this.#roots.clear();
    for (const opened of this.#opened.values()) this.#told.add(opened);
  }

  #at(root: string): OpenHandbook {
    return getOrInsert(this.#opened, root, () => new OpenHandbook(root));
  }

  /** Where nothing says where the handbook starts, it is the workspace's folder. */
  #rootOf(absolute: string): string | null {
    const found = this.#roots.get(absolute) ?? findHandbook(absolute);
    if (found !== null && this.#tellsOf(found)) this.#roots.set(absolute, found);
    if (found !== null) return found;
    const around = [...this.#folders].filter((folder) => absolute.startsWith(folder + sep));
    return around.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  #texts(): ReadonlyMap<string, string> {
    return new Map([...documentsByPath(this.#documents)].map(([path, document]) => [path, document.getText()]));
  }
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function folderOf(uri: string): string | null {
  const path = pathOfUri(uri);
  return path !== null && path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path;
}
