import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, shown } from '../../src/phrases/quoted.ts';

test('no colon of a page gets into a message, however many there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\t') }), (text) => {
      expect(quoted(text)).not.toContain(':');
    }),
  );
  expect(quoted('description: : Values')).toBe('"description – Values"');
  expect(quoted('https://example.com/a: b')).toBe('"example.com/a – b"');
  expect(shown('/a/')).toBe('/a/');
});

test('long words are cut, between characters', () => {
  expect(quoted('é'.repeat(160))).toBe(`"${'é'.repeat(160)}"`);
  expect(quoted('é'.repeat(161))).toBe(`"${'é'.repeat(159)}…"`);
  expect(shown('🎉'.repeat(161))).toBe(`${'🎉'.repeat(159)}…`);
});
