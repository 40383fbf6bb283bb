import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { describeSurvey } from '../../src/cli/init/describe-survey.ts';
import { offers } from '../../src/cli/init/offers.ts';
import { findSiteHosts } from '../../src/cli/init/site-hosts.ts';
import { survey } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import { pageTypeOf } from '../../src/sections/page-type.ts';
import { gitRepository } from '../support/git-repository.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

describe('career trees', () => {
  const tree = (folder: string, departments: string[], levels: string[]) =>
    departments.flatMap((department) => levels.map((level) => `${folder}/${department}/${level}.md`));

  test('are pages named after levels in folders of two departments or more', () => {
    expect(findCareerTrees(tree('content/careers', ['data', 'web'], ['senior', 'staff']))).toEqual([
      { pattern: 'content/careers/{department}/{level}.md', departments: 2, levels: ['senior', 'staff'], pages: 4 },
    ]);
  });

  test('name every level that any department has', () => {
    const paths = [...tree('c', ['data', 'web'], ['senior', 'staff']), 'c/data/principal.md'];
    expect(findCareerTrees(paths)).toMatchObject([{ levels: ['senior', 'staff', 'principal'] }]);
  });

  test('hold teams nested in departments', () => {
    const paths = [
      ...tree('content/m', ['data', 'web'], ['senior', 'staff']),
      ...tree('content/m/web', ['front', 'back'], ['senior', 'staff']),
    ];
    expect(findCareerTrees(paths)).toMatchObject([{ pattern: 'content/m/{department}/{level}.md', departments: 4 }]);
  });

  test('may lie at the root of a repository that holds little else', () => {
    const paths = [...tree('', ['data', 'web'], ['senior', 'staff']).map((path) => path.slice(1)), 'README.md'];
    expect(findCareerTrees([...paths, 'notes/talks.md'])).toEqual([
      { pattern: '{department}/{level}.md', departments: 2, levels: ['senior', 'staff'], pages: 4 },
    ]);
    const others = ['sail', 'row', 'dive', 'fish'].map((name) => `guides/${name}.md`);
    expect(findCareerTrees([...paths, ...others])).toEqual([]);
    const inside = tree('careers', ['north', 'south'], ['junior', 'senior']);
    expect(findCareerTrees([...paths, ...others, ...inside])).toMatchObject([
      { pattern: 'careers/{department}/{level}.md' },
    ]);
  });

  test('are not: one department, one level, pages that only sound like levels', () => {
    expect(findCareerTrees(tree('content/careers', ['data'], ['senior', 'staff']))).toEqual([]);
    expect(findCareerTrees(tree('content/careers', ['data', 'web'], ['senior']))).toEqual([]);
    expect(findCareerTrees(tree('content/teams', ['data', 'web'], ['roadmap', 'staffing']))).toEqual([]);
    const titles = (of: string[]) => [...of, 'senior-analyst', 'lead-designer'];
    expect(
      findCareerTrees([
        ...tree('jobs', ['north'], titles(['senior-clerk', 'head-of-post', 'director-of-maps'])),
        ...tree('jobs', ['south'], titles(['junior-cook', 'principal-ranger', 'manager-of-boats'])),
      ]),
    ).toEqual([]);
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

  test('but not the path below which the site itself lies', async () => {
    const handbook = await memoryHandbook({
      'mkdocs.yml': 'site_name: Crew\nsite_url: https://our.example.com/ship/\n',
      'docs/index.md': `${links('/crew/', 6)} ${links('https://our.example.com/ship/crew/', 6)}\n`,
      'docs/crew.md': '# Crew\n',
    });
    expect(survey(handbook).unknown).toEqual([]);
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

  test('takes no other pages in a folder of that name for job families', async () => {
    const ladder = '---\ntitle: Rigging\n---\n\n## Junior\n\n- Ties knots.\n\n## Senior\n\n- Plans the rig.\n';
    const family =
      '---\ntitle: Rigging\n---\n\n## Requirements\n\nText.\n\n## Career path\n\nText.\n\n## Reports to\n\nText.\n';
    const foundIn = async (...pages: readonly string[]) => {
      const files = Object.fromEntries(pages.map((page, at) => [`content/job-families/${at}.md`, page]));
      return survey(await memoryHandbook({ 'content/_index.md': '# Home\n', ...files })).jobFamilies;
    };
    expect(await foundIn(ladder, ladder, family)).toBeNull();
    expect(await foundIn(ladder, family)).toEqual({ folder: 'content/job-families', pages: 2, graded: 0 });
  });

  test('becomes a handbook.yaml that reads back as what was found, odd names included', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': `${links('/jo: bs#/1/', 6)} ${['b', 'job-families/eng/x', 'd'].map((name) => links(`https://our.example.com/${name}/`, 1)).join(' ')} {{< maker >}}\n`,
      'content/b.md': '# B\n',
      'content/d.md': '# D\n',
      'content/job-families/eng/x.md': '# X\n\n## Career path\n\n## Requirements\n\n## Interview process\n',
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
  const offered = (work: { readonly folder: string }, root = '') => {
    const { list, why } = offers(`${work.folder}${root}`, 'site: plain\n');
    return {
      why,
      made: list.map(({ path, instead, text, added = null }) => ({
        path: path.slice(work.folder.length + 1),
        instead: instead?.slice(work.folder.length + 1) ?? null,
        text,
        added,
      })),
    };
  };
  const inFolder = (files: Record<string, string>) => ({ folder: temporaryFolder(files) });
  const inRepository = (files: Record<string, string>) => {
    const work = gitRepository();
    work.write(files);
    return work;
  };
  const names = ({ made }: ReturnType<typeof offered>) => made.map(({ path }) => path);

  test('is the two configurations, unless they are there by any of their names', () => {
    const alone = offered(inFolder({ 'a.md': 'x' }));
    expect(names(alone)).toEqual(['handbook.yaml', '.remarkrc.yaml']);
    expect(alone.why).toEqual([expect.stringContaining(' is in no git repository')]);
    expect(offered(inFolder({ 'handbook.yml': '', '.remarkrc.js': '' })).made.map(({ instead }) => instead)).toEqual([
      'handbook.yml',
      '.remarkrc.js',
    ]);
  });

  test('is a hook and a job in a repository, for the folder that the handbook is in', () => {
    const work = inRepository({ ...installed, 'docs/book/a.md': '' });
    work.git('remote', 'add', 'origin', 'git@github.com:x/y.git');
    const { made, why } = offered(work, '/docs/book');
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
    expect(why).toEqual([]);
    work.git('remote', 'set-url', 'origin', 'https://gitlab.example.com/x');
    expect(names(offered(work, '/docs/book'))).toContain('.gitlab-ci.yml');
    work.write({ '.gitlab-ci.yml': 'test: {}\n' });
    expect(offered(work).why).toEqual([expect.stringContaining('.gitlab-ci.yml is there already')]);
  });

  test('is added to what the hook manager has, and to nothing twice', () => {
    for (const [path, text, more = ''] of [
      ['lefthook.yml', 'pre-push: {}\n'],
      ['.pre-commit-config.yaml', 'repos:\n  - repo: x\n'],
      ['.husky/pre-commit', 'npm test'],
    ] as const) {
      const work = inRepository({ ...installed, [path]: text + more });
      const [, , hook] = offered(work).made;
      expect(hook).toMatchObject({ path, added: expect.stringContaining('npx --no -- handbook-lint --staged') });
      expect(hook?.text.startsWith(text)).toBe(true);
      work.write({ [path]: hook?.text ?? '' });
      expect(names(offered(work))).toHaveLength(2);
      expect(offered(work).why).toContain(`${path} calls handbook-lint already.`);
    }
    expect(names(offered(inRepository({ ...installed, '.husky/commit-msg': '' })))).toContain('.husky/pre-commit');
  });

  test('is no hook, with the reason, where it could not run or has no certain place', () => {
    const reason = (files: Record<string, string>) => {
      const { made, why } = offered(inRepository(files));
      expect(made).toHaveLength(2);
      return why[0];
    };
    expect(reason({})).toContain('npm install --save-dev remark-preset-lint-handbook');
    expect(reason({ ...installed, 'lefthook.yml': 'pre-commit: { commands: {} }\n' })).toMatch(
      /^No commit hook .* lefthook\.yml .* docs\/hooks\.md has the lines for lefthook\.$/,
    );
    expect(reason({ ...installed, 'lefthook.toml': '' })).toContain('lefthook.toml is not YAML');
    expect(reason({ ...installed, '.husky/pre-commit': 'exec npm test\n' })).toContain('Add the line: npx --no -- ');
    const simple = { 'package.json': '{ "simple-git-hooks": { "pre-commit": "npm test" } }' };
    expect(reason({ ...installed, ...simple })).toContain('Add to its pre-commit: npx --no -- handbook-lint --staged');
    const work = inRepository(installed);
    work.write({ '.git/hooks/pre-commit': '#!/bin/sh\n' });
    expect(offered(work).why[0]).toContain('.git/hooks/pre-commit is there already and stays as it is.');
  });

  test('is a hook where git looks for it, from a worktree and with hooks in another folder', () => {
    const work = inRepository(installed);
    work.commit();
    work.git('config', 'core.hooksPath', 'tools/hooks');
    expect(names(offered(work))).toContain('tools/hooks/pre-commit');
    work.git('config', '--unset', 'core.hooksPath');
    const tree = temporaryFolder();
    work.git('worktree', 'add', '--quiet', `${tree}/other`);
    writeFiles(`${tree}/other`, installed);
    const { list } = offers(`${tree}/other`, 'site: plain\n');
    expect(list.map(({ path }) => path)).toContain(`${work.folder}/.git/hooks/pre-commit`);
  });
});

describe('role pages that are hardly any', () => {
  test('are counted and proposed: one section of the three, or bold words for a heading', async () => {
    const page = (title: string, words: string) => `---\ntitle: ${title}\n---\n\n${words}\n`;
    const handbook = await memoryHandbook({
      'content/_index.md': '# Home\n',
      'content/crew/pilot.md': page('Harbour Pilot', '## Responsibilities\n\nShips.'),
      'content/crew/[x] keeper.md': page('Lighthouse Manager', '**Reporting line:** the Harbour Master'),
      'content/crew/whole.md': page('Dock Engineer', '## Responsibilities\n\nx\n\n## OKRs\n\nx'),
      'content/crew/prose.md': page('Dock Owner', 'Nothing of **the three**.'),
      'content/crew/team.md': page('Crew', '## Responsibilities\n\nShips.'),
      'content/job-families/a.md': page('Data Analyst', '## Responsibilities\n\nShips.\n\n## Job Grade\n\n4'),
    });
    const found = survey(handbook);
    expect(found.likelyRoles).toEqual(['content/crew/[x] keeper.md', 'content/crew/pilot.md']);
    expect(describeSurvey(handbook.config, found).join('\n')).toContain('2 more pages with a role in the title');
    const proposed = writeConfig(handbook.config, found).replace(/^# (?= {2}role:$| {4}pages:$| {6}- )/gm, '');
    const typed = await memoryHandbook(Object.fromEntries(handbook.pages.map(({ path, text }) => [path, text])), {
      config: proposed,
    });
    const kinds = typed.pages.filter((each) => pageTypeOf(each, typed)?.kind === 'type').map(({ path }) => path);
    expect(kinds).toEqual(expect.arrayContaining([...found.likelyRoles, 'content/crew/whole.md']));
    expect(kinds).not.toContain('content/crew/team.md');
  });
});

describe("the site's own host", () => {
  test.each([
    ['hugo.toml', "baseURL = 'https://book.acme.io/'\n", 'book.acme.io'],
    ['config/_default/hugo.yaml', 'title: x\nbaseURL: https://book.acme.io # ours\n', 'book.acme.io'],
    ['config.json', '{\n  "baseurl": "https://book.acme.io"\n}\n', 'book.acme.io'],
    ['mkdocs.yml', 'site_name: x\nsite_url: "https://book.acme.io/"\n', 'book.acme.io'],
    ['_config.yml', 'url: https://book.acme.io\n', 'book.acme.io'],
    ['docusaurus.config.ts', "const config = {\n  url: 'https://book.acme.io',\n  baseUrl: '/',\n};\n", 'book.acme.io'],
    ['CNAME', 'book.acme.io\n', 'book.acme.io'],
    // A folder of a host that others share, a name of documentation, one's own machine, and one that nobody can read.
    ['hugo.toml', "baseURL = 'https://acme.github.io/book/'\n", null],
    ['hugo.toml', "baseURL = 'https://example.org/'\n", null],
    ['hugo.toml', "baseURL = '/'\n", null],
    ['mkdocs.yml', 'site_url: !ENV [URL, "http://localhost:8000"]\n', null],
  ])('is read from %s: %j', (path, text, host) => {
    const tree = diskTree(temporaryFolder({ [path]: text, 'content/a.md': 'x' }));
    expect(findSiteHosts(tree)).toEqual(host === null ? [] : [{ host, path }]);
  });

  test('is written with the file that says so', async () => {
    const handbook = await memoryHandbook({ 'content/_index.md': 'x' });
    const found = survey(handbook, [{ host: 'book.acme.io', path: 'hugo.toml' }]);
    expect(writeConfig(handbook.config, found)).toContain('# hugo.toml names book.acme.io.\nhosts: [book.acme.io]\n');
  });
});

test('of a Hugo site, the version and what becomes of links are named, each with its reason', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': "baseURL = 'https://book.example.org/'\n",
    '.hvm': 'v0.131.0\n',
    'layouts/_default/_markup/render-link.html': '<a href="{{ .Destination }}">{{ .Text }}</a>',
    'content/_index.md': '# Home\n',
  });
  expect(describeSurvey(handbook.config, survey(handbook)).slice(1, 3)).toEqual([
    'Built by Hugo 0.131.0, pinned in .hvm line 1.',
    'Of links, destinations stay as they are written (layouts/_default/_markup/render-link.html).',
  ]);
});

test('folders of languages, parts of folders and places below the top are left to the settings of the site', async () => {
  const written = async (toml: string) => {
    const handbook = await memoryHandbook({
      'hugo.toml': toml,
      'content/en/_index.md': '',
      'content/fr/_index.md': '',
    });
    return writeConfig(handbook.config, survey(handbook)).match(/^(?:content|static|assets):.*$/gm);
  };
  expect(await written('')).toEqual(['content: [content]', 'static: [static]', 'assets: [assets]']);
  const languages = "[languages.en]\ncontentDir = 'content/en'\n[languages.fr]\ncontentDir = 'content/fr'\n";
  expect(await written(languages)).toEqual(['static: [static]', 'assets: [assets]']);
  const mount = "[[module.mounts]]\nsource = 'content'\ntarget = 'content/docs'\n";
  expect(await written(mount)).toEqual(['static: [static]', 'assets: [assets]']);
});
