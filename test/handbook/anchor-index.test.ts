import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryHandbook } from '../support/memory-handbook.ts';

// Many headings of few words, so that ids are numbered; ids in HTML may hold anything, line ends too.
const word = fc.constantFrom('Goals', 'Team goals', 'Über uns', 'goals-1', '日本語', 'a');
const block = fc.oneof(
  word.map((text) => `## ${text}`),
  fc.tuple(word, word).map(([text, id]) => `## ${text} {#${id.replaceAll(' ', '_')}}`),
  fc.constantFrom('<a id="goals"></a>', '<div id="one\ntwo"></div>', '<a name="team-goals"></a>'),
  fc.constant('{{% include "includes/part.md" %}}'),
);

test('one anchor of a page is what all of them together have under its name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 12 }), fc.array(block, { maxLength: 4 }), async (page, part) => {
      const handbook = await memoryHandbook({
        'content/_index.md': page.join('\n\n'),
        'assets/includes/part.md': part.filter((each) => !each.includes('include')).join('\n\n'),
      });
      const home = handbook.page('content/_index.md')!;
      const { ids } = handbook.anchors(home);
      for (const id of [...ids.keys(), 'goal', 'oals', 'one', 'two', 'one\ntwo', 'goals\nteam-goals', '\n', '']) {
        const { path, heading, headingIndex, positional } = handbook.anchor(home, id) ?? {};
        expect([id, path, heading, headingIndex, positional]).toEqual([
          id,
          ids.get(id)?.path,
          ids.get(id)?.heading,
          ids.get(id)?.headingIndex,
          ids.get(id)?.positional,
        ]);
      }
    }),
    { numRuns: 200 },
  );
});
