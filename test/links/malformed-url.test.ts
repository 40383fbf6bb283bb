import { expect, test } from 'vitest';
import { internalLinks } from '../../src/links/judge.ts';
import { malformedUrl } from '../../src/links/malformed-url.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test.each([
  ['[x](www.example.org)', 'no-scheme https://www.example.org'],
  ['[x](example.org/a)', 'no-scheme https://example.org/a'],
  ['[x](sub.example.com?a)', 'no-scheme https://sub.example.com?a'],
  ['[x](www.example.shop/a)', 'no-scheme https://www.example.shop/a'],
  ['[x](example.md)', undefined],
  ['[x](example.company)', undefined],
  ['[x](handbook.example.com/a/)', undefined],
  ['[x](HANDBOOK.example.com/a/)', undefined],
  ['[x](crew@example.com)', 'no-mailto mailto:crew@example.com'],
  ['[x](night.watch+a@deck.example.com)', 'no-mailto mailto:night.watch+a@deck.example.com'],
  ['[x](@crew)', undefined],
  ['[x](https:/example.org/a)', 'one-slash https://example.org/a'],
  ['[x](HTTPS:example.org/a)', 'one-slash https://example.org/a'],
  ['[x](/crew\\_list/)', 'backslash /crew_list/'],
  ['[x](/crew&amp;list/)', undefined],
  ['<a href="/crew\\_list/">x</a>', undefined],
  ['[x](/crew_list/)', undefined],
])('%s', async (markdown, expected) => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\n',
    'content/a.md': `${markdown}\n`,
  });
  const page = handbook.page('content/a.md')!;
  const slip = malformedUrl(internalLinks(page, handbook)[0]!, page, handbook);
  expect(slip && `${slip.kind} ${slip.text}`).toBe(expected);
});

test('a backslash that Markdown takes away is none of the address, but on Hugo sites', async () => {
  const handbook = await memoryHandbook(
    { 'README.md': '[x](crew\\_list.md) [x](#crew\\_list)\n' },
    { config: 'site: github\n' },
  );
  const page = handbook.page('README.md')!;
  const found = internalLinks(page, handbook).map((link) => malformedUrl(link, page, handbook));
  expect(found).toEqual([undefined, undefined]);
});
