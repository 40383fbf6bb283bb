import { expect, it } from 'vitest';
import { plainText } from '../../src/markdown/plain-text.ts';
import { contentOf, factsOf, useParsers } from './both-parsers.ts';

useParsers();

it.each([
  ['a b', 'a b'],
  [' a ', 'a'],
  ['a  b', 'a b'],
  ['a\nb', 'a b'],
  ['a\tb', 'a b'],
  ['a\u00a0b', 'a b'],
  ['a\ufffc\ufffcb', 'a b'],
  ['\ufffc', ''],
  ['', ''],
])('the words of %j are %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

it.each([
  ['a  \nb', 'a b'],
  ['a\\\nb', 'a b'],
  ['**a _b `c`_** ~~d~~', 'a b c d'],
  ['a <b>b</b> c[^1]\n\n[^1]: d', 'a b c'],
  ['a ![b](/c.png) ![d][e]\n\n[e]: /e.png', 'a b d'],
  ['[a](/b) [c][e] <https://f.g>\n\n[e]: /e', 'a c https://f.g'],
  ['a &amp; b\\*', 'a & b*'],
])('markup adds nothing to the words of %j', (text, expected) => {
  const [block] = contentOf(text).blocks;
  expect(block?.type === 'paragraph' && block.text).toBe(expected);
  expect(factsOf(`${text.split('\n\n')[0]}\n===\n\n${text.split('\n\n')[1] ?? ''}`).headings[0]?.text).toBe(expected);
});

it('the words of a heading end where its attributes start', () => {
  const words = (text: string) => factsOf(text).headings.map((heading) => heading.text);
  expect(words('## a **b** `c` {#x}')).toEqual(['a b c']);
  expect(words('## a {#x} ##')).toEqual(['a']);
  expect(words('a\nb {#x .y}\n---')).toEqual(['a b']);
  expect(words('## {#x}')).toEqual(['']);
});
