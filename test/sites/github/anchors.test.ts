import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { meetFragment } from '../../../src/sites/serving/fragment.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

async function idsOf(text: string): Promise<string[]> {
  const handbook = await memoryHandbook({ 'README.md': '# Home\n', 'page.md': text });
  return [...handbook.anchors(handbook.page('page.md')!).ids.keys()];
}

test.each([
  ['the words of a link, not its address', '## [Core](#core)', 'core'],
  ['words without emphasis', '## The **bold** _one_', 'the-bold-one'],
  ['underscores within words', '## `snake_case` names', 'snake_case-names'],
  ['an attribute as the words that GitHub shows', '## Plans {#plans}', 'plans-plans'],
  ['entities as what they stand for', '## R&amp;D', 'rd'],
  ['an id that raw HTML gives', '<a id="Here"></a>\n', 'Here'],
])('among plain files, an anchor is made from %s', async (_, text, id) => {
  expect(await idsOf(text)).toEqual([id]);
});

test('among plain files, headings of the same name are numbered as GitHub numbers them', async () => {
  const names = fc.array(fc.constantFrom('Foo', 'Foo 1', 'foo-1', 'Bar', 'FOO', 'Foo 1 1'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(names, async (headings) => {
      const slugger = new GithubSlugger();
      const expected = headings.map((heading) => slugger.slug(heading));
      expect(await idsOf(headings.map((heading) => `## ${heading}\n`).join('\n'))).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('a line of attributes is text there', async () => {
  expect(await idsOf('Words.\n{#here}\n')).toEqual([]);
});

test('an anchor that nobody can know makes no alarm there either', async () => {
  const handbook = await memoryHandbook({ 'README.md': '# Home\n', 'page.md': '## The {{< team >}} team\n' });
  expect(handbook.anchors(handbook.page('page.md')!).generatedBy).not.toHaveLength(0);
});

test.each([
  ['page.md', '## Example One\n\n<a id="Here"></a>\n', 'Example-One', 'example-one'],
  ['page.md', '<a id="Here"></a>\n', 'here', 'Here'],
  ['content/page.md', '## Example One\n', 'Example-One', null],
])('in %s, which %s has, #%s means %s', async (path, text, fragment, id) => {
  const handbook = await memoryHandbook({ [path.replace('page', '_index')]: '# Home\n', [path]: text });
  const met = meetFragment(handbook.page(path)!, fragment, handbook);
  expect(typeof met === 'string' ? null : met.id).toBe(id);
});
