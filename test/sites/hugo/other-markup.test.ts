import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const pages: readonly (readonly [name: string, text: string])[] = [
  [
    'a.adoc',
    '---\ntitle: A\n---\n== Deck\n\nhttps://x.test/b/[the page], <<deck>>, link:/b/[B]\n\n----\n[x](/gone/)\n----\n',
  ],
  ['a.org', '---\ntitle: A\n---\n* Deck\n[[https://x.test/b/][the page]] [[/b/][B]] [x](/gone/)\n'],
  ['a.rst', '---\ntitle: A\n---\nDeck\n====\n`B <https://x.test/gone/>`_ [x](/gone/)\n'],
];

// Org by Hugo 0.169: `[x](/gone/)` is text, `[[https://x.test/b/][the page]]` a link.
test.each(pages)('what looks like Markdown in %s is none', async (name, text) => {
  const handbook = await memoryHandbook({
    'hugo.toml': "baseURL = 'https://x.test/'\n",
    'content/b.md': '---\ntitle: B\n---\n[a](/a/) [d](/a/#deck)\n',
    [`content/${name}`]: `${text}\n{{< ref "b.md" >}} {{< ref "gone.md" >}}\n    {{< relref "b.md" >}}\n`,
  });
  const outcomes = (path: string) =>
    judgeLinks(handbook.page(path)!, handbook).map(({ link, resolution }) => `${link.href} ${resolution.outcome}`);
  expect(outcomes(`content/${name}`)).toEqual(['b.md found', 'gone.md broken', 'b.md found']);
  expect(outcomes('content/b.md')).toEqual(['/a/ found', '/a/#deck unknown']);
});
