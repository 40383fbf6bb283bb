import { expect, test } from 'vitest';
import { isOneTypo } from '../../src/phrases/typos.ts';

test.each([
  ['plna', 'plan', true],
  ['pland', 'plan', true],
  ['plan', 'plans', false],
  ['plans', 'plan', false],
  ['clan', 'plan', false],
  ['plan', 'plan', false],
])('%s for %s: %s', (word, right, isTypo) => {
  expect(isOneTypo(word, right)).toBe(isTypo);
});
