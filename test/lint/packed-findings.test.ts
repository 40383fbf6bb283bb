import { expect, test } from 'vitest';
import { PackedFindings, packer } from '../../src/lint/results/packed-findings.ts';
import { findingsOf, marksOf } from '../../src/lint/results/page-result.ts';
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
  expect(kept.map((each) => marksOf(each).length)).toEqual(pages.map(({ length }) => length));
});

test('packed findings take a fraction of their text', () => {
  const keep = packer(() => undefined);
  keep(some(5000));
  const kept = keep(some(1000)) as PackedFindings;
  expect(kept.bytes.length).toBeLessThan(JSON.stringify(some(1000)).length / 8);
});
