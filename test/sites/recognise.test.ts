import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const pages = { 'README.md': '# Home\n\n[crew](crew/rules.md)\n', 'crew/rules.md': '# Rules\n' };

async function firstLine(files: Readonly<Record<string, string>>): Promise<string> {
  return describeTakenFor((await memoryHandbook(files)).config);
}

describe('a site is taken for what its own files say', () => {
  test.each([
    ['_config.yml', 'a Jekyll site'],
    ['mkdocs.yml', 'an MkDocs site'],
    ['properdocs.yml', 'an MkDocs site'],
    ['docusaurus.config.ts', 'a Docusaurus site'],
    ['.vitepress/config.mts', 'a VitePress site'],

    ['.gitbook.yaml', 'a GitBook site'],
    ['eleventy.config.mjs', 'an Eleventy site'],
    ['.eleventy.js', 'an Eleventy site'],
    ['conf.py', 'a Sphinx site'],
    ['book.toml', 'a mdBook site'],
    ['astro.config.mjs', 'an Astro site'],
    ['gatsby-config.js', 'a Gatsby site'],
    ['next.config.js', 'a Next.js site'],
  ])('%s', async (sign, kind) => {
    expect(await firstLine({ ...pages, [sign]: '' })).toContain(`Taken for ${kind}, by ${sign}.`);
  });

  test('by its keys, when the name is anyone’s', async () => {
    const view = "Taken for a repository's view of its files, as no file of a site generator is there.";
    expect(await firstLine({ ...pages, 'config.yaml': 'port: 80\n' })).toBe(view);
    expect(await firstLine({ ...pages, 'config.yaml': 'BaseURL: /\n' })).toBe('Taken for a Hugo site, by config.yaml.');
    expect(await firstLine({ ...pages, 'content/a.md': '', 'config.yaml': 'title: x\n' })).toBe(
      'Taken for a Hugo site, by config.yaml.',
    );
    expect(await firstLine({ 'content/_index.md': '', 'config.toml': 'base_url = "/"\n' })).toContain(
      'Taken for a Hugo site',
    );
    expect(await firstLine({ ...pages, 'config.toml': 'base_url = "/"\n' })).toContain('Taken for a Zola site');
  });

  test('ProperDocs reads its own configuration before that of MkDocs', async () => {
    const files = { ...pages, 'properdocs.yml': 'docs_dir: crew\n', 'mkdocs.yml': '' };
    expect(await firstLine(files)).toContain('Taken for an MkDocs site, by properdocs.yml.');
    expect((await memoryHandbook(files)).config.content).toEqual(['crew']);
  });

  test('by settings in a comment, which Hugo does not read', async () => {
    const raneto = '/*\ntitle: Home\n*/\n\n![x](%image_url%/a.png)\n';
    expect(await firstLine({ 'content/_index.md': raneto })).toContain(
      'Taken for a Raneto site, by content/_index.md.',
    );
    const handbook = await memoryHandbook({ 'content/_index.md': raneto });
    expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe('unknown');
  });

  test('two generators are both named', async () => {
    const both = await firstLine({ ...pages, '_config.yml': '', 'mkdocs.yml': '' });
    expect(both).toContain('Taken for an MkDocs site, by mkdocs.yml.');
    expect(both).toContain('_config.yml of Jekyll is there as well, and was not followed.');
    expect(await firstLine({ 'hugo.yaml': '', 'content/a.md': '', 'mkdocs.yml': '' })).toBe(
      'Taken for a Hugo site, by hugo.yaml. mkdocs.yml of MkDocs is there as well, and was not followed.',
    );
  });

  test.each([
    ['Hexo', { '_config.yml': 'title: Crew\nsource_dir: source\nnew_post_name: :title.md\n' }, '_config.yml'],
    ['Jupyter Book', { '_config.yml': 'title: Crew\n', '_toc.yml': 'root: README\n' }, '_toc.yml'],
    [
      'Docusaurus',
      { '.gitbook.yaml': 'root: ./\n', 'website/docusaurus.config.js': '' },
      'website/docusaurus.config.js',
    ],
  ])('%s is told apart from others by what it alone has', async (name, files, sign) => {
    expect(await firstLine({ ...pages, ...files })).toContain(`Taken for a ${name} site, by ${sign}.`);
  });

  test('handbook.yaml wins', async () => {
    const files = { ...pages, '_config.yml': '', 'handbook.yaml': 'site: plain\n' };
    expect(await firstLine(files)).toBe("Taken for a repository's view of its files, by handbook.yaml.");
    expect(await firstLine({ ...pages, 'handbook.yaml': 'site: unknown\n' })).toContain(
      'Taken for a site of unknown kind, by handbook.yaml.',
    );
  });

  test('sites further down are told apart', async () => {
    const handbook = await memoryHandbook({
      ...pages,
      'teams/ship/mkdocs.yml': '',
      'teams/ship/docs/a.md': '[x](/gone/) [y](gone)\n',
      'teams/ship/docs/old/mkdocs.yml': '',
      'crew/handbook.yaml': '',
      'crew/b.md': '[x](/gone/)\n',
    });
    expect(handbook.config.generated.map(({ sign }) => sign)).toEqual(['crew/handbook.yaml', 'teams/ship/mkdocs.yml']);
    expect(describeTakenFor(handbook.config)).toContain(
      'teams/ship is taken for an MkDocs site, by teams/ship/mkdocs.yml.',
    );
    expect(describeTakenFor(handbook.config)).toContain('crew is taken for a separate site, by crew/handbook.yaml.');
    const outcomes = ['teams/ship/docs/a.md', 'crew/b.md', 'README.md'].map((path) =>
      judgeLinks(handbook.page(path)!, handbook).map(({ resolution }) => resolution.outcome),
    );
    expect(outcomes).toEqual([['unknown', 'unknown'], ['unknown'], ['found']]);
  });

  test('in a folder further down the same generator wins as at the top', async () => {
    const signs = ['teams/ship/_config.yml', 'teams/ship/book.toml', 'teams/ship/mkdocs.yml'];
    for (const order of [signs, signs.toReversed()]) {
      const handbook = await memoryHandbook({ ...pages, ...Object.fromEntries(order.map((sign) => [sign, ''])) });
      expect(handbook.config.generated.map(({ sign }) => sign)).toEqual(['teams/ship/mkdocs.yml']);
    }
    const own = { ...pages, 'crew/mkdocs.yml': '', 'crew/.vitepress/config.ts': '', 'crew/handbook.yml': '' };
    expect((await memoryHandbook(own)).config.generated.map(({ name }) => name)).toEqual(['separate']);
  });

  test('a folder whose name begins like that of a site is no part of it', async () => {
    const { config } = await memoryHandbook({ ...pages, 'teams/ship/mkdocs.yml': '', 'teams/ship-two/mkdocs.yml': '' });
    expect(config.generated.map(({ folder }) => folder)).toEqual(['teams/ship', 'teams/ship-two']);
  });

  test('what GitBook reads counts, when two others are in the usual folders', async () => {
    const files = { '.gitbook.yaml': 'root: ./\n', 'docs/mkdocs.yml': '', 'website/docusaurus.config.js': '' };
    expect(await firstLine({ ...pages, ...files })).toContain('Taken for a GitBook site, by .gitbook.yaml.');
  });

  const docs = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`packages/manual/guide/${name}.md`, '[x](gone.md)\n']),
  );

  test.each([
    ['mkdocs.yml', 'docs_dir: guide\n'],
    ['.vitepress/config.ts', 'export default {}\n'],
    ['docusaurus.config.ts', "export default { presets: [['classic', { docs: { path: 'guide' } }]] }\n"],
    ['_config.yml', ''],
  ])('a site that holds most pages is found wherever it lies: %s', async (sign, text) => {
    const path = `packages/manual/${sign}`;
    const handbook = await memoryHandbook({ 'README.md': '# Code\n', ...docs, [path]: text });
    expect(handbook.config.takenFor.sign).toBe(path);
    expect(handbook.pages).toHaveLength(3);
  });

  test('one with few of the pages is a part that is told apart', async () => {
    const crew = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`crew/${name}.md`, '']));
    const { config } = await memoryHandbook({ ...crew, ...docs, 'packages/manual/.vitepress/config.ts': '' });
    expect(config.site).toBe('plain');
    expect(config.generated.map(({ folder }) => folder)).toEqual(['packages/manual']);
  });

  test('of many parts three are named', async () => {
    const parts = Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`tools/t${at}/book.toml`, '']));
    const line = await firstLine({ ...pages, ...parts });
    expect(line).toContain('tools/t3 is taken for a mdBook site');
    expect(line).not.toContain('tools/t4');
    expect(line).toContain('The same holds for 2 more folders.');
  });

  test('a folder of its own is told apart from the rest', async () => {
    expect(await firstLine({ ...pages, 'docs/eleventy.config.js': '' })).toContain(
      'docs is taken for an Eleventy site, by docs/eleventy.config.js.',
    );
  });
});

