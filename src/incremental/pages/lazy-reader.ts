import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PageReader } from '../../model/page-source.ts';

/** The reader of Markdown, loaded when the first page has to be read: most runs find all they need in the cache. */
export class LazyReader {
  #reader: PageReader | null = null;

  /** Whether `get` may be called without `load` before. */
  get canWait(): boolean {
    return this.#reader !== null || builtReader() !== null;
  }

  async load(): Promise<PageReader> {
    if (!this.#reader) {
      const { loadReader } = await import('./load-reader.ts');
      this.#reader = await loadReader();
    }
    return this.#reader;
  }

  /** The reader, at once. Loads it without waiting where that is possible; see `canWait`. */
  get(): PageReader {
    if (!this.#reader) {
      const built = builtReader();
      if (built === null) throw new Error('the reader of Markdown is not loaded');
      this.#reader = (createRequire(import.meta.url)(built) as { loadReaderNow(): PageReader }).loadReaderNow();
    }
    return this.#reader;
  }
}

/** Where the built package has the reader, if this is the built package and the runtime can load modules at once. */
function builtReader(): string | null {
  const dist = import.meta.url.lastIndexOf('/dist/');
  if (import.meta.url.endsWith('.ts') || dist < 0) return null;
  if (!(process.features as { require_module?: boolean }).require_module) return null;
  const path = fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/incremental/pages/load-reader.js`);
  return existsSync(path) ? path : null;
}
