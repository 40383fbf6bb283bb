import { expect, test } from 'vitest';
import { factsOf, useParsers } from './both-parsers.ts';

useParsers();

test('every address of a srcset has its place', () => {
  const text = 'Deck\n\n<picture>\n<source srcset="a.png 1x, b/c.png 2x">\n<img src="a.png">\n</picture>\n';
  const { links } = factsOf(text);
  expect(links.map(({ href, target }) => [href, text.slice(...target)])).toEqual([
    ['a.png', 'a.png'],
    ['b/c.png', 'b/c.png'],
    ['a.png', 'a.png'],
  ]);
});

// HTML Standard, "parse a srcset attribute".
test.each([
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  ['a.png,b.png', ['a.png,b.png']],
  ['a.png, b.png', ['a.png', 'b.png']],
  ['a.png 100w 50h , b.png 1.5x', ['a.png', 'b.png']],
  [' a.png ', ['a.png']],
  ['two words.png', []],
  ['three more words.png 1x, b.png', ['b.png']],
  ['a.png, two words.png', ['a.png']],
  ['', []],
])('of the srcset %j a browser loads %j', (value, urls) => {
  expect(factsOf(`Deck <img srcset="${value}">\n`).links.map(({ href }) => href)).toEqual(urls);
});
