import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blanked, countUntil, coverage, inOrder, replaced } from '../../src/markdown/ranges.ts';

it('an offset lies in a range from its start to before its end', () => {
  const gaps = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 })), { maxLength: 8 });
  fc.assert(
    fc.property(gaps, fc.nat(80), (widths, offset) => {
      let at = 0;
      const ranges = widths.map(([gap, width]) => {
        const start = at + gap;
        at = start + width;
        return [start, at] as const;
      });
      const expected = ranges.some(([start, end]) => start <= offset && offset < end);
      expect(coverage(ranges)(offset)).toBe(expected);
      expect(coverage([...ranges].reverse())(offset)).toBe(expected);
    }),
  );
});

it('counts until the first for which it does not hold', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(60), (length, first) => {
      expect(countUntil(length, (at) => at < first)).toBe(Math.min(length, first));
    }),
  );
});

it('things come in the order in which they start, those that start together as they were', () => {
  const things = fc.array(fc.record({ range: fc.tuple(fc.nat(9), fc.nat(9)) }));
  fc.assert(
    fc.property(things, (list) => {
      const sorted = list.toSorted((a, b) => a.range[0] - b.range[0]);
      expect(inOrder([...list])).toEqual(sorted);
      expect(inOrder([...sorted])).toEqual(sorted);
    }),
  );
});

it('parts are replaced where they stand, and nothing else changes', () => {
  const parts = [
    { start: 1, end: 1, text: '+' },
    { start: 2, end: 4, text: '' },
    { start: 5, end: 6, text: 'XYZ' },
  ];
  expect(replaced('abcdefg', parts)).toBe('a+beXYZg');
  expect(replaced('abcdefg', parts.slice(1, 2), [1, 5])).toBe('be');
  expect(replaced('abcdefg', [])).toBe('abcdefg');
});

it('what is left blank keeps its length and the ends of its lines', () => {
  expect(
    blanked('a bc\r\nd\re', [
      [2, 7],
      [8, 9],
    ]),
  ).toBe('a   \r\n \r ');
});
