import { expect, test } from 'vitest';
import { incomingLinks } from '../../src/links/linked-pages.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('incoming links are found however they are written', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'hosts: [handbook.example.com]\n',
    'content/_index.md':
      '[a](/crew/rules/#watch) [b](/old/) [c](https://handbook.example.com/crew/rules)\n\n{{% include "includes/see.md" %}}\n',
    'content/crew/_index.md': '[d](rules.md#gone) [e](/crew/) [f](/nowhere/)\n\n{{% include "includes/see.md" %}}\n',
    'content/crew/rules.md': '---\naliases: [/old/]\n---\n## Watch\n\n[g](#watch)\n',
    'assets/includes/see.md': '[h](/crew/rules/)\n',
  });
  const rules = handbook.page('content/crew/rules.md')!;
  expect(incomingLinks(rules, handbook).map(({ from, link }) => `${from.path} ${link.text}`)).toEqual([
    'assets/includes/see.md h',
    'content/_index.md a',
    'content/_index.md b',
    'content/_index.md c',
    'content/crew/_index.md d',
    'content/crew/rules.md g',
  ]);
  expect(incomingLinks(handbook.page('assets/includes/see.md')!, handbook)).toEqual([]);
});
