import { expect, test } from 'vitest';
import { aliasesOf, aliasOwners } from '../../src/links/aliases.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** Each alias of a page with this front matter, and what its range covers. */
async function aliases(front: string): Promise<string[]> {
  const text = `---\n${front}\n---\n`;
  const handbook = await memoryHandbook({ 'content/crew/rules.md': text });
  const page = handbook.page('content/crew/rules.md')!;
  return aliasesOf(page, handbook).map(({ address, range }) => `${address} ${text.slice(...range)}`);
}

test.each([
  ['aliases: [/a/, /b/]', ['/a/ /a/', '/b/ /b/']],
  ['aliases: [/b/, /a/b/, /b/]', ['/b/ /b/', '/a/b/ /a/b/', '/b/ /b/']],
  ['aliases:\n  - /a/\n  - "/b c/"', ['/a/ /a/', '/b c/ /b c/']],
  ['aliases: /a/', ['/a/ /a/']],
  ['aliases: [old]', ['/crew/old/ old']],
  ['aliases: ["", " ", 3, /a/]', ['/a/ /a/']],
  // What the source has in another form is shown by the whole list.
  ['aliases: ["/\\u0061/", /b/]', ['/a/ ["/\\u0061/", /b/]', '/b/ /b/']],
  ['aliases: []', []],
  ['title: /a/', []],
])('%s', async (front, expected) => {
  expect(await aliases(front)).toEqual(expected);
});

test('the same alias twice stands in two places', async () => {
  const handbook = await memoryHandbook({ 'content/a.md': '---\naliases: [/x/, /x/]\n---\n' });
  const starts = aliasesOf(handbook.page('content/a.md')!, handbook).map(({ range }) => range[0]);
  expect(starts).toEqual([14, 19]);
});

test('every page that claims an address is known, once', async () => {
  const handbook = await memoryHandbook({
    'content/a.md': '---\naliases: [/x/, /x/]\n---\n',
    'content/b.md': '---\naliases: [/x/, /y/]\n---\n',
    'content/c.md': '---\naliases: [/x/]\ndraft: true\n---\n',
  });
  const owners = (address: string) => aliasOwners(address, handbook).map(({ path }) => path);
  expect(owners('/x/')).toEqual(['content/a.md', 'content/b.md']);
  expect(owners('/y/')).toEqual(['content/b.md']);
  expect(owners('/z/')).toEqual([]);
  expect(aliasesOf(handbook.page('content/c.md')!, handbook)).toEqual([]);
});
