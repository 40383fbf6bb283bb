import { expect, test } from 'vitest';
import { internalLinks } from '../../src/links/judge.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';
import { lenientMarkdown } from '../../src/markdown/settings.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

// What Hugo 0.131 and 0.169 write as the link's address; `null` where they write none.
test.each([
  ['詳細は https://x.org/a/を参照してください。', 'https://x.org/a/'],
  ['詳細はhttps://x.org/a/を参照してください。', null],
  ['詳細は（https://x.org/a/）です。', null],
  ['(https://x.org/a/) and', 'https://x.org/a/'],
  ['https://x.org/a/「資料」', 'https://x.org/a/'],
  ['https://x.org/a/, and', 'https://x.org/a/'],
  ['https://x.org/a/; and', 'https://x.org/a/;'],
  ['https://x.org/a/&amp; and', 'https://x.org/a/'],
  ['https://x.org/a/(b) and', 'https://x.org/a/(b)'],
  ['https://x.org/a/))) and', 'https://x.org/a/'],
  ['https://x.org/a/.を', 'https://x.org/a/'],
  ['*https://x.org/a/*', 'https://x.org/a/'],
  ["https://x.org/a/'s", "https://x.org/a/'s"],
  ['-https://x.org/a/ and', null],
  ['<https://x.org/a/日本>', 'https://x.org/a/日本'],
])('goldmark links in %s what is %j', async (text, wanted) => {
  const handbook = await memoryHandbook({ 'hugo.toml': "baseURL = 'https://x.org/'\n", 'content/p.md': `${text}\n` });
  expect(internalLinks(handbook.page('content/p.md')!, handbook).map(({ href }) => href)).toEqual(
    wanted === null ? [] : [wanted],
  );
});

test('a bare URL is text where the site says so', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': "baseURL = 'https://x.org/'\n[markup.goldmark.extensions]\nlinkify = false\n",
    'content/p.md': 'https://x.org/gone/ and <https://x.org/>\n',
  });
  expect(internalLinks(handbook.page('content/p.md')!, handbook).map(({ href }) => href)).toEqual(['https://x.org/']);
});

test.each([
  ['see www.a.b, c@d.ef', 'goldmark', ['http://www.a.b in www.a.b', 'mailto:c@d.ef in c@d.ef']],
  ['"https://a.b/c" d', 'goldmark', ['https://a.b/c" in https://a.b/c"']],
  ['see https://a.b/c。d e', 'github', ['https://a.b/c。d in https://a.b/c。d']],
  ['see https://a.b/c。d e', 'goldmark', ['https://a.b/c in https://a.b/c']],
  ['see www.a.b', 'none', []],
] as const)('of %s, by the rules of %s', async (text, bareUrls, expected) => {
  await loadParsers();
  const { externalLinks } = readPage(text, { markdown: { ...lenientMarkdown, bareUrls } });
  expect(externalLinks.map(({ href, range }) => `${href} in ${text.slice(...range)}`)).toEqual(expected);
});
