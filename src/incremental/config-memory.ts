import type { ConfigMemory } from '../config/loading/memory.ts';
import { shortName } from '../files/checksum.ts';
import { build } from './build.ts';
import { type CacheFolder, codeVersion } from './cache-folder.ts';
import { readChecked, writeChecked } from './results/checked-file.ts';

interface Remembered<T> {
  readonly code: string;
  readonly text: string;
  readonly said: T;
}

const code = build ?? codeVersion;

/** Remembers valid configurations in a cache folder. */
export class FolderConfigMemory implements ConfigMemory {
  readonly #folder: CacheFolder;

  constructor(folder: CacheFolder) {
    this.#folder = folder;
  }

  recall<T>(text: string): T | null {
    const file = this.#folder.read(nameOf(text));
    const [json] = (file && readChecked(file, 1)) ?? [];
    if (json === undefined) return null;
    const known = JSON.parse(json.toString('utf8')) as Remembered<T>;
    return known.code === code && known.text === text ? known.said : null;
  }

  remember<T>(text: string, said: T): void {
    const json = JSON.stringify({ code, text, said } satisfies Remembered<T>);
    this.#folder.write(nameOf(text), writeChecked([[Buffer.from(json)]]));
  }
}

function nameOf(text: string): string {
  return `config-${shortName(text)}`;
}
