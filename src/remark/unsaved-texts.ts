import { attempt } from '../files/attempt.ts';
import { withoutMark } from '../files/byte-order-mark.ts';
import type { FileTree } from '../files/file-tree.ts';

/** How long a text counts after its last check. An editor does not say when it closes a page. */
export const lifetime = 10 * 60_000;

interface Unsaved {
  readonly text: string;
  /** The file's state when the text was seen; `null` when there was none. */
  readonly stamp: string | null;
  readonly seen: number;
}

/**
 * Texts of open pages that are not on disk. A page that an editor closes without saving is never heard of again, so a text
 * is forgotten as soon as the file on disk changes, when the editor names all its open pages and this one is
 * not among them, and some time after its last check.
 */
export class UnsavedTexts {
  readonly #tree: FileTree;
  readonly #now: () => number;
  readonly #texts = new Map<string, Unsaved>();

  constructor(tree: FileTree, now: () => number = Date.now) {
    this.#tree = tree;
    this.#now = now;
  }

  /** A check sees this text of a page. */
  see(path: string, text: string): void {
    const stamp = this.#stamp(path);
    if (stamp !== null && this.#onDisk(path) === withoutMark(text)) this.#texts.delete(path);
    else this.#texts.set(path, { text, stamp, seen: this.#now() });
  }

  /** These are all pages that are open. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#texts.keys()) if (!paths.has(path)) this.#texts.delete(path);
  }

  /** What counts now, by path. */
  current(): ReadonlyMap<string, string> {
    for (const [path, { stamp, seen }] of this.#texts)
      if (stamp !== this.#stamp(path) || this.#now() - seen > lifetime) this.#texts.delete(path);
    return new Map([...this.#texts].map(([path, { text }]) => [path, text]));
  }

  #stamp(path: string): string | null {
    return this.#tree.stamp(path)?.key ?? null;
  }

  #onDisk(path: string): string | null {
    return attempt(() => withoutMark(Buffer.from(this.#tree.read(path)).toString('utf8')), null);
  }
}
