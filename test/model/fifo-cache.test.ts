import { expect, test } from 'vitest';
import { FifoCache } from '../../src/model/fifo-cache.ts';

test('the last values are remembered, so many of them, and what was forgotten is computed again', () => {
  const cache = new FifoCache<string, string | undefined>(2);
  const computed: string[] = [];
  const ask = (key: string) =>
    cache.getOr(key, () => {
      computed.push(key);
      return key === 'nothing' ? undefined : `${key}!`;
    });
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual(['a!', 'b!', 'a!', 'b!']);
  expect(computed.splice(0)).toEqual(['a', 'b']);
  expect(['nothing', 'nothing', 'b', 'a'].map(ask)).toEqual([undefined, undefined, 'b!', 'a!']);
  expect(computed).toEqual(['nothing', 'a']);
});

test('a value may be computed by way of others', () => {
  const cache = new FifoCache<number, number>(3);
  const sum = (n: number): number => cache.getOr(n, () => (n === 0 ? 0 : n + sum(n - 1)));
  expect([sum(9), sum(9), sum(2), sum(8)]).toEqual([45, 45, 3, 36]);
});
