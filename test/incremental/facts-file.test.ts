import { ftruncateSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { FactsFile, PageOnFile } from '../../src/incremental/pages/facts-file.ts';
import { LazyReader } from '../../src/incremental/pages/lazy-reader.ts';
import { writePack } from '../../src/incremental/pages/pack.ts';
import { PageStore } from '../../src/incremental/pages/page-store.ts';
import { storePages } from '../../src/incremental/pages/store-pages.ts';
import { needsOf } from '../../src/sites/reading-needs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const texts = {
  'content/_index.md': '# Home\n\n[A](a.md#one)\n',
  'content/a.md': '---\ntitle: A\n---\n\n## One {#one}\n\nÄ word.\n',
  'content/b.md': '{{< part >}}\n\n## Two\n',
};

async function read(factsFile: FactsFile | null, more: Readonly<Record<string, string>> = {}) {
  const tree = diskTree(temporaryFolder({ ...texts, ...more }));
  const paths = tree.list('');
  const { config } = await openHandbook({ root: tree.root });
  const store = new PageStore(new LazyReader(), needsOf(config), config.data);
  store.factsFile = factsFile;
  const sources = { tree, cache: null, index: null, last: new Map(), store, threads: null };
  return storePages(
    [...paths].sort().map((path) => [path, 'page'] as const),
    sources,
  );
}

const said = (pages: Awaited<ReturnType<typeof read>>) =>
  pages.map(({ path, summary, known, stored }) => [path, summary, known.key, stored.bytes.toString()]);

const newFile = () => new CacheFolder(join(temporaryFolder(), 'cache')).openNameless()!;

test('what pages say is the same from a file as from memory', async () => {
  const pages = await read(new FactsFile(newFile()));
  expect(pages.map(({ known }) => known instanceof PageOnFile)).toEqual([true, true, true]);
  expect(said(pages)).toEqual(said(await read(null)));
  expect(pages[1]!.facts().headings.map(({ id }) => id)).toEqual(['one']);
});

test('what lies in a file is kept for the next run as what lies in memory, long pages too', async () => {
  const kept = async (factsFile: FactsFile | null) => {
    const pages = await read(factsFile, { 'content/aa.md': '## A heading\n\n'.repeat(5000) });
    const says = (known: (typeof pages)[number]['known']) => ({ known, newContent: null, age: 0 });
    const entries = pages.map(({ path, known }) => ({ path, key: known.key, stamp: '', says: says(known) }));
    // Copied at once, as whoever writes them does.
    return Array.from(writePack('1', entries), (piece) => Buffer.from(piece).toString()).join('');
  };
  const inFile = await kept(new FactsFile(newFile()));
  expect(inFile.length).toBeGreaterThan(2 * 65536);
  expect(inFile).toBe(await kept(null));
});

test('pages stay in memory where the file cannot be written', async () => {
  const pages = await read(new FactsFile(openSync(join(temporaryFolder({ full: '' }), 'full'), 'r')));
  expect(pages.map(({ known }) => known instanceof PageOnFile)).toEqual([false, false, false]);
  expect(said(pages)).toEqual(said(await read(null)));
});

/** Several batches, and one page that says more than there is room for. */
const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, page) => [
    `content/m${page}.md`,
    page === 5 ? '## A heading\n\n'.repeat(9000) : `## Heading ${page}\n\n${'Words. '.repeat(10_000)}\n`,
  ]),
);

/** How many blocks of memory threads could share were made meanwhile. */
async function sharedBlocks(run: () => Promise<unknown>): Promise<number> {
  let blocks = 0;
  const SharedMemory = SharedArrayBuffer;
  class Counted extends SharedMemory {
    constructor(length: number) {
      super(length);
      blocks += 1;
    }
  }
  vi.stubGlobal('SharedArrayBuffer', Counted);
  await run();
  vi.unstubAllGlobals();
  return blocks;
}

test('many batches go to a file through the same room, and no page takes over what another says', async () => {
  const inMemory = said(await read(null, many));
  expect(said(await read(new FactsFile(newFile()), many))).toEqual(inMemory);
  const unwritable = new FactsFile(openSync(join(temporaryFolder({ full: '' }), 'full'), 'r'));
  expect(said(await read(unwritable, many))).toEqual(inMemory);
  const kept = await sharedBlocks(() => read(null, many));
  const onFile = await sharedBlocks(() => read(new FactsFile(newFile()), many));
  expect(onFile).toBeLessThan(kept - Object.keys(many).length / 2);
});

test('a page is read again where the file cannot be read', async () => {
  const descriptor = newFile();
  const pages = await read(new FactsFile(descriptor));
  ftruncateSync(descriptor, 0);
  expect(said(pages)).toEqual(said(await read(null)));
});

test('the file has no name, so that nothing is left of it', () => {
  const folder = new CacheFolder(join(temporaryFolder(), 'cache'));
  expect(folder.openNameless()).not.toBeNull();
  expect(readdirSync(folder.path).filter((name) => name.includes('pages'))).toEqual([]);
});
