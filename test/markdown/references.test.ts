import { expect, it } from 'vitest';
import { factsOf, linksIn, useParsers } from './both-parsers.ts';

useParsers();

it('takes the first definition of a label, whatever its case and blanks', () => {
  expect(linksIn('[x][Night  Log]\n\n[night log]: /1\n[NIGHT LOG]: /2\n')).toEqual(['reference /1|/1|-|x']);
  expect(linksIn('[x][ẞ]\n\n[SS]: /1\n')).toEqual(['reference /1|/1|-|x']);
});

it('gives a definition once, with the words of its first use', () => {
  expect(linksIn('[first][a] ![second][a] [third][b]\n\n[b]: /b\n[a]: /a\n')).toEqual([
    'reference /b|/b|-|third',
    'reference /a|/a|-|first',
  ]);
  expect(linksIn('![picture][a] [words][a]\n\n[a]: /a.png\n')).toEqual(['image /a.png|/a.png|-|picture']);
});

it.each([
  ['[x][a]\n\n[a]:\n/b#c\n', '/b#c', 'c'],
  ['[x][a]\n\n[a]: <b c>\n', 'b c', null],
  ['[x][a\\]b]\n\n[a\\]b]: /b\n', '/b', null],
  ['> [x][a]\n>\n> [a]:\n> /b\n', '/b', null],
])('finds where the destination of a definition stands in %j', (text, target, fragment) => {
  const [link] = factsOf(text).links;
  expect(text.slice(...link!.target)).toBe(target);
  expect(link!.fragment && text.slice(...link!.fragment)).toBe(fragment);
});

it('numbers footnotes by their first call, and knows none that is not defined or not called', () => {
  const text = 'A[^X] b[^none] c[^x] d[^y].\n\n[^y]: Y\n\n[^x]: X\n\n[^x]: again\n\n[^z]: Z\n';
  const anchors = factsOf(text).anchors.map(({ id, range }) => [id, text.slice(...range).trim()]);
  expect(anchors).toEqual(
    [
      ['fn:1', '[^x]: X'],
      ['fnref:1', '[^X]'],
      ['fnref1:1', '[^x]'],
      ['fn:2', '[^y]: Y'],
      ['fnref:2', '[^y]'],
    ].sort((a, b) => text.indexOf(a[1]!) - text.indexOf(b[1]!)),
  );
});
