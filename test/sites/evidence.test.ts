import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/loading/load.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { docusaurus } from '../../src/sites/docusaurus/site.ts';
import { siteOf } from '../../src/sites/index.ts';
import { generatorNamed, generators, siteNames } from '../../src/sites/registry.ts';
import { countLinks, type SignificantPage } from '../../src/sites/unknown/addresses.ts';
import { byPages } from '../../src/sites/unknown/evidence.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (path: string, hrefs: readonly string[] = [], more: Partial<SignificantPage> = {}): SignificantPage => ({
  path,
  links: hrefs.map((href) => ({ kind: 'inline', href })),
  keys: [],
  hasNamedHeadings: false,
  ...more,
});

const many = (count: number, more: Partial<SignificantPage> = {}, folder = '') =>
  Array.from({ length: count }, (_, at) => page(`${folder}p${at}.md`, [], more));

async function sign(
  pages: readonly SignificantPage[],
  files: readonly string[] = pages.map(({ path }) => path),
  extra: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const config = await loadConfig(memoryTree({ 'README.md': '', ...extra }), null);
  const found = byPages(config, pages, files);
  return found.takenFor.sign;
}

const words = {
  unwritten: 'more than a third of the links between pages are addresses that no file has as written',
  built: 'links name pages without the ending of their files',
  front: 'most pages begin with front matter for a site',
  index: 'a folder of pages begins with index.md, which no view of files opens',
  sections: 'folders of pages begin with _index.md, which only generators read',
  ids: 'headings have ids in braces, which only generators read',
  templates: 'templates lie among the pages',
  computed: 'destinations of links are computed by templates',
};