describe('without any such file, links tell', () => {
  const linking = (...hrefs: string[]) => ({
    'a.md': hrefs.map((href) => `[x](${href})\n`).join(''),
    'b/README.md': '',
  });

  test.each([
    ['as written', ['b', 'b/', '/b/README.md', 'a.md'], false],
    ['one address of three', ['b', '/c/', 'a.md'], false],
    ['two of five', ['b', '/c/', 'a.md', 'b/', 'c'], true],
    ['files, images and anchors do not count', ['pic.png', '#x', 'https://example.com/c', '/c/'], true],
    ['a missing file is no address', ['c.md', 'd.md'], false],
  ])('%s', async (_, hrefs, isUnknown) => {
    const { config } = await memoryHandbook(linking(...hrefs));
    expect(config.site).toBe(isUnknown ? 'unknown' : 'plain');
  });

  test('but handbook.yaml wins', async () => {
    const { config } = await memoryHandbook({ ...linking('/c/', '/d/'), 'handbook.yaml': 'site: plain\n' });
    expect(config.site).toBe('plain');
  });
});

describe('without its configuration, what a generator leaves besides tells', () => {
  const traces: readonly (readonly [sign: string, text: string, kind: string])[] = [
    ['package.json', '{"devDependencies": {"vitepress": "1.6.4"}}', 'a VitePress site'],
    ['package.json', '{"dependencies": {"@docusaurus/core": "3.10.2"}}', 'a Docusaurus site'],
    ['package.json', '{"scripts": {"build": "npx @11ty/eleventy"}}', 'an Eleventy site'],
    ['docs/package.json', '{"dependencies": {"astro": "7.0.0"}}', 'an Astro site'],
    ['docs/sidebars.js', '', 'a Docusaurus site'],
    ['requirements.txt', 'mkdocs-material==9.5\n', 'an MkDocs site'],
    ['docs/requirements.txt', 'Sphinx>=7\n', 'a Sphinx site'],
    ['pyproject.toml', '[project]\ndependencies = ["mkdocs"]\n', 'an MkDocs site'],
    ['Gemfile', 'gem "jekyll"\n', 'a Jekyll site'],
    ['Gemfile', 'gem "github-pages", group: :jekyll_plugins\n', 'a Jekyll site'],
    ['composer.json', '{"require": {"tightenco/jigsaw": "^1.3"}}', 'a Jigsaw site'],
    ['docs/.pages', 'nav: [index.md]\n', 'an MkDocs site'],
    ['_layouts/page.html', '', 'a Jekyll site'],
    ['_includes/part.html', '', 'a site of unknown kind'],
    ['docs/.vitepress/theme/index.ts', '', 'a VitePress site'],
    ['src/SUMMARY.md', '', 'a mdBook site'],
    ['_sidebar.md', '', 'a docsify site'],
    ['CNAME', 'handbook.example.com\n', 'a site of unknown kind'],
    ['.github/workflows/pages.yml', 'jobs:\n  b:\n    steps:\n      - run: mkdocs build\n', 'an MkDocs site'],
    ['.readthedocs.yaml', 'sphinx:\n  configuration: conf/conf.py\n', 'a Sphinx site'],
  ];
  test.each(traces)('%s: %s', async (sign, text, kind) => {
    const { config } = await memoryHandbook({ ...pages, [sign]: text });
    expect(config.site).toBe('unknown');
    expect(describeTakenFor(config)).toMatch(/^Taken for .*; its configuration is not here\./);
    expect(describeTakenFor(config)).toContain(`Taken for ${kind}, by `);
  });

  test.each([
    ['package.json', '{"name": "next-steps", "devDependencies": {"remark-preset-lint-handbook": "0.1.0"}}'],
    ['composer.json', '{"name": "tightenco/jigsaw"}'],
    ['requirements.txt', '# mkdocs is not used\nrequests\n'],
    ['.github/workflows/check.yml', 'jobs:\n  b:\n    steps:\n      - run: npx handbook-lint\n'],
  ])('%s without a generator is no trace', async (path, text) => {
    expect((await memoryHandbook({ ...pages, [path]: text })).config.site).toBe('plain');
  });
});

