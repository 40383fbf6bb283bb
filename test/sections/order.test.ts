import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misordered } from '../../src/sections/order.ts';

test.each([
  [[], []],
  [[1, 2, 3], []],
  [[30, 10, 20], [{ moved: 0, side: 'before', other: 1 }]],
  [[20, 30, 10], [{ moved: 2, side: 'after', other: 1 }]],
  [[2, 1, 3], [{ moved: 1, side: 'after', other: 0 }]],
  [[10, 40, 20, 30], [{ moved: 1, side: 'before', other: 2 }]],
] as const)('%j', (positions, moves) => expect(misordered(positions)).toEqual(moves));

test('without the moved ones the rest is in order, and every reason is true', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 12 }), (positions) => {
      const moves = misordered(positions);
      const rest = positions.filter((_position, index) => !moves.some(({ moved }) => moved === index));
      expect(rest).toEqual(rest.toSorted((a, b) => a - b));
      for (const { moved, side, other } of moves) {
        if (side === 'before') expect([other > moved, positions[other]! < positions[moved]!]).toEqual([true, true]);
        else expect([other < moved, positions[other]! > positions[moved]!]).toEqual([true, true]);
      }
    }),
  );
});
