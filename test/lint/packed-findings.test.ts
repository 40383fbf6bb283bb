import { expect, test } from 'vitest';
import { FindingStore, PackedFindings, packer } from '../../src/lint/results/packed-findings.ts';
import { findingsOf } from '../../src/lint/results/page-result.ts';
import { finding } from '../reporters/samples.ts';

const some = (count: number) => Array.from({ length: count }, (_, line) => finding({ message: `${line} é 日本 ""\n` }));

test('findings are as they were, packed or not', () => {
  let times = 0;
  const keep = packer(() => times++);
  const pages = [0, 1, 4999, 0, 1, 2500, 999, 1000, 1001].map(some);
  const kept = pages.map((page) => ({ findings: keep(page) }));
  const packed = kept.map(({ findings }) => findings instanceof PackedFindings);
  expect(packed).toEqual([false, false, false, false, true, true, true, true, true]);
  expect(times).toBe(1);
  expect(kept.map(findingsOf)).toEqual(pages);
  expect(kept.map(({ findings }) => ('marks' in findings ? findings.marks : findings).length)).toEqual(
    pages.map(({ length }) => length),
  );
});

test('packed findings of many pages take a fraction of their text', () => {
  const store = new FindingStore();
  for (let page = 0; page < 1000; page++) store.add(some(1));
  const size = store.pieces.reduce((sum, { length }) => sum + length, 0);
  expect(size).toBeLessThan((1000 * JSON.stringify(some(1)).length) / 20);
});

test('pieces give the findings of another store, in whatever order they are asked for', () => {
  const store = new FindingStore();
  const pages = [250, 1, 99, 700].map(some);
  const kept = pages.map((page) => store.add(page));
  const other = new FindingStore(store.pieces);
  const copies = kept.map(({ start, end }) => new PackedFindings(other, start, end));
  for (const index of [3, 0, 2, 1, 3]) expect(copies[index]!.parse()).toEqual(pages[index]);
});
