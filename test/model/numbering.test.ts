import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualIds } from '../../src/model/heading-ids.ts';
import { Numbering } from '../../src/model/numbering.ts';

test('numbers as Hugo does, counting from one each time', () => {
  const numbering = new Numbering(usualIds.numbered);
  expect(['foo', 'foo', 'foo-1', 'foo', 'bar'].map((slug) => numbering.next(slug))).toEqual([
    'foo',
    'foo-1',
    'foo-1-1',
    'foo-2',
    'bar',
  ]);
  numbering.take('given');
  expect(numbering.next('given')).toBe('given-1');
});

test('gives an id again where numbers make no other', () => {
  const numbering = new Numbering((slug) => slug);
  expect(['foo', 'foo', 'bar', 'foo'].map((slug) => numbering.next(slug))).toEqual(['foo', 'foo', 'bar', 'foo']);
});

test('never gives one id twice, however many headings are alike', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'a-1', 'a-1-1', 'a-2', 'b'), { maxLength: 60 }), (slugs) => {
      const numbering = new Numbering(usualIds.numbered);
      const ids = slugs.map((slug) => numbering.next(slug));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
  const numbering = new Numbering(usualIds.numbered);
  for (let count = 0; count < 50_000; count += 1) numbering.next('same');
  expect(numbering.next('same')).toBe('same-50000');
});
