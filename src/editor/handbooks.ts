import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { findHandbook } from '../config/find-root.ts';
import { type Documents, pathOfUri } from './documents.ts';
import { type HandbookNow, OpenHandbook } from './open-handbook.ts';

/** Where an open document or a file stands. */
export interface Place {
  readonly opened: OpenHandbook;
  /** Relative to the handbook's root: `content/handbook/values.md`. */
  readonly path: string;
}

/** The handbooks that open documents belong to, each opened once. */
export class Handbooks {
  readonly #documents: Documents;
  readonly #opened = new Map<string, OpenHandbook>();
  readonly #folders = new Set<string>();
  /** Handbooks whose files may have changed. */
  readonly #stale = new Set<OpenHandbook>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  addFolder(uri: string): void {
    const path = pathOfUri(uri);
    if (path !== null) this.#folders.add(path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path);
  }

  removeFolder(uri: string): void {
    const path = pathOfUri(uri);
    if (path !== null) this.#folders.delete(path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path);
  }

  /** Where a document stands; `null` when it is no file of a handbook. */
  placeOf(uri: string): Place | null {
    const absolute = pathOfUri(uri);
    const root = absolute === null ? null : this.#rootOf(absolute);
    if (absolute === null || root === null) return null;
    let opened = this.#opened.get(root);
    if (opened === undefined) {
      opened = new OpenHandbook(root);
      this.#opened.set(root, opened);
    }
    const path = opened.pathOf(absolute);
    return path === null ? null : { opened, path };
  }

  /** The handbook as its files and all open documents are now. Throws when its configuration cannot be used. */
  async now(opened: OpenHandbook): Promise<HandbookNow> {
    const isStale = this.#stale.delete(opened);
    try {
      return await opened.now(this.#texts(), isStale);
    } catch (error) {
      // The folder may have gone; it is looked for again when a document of it is asked for.
      if (!existsSync(opened.root)) this.#opened.delete(opened.root);
      throw error;
    }
  }

  /** Files of any handbook may have changed. */
  noteDisk(): void {
    for (const opened of this.#opened.values()) this.#stale.add(opened);
  }

  /** Where nothing says where the handbook starts, it is the workspace's folder. */
  #rootOf(absolute: string): string | null {
    const found = findHandbook(absolute);
    if (found !== null) return found;
    const around = [...this.#folders].filter((folder) => absolute.startsWith(folder + sep));
    return around.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  #texts(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const document of this.#documents.all()) {
      const path = pathOfUri(document.uri);
      if (path !== null) texts.set(path, document.getText());
    }
    return texts;
  }
}
