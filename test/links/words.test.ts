import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, shown } from '../../src/links/words.ts';

test('no colon of a page gets into a message, however many there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\t') }), (text) => {
      expect(quoted(text)).not.toContain(':');
    }),
  );
  expect(quoted('description: : Values')).toBe('"description – Values"');
  expect(shown('/a/')).toBe('/a/');
});
