import { indexOf, stateOf, viewsOf } from './assemble.ts';
import { Chunk } from './chunk.ts';
import type { Digest } from './digest.ts';
import { diskTree } from './disk-tree.ts';
import { LazyReader } from './lazy-reader.ts';
import { PageStore, StoredPage } from './page-store.ts';
import { needsOf } from './read-files.ts';
import type { SharedHandbook } from './shared-handbook.ts';
import type { HandbookState } from './state.ts';

/** The handbook that another thread shares, as it was read there. */
export async function openShared(shared: SharedHandbook): Promise<HandbookState> {
  const { root, config, plain, files, pages, digests, bodies } = shared;
  const tree = diskTree(root, plain);
  const reader = new LazyReader();
  await reader.load();
  const store = new PageStore(reader, needsOf(config));
  const blocks = bodies.map((body) => Buffer.from(body));
  const stored = new Map<string, StoredPage>();
  for (const [index, digest] of (JSON.parse(digests) as readonly Digest[]).entries()) {
    const [path, reading, key, body, at] = pages[index]!;
    const known = { path, key, digest, chunk: new Chunk(blocks[body]!, at) };
    stored.set(path, new StoredPage({ path, reading, known, stamp: null, readAt: 0, tree, store }));
  }
  const all = { ...files, served: () => files.served };
  const index = indexOf(config, all, stored);
  return stateOf({ tree, config, files: all, index, views: viewsOf(stored, index), isShared: true });
}
