import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { survey } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

describe('career trees', () => {
  const tree = (folder: string, departments: string[], levels: string[]) =>
    departments.flatMap((department) => levels.map((level) => `${folder}/${department}/${level}.md`));

  test('are pages named after levels in folders of two departments or more', () => {
    expect(findCareerTrees(tree('content/careers', ['data', 'web'], ['senior', 'staff']))).toEqual([
      { pattern: 'content/careers/{department}/{level}.md', departments: 2, levels: ['senior', 'staff'], pages: 4 },
    ]);
  });

  test('hold teams nested in departments', () => {
    const paths = [
      ...tree('content/m', ['data', 'web'], ['senior', 'staff']),
      ...tree('content/m/web', ['front', 'back'], ['senior', 'staff']),
    ];
    expect(findCareerTrees(paths)).toMatchObject([{ pattern: 'content/m/{department}/{level}.md', departments: 4 }]);
  });

  test('are not: one department, one level, pages that only sound like levels', () => {
    expect(findCareerTrees(tree('content/careers', ['data'], ['senior', 'staff']))).toEqual([]);
    expect(findCareerTrees(tree('content/careers', ['data', 'web'], ['senior']))).toEqual([]);
    expect(findCareerTrees(tree('content/teams', ['data', 'web'], ['roadmap', 'staffing']))).toEqual([]);
  });
});

describe('a look at a handbook', () => {
  const links = (address: string, count: number) => Array.from({ length: count }, () => `[x](${address})`).join(' ');

  test('finds its own host by links that name pages which are here', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': '# Home\n',
      'content/a.md': `${links('https://our.example.com/a', 2)} ${links('https://our.example.com/b/', 1)}\n`,
      'content/b.md': `${links('https://our.example.com/c/#x', 1)} ${links('https://elsewhere.example.com/x/y/', 9)}`,
      // Another handbook may have a page of the same address.
      'content/c.md': links('https://other.example.com/b/', 9),
    });
    expect(survey(handbook).hosts).toEqual([{ host: 'our.example.com', links: 4 }]);
  });

  test('takes an address that many links go to and no page lies under for somebody else’s', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': `${links('/jobs/1/', 6)} ${links('/team/gone/', 6)} ${links('/typo/x/', 1)}\n`,
      'content/team/_index.md': '# Team\n',
    });
    expect(survey(handbook).unknown).toEqual([{ prefix: '/jobs/', links: 6 }]);
  });

  test('becomes a handbook.yaml that reads back as what was found, odd names included', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': `${links('/jo: bs#/1/', 6)} ${['b', 'job-families/eng/x', 'd'].map((name) => links(`https://our.example.com/${name}/`, 1)).join(' ')} {{< maker >}}\n`,
      'content/b.md': '# B\n',
      'content/d.md': '# D\n',
      'content/job-families/eng/x.md': '# X\n',
      'content/ca: reers/data/senior.md': 'x',
      'content/ca: reers/data/staff.md': 'x',
      'content/ca: reers/web/senior.md': 'x',
      'content/ca: reers/web/staff.md': 'x',
    });
    const found = survey(handbook);
    const text = writeConfig(handbook.config, found);
    const config = parse(text);
    expect(config).toMatchObject({
      site: 'hugo',
      content: ['content'],
      hosts: ['our.example.com'],
      pageTypes: { 'job-family': { pages: ['content/job-families/**/*.md'] } },
      frameworks: [{ pages: 'content/ca: reers/{department}/{level}.md' }],
    });
    expect(config.unknown ?? []).toEqual(found.unknown.map(({ prefix }) => prefix));
    // What it wrote is what it reads.
    await expect(memoryHandbook({ 'content/_index.md': 'x' }, { config: text })).resolves.toBeDefined();
    expect(text).toContain('#     - maker # on 1 page');
  });
});