describe('what shows that a generator builds the pages', () => {
  test.each<[name: string, pages: readonly SignificantPage[], expected: string | null, files?: readonly string[]]>([
    ['nothing', many(5), null],
    ['links by file', [page('a.md', ['b.md', 'b.md', 'b.md']), page('b.md')], null],
    ['two of four links', [page('a.md', ['/x', '/y', 'b.md', 'b.md']), page('b.md')], words.unwritten],
    ['one of three links', [page('a.md', ['/x', 'b.md', 'b.md']), page('b.md')], null],
    [
      'links without endings',
      [page('a.md', ['b', 'b/', 'b.html', ...Array(27).fill('b.md')]), page('b.md')],
      words.built,
    ],
    ['two of them', [page('a.md', ['b', 'b.html', ...Array(18).fill('b.md')]), page('b.md')], null],
    ['one in eleven of them', [page('a.md', ['b', 'b/', 'b.html', ...Array(28).fill('b.md')]), page('b.md')], null],
    [
      'titles beside some addresses',
      [page('a.md', ['/x', ...Array(8).fill('p0.md')], { keys: ['title'] }), ...many(2, { keys: ['title'] })],
      words.front,
    ],
    [
      'titles beside few addresses',
      [page('a.md', ['/x', ...Array(9).fill('p0.md')], { keys: ['title'] }), ...many(2, { keys: ['title'] })],
      null,
    ],
    ['half the titles', [page('a.md', ['/x', ...Array(8).fill('p0.md')], { keys: ['title'] }), ...many(1)], null],
    [
      'titles of two pages',
      [page('a.md', ['/x', ...Array(8).fill('p0.md')], { keys: ['title'] }), ...many(1, { keys: ['title'] })],
      null,
    ],
    ['keys of sites', [...many(3, { keys: ['layout'] }), ...many(2, {}, 'x/')], words.front],
    ['keys of half the pages', [...many(3, { keys: ['layout'] }), ...many(3, {}, 'x/')], null],
    ['keys of two pages', many(2, { keys: ['sidebar_position'] }), null],
    ['index.md', many(1), words.index, ['index.md', 'p0.md']],
    ['index.md in a usual folder', many(1), words.index, ['docs/index.md', 'p0.md']],
    ['index.md in another folder', many(1), null, ['crew/index.md', 'p0.md']],
    ['index.md beside README.md', many(1), null, ['index.md', 'README.md']],
    ['index.md beside readme.md', many(1), null, ['index.md', 'readme.md']],
    ['three _index.md', ['a', 'b', 'c'].map((folder) => page(`${folder}/_index.md`)), words.sections],
    ['two _index.md', ['a', 'b'].map((folder) => page(`${folder}/_index.md`)), null],
    ['ids in braces', many(3, { hasNamedHeadings: true }), words.ids],
    [
      'ids in braces on one page in a hundred',
      [...many(3, { hasNamedHeadings: true }), ...many(297, {}, 'x/')],
      words.ids,
    ],
    ['ids in braces on fewer', [...many(3, { hasNamedHeadings: true }), ...many(298, {}, 'x/')], null],
    ['two ids in braces', many(2, { hasNamedHeadings: true }), null],
    ['templates', many(1), words.templates, ['p0.md', 'a.njk']],
    ['tags in destinations', [page('a.md', ['{{ x }}', ...Array(9).fill('a.md')])], words.computed],
    ['few tags in destinations', [page('a.md', ['{{ x }}', ...Array(10).fill('a.md')])], null],
  ])('%s', async (_, pages, expected, files) => {
    expect(await sign(pages, files)).toBe(expected);
  });

  test('nothing else may say what the site is, and parts that are sites of their own do not count', async () => {
    const three = many(3, { keys: ['layout'] });
    expect(await sign(three, undefined, { 'mkdocs.yml': '' })).toBe('mkdocs.yml');
    const apart = many(3, { keys: ['layout'] }, 'sub/');
    expect(await sign(apart, undefined, { 'sub/book.toml': '' })).toBeNull();
  });

  test('links are counted by what they name', async () => {
    const config = await loadConfig(memoryTree({ 'README.md': '' }), null);
    const count = (...hrefs: readonly string[]) =>
      countLinks([page('a/b.md', hrefs)], ['a/b.md', 'a/c.mdx', 'd/e/f.md', 'g.txt'], config);
    expect(count('b.md', '../d/e/f.md', '../d', '../d/e/', '/a')).toEqual({ all: 5, unwritten: 0, built: 0 });
    expect(count('b', './c', '/d/e/f/', '../d/e/f.html')).toEqual({ all: 4, unwritten: 3, built: 4 });
    expect(count('#x', 'x.png', '?y', '../../out.md')).toEqual({ all: 1, unwritten: 0, built: 0 });
    expect(count('/gone', 'gone', 'gone.md', 'gone/')).toEqual({ all: 4, unwritten: 3, built: 0 });
    const images = countLinks(
      [
        {
          ...page('a.md'),
          links: [
            { kind: 'image', href: 'x' },
            { kind: 'html-resource', href: 'y' },
          ],
        },
      ],
      ['a.md'],
      config,
    );
    expect(images.all).toBe(0);
    const known = { ...config, unknown: ['/made/'] };
    expect(countLinks([page('a.md', ['/made/x', '/other'])], ['a.md'], known).all).toBe(1);
  });
});

