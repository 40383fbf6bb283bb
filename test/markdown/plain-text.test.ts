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

it.each([
  ['paragraph', 'a day<sup>1</sup>, and a half<sup class="n">2, 3</sup>', 'a day, and a half'],
  ['list', '- a day<sup>*</sup>', 'a day'],
  ['list', '- ~~no~~ a day<sup>12</sup>', 'a day'],
  ['list', '<ul><li>a day<sup>1</sup></li></ul>', 'a day'],
  ['table', '| a |\n|---|\n| a day<sup>†</sup> |', 'a day'],
  ['table', '<table><tr><th>a</th></tr><tr><td>a day<sup>1</sup></td></tr></table>', 'a day'],
])('the mark of a note is no word of a %s: %s', (type, text, expected) => {
  const [block] = contentOf(text).blocks;
  const words = { paragraph: 'text', list: 'items.0.text', table: 'rows.0.0.text' }[type] ?? '';
  expect(block).toHaveProperty(words, expected);
});

it.each([
  ['the 3<sup>rd</sup> day', 'the 3rd day'],
  ['a <sup>1</b> c', 'a 1 c'],
  ['a <sup><b>1</sup> c', 'a 1 c'],
  ['a <sup>b</sup> c', 'a b c'],
  ['a<sup>1', 'a1'],
])('what else is raised is a word: %s', (text, expected) => {
  const [block] = contentOf(text).blocks;
  expect(block?.type === 'paragraph' && block.text).toBe(expected);
});

it('the words of a heading end where its attributes start', () => {
  const words = (text: string) => factsOf(text).headings.map((heading) => heading.text);
  expect(words('## a **b** `c` {#x}')).toEqual(['a b c']);
  expect(words('## a {#x} ##')).toEqual(['a']);
  expect(words('a\nb {#x .y}\n---')).toEqual(['a b']);
  expect(words('## {#x}')).toEqual(['']);
  expect(words('## a {title="![b](/c)"}')).toEqual(['a']);
  expect(words('## a<br>b')).toEqual(['ab']);
});

it.each([
  ['- a ~~b~~ c', 'a c'],
  ['- a <s>b</s> c', 'a c'],
  ['- a `<del>` c', 'a <del> c'],
  ['- a &lt;s> c', 'a <s> c'],
  ['- a <b>b</b> <s>c</s> d', 'a b d'],
  ['- a</s> <s>b</s> c', 'a c'],
  ['- <del>a <s>b</s> c</del> d', 'd'],
])(
  'the words of the item %j are without those that are struck out, which takes more than the name of a tag',
  (text, expected) => {
    const [block] = contentOf(text).blocks;
    expect(block?.type === 'list' && block.items[0]?.text).toBe(expected);
  },
);
