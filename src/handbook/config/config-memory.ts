import { type CacheFolder, codeVersion } from '../cache-folder.ts';
import { hashOf } from '../checksum.ts';
import type { ConfigMemory } from './load.ts';
import type { WrittenConfig } from './schema.ts';

interface Remembered {
  readonly key: string;
  readonly config: WrittenConfig;
}

/** Remembers the last valid configuration in a cache folder. */
export class FolderConfigMemory implements ConfigMemory {
  readonly #folder: CacheFolder;

  constructor(folder: CacheFolder) {
    this.#folder = folder;
  }

  recall(text: string): WrittenConfig | null {
    const file = this.#folder.read(nameOf(text))?.toString('utf8');
    const line = file?.indexOf('\n') ?? -1;
    if (file === undefined || line < 0 || file.slice(0, line) !== hashOf(file.slice(line + 1))) return null;
    const { key, config } = JSON.parse(file.slice(line + 1)) as Remembered;
    return key === keyOf(text) ? config : null;
  }

  remember(text: string, config: WrittenConfig): void {
    const json = JSON.stringify({ key: keyOf(text), config } satisfies Remembered);
    this.#folder.write(nameOf(text), [Buffer.from(`${hashOf(json)}\n${json}`)]);
  }
}

function keyOf(text: string): string {
  return hashOf(`${codeVersion}\n${text}`);
}

function nameOf(text: string): string {
  return `config-${keyOf(text).slice(0, 12)}`;
}
