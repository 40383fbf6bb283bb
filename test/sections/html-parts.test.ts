import { expect, test } from 'vitest';
import { HtmlReading } from '../../src/sections/outline/html-parts.ts';

/** What pieces of one file show, each with the source that its range has. */
function shown(...pieces: readonly string[]): readonly string[] {
  const reading = new HtmlReading();
  const start = 100;
  return pieces.flatMap((piece) =>
    reading.read(piece, start).map((part) => {
      if (part.kind === 'picture') return 'a picture';
      if (part.kind === 'unknown') return `unknown ${part.name}`;
      const [from, to] = part.range;
      return `${part.kind === 'heading' ? `h${part.level}` : 'text'} ${part.text} = ${piece.slice(from - start, to - start)}`;
    }),
  );
}

test.each<[what: string, html: string, shows: readonly string[]]>([
  ['a heading over several lines', '<h2>\n  A <b>b</b>\n</h2>', ['h2 A b = A <b>b</b>']],
  ['a heading with a block in it', '<h2>a<div>b</div></h2>c', ['h2 ab = a<div>b</div>', 'text c = c']],
  ['an empty heading', '<h2></h2>a', ['text a = a']],
  ['a summary', '<details><summary>More</summary>a</details>', ['h7 More = More', 'text a = a']],
  ['two paragraphs', '<p>a</p>\n b\n', ['text a = a', 'text b = b']],
  ['a picture in a table and one outside', '<img src=x><table><tr><td><img src=y></td></tr></table>', ['a picture']],
  ['words in a table and behind it', '<table><tr><td>a</td></tr></table>b', ['text b = b']],
  ['the end of a table that nothing begins', '</table>a<table><tr><td>b</td></tr></table>', ['text a = a']],
  ['an element of one’s own without words', '<crew-list></crew-list>', ['unknown crew-list']],
  ['one within a sentence', 'a <crew-name>b</crew-name> c', ['text a b c = a <crew-name>b</crew-name> c']],
  ['a component with words', '<Chart>a</Chart>', ['text a = <Chart>a']],
  ['a component with a blank line', '<Chart>\n</Chart>', ['unknown chart']],
  ['an inclusion', '<!-- @include: a.md -->', ['unknown @include']],
])('%s', (_, html, shows) => {
  expect(shown(html)).toEqual(shows);
});

test.each<[what: string, html: string, shows: readonly string[]]>([
  ['elements of the same name in it', '<div hidden><div>a</div>b</div>c', ['text c = c']],
  ['an inclusion in it', '<template><!-- @include: a.md --></template>a', ['text a = a']],
  ['only until it is found', '<div hidden="until-found">a</div>', ['text a = a']],
  ['by its style', '<p style="color: red; visibility:hidden">a</p>b', ['text b = b']],
  ['by a style of another name', '<p style="x-display:none">a</p>', ['text a = a']],
  ['an element that nothing closes', '<hr hidden>a', ['text a = a']],
])('hidden: %s', (_, html, shows) => {
  expect(shown(html)).toEqual(shows);
});

test('what is hidden stays so in the next pieces, until its element ends', () => {
  expect(shown('<div hidden>', 'a', '</div>b', '<p>c</p>')).toEqual(['text b = b', 'text c = c']);
});
