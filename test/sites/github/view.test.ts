import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

/** What becomes of the only link of README.md, beside these files. */
async function outcome(markdown: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const handbook = await memoryHandbook({ 'handbook.yaml': 'site: plain\n', ...files, 'README.md': markdown });
  return judgeLinks(handbook.page('README.md')!, handbook)[0]!.resolution.outcome;
}

// Compared with what GitHub shows.
describe('ids are made of what a heading shows', () => {
  test.each([
    ['#deck--hold', '## Deck  hold', 'found'],
    ['#deck-hold', '## Deck  hold', 'broken'],
    ['#crew-', '## Crew ![anchor](a.png)', 'found'],
    ['#crew-anchor', '## Crew ![anchor](a.png)', 'broken'],
    ['#soon-', '## Soon <!-- not yet -->', 'found'],
    ['#soon', '## Soon <!-- not yet -->', 'broken'],
    ['#航海日誌', '## 航海\u3000日誌', 'found'],
    ['#nightwatch', '## Night\u00a0watch', 'found'],
    ['#our-ship', '<h2 align="center">Our <em>ship</em></h2>', 'found'],
    ['#our-boat', '<h2 align="center">Our <em>ship</em></h2>', 'broken'],
    ['#our-ship-1', '<h2>Our ship</h2>\n\n## Our ship', 'unknown'],
  ])('%s beside %s', async (fragment, heading, expected) => {
    expect(await outcome(`[x](<${fragment}>)\n\n${heading}\n`)).toBe(expected);
  });
});

describe('a repository shows', () => {
  const files = {
    'log.md': 'One\n\nTwo\n',
    'hold/README.md': '# Hold\n',
    'sails/plan.txt': '',
    '.github/CONTRIBUTING.md': '# How\n',
    '.github/workflows/ci.yml': '',
    '.gitlab-ci.yml': '',
  };
  test.each([
    ['lines of a file', 'log.md?plain=1#L2', 'found'],
    ['several lines', 'log.md#L1-L2', 'found'],
    ['parts of lines', 'log.md?plain=1#L1C2-L2C3', 'found'],
    ['no other fragment', 'log.md#L', 'broken'],
    ['an id with the prefix of the host', 'hold/README.md#user-content-hold', 'found'],
    ['no id that is not there, with the prefix', 'hold/README.md#user-content-gone', 'broken'],
    ['its own README', '#readme', 'found'],
    ['a folder’s README', 'hold/#readme', 'found'],
    ['perhaps a README elsewhere', 'log.md#readme', 'unknown'],
    ['what else the host has', '../../issues', 'unknown'],
    ['another repository', '../../../ship/README.md', 'unknown'],
    ['pages of the host by their whole paths', '/crew/handbook/issues/3', 'unknown'],
    ['no branch of that name', '../log.md', 'broken'],
    ['a folder as a list', 'sails/', 'found'],
    ['no folder that is not there', 'oars/', 'broken'],
    ['files in dot folders', '.github/CONTRIBUTING.md', 'found'],
    ['files further down there', '.github/workflows/ci.yml', 'found'],
    ['dot files', '.gitlab-ci.yml', 'found'],
    ['no dot file that is not there', '.gone.yml', 'broken'],
    ['perhaps what lies in other dot folders', '.tools/run.sh', 'unknown'],
  ])('%s', async (_, href, expected) => {
    expect(await outcome(`[x](${href})\n`, files)).toBe(expected);
  });
});

test('each file of a set of images is looked for', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'site: plain\n',
    'README.md': '<picture>\n<source srcset="a.png 1x, gone.png 2x">\n<img src="a.png">\n</picture>\n',
    'a.png': '',
  });
  const judged = judgeLinks(handbook.page('README.md')!, handbook);
  expect(judged.map(({ link, resolution }) => `${link.href} ${resolution.outcome}`)).toEqual([
    'a.png found',
    'gone.png broken',
    'a.png found',
  ]);
});
