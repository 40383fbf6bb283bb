import { expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { onlyOn } from '../../src/links/words.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('pages are named only where not all of those that show a link have its trouble', async () => {
  const include = '{{% include "includes/a.md" %}}\n';
  const words = async (...others: string[]) => {
    const handbook = await memoryHandbook({
      'content/a.md': `---\ntitle: A\n---\n${include}`,
      'content/b.md': `---\ntitle: B\n---\n${include}`,
      'content/c.md': `---\ntitle: C\n---\n${include}${others.includes('C') ? '' : '\n## Here\n'}`,
      'assets/includes/a.md': '[x](#here)\n',
    });
    return onlyOn(judgeLinks(handbook.page('assets/includes/a.md')!, handbook)[0]!);
  };
  expect(await words()).toBe(' on the pages "A" and "B"');
  expect(await words('C')).toBe('');
});
