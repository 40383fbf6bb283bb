import { beforeAll, describe, expect, test } from 'vitest';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';
import { lenientMarkdown, type MarkdownSettings } from '../../src/markdown/settings.ts';
import { markdownSettings } from '../../src/sites/hugo/config/markdown-settings.ts';
import { tableOf } from '../../src/sites/hugo/config/tables.ts';

beforeAll(async () => {
  await loadParsers({ reference: true });
});

const parsers = ['fast', 'reference'] as const;
const slugs = (text: string, markdown: MarkdownSettings, parser: (typeof parsers)[number]) =>
  readPage(text, { parser, markdown }).headings.map(({ id, slug }) => id ?? slug);

/** Each built with Hugo 0.131, 0.167 and 0.169. */
describe.each(parsers)('ids of headings by version (%s)', (parser) => {
  test.each([
    ['[link](https://a.b) text', 'linkhttpsab-text', 'link-text', 'link-text'],
    ['<span class="x">raw</span> html', 'span-classxrawspan-html', 'raw-html', 'raw-html'],
    ['![alt](img.png) image', 'altimgpng-image', 'alt-image', 'alt-image'],
    ['_em_ **strong** `code` ~~del~~', '_em_-strong-code-del', 'em-strong-code-del', 'em-strong-code-del'],
    ['A &amp; B &#35;c', 'a-amp-b-35c', 'a--b-35c', 'a--b-35c'],
    ['A -- b --- c', 'a----b-----c', 'a--b--c', 'a--b--c'],
    ['https://example.com/foo auto', 'httpsexamplecomfoo-auto', 'auto', 'auto'],
    ['<https://auto.link/x> y', 'httpsautolinkx-y', 'y', 'y'],
    ['To (a-*-b@c.org) now', 'to-a--bcorg-now', 'to--now', 'to--now'],
    ['**bold *nest* x** [l **q** w](y) z', 'bold-nest-x-l-q-wy-z', 'bold--l--z', 'bold-nest-x-l-q-w-z'],
    ["*it's a* b", 'its-a-b', 'it-b', 'its-a-b'],
    ['*a\\*b* c', 'ab-c', 'ab-c', 'ab-c'],
    ['T {#x} ###', 'x', 't-x', 't-x'],
    ['"quoted" it\'s … code `a -- b`', 'quoted-its--code-a----b', 'quoted-its--code-a----b', 'quoted-its--code-a----b'],
  ])('## %s', (words, from131, from167, from169) => {
    const text = `### ${words}\n`;
    const version = (number: string) => slugs(text, markdownSettings(new Map(), number), parser);
    expect([version('0.131.0'), version('0.167.0'), version('0.169.0')]).toEqual([[from131], [from167], [from169]]);
  });

  test('without the typographer, quotation marks and dashes cut no words off', () => {
    const settings = (number: string) =>
      markdownSettings(tableOf({ markup: { goldmark: { extensions: { typographer: { disable: true } } } } }), number);
    const text = '## *Team "A"* one\n\n## *Don\'t* two\n\n## *x_y* six\n';
    expect(slugs(text, settings('0.167.0'), parser)).toEqual(['team-a-one', 'dont-two', 'x_-six']);
    expect(slugs(text, settings('0.169.0'), parser)).toEqual(['team-a-one', 'dont-two', 'x_y-six']);
  });

  test('a heading without words has no id since ids are made from words', () => {
    const text = '## \n\n## `` ` ``\n';
    expect(slugs(text, markdownSettings(new Map(), '0.131.0'), parser)).toEqual(['heading', '--']);
    expect(slugs(text, markdownSettings(new Map(), '0.169.0'), parser)).toEqual(['', 'heading']);
  });

  test.each<[string, object, string, string]>([
    ['autoIDType github-ascii', { parser: { autoIDType: 'github-ascii' } }, 'Ünï Straße', 'uni-strae'],
    [
      'autoHeadingIDType blackfriday',
      { parser: { autoHeadingIDType: 'blackfriday' } },
      "What's new, & y_z?",
      'what-s-new-y-z',
    ],
    ['autoHeadingID off', { parser: { autoHeadingID: false } }, 'Foo', ''],
    ['attributes of titles off', { parser: { attribute: { title: false } } }, 'Foo {#bar}', 'foo-bar'],
    ['typographer off', { extensions: { typographer: { disable: true } } }, 'A -- b', 'a----b'],
    [
      'passthrough',
      { extensions: { passthrough: { enable: true, delimiters: { inline: [['$', '$']] } } } },
      'Math $a_b$ and *x*',
      'math--and-x',
    ],
  ])('%s', (_, goldmark, words, slug) => {
    const settings = markdownSettings(tableOf({ markup: { goldmark } }), '0.169.0');
    expect(slugs(`## ${words}\n`, settings, parser)).toEqual([slug]);
  });
});

test('raw HTML gets into the page only where the site says so', () => {
  const text = '<a id="one" href="/x/">x</a>\n\nText <b id="two">x</b>\n';
  const read = (rawHtml: boolean) => readPage(text, { markdown: { ...lenientMarkdown, rawHtml } });
  expect(read(true).anchors.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(read(true).links).toHaveLength(1);
  expect(read(false)).toMatchObject({ anchors: [], links: [] });
});

test('fences and terms of definitions have ids', () => {
  const text =
    '```go {#cod}\nx\n```\n\n```go {linenos=inline anchorLineNos=true}\nx\ny\n```\n\nFirst term\n: what it is\n';
  const settings = { ...lenientMarkdown, headingIds: 'text', termIds: true } as const;
  const { anchors } = readPage(text, { markdown: settings });
  expect(anchors.map(({ id }) => id)).toEqual(['cod', 'hl-1-1', 'hl-1-2', 'first-term']);
});
