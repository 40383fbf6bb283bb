import type { HandbookConfig } from './config.ts';
import type { FileTree } from './file-tree.ts';
import type { StoredPage } from './page-store.ts';
import type { Reading } from './reader.ts';
import type { SiteFiles } from './site-index.ts';

/** Asks a thread to open what another one has read, for tasks to come. */
export interface OpenTask {
  readonly task: 'open';
  readonly handbook: SharedHandbook;
}

/** All that another thread needs to see the same handbook; `openShared` opens it. What the pages say is not copied. */
export interface SharedHandbook {
  readonly root: string;
  readonly config: HandbookConfig;
  readonly plain: ReadonlySet<string>;
  readonly files: Omit<SiteFiles, 'served'> & { readonly served: ReturnType<SiteFiles['served']> };
  readonly pages: readonly SharedPage[];
  /** Of the pages in their order, as JSON. */
  readonly digests: string;
  readonly bodies: readonly SharedArrayBuffer[];
}

type SharedPage = readonly [path: string, reading: Reading, key: string, body: number, at: number];

/** What to tell other threads; `null` when the files do not lie on disk, where those would find them. */
export function shareHandbook(
  { plain, root }: FileTree,
  config: HandbookConfig,
  files: SiteFiles,
  stored: readonly StoredPage[],
): SharedHandbook | null {
  if (plain === undefined) return null;
  const bodies = new Map<SharedArrayBuffer, number>();
  const numberOf = (body: SharedArrayBuffer) => {
    const known = bodies.get(body);
    if (known !== undefined) return known;
    bodies.set(body, bodies.size);
    return bodies.size - 1;
  };
  const copies = new Copies(stored);
  const pages = stored.map(({ path, reading, known, chunk }): SharedPage => {
    const [body, at] = chunk.shared ?? copies.add(chunk.bytes);
    return [path, reading, known.key, numberOf(body), at];
  });
  const digests = JSON.stringify(stored.map(({ digest }) => digest));
  const all = { ...files, served: files.served() };
  return { root, config, plain, files: all, pages, digests, bodies: [...bodies.keys()] };
}

/** One block with what lies where other threads cannot read it. */
class Copies {
  readonly #block: Uint8Array<SharedArrayBuffer>;
  #length = 0;

  constructor(stored: readonly StoredPage[]) {
    let length = 0;
    for (const { chunk } of stored) if (chunk.shared === null) length += chunk.bytes.length;
    this.#block = new Uint8Array(new SharedArrayBuffer(length));
  }

  add(bytes: Uint8Array): readonly [body: SharedArrayBuffer, at: number] {
    const at = this.#length;
    this.#block.set(bytes, at);
    this.#length += bytes.length;
    return [this.#block.buffer, at];
  }
}
