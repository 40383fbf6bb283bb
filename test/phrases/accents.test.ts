import { expect, test } from 'vitest';
import { accentsApart } from '../../src/phrases/accents.ts';

const apart = 'u\u0308ber';
const one = '\u00fcber';

test.each([
  [apart, one, ' Both look the same, but "ü" is a letter and an accent here and one character there.'],
  [one, apart, ' Both look the same, but "ü" is one character here and a letter and an accent there.'],
  [one, one, ''],
  [apart, apart, ''],
  [one, 'uber', ''],
  ['harbour', 'harbor', ''],
])('%j for %j', (written, meant, said) => expect(accentsApart(written, meant)).toBe(said));
