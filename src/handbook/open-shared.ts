import { indexOf, stateOf, viewsOf } from './assemble.ts';
import { Chunk } from './chunk.ts';
import { diskTree } from './disk-tree.ts';
import { LazyReader } from './lazy-reader.ts';
import { PageStore, StoredPage } from './page-store.ts';
import { needsOf } from './read-files.ts';
import type { SharedFiles, SharedHandbook } from './shared-handbook.ts';
import type { HandbookState } from './state.ts';

/** The handbook that another thread shares, as it was read there. */
export async function openShared({ config, files: text, bodies }: SharedHandbook): Promise<HandbookState> {
  const { root, plain, pages, served, assets, ...paths } = JSON.parse(text) as SharedFiles;
  const tree = diskTree(root, plain);
  const reader = new LazyReader();
  await reader.load();
  const store = new PageStore(reader, needsOf(config));
  const blocks = bodies.map((body) => Buffer.from(body));
  const stored = new Map<string, StoredPage>();
  for (const [path, reading, key, digest, body, at] of pages) {
    const known = { path, key, digest, chunk: new Chunk(blocks[body]!, at) };
    stored.set(path, new StoredPage({ path, reading, known, stamp: null, readAt: 0, tree, store }));
  }
  const files = { ...paths, assets: new Set(assets), served: () => served };
  const index = indexOf(config, files, stored);
  return stateOf({ tree, config, files, index, views: viewsOf(stored, index), isShared: true });
}
