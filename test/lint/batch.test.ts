import { expect, test } from 'vitest';
import { readBatch, writeBatch } from '../../src/incremental/sharing/batch-text.ts';
import { type JudgedBatch, PageQueue } from '../../src/lint/batch.ts';

test('numbers are taken once, by whoever shares them, and those beyond the end are left to others', () => {
  const mine = new PageQueue();
  const theirs = new PageQueue(mine.buffer);
  expect([mine.take(10), theirs.take(6), theirs.take(6)]).toEqual([[0, 4], [4, 6], null]);
  expect([mine.take(10), mine.take(10)]).toEqual([[6, 10], null]);
});

test('the first batch is an eighth of the pages, later ones a sixteenth of what is left', () => {
  const queue = new PageQueue();
  expect([queue.take(1600), queue.take(1600)]).toEqual([
    [0, 200],
    [200, 287],
  ]);
});

test('a batch is handed over as it is', () => {
  const links = { checked: 3, broken: 1, unknown: 0 };
  const batch: JudgedBatch = {
    judged: new Map([
      ['a.md', { findings: [], links, unknownSections: 2, isPage: true, interfaces: ['b.md', 'c.md'] }],
      ['b.md', { findings: [], links, unknownSections: 2, isPage: true, interfaces: [] }],
      ['d.md', { findings: [], links, unknownSections: 2, isPage: true, interfaces: ['c.md', 'a.md'] }],
    ]),
    readForAll: { interfaces: new Set(['a.md']), contents: new Set(['b.md', 'c.md']) },
  };
  expect(readBatch(writeBatch(batch))).toEqual(batch);
});
