import { expect, test } from 'vitest';
import { addToGroup, countBy, groupBy, mostCommon } from '../../src/collections/groups.ts';
import { highest } from '../../src/collections/order.ts';
import { countShared, isSubsequence } from '../../src/collections/sequences.ts';

test('groups keep the order of their items, and of their keys', () => {
  const groups = groupBy(['pear', 'apple', 'plum'], (word) => word[0]);
  addToGroup(groups, 'f', 'fig');
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple']],
    ['f', ['fig']],
  ]);
});

test('keys are counted, and of those that come as often the first is the most common', () => {
  expect([...countBy('abba')]).toEqual([
    ['a', 2],
    ['b', 2],
  ]);
  expect(mostCommon('cabba')).toBe('a');
  expect(mostCommon([])).toBeUndefined();
});

test('the highest is told by the first rank that differs, and the first of equals is taken', () => {
  const words = ['fig', 'plum', 'pear', 'kiwi'];
  const length = (word: string) => word.length;
  expect(highest(words, length)).toBe('plum');
  expect(highest(words, length, (word) => word.includes('r'))).toBe('pear');
  expect(highest(words, (word) => word.includes('f'), length)).toBe('fig');
  expect(highest(words)).toBe('fig');
  expect(highest([], length)).toBeUndefined();
});

test.each([
  ['ac', 'abc', true],
  ['ca', 'abc', false],
  ['', 'abc', true],
  ['aa', 'aba', true],
  ['abc', 'ab', false],
])('%s in %s', (short, long, expected) => {
  expect(isSubsequence([...short], [...long])).toBe(expected);
});

test('what two lists share is counted as often as both have it', () => {
  expect(countShared([...'aab'], [...'abba'])).toBe(3);
});
