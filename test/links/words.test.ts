import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { namesOf, onlyOn, quoted, shown } from '../../src/links/words.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('no colon of a page gets into a message, however many there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\t') }), (text) => {
      expect(quoted(text)).not.toContain(':');
    }),
  );
  expect(quoted('description: : Values')).toBe('"description – Values"');
  expect(shown('/a/')).toBe('/a/');
});

test('long words are cut, between characters', () => {
  expect(quoted('é'.repeat(160))).toBe(`"${'é'.repeat(160)}"`);
  expect(quoted('é'.repeat(161))).toBe(`"${'é'.repeat(159)}…"`);
  expect(shown('🎉'.repeat(161))).toBe(`${'🎉'.repeat(159)}…`);
});

test('three pages or more are counted', async () => {
  const handbook = await memoryHandbook(
    Object.fromEntries(
      ['A', 'B', 'C', 'D'].map((name) => [`content/${name.toLowerCase()}.md`, `---\ntitle: ${name}\n---\n`]),
    ),
  );
  const names = (count: number) => namesOf(handbook.pages.slice(0, count));
  expect([1, 2, 3, 4].map(names)).toEqual(['"A"', '"A" and "B"', '"A", "B" and 1 more', '"A", "B" and 2 more']);
});

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
