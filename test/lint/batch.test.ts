import { expect, test } from 'vitest';
import { BatchWriter, readBatch } from '../../src/incremental/sharing/batch-text.ts';
import { PageQueue } from '../../src/lint/batch.ts';
import { isCompared } from '../../src/lint/compared-pages.ts';
import { FindingStore } from '../../src/lint/results/packed-findings.ts';
import { pagesInScope } from '../../src/lint/scope.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('numbers are taken once, by whoever shares them, and those beyond the end are left to others', () => {
  const mine = new PageQueue();
  const theirs = new PageQueue(mine.buffer);
  expect([mine.take(10), theirs.take(6), theirs.take(6)]).toEqual([[0, 4], [4, 6], null]);
  expect([mine.take(10), mine.take(10)]).toEqual([[6, 10], null]);
});

test('a batch is a sixteenth of what is left, or the fewest that are asked for', () => {
  const queue = new PageQueue();
  expect([queue.take(1600), queue.take(1600, 200), queue.take(1600)]).toEqual([
    [0, 100],
    [100, 300],
    [300, 381],
  ]);
});

test('what a thread found is handed over as it is, however many pages it judged', async () => {
  const count = 600;
  const paths = Array.from({ length: count }, (_, number) => `content/page-${number}.md`);
  const { pages } = await memoryHandbook(Object.fromEntries(paths.map((path) => [path, '# A\n'])));
  const links = { checked: 3, broken: 1, unknown: 0 };
  const judged = new Map(
    paths.map((path, number) => {
      const interfaces = paths.slice(number, number + 2);
      return [path, { findings: [], links, unknownSections: number, isPage: number > 5, interfaces }];
    }),
  );
  const readForAll = { interfaces: new Set([paths[0]!]), contents: new Set(paths.slice(2, 4)) };
  const written = new BatchWriter(pages);
  for (const [path, found] of judged) written.add(path, found);
  const handedOver = written.finish(new FindingStore(), readForAll);
  const read = new Map<string, unknown>();
  readBatch(handedOver, pages, (path, found) => read.set(path, found));
  expect([read, handedOver.readForAll]).toEqual([judged, readForAll]);
});

test('role pages and those of frameworks are compared with each other, and the configuration, which is told of frameworks without pages', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml':
      'site: hugo\npageTypes:\n  role:\n    pages: [content/roles/*]\nframeworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n',
    'content/a.md': '# A\n',
    'content/careers/kitchen/senior.md': '# Senior Cook\n',
    'content/roles/cook.md': '# Cook\n',
    'content/b.md': '# B\n',
  });
  const compared = pagesInScope(handbook, undefined).filter((page) => isCompared(page, handbook));
  expect(new Set(compared.map(({ path }) => path))).toEqual(
    new Set(['handbook.yaml', 'content/careers/kitchen/senior.md', 'content/roles/cook.md']),
  );
});
