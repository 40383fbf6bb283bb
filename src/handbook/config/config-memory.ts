import { type CacheFolder, codeVersion } from '../cache-folder.ts';
import { hashOf } from '../checksum.ts';
import type { ConfigMemory } from './load.ts';

interface Remembered<T> {
  readonly key: string;
  readonly said: T;
}

/** Remembers valid configurations in a cache folder. */
export class FolderConfigMemory implements ConfigMemory {
  readonly #folder: CacheFolder;

  constructor(folder: CacheFolder) {
    this.#folder = folder;
  }

  recall<T>(text: string): T | null {
    const file = this.#folder.read(nameOf(text))?.toString('utf8');
    const line = file?.indexOf('\n') ?? -1;
    if (file === undefined || line < 0 || file.slice(0, line) !== hashOf(file.slice(line + 1))) return null;
    const { key, said } = JSON.parse(file.slice(line + 1)) as Remembered<T>;
    return key === keyOf(text) ? said : null;
  }

  remember<T>(text: string, said: T): void {
    const json = JSON.stringify({ key: keyOf(text), said } satisfies Remembered<T>);
    this.#folder.write(nameOf(text), [Buffer.from(`${hashOf(json)}\n${json}`)]);
  }
}

function keyOf(text: string): string {
  return hashOf(`${codeVersion}\n${text}`);
}

function nameOf(text: string): string {
  return `config-${keyOf(text).slice(0, 12)}`;
}
