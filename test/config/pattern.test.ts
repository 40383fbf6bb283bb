import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, foldCase, isPattern, patternProblem } from '../../src/config/pattern.ts';

const sources = fc.letrec<{ all: string; piece: string }>((tie) => ({
  all: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'A', '.', '[ab]', '[^a]', '\\w', '\\s', '\\b', 'é', '責', '\\.', ' '),
    fc.constantFrom('a*', 'b+', 'a?', '[ab]{2}', 'a{1,3}', 'b{2,}', '.*', 'a+?'),
    fc.tuple(tie('all'), tie('all')).map(([left, right]) => `(${left}|${right})`),
    tie('all').map((inner) => `(?:${inner})`),
  ),
}));

describe('compilePattern', () => {
  test('agrees with the engine of JavaScript', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'A', 'c', ' ', '.', 'é', '責'), { maxLength: 12 });
    fc.assert(
      fc.property(
        sources.all,
        fc.boolean(),
        fc.boolean(),
        texts.map((characters) => characters.join('')),
        (middle, start, end, text) => {
          const source = `${start ? '^' : ''}${middle}${end ? '$' : ''}`;
          fc.pre(patternProblem(`/${source}/`) === null);
          // What lies beyond ASCII is a word's letter here, and not in JavaScript.
          fc.pre(!source.includes('\\b') || !/[é責]/.test(text));
          expect(compilePattern(`/${source}/`)(text)).toBe(new RegExp(source, 'isu').test(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the only signs beyond ASCII that are letters of it without case are folded to those', () => {
    const signs = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCodePoint(code));
    const same = signs.filter((sign) => sign > '~' && /[ -~]/iu.test(sign));
    expect(same.map((sign) => [sign, foldCase(sign)])).toEqual([
      ['\u{17F}', 's'],
      ['\u{212A}', 'k'],
    ]);
    expect(compilePattern('/^tasks$/')('TA\u{17F}\u{212A}S')).toBe(true);
  });

  test('knows words in every script', () => {
    expect(compilePattern('/\\bélan\\b/')('un élan vital')).toBe(true);
    expect(compilePattern('/\\blan\\b/')('un élan vital')).toBe(false);
  });

  test.each(['/^(a+)+$/', '/^(a|a)*b$/', '/(.*)(.*)(.*)(.*)x/', '/(a*)*(b*)*(a*)*c/', '/([a-z]+.?)*!/'])(
    '%s answers quickly on a long line that nearly fits',
    (pattern) => {
      const matches = compilePattern(pattern);
      const start = performance.now();
      for (const length of [399, 400, 100_000]) expect(matches(`${'a'.repeat(length)}?`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(500);
    },
  );
});

describe('patternProblem', () => {
  test.each([
    ['/a(b/', 'The pattern has a ( without its )'],
    ['/a)b/', 'The pattern closes a bracket that it did not open'],
    ['/(?=a)/', 'The pattern looks around or names a group, which is not supported; use ( ) or (?: )'],
    ['/(a)\\1/', 'The pattern refers back to a group, which is not supported'],
    ['/*a/', 'The pattern has nothing to repeat before *'],
    ['/[ab/', 'The pattern ends in the middle'],
    ['/[b-a]/', 'The pattern has [b-a], which is not a character or set of characters'],
    ['/((a*)*)*/', 'The pattern repeats a repetition of a repetition'],
    ['/a{99}/', 'The pattern counts beyond 50'],
    ['/a{3,2}/', 'The pattern counts from more to less'],
  ])('%s', (pattern, problem) => expect(patternProblem(pattern)).toBe(problem));

  test('any text between slashes is a pattern or has a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (source) => {
        const pattern = `/${source}/`;
        if (isPattern(pattern) && patternProblem(pattern) === null) compilePattern(pattern)(source);
      }),
    );
  });

  test('a plain name has none', () => expect(patternProblem('What (and why)?')).toBeNull());
});
