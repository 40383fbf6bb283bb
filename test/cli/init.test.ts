import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { offers } from '../../src/cli/init/offers.ts';
import { survey } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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
    expect(survey(handbook).unknown).toEqual([{ prefix: '/jobs/', links: 6, broken: 6 }]);
  });

  test('also when a few pages are there, or when the links name the host', async () => {
    const many = Array.from({ length: 24 }, (_, at) => `[x](/jobs/${at}/)`).join(' ');
    const handbook = await memoryHandbook({
      'content/_index.md': `${many} ${links('https://our.example.com/docs/', 5)} ${['b', 'c', 'd', 'jobs/1'].map((name) => links(`https://our.example.com/${name}/`, 2)).join(' ')}\n`,
      ...Object.fromEntries(['b', 'c', 'd', 'jobs/1'].map((name) => [`content/${name}.md`, '# X\n'])),
      'static/images/a.png': 'x',
      'content/e.md': `${links('/images/a.png', 6)} ${links('/images/b.png', 6)}`,
    });
    expect(survey(handbook)).toMatchObject({
      hosts: [{ host: 'our.example.com' }],
      unknown: [
        { prefix: '/jobs/', links: 26, broken: 23 },
        { prefix: '/docs/', links: 5, broken: 5 },
      ],
    });
  });

  test('finds shortcodes that print what links name', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': `[x](/a/#one) [x](/a/#two) [x](/a/#three) {{< team "sales" >}}`,
      'content/a.md': '{{< spot "one" >}}\n\n{{< spot two >}}\n\n{{< mark at="three" >}}\n',
    });
    const found = survey(handbook);
    expect(found.anchors).toEqual([{ name: 'spot', parameter: 0, links: 2 }]);
    expect(found.generating.map(({ name }) => name).sort()).toEqual(['mark', 'team']);
    const text = writeConfig(handbook.config, found);
    expect(parse(text).shortcodes).toEqual({ anchors: { spot: 0 } });
    // What is commented out can be switched on as it stands.
    expect(parse(text.replace(/^# (?= +(?:silent:|- (?:team|mark)\b))/gm, '')).shortcodes).toEqual({
      anchors: { spot: 0 },
      silent: ['team', 'mark'],
    });
  });

  test('judges as job families the pages that have a job grade, when most have', async () => {
    const page = (words: string) => `---\ntitle: X\n---\n\n## ${words}\n\nText.\n`;
    const handbook = await memoryHandbook({
      'content/_index.md': '# Home\n',
      'content/job-families/_index.md': page('All'),
      'content/job-families/a.md': page('Job Grade'),
      'content/job-families/b.md': page('Senior Job Grade'),
      'content/job-families/how.md': page('How to write one'),
    });
    const found = survey(handbook);
    expect(found.jobFamilies).toEqual({ folder: 'content/job-families', pages: 3, graded: 2 });
    expect(parse(writeConfig(handbook.config, found)).pageTypes['job-family'].heading).toEqual(['Job Grade']);
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

describe('what init offers to write', () => {
  const installed = { 'node_modules/.bin/handbook-lint': '' };
  const names = (files: Record<string, string>, root = '') => {
    const folder = temporaryFolder(files);
    return offers(`${folder}${root}`, 'site: plain\n').map(({ path, instead, text }) => ({
      path: path.slice(folder.length + 1),
      instead: instead?.slice(folder.length + 1) ?? null,
      text,
    }));
  };

  test('is the two configurations, unless they are there by any of their names', () => {
    expect(names({ 'a.md': 'x' }).map(({ path }) => path)).toEqual(['handbook.yaml', '.remarkrc.yaml']);
    expect(names({ 'handbook.yml': '', '.remarkrc.js': '' }).map(({ instead }) => instead)).toEqual([
      'handbook.yml',
      '.remarkrc.js',
    ]);
  });

  test('is a hook and a job in a repository, for the folder that the handbook is in', () => {
    const made = names(
      { ...installed, '.git/config': '[remote "origin"]\n\turl = git@github.com:x/y.git\n', 'docs/book/a.md': '' },
      '/docs/book',
    );
    expect(made.map(({ path }) => path)).toEqual([
      'docs/book/handbook.yaml',
      'docs/book/.remarkrc.yaml',
      '.git/hooks/pre-commit',
      '.github/workflows/handbook-lint.yml',
    ]);
    expect(made[2]?.text).toContain('handbook-lint --staged --root docs/book\n');
    expect(parse(made[3]?.text ?? '').jobs['handbook-lint'].steps.at(-1).run).toContain(
      ' handbook-lint --root docs/book --since HEAD^1',
    );
    expect(names({ '.git/config': 'url = https://gitlab.example.com/x' }).map(({ path }) => path)).toContain(
      '.gitlab-ci.yml',
    );
  });

  test('is no hook where a hook manager has the say, where .git is elsewhere, or where the hook could not run', () => {
    expect(names({ '.git/config': '' })).toHaveLength(2);
    expect(names({ ...installed, '.git/config': '', 'lefthook.yml': '' })).toHaveLength(2);
    expect(names({ ...installed, '.git': 'gitdir: ../x\n' })).toHaveLength(2);
    expect(names({ ...installed, '.git/config': '', '.husky/commit-msg': '' }).map(({ path }) => path)).toContain(
      '.husky/pre-commit',
    );
  });
});
