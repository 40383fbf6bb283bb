import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { describeTakenFor } from '../../../src/sites/taken-for.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

async function outcome(site: string, markdown: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const handbook = await memoryHandbook({ 'handbook.yaml': `site: ${site}\n`, ...files, 'README.md': markdown });
  return judgeLinks(handbook.page('README.md')!, handbook)[0]!.resolution.outcome;
}

// GitLab's by commonmarker 2.10.1 (comrak), with header_ids; GitHub's compared with what it shows.
describe('the views make ids in their own ways', () => {
  test.each([
    ['#crew-', '## Crew ![anchor](a.png)', 'found', 'broken'],
    ['#crew-anchor', '## Crew ![anchor](a.png)', 'broken', 'found'],
    ['#deck--hold', '## Deck  hold', 'found', 'found'],
    ['#deck-hold', '## Deck  hold', 'broken', 'broken'],
    ['#soon-', '## Soon <!-- not yet -->', 'found', 'found'],
    ['#a--b---c', '## A & B - C', 'found', 'found'],
    ['#1-first', '## 1. First', 'found', 'found'],
    ['#航海日誌', '## 航海\u3000日誌', 'found', 'found'],
    ['#nightwatch', '## Night\u00a0watch', 'found', 'found'],
    ['#½-day', '## ½ day', 'broken', 'found'],
    ['#-day', '## ½ day', 'found', 'broken'],
    ['#plans-x', '## Plans {#x}', 'found', 'found'],
    ['#day-1', '# Day\n\n# Day', 'found', 'found'],
    ['#gone', '## Ready :tada: now', 'broken', 'unknown'],
    ['#our-ship', '<h2>Our <em>ship</em></h2>', 'found', 'unknown'],
    ['#readme', '', 'found', 'unknown'],
    ['#L3', '', 'found', 'found'],
  ])('%s beside %s', async (fragment, heading, github, gitlab) => {
    const markdown = `[x](<${fragment}>)\n\n${heading}\n`;
    expect([await outcome('github', markdown), await outcome('gitlab', markdown)]).toEqual([github, gitlab]);
  });
});

describe('whose view is meant', () => {
  const remote = (url: string) => ({ '.git/config': `[remote "origin"]\n\turl = ${url}\n` });
  test.each([
    ['nothing says', {}, 'plain'],
    ['.gitlab-ci.yml', { '.gitlab-ci.yml': '' }, 'gitlab'],
    ['.gitlab', { '.gitlab/issue_templates/a.md': '' }, 'gitlab'],
    ['.github as well', { '.gitlab-ci.yml': '', '.github/CODEOWNERS': '' }, 'plain'],
    ['a remote of that name', remote('git@gitlab.example.com:crew/handbook.git'), 'gitlab'],
    ['a remote with a password', remote('https://a:b@gitlab.example.com/crew/handbook'), 'gitlab'],
    ['a remote at GitHub', { ...remote('https://github.com/crew/gitlab'), '.gitlab-ci.yml': '' }, 'plain'],
    ['handbook.yaml', { '.gitlab-ci.yml': '', 'handbook.yaml': 'site: github\n' }, 'github'],
    ['plain in handbook.yaml', { '.gitlab-ci.yml': '', 'handbook.yaml': 'site: plain\n' }, 'gitlab'],
  ])('%s', async (_, files, site) => {
    expect((await memoryHandbook({ 'README.md': '# A\n', ...files })).config.site).toBe(site);
  });

  test('the first line says by what', async () => {
    const { config } = await memoryHandbook({ 'README.md': '# A\n', '.gitlab-ci.yml': '' });
    expect(describeTakenFor(config)).toBe(
      "Taken for GitLab's view of a repository, by .gitlab-ci.yml, and as no file of a site generator is there.",
    );
  });
});
