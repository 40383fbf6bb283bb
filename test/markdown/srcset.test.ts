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
