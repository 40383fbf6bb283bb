import { type CacheFolder, codeVersion } from './cache-folder.ts';
import { hashOf } from './checksum.ts';
import { type NewEntry, type PackEntry, readPack, writePack } from './pack.ts';
import type { KnownPage, StoredPage } from './page-store.ts';
import type { DigestNeeds } from './read-files.ts';

/** Content that no run has met is kept for this many writes: for the other branch, and for a file that moves back. */
const MAX_AGE = 6;

/** What has to be equal for one run to use what an other has written. */
export function packVersion({ taxonomies, inserting }: DigestNeeds): string {
  return JSON.stringify([codeVersion, taxonomies, [...inserting]]);
}

/** What earlier runs have found out about files, by path and stamp or by content. */
export class PageCache {
  readonly #folder: CacheFolder;
  readonly #version: string;
  readonly #name: string;
  readonly #byPath = new Map<string, PackEntry>();
  readonly #byKey = new Map<string, PackEntry>();
  #isCurrent = true;

  constructor(folder: CacheFolder, needs: DigestNeeds) {
    this.#folder = folder;
    this.#version = packVersion(needs);
    this.#name = `pages-${hashOf(this.#version).slice(0, 12)}`;
    for (const entry of this.#read()) {
      if (entry.age === 0) this.#byPath.set(entry.path, entry);
      if (!this.#byKey.has(entry.key)) this.#byKey.set(entry.key, entry);
    }
  }

  /** What the file at this path was when it had this stamp. */
  byStamp(path: string, reading: string, stamp: string): KnownPage | undefined {
    const entry = stamp === '' ? undefined : this.#byPath.get(path);
    return entry?.stamp === stamp && entry.key.startsWith(`${reading} `) ? entry : undefined;
  }

  byKey(key: string): KnownPage | undefined {
    return this.#byKey.get(key);
  }

  /** Keeps what is known now for the next run. */
  save(pages: Iterable<StoredPage>): void {
    const entries: NewEntry[] = [];
    const met = new Set<string>();
    let isChanged = !this.#isCurrent;
    for (const page of pages) {
      const { known, path } = page;
      if (known.key === '') continue;
      const before = this.#byPath.get(path);
      const stamp = page.isSettled ? page.stamp : '';
      if (before?.key !== known.key || before.stamp !== stamp || page.newContent !== null) isChanged = true;
      entries.push({
        path,
        key: known.key,
        stamp,
        digest: known.digest,
        age: 0,
        chunk: known.chunk,
        newContent: page.newContent,
      });
      met.add(known.key);
    }
    if (!isChanged && entries.length >= this.#byPath.size) return;
    const room = entries.length;
    for (const entry of this.#byKey.values()) {
      if (met.has(entry.key) || entry.age >= MAX_AGE || entries.length >= room * 2) continue;
      entries.push({ ...entry, age: entry.age + 1 });
    }
    this.#folder.write(this.#name, writePack(this.#version, entries));
    this.#folder.sweep();
    this.#isCurrent = true;
  }

  #read(): readonly PackEntry[] {
    const file = this.#folder.read(this.#name);
    this.#isCurrent = false;
    if (file === null) return [];
    try {
      const entries = readPack(this.#version, file);
      this.#isCurrent = entries !== null;
      return entries ?? [];
    } catch {
      return [];
    }
  }
}
