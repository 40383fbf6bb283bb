import { attempt } from '../../files/attempt.ts';
import { hashOf } from '../../files/checksum.ts';
import { type CacheFolder, codeVersion } from '../cache/cache-folder.ts';
import { FactsFile } from './facts-file.ts';
import { type NewEntry, type Pack, type PackEntry, readPack, writePack } from './pack.ts';
import type { KnownPage } from './page-store.ts';
import type { ReadingNeeds } from './read-files.ts';

/** Content that no run has met or recalled is kept for this many writes: for the other branch, and for a file that moves back. */
const MAX_AGE = 6;
/** What is new is written apart until it is more than one in this many of all. */
const ONE_IN = 8;

/** What has to be equal for one run to use what an other has written. */
export function packVersion({ inserting, ...needs }: ReadingNeeds): string {
  return JSON.stringify([codeVersion, [...inserting], needs]);
}

interface KeptPage {
  readonly path: string;
  readonly known: KnownPage;
  /** `''` when the file was too young for its stamp to be trusted, `null` when it was not read from the disk. */
  readonly stamp: string | null;
  /** Content that `known` does not have yet. */
  readonly newContent: string | null;
}

/**
 * What earlier runs have found out about files, by path and stamp or by content. It lies in two packs: one that is
 * written rarely, and a small one with what is new since, so that a run after an edit writes little. What they say
 * is true whatever else is in them, so runs at the same time can lose each other's news, and no more.
 */
export class PageCache {
  readonly #folder: CacheFolder;
  readonly #version: string;
  readonly #name: string;
  readonly #nameOfNews: string;
  readonly #base: Pack | null;
  readonly #news: Pack | null;
  readonly #recalled = new Set<string>();

  constructor(folder: CacheFolder, needs: ReadingNeeds) {
    this.#folder = folder;
    this.#version = packVersion(needs);
    this.#name = `pages-${hashOf(this.#version).slice(0, 12)}`;
    this.#nameOfNews = `${this.#name}-new`;
    this.#base = this.#read(this.#name);
    this.#news = this.#read(this.#nameOfNews);
  }

  /** Whether nothing was found out before. */
  get isEmpty(): boolean {
    return this.#base === null && this.#news === null;
  }

  get folder(): string {
    return this.#folder.path;
  }

  /** For what does not fit into memory; `null` where no file can be written. */
  openFactsFile(): FactsFile | null {
    const descriptor = this.#folder.openNameless();
    return descriptor === null ? null : new FactsFile(descriptor).closeWhenLeft();
  }

  /** Whether anything was ever known of the file at this path. */
  hasMet(path: string): boolean {
    return this.#base?.files.has(path) === true || this.#news?.files.has(path) === true;
  }

  /** What the file at this path was when it had this stamp. */
  byStamp(path: string, reading: string, stamp: string): KnownPage | undefined {
    if (stamp === '') return undefined;
    const news = this.#news?.files.get(path);
    const file = news?.stamp === stamp ? news : this.#base?.files.get(path);
    return file?.stamp === stamp && file.key.startsWith(`${reading} `) ? this.byKey(file.key) : undefined;
  }

  byKey(key: string): KnownPage | undefined {
    return this.#news?.contents.get(key) ?? this.#base?.contents.get(key);
  }

  /** What is known of content that a file had in a state which results were kept of: it stays for as long as runs ask for it. */
  recall(key: string): KnownPage | undefined {
    this.#recalled.add(key);
    return this.byKey(key);
  }

  /** Keeps what is known now for the next run, and lets go of what was known before. */
  save(kept: Iterable<KeptPage>): void {
    const pages = [...kept].filter(({ known }) => known.key !== '');
    let base = this.#base?.isDamaged || this.#isMostlyGone(pages) ? null : this.#base;
    if (base && !this.#news?.isDamaged && !pages.some((page) => this.#isNew(page))) return;
    if (base && !this.#folder.keep(this.#name)) base = null;
    let entries = this.#besides(base, pages);
    if (base && entries.length * ONE_IN > base.contents.size) {
      base = null;
      entries = this.#besides(null, pages);
    }
    for (const pack of base ? [this.#news] : [this.#news, this.#base]) pack?.release();
    const isWritten = this.#folder.write(base ? this.#nameOfNews : this.#name, writePack(this.#version, entries));
    if (isWritten && base === null) this.#folder.remove(this.#nameOfNews);
    this.#folder.sweep();
  }

  /** What is known besides what the base says, if that one stays. */
  #besides(base: Pack | null, pages: readonly KeptPage[]): NewEntry[] {
    const entries: NewEntry[] = [];
    const met = new Set<string>();
    const others = base ? [this.#news] : [this.#news, this.#base];
    for (const { path, known, stamp, newContent } of pages) {
      const { key } = known;
      const isInBase = base?.contents.has(key) && !this.#news?.contents.has(key);
      const says = (isInBase || met.has(key)) && newContent === null ? null : { known, newContent, age: 0 };
      met.add(key);
      // What the base says of a file on disk stays true of it.
      const before = stamp === null ? undefined : base?.files.get(path);
      const stampNow = stamp ?? this.#stampOf(path, key, base ? null : this.#base);
      if (says || (stampNow !== null && (before?.key !== key || before.stamp !== stampNow)))
        entries.push({ path, key, stamp: stampNow ?? '', says });
    }
    const earlier = others.flatMap((pack) => [...(pack?.contents.values() ?? [])]);
    const isRecalled = ({ key }: PackEntry) => this.#recalled.has(key);
    // What was recalled comes first, since not all is kept.
    for (const known of [...earlier.filter(isRecalled), ...earlier.filter((each) => !isRecalled(each))]) {
      const { path, key } = known;
      const age = isRecalled(known) ? 1 : known.age + 1;
      if (met.has(key) || age > MAX_AGE || entries.length >= pages.length * 2) continue;
      met.add(key);
      entries.push({ path, key, stamp: '', says: { known, newContent: null, age } });
    }
    return entries;
  }

  #isNew({ path, known, stamp, newContent }: KeptPage): boolean {
    const isKept = stamp === null || this.#stampOf(path, known.key, this.#base) === stamp;
    return newContent !== null || !isKept || !this.byKey(known.key);
  }

  /** The stamp that the file on disk had with this content when it was read last, by the news or else by this pack. */
  #stampOf(path: string, key: string, pack: Pack | null): string | null {
    const file = this.#news?.files.get(path) ?? pack?.files.get(path);
    return file?.key === key ? file.stamp : null;
  }

  /** Whether most of what is kept belongs to pages that are there no more. */
  #isMostlyGone(pages: readonly KeptPage[]): boolean {
    return this.#base !== null && this.#base.contents.size > pages.length * 2;
  }

  #read(name: string): Pack | null {
    const file = this.#folder.open(name);
    return attempt(() => file && readPack(this.#version, file), null);
  }
}