describe('what is said of a site', () => {
  const said = async (files: Readonly<Record<string, string>>) => {
    const { config } = await memoryHandbook({ 'docs/a.md': '', 'content/a.md': '', 'a.md': '', ...files });
    const { summary, limits, settings = [] } = siteOf(config).describe(config);
    return [summary, limits ?? '', ...settings];
  };

  test.each([
    [
      { 'mkdocs.yml': 'site_url: https://x.example/y/\n' },
      ['an MkDocs site', '', 'content: docs', 'published below /y/', 'host: x.example'],
    ],
    [
      { 'mkdocs.yml': 'plugins: [own]\n' },
      [
        'an MkDocs site',
        'Not all can be checked, since the plugin own may make pages or files.',
        'content: docs',
        'pages that no file shows may exist, since the plugin own may make pages or files',
        'ids of headings cannot be checked, since the plugin own may make pages or files',
      ],
    ],
    [
      { '_config.yml': 'plugins: [own]\n' },
      [
        'a Jekyll site',
        'Not all can be checked, since the plugin own may make pages.',
        'content: the root',
        'pages that no file shows may exist, since the plugin own may make pages',
      ],
    ],
    [{ '.vitepress/config.ts': "export default { srcDir: 'docs' };\n" }, ['a VitePress site', '', 'content: docs']],
    [
      { '.vitepress/config.ts': 'export default { srcDir: f() };\n' },
      [
        'a VitePress site',
        'srcDir is computed in .vitepress/config.ts line 1 and could not be read, so what depends on it cannot be checked; write "generator: {srcDir: …}" into handbook.yaml to say it. No address can be checked, since srcDir is not known.',
        'content: the root',
      ],
    ],
    [
      {
        'docusaurus.config.js': "module.exports = { presets: ['classic'], plugins: ['own'] };\n",
        'versions.json': '["1.0"]',
      },
      [
        'a Docusaurus site',
        'Not all can be checked, since the plugin own may make some. Addresses of docs in several versions cannot be checked, and --fix changes no link.',
        'content: src/pages, docs, blog',
        'pages that no file shows may exist, since the plugin own may make some',
      ],
    ],
    [
      { 'docusaurus.config.js': "module.exports = { presets: ['classic'], trailingSlash: f() };\n" },
      [
        'a Docusaurus site',
        expect.stringContaining('No address can be checked, since trailingSlash is not known.'),
        'content: src/pages, docs, blog',
      ],
    ],
    [
      { 'book.toml': '' },
      ['a mdBook site', 'Links to files as they are named are checked, others cannot be, and --fix changes no link.'],
    ],
    [{ 'astro.config.mjs': '' }, ['an Astro site', expect.any(String)]],
    [{ 'handbook.yaml': 'site: unknown\n' }, ['a site of unknown kind', expect.any(String)]],
    [{ 'handbook.yaml': 'site: github\n' }, ["GitHub's view of a repository", '']],
    [{ 'handbook.yaml': 'site: gitlab\n' }, ["GitLab's view of a repository", '']],
    [{ 'handbook.yaml': 'site: plain\n' }, ["a repository's view of its files", '']],
  ])('%j', async (files, expected) => {
    expect((await said(files)).slice(0, expected.length)).toEqual(expected);
  });

  test('generators by their names', () => {
    expect(generatorNamed('Docusaurus')).toBe(docusaurus);
    expect(generatorNamed('mdBook')).toBeUndefined();
    expect(siteNames).toHaveLength(5 + generators.length);
    expect(generators.map(({ kind }) => kind).filter((kind) => !siteNames.includes(kind))).toEqual([]);
  });

  test.each<[files: Readonly<Record<string, string>>, canFix: boolean]>([
    [{ '.vitepress/config.ts': 'export default {};\n' }, true],
    [{ '.vitepress/config.ts': 'export default { cleanUrls: f() };\n' }, false],
    [{ '.vitepress/config.ts': 'export default { markdown: { config: (md) => md.use(linkify) } };\n' }, false],
    [{ 'docusaurus.config.js': "module.exports = { presets: ['classic'] };\n" }, true],
    [{ 'docusaurus.config.js': "module.exports = { presets: ['classic'] };\n", 'versions.json': '["1.0"]' }, false],
    [{ 'docusaurus.config.js': "module.exports = { presets: ['classic'], baseUrl: f() };\n" }, false],
    [{ 'mkdocs.yml': 'plugins: [own]\n' }, true],
    [{ '_config.yml': '' }, true],
    [{ '_config.yml': 'plugins: [own]\n' }, false],
    [{ '_config.yml': '', CNAME: '' }, false],
    [{ '.gitbook.yaml': '' }, false],
    [{ 'book.toml': '' }, false],
  ])('%j: links can be mended: %s', async (files, canFix) => {
    const handbook = await memoryHandbook({ 'docs/a.md': '', 'a.md': '---\n---\n', ...files });
    const [first] = handbook.pages;
    expect(siteOf(handbook.config).canFix(first!, handbook)).toBe(canFix);
  });
});
