import { closeSync } from 'node:fs';
import { attempt } from '../../files/attempt.ts';
import { readFully } from '../../files/plain-file.ts';
import { writeAll } from '../../files/write-whole.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { PackEntry } from './pack.ts';
import { StoredFacts } from './stored-facts.ts';

const abandoned = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** Facts of a handbook that is too large to hold them in memory: a file without a name, which threads share by its descriptor. */
export class FactsFile {
  readonly descriptor: number;
  #end = 0;
  #isFull = false;

  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  /** Closes the file when nobody can ask it any more. Not for those who share it. */
  closeWhenLeft(): this {
    abandoned.register(this, this.descriptor);
    return this;
  }

  /** Writes facts behind what is there; gives their place, or `null` where there is no room. */
  append(facts: Uint8Array): number | null {
    if (this.#isFull) return null;
    const start = this.#end;
    try {
      writeAll(this.descriptor, facts);
    } catch {
      this.#isFull = true;
      return null;
    }
    this.#end += facts.length;
    return start;
  }

  /** `null` when they cannot be read. They lie in `room`, if they fit into it, until something else is read there. */
  factsAt(start: number, end: number, room?: Buffer): StoredFacts | null {
    return attempt(() => {
      const length = end - start;
      const bytes = room && length <= room.length ? room.subarray(0, length) : Buffer.allocUnsafe(length);
      return readFully(this.descriptor, bytes, start) ? new StoredFacts(bytes, 0, bytes.length) : null;
    }, null);
  }
}

/** What is known of a page whose facts lie in such a file. */
export class PageOnFile implements Omit<PackEntry, 'age'> {
  readonly path: string;
  readonly key: string;
  readonly summary: PageSummary;
  readonly start: number;
  readonly end: number;
  readonly #file: FactsFile;

  constructor(page: Pick<PackEntry, 'path' | 'key' | 'summary'>, file: FactsFile, start: number, end: number) {
    this.path = page.path;
    this.key = page.key;
    this.summary = page.summary;
    this.#file = file;
    this.start = start;
    this.end = end;
  }

  get facts(): StoredFacts | null {
    return this.factsIn();
  }

  factsIn(room?: Buffer): StoredFacts | null {
    return this.#file.factsAt(this.start, this.end, room);
  }
}
