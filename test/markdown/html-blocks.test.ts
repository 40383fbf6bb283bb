import { expect, test } from 'vitest';
import { readHtmlBlocks } from '../../src/markdown/html/html-blocks.ts';

test('items of a list have the place of their tags and of their words', () => {
  const html = '<ul><li>One</li><li></li><li>Two <b>x</b></li></ul>';
  const [list] = readHtmlBlocks(html, 0).blocks;
  if (list?.type !== 'list') throw new Error('no list');
  expect(list.items.map(({ range, textRange }) => [html.slice(...range), html.slice(...textRange)])).toEqual([
    ['<li>One</li>', 'One'],
    ['<li></li>', ''],
    ['<li>Two <b>x</b></li>', 'Two <b>x'],
  ]);
  // Just behind the tag.
  expect(list.items[1]?.textRange).toEqual([25, 25]);
});
