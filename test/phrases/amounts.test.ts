import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, inThousands, someOf } from '../../src/phrases/amounts.ts';

test('numbers are written as English has them', () => {
  for (const amount of [0, 7, 999, 1000, 10_020, 1_000_000])
    expect(inThousands(amount)).toBe(amount.toLocaleString('en'));
  fc.assert(fc.property(fc.nat(), (amount) => inThousands(amount) === amount.toLocaleString('en')));
});

test('four words or more are counted', () => {
  const some = [1, 2, 3, 4].map((length) => someOf(['A', 'B', 'C', 'D'].slice(0, length)));
  expect(some).toEqual(['A', 'A and B', 'A, B and C', 'A, B and 2 more']);
  expect(allOf(['A', 'B', 'C', 'D'], 'or')).toBe('A, B, C or D');
});
