import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inThousands } from '../../src/reporters/words.ts';

test('numbers are written as English has them', () => {
  for (const amount of [0, 7, 999, 1000, 10_020, 1_000_000])
    expect(inThousands(amount)).toBe(amount.toLocaleString('en'));
  fc.assert(fc.property(fc.nat(), (amount) => inThousands(amount) === amount.toLocaleString('en')));
});