describe('pages show that a site is built of them', () => {
  const page = (...links: string[]) => ({ ...pages, 'a.md': links.map((href) => `[x](${href})\n`).join('') });
  const titled = (...keys: string[]) =>
    Object.fromEntries(keys.map((key, at) => [`p${at}.md`, `---\n${key}: x\n---\n# P\n`]));
  const named = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [`${name}.md`, '# P\n\n## First watch {#first}\n']));
  test.each([
    [
      'addresses of pages',
      page('crew/rules', 'crew/rules/', 'crew/rules.html', ...Array(9).fill('crew/rules.md')),
      true,
    ],
    ['two of them', page('crew/rules', 'crew/rules/', ...Array(9).fill('crew/rules.md')), false],
    ['front matter', { ...pages, ...titled('slug', 'layout', 'nav_order') }, true],
    ['titles beside files', { ...pages, ...titled('title', 'title', 'title') }, false],
    [
      'titles beside addresses',
      {
        ...pages,
        ...titled(...Array<string>(6).fill('title')),
        'crew/b.md': '[x](a.md) [x](rules.md) [x](/y/)',
        'crew/a.md': '',
      },
      true,
    ],
    ['front matter for this program', { ...pages, ...titled('pageType', 'pageType', 'pageType') }, false],
    ['front matter of few pages', { ...pages, ...titled('title', 'title') }, false],
    ['index.md at the top', { 'index.md': '# Home\n', 'crew/a.md': '' }, true],
    ['index.md in a folder of its own', { ...pages, 'crew/index.md': '' }, false],
    ['_index.md in folders', { ...pages, 'a/_index.md': '', 'b/_index.md': '', 'c/_index.md': '' }, true],
    ['_index.md in a folder', { ...pages, 'a/_index.md': '' }, false],
    ['ids in braces', { ...pages, ...named('p', 'q', 'r') }, true],
    ['few ids in braces', { ...pages, ...named('p', 'q') }, false],
    ['templates', { ...pages, 'page.njk': '' }, true],
    ['one of many destinations computed', page('{{x}}', ...Array<string>(12).fill('crew/rules.md')), false],
    ['computed destinations', { ...pages, 'a.md': '<a href="{{ site.url }}/x">x</a>\n' }, true],
  ] as const)('%s', async (_, files, isUnknown) => {
    expect((await memoryHandbook(files)).config.site).toBe(isUnknown ? 'unknown' : 'plain');
  });
});
