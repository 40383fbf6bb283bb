import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Level } from '../../src/competencies/framework.ts';
import { LevelNames } from '../../src/competencies/level-names.ts';

const level = (id: string, ...names: string[]): Level => ({
  ...{ id, name: id, order: null, optional: false },
  words: names.map((name) => name.split(' ')),
});
const levels = [level('mate', 'mate', 'first mate'), level('hand', 'hand', 'deck hand'), level('boy', 'ship s boy')];
const named = (text: string) => new LevelNames(levels).in(text.split(' ')).map(({ id }) => id);

test.each([
  ['the first mate', ['mate']],
  ['a deck hand and a mate', ['mate', 'hand']],
  ['the ship s boy', ['boy']],
  ['the ship s cook', []],
  ['first', []],
  ['', []],
])('levels that are named in "%s"', (text, wanted) => {
  expect(named(text)).toEqual(wanted);
});

test('the same levels are found as when each is looked for by itself', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.array(phrase, { minLength: 1, maxLength: 2 })), fc.array(word), (ladder, words) => {
      const all = ladder.map((names, at) => level(String(at), ...names.map((name) => name.join(' '))));
      const within = ` ${words.join(' ')} `;
      const wanted = all.filter((each) => each.words.some((name) => within.includes(` ${name.join(' ')} `)));
      expect(new LevelNames(all).in(words)).toEqual(wanted);
    }),
  );
});
