import { expect, test } from 'vitest';
import { readPage } from '../../src/markdown/read-page.ts';
import { lenientMarkdown, type MarkdownSettings } from '../../src/markdown/settings.ts';
import { useParsers } from './both-parsers.ts';

useParsers();

/** The id of the first heading as both parsers find it. */
function idOf(text: string, headingIds: MarkdownSettings['headingIds']): string | null | undefined {
  const [fast, reference] = (['fast', 'reference'] as const).map((parser) => {
    const [heading] = readPage(text, { parser, markdown: { ...lenientMarkdown, headingIds } }).headings;
    return heading?.id ?? heading?.slug;
  });
  expect(fast).toBe(reference);
  return fast;
}

// What VitePress 1.6.4 makes of them.
test.each([
  ['## a', 'a'],
  ['## *a* b', 'a-b'],
  ['## **a *b* c** d', 'a-b-c-d'],
  ['## [a](b) c', 'a-c'],
  ['## ![a](b) c', 'c'],
  ['## `a -- b` c', 'a-b-c'],
  ['## a <b>c</b> d', 'a-c-d'],
  ['## a<br>b', 'ab'],
  ['## a &amp; b', 'a-amp-b'],
  ['## a &#38; c', 'a-38-c'],
  ['## &nbsp;a', 'nbsp-a'],
  ['## a :tada: b', 'a-b'],
  ['## a: b :c', 'a-b-c'],
  ['## Über 1 & 2', 'uber-1-2'],
  ['## 1. a', '_1-a'],
  ['## 10 a', '_10-a'],
  ['## a   b', 'a-b'],
  ['## -a-', 'a'],
  ['## --a--', 'a'],
  ['## a\\*b', 'a-b'],
  ['## a_b_c', 'a-b-c'],
  ['## ~~a~~', 'a'],
  ['## H~2~O', 'h-2-o'],
  ['## a ~*b*c~ d', 'a-bc-d'],
  ['> [!NOTE]\n> a *b*\n> ---', 'a-b'],
  ['> [!Tip] title\n> a\n> c\n> ---', 'ac'],
  ['> [!other]\n> a\n> ---', 'other-a'],
  ['[!NOTE]\na\n---', 'note-a'],
  ['## "a" b', 'a-b'],
  ['## a — b', 'a-—-b'],
  ['## éÉ', 'ee'],
  ['## 日本', '日本'],
  ['## a.b/c', 'a-b-c'],
  ['## a b', 'a-b'],
  ['## a {#x}', 'x'],
  ['## a {#x .y}', 'x'],
  ['## a {.y}', 'a'],
  ['## ', ''],
  ['## `{#x}`', 'x'],
  ['## [](x)', ''],
  ['## ![](x)', ''],
  ['## a [![b](c) d](e)', 'a-d'],
  ['## <https://a.b> c', 'https-a-b-c'],
  ['## https://a.b/c d', 'https-a-b-c-d'],
  ['## a@b.de', 'a-b-de'],
  ['## A B', 'a-b'],
  ['## á', 'a'],
  ['## ½', '_1⁄2'],
  ['## ﬁ', 'fi'],
  ['## a\u0001b', 'ab'],
  ['## _', ''],
  ['## ǅ', 'dz'],
  ['## a ##', 'a'],
  ['## a {#x} ##', 'x'],
  ['## [a *b* `c`](d) e', 'a-b-c-e'],
  ['## a <!-- c --> b', 'a-b'],
  ['## a[^1]', 'a-1'],
  ['## [a][r]\n\n[r]: /x', 'a'],
  ['## a :smile:', 'a'],
  ['## **a**b', 'ab'],
  ['## 1', '_1'],
  ['## 1a', '_1a'],
  ['## a\tb', 'ab'],
  ['## a ## {#x}', 'x'],
  ['## *a {#x}*', 'a-x'],
  ['## a :+1: b', 'a-b'],
  ['## a :A: b', 'a-a-b'],
  ['## a\u0000b', 'a�b'],
  ['a\nb\n---', 'ab'],
  ['a  \n  b *c\nd*\n===', 'ab-cd'],
  ['a\\\nb\n---', 'ab'],
  ['a\n  b\n---', 'ab'],
  ['a \nb\n---', 'ab'],
  ['*a\n  b c*\n---', 'ab-c'],
])('VitePress: %j', (text, id) => {
  expect(idOf(text, 'vitepress')).toBe(id);
});

test('VitePress 2 takes the words of images as well', () => {
  expect(idOf('## ![a](b) c ![d][r]\n\n[r]: /x', 'vitepress-2')).toBe('a-c-d');
  expect(idOf('## ![a](b) c ![d][r]\n\n[r]: /x', 'vitepress')).toBe('c');
});
