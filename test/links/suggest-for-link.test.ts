import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { draftAt, suggestForLink } from '../../src/links/suggest.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const site = {
  'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\nunknown: [/jobs/]\n',
  'content/_index.md': '',
  'content/crew/_index.md': '',
  'content/crew/watches.md': '',
  'content/deck/_index.md': '',
  'content/deck/drills/_index.md': '',
  'content/deck/drills/fire-drill.md': '',
};

/** What is suggested for a broken link on a page. */
async function suggest(markdown: string, from = 'content/deck/rules.md'): Promise<string | undefined> {
  const handbook = await memoryHandbook({ ...site, [from]: `${markdown}\n` });
  const page = handbook.page(from)!;
  const judged = judgeLinks(page, handbook)[0]!;
  if (judged.resolution.outcome !== 'broken') throw new Error(`${markdown} is not broken`);
  const near = suggestForLink(judged, judged.resolution, page, handbook);
  return near && `${near.page.address}${near.safe ? '!' : ''}`;
}

describe('a broken link on content/deck/rules.md', () => {
  test.each([
    ['[x](/crew/wathces/)', '/crew/watches/!'],
    ['<a href="crew/watches/">x</a>', '/crew/watches/'],
    ['[x](../../../content/crew/watches/)', '/crew/watches/'],
    ['[x](handbook.example.com/crew/watches/)', '/crew/watches/'],
    ['[x](HANDBOOK.example.com/crew/watches/)', '/crew/watches/'],
    ['[x](handbook.example.com)', '/'],
    // Where the handbook cannot know, it does not guess.
    ['[x](jobs/watches/)', undefined],
    ['[x](drils/fire-drill/)', '/deck/drills/fire-drill/'],
    ['<a href="drills/fire-dril/">x</a>', '/deck/drills/fire-drill/!'],
    ['[x](anchors/)', undefined],
  ])('%s', async (markdown, expected) => {
    expect(await suggest(markdown)).toBe(expected);
  });
});

test('a draft is found by the address that it will have', async () => {
  const handbook = await memoryHandbook({
    'content/_index.md': '',
    'content/crew/Night Plan.md': '---\ndraft: true\n---\n',
    'content/crew/hidden.md': '---\nbuild: {render: never}\n---\n',
  });
  expect(draftAt('/crew/night-plan/', handbook)?.path).toBe('content/crew/Night Plan.md');
  expect(draftAt('/crew/night-plan', handbook)?.path).toBe('content/crew/Night Plan.md');
  expect(draftAt('/crew/hidden/', handbook)).toBeUndefined();
});
