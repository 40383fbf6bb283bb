import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

test.each([
  ['/crew//watch.md', 'unknown'],
  ['crew//watch', 'found'],
  ['/crew//watch.md#gone', 'unknown'],
  ['/crew//gone.md', 'broken'],
  ['/crew/watch.md', 'found'],
])('whether ref finds %s is %s', async (path, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/_index.md': `[x]({{< ref "${path}" >}})\n`,
    'content/crew/watch.md': '---\ntitle: A\n---\n## Deck\n',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});
