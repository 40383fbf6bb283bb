import { describe, expect, test } from 'vitest';
import { ignorePaths, isIgnored, isLeftOutByGit, readIgnoreFiles } from '../../src/config/git-ignore.ts';
import { repositoryView } from '../../src/config/loading/site-kind.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import type { Link } from '../../src/markdown/facts.ts';
import type { Page } from '../../src/model/handbook.ts';
import { belowContent, sourceFile } from '../../src/sites/content-paths.ts';
import { escaped, queryOf, relativePath } from '../../src/sites/destination.ts';
import { cleanPath, hostOf, isOnHost, joinPath, lastSegment, looksLikeFile, tail } from '../../src/sites/href.ts';
import { isFigure, isMarkdown, isResource, trimmedHref, writtenHref } from '../../src/sites/link-kinds.ts';
import { hugoSigns, recogniseGenerators, sitesBelow } from '../../src/sites/recognition/recognise.ts';
import { findTrace } from '../../src/sites/recognition/traces.ts';
import { hasTag, isComputed } from '../../src/sites/template.ts';

type Files = Readonly<Record<string, string>>;
const files = (...names: readonly string[]): Files => Object.fromEntries(names.map((name) => [name, '']));

describe('what git leaves out', () => {
  test.each([
    ['a/b', ['a'], true],
    ['a', ['a'], true],
    ['x/a/b', ['a'], true],
    ['ab', ['a'], false],
    ['a', ['a/'], false],
    ['a/b', ['a/'], true],
    ['x/a/b', ['a/'], true],
    ['a/b', ['/a'], true],
    ['x/a', ['/a'], false],
    ['x/a/b', ['a/b'], false],
    ['a/b/c', ['a/b'], true],
    ['a.log', ['*.log'], true],
    ['a', ['# a', '', '  '], false],
    ['a', [' a '], true],
    ['a/b', ['a', '!a/b'], false],
    ['a/b', ['!a/b', 'a'], true],
    ['a/b', ['**/b'], true],
  ])('%s by %j: %s', (path, patterns, is) => {
    expect(isIgnored(path, patterns)).toBe(is);
  });

  // What `git check-ignore` of git 2.39 says: a file is taken back only where its folders are, and a folder takes back no file.
  test.each([
    ['b/x.md', ['b', '!b/'], false],
    ['b/x.md', ['*', '!b/'], true],
    ['b/x.md', ['*', '!*/', '!*.md'], false],
    ['b/d/y.md', ['*.md', '!d/'], true],
    ['b/x.md', ['b/*', '!b/d/'], true],
    ['b/d/y.md', ['b/*', '!b/d/'], false],
    ['b/d/y.md', ['b/', '!b/d/'], true],
    ['b/d/y.md', ['/*', '!/b/'], false],
    ['g/x.md', ['/*', '!/b/'], true],
    ['g/a/b.md', ['*', '!g/', '!g/**'], false],
    ['g/a/b.md', ['*', '!/g/', '/g/*', '!/g/a'], true],
    ['b/d/y.md', ['b/**', '!b/d/'], true],
    ['b/d/y.md', ['b/**', '!b/d/', '!b/d/*.md'], false],
    ['b/x.md', ['b/**', '!b/d/', '!b/d/*.md'], true],
  ])('%s by %j, folder after folder: %s', (path, patterns, is) => {
    expect(isLeftOutByGit(path, [{ folder: '', patterns }])).toBe(is);
  });

  test('by the file of each folder', () => {
    const tree = memoryTree({
      '.gitignore': 'x\n',
      'docs/.gitignore': `/api\n${'l'.repeat(200)}\n${'s'.repeat(199)}\n`,
      'many/.gitignore': 'p\n'.repeat(300),
    });
    const found = readIgnoreFiles(ignorePaths(['docs', 'docs/gone', 'many']), tree);
    expect(found.map(({ folder, patterns }) => [folder, patterns.length])).toEqual([
      ['', 2],
      ['docs', 3],
      ['many', 200],
    ]);
    const isOut = (path: string) => isLeftOutByGit(path, found);
    expect(
      [
        'a/x',
        'docs/api/a',
        'api/a',
        'docs/x/api',
        'docsx/api',
        `docs/${'s'.repeat(199)}`,
        `docs/${'l'.repeat(200)}`,
      ].map(isOut),
    ).toEqual([true, true, false, true, false, true, false]);
  });
});

describe('whose view of a repository is meant', () => {
  const remote = (...urls: readonly string[]): Files => ({
    '.git/config': urls.map((url, at) => `[remote "r${at}"]\n\turl = ${url}\n`).join(''),
  });
  test.each([
    [{}, { site: 'plain' }],
    [files('.gitlab-ci.yml'), { site: 'gitlab', sign: '.gitlab-ci.yml' }],
    [files('.gitlab/a.md'), { site: 'gitlab', sign: '.gitlab/' }],
    [files('.github/a.md', '.gitlab-ci.yml'), { site: 'plain' }],
    [remote('git@gitlab.example.com:a/b.git'), { site: 'gitlab', sign: 'the remote gitlab.example.com' }],
    [remote('https://user@GitLab.com/a/b.git'), { site: 'gitlab', sign: 'the remote gitlab.com' }],
    [remote('ssh://git@github.com:22/a/b.git'), { site: 'plain' }],
    [{ ...remote('https://github.com/a/b'), ...files('.gitlab-ci.yml') }, { site: 'plain' }],
    [
      { ...remote('https://gitlab.com/a/b'), ...files('.github/x') },
      { site: 'gitlab', sign: 'the remote gitlab.com' },
    ],
    [
      { ...remote('/srv/a.git'), ...files('.gitlab-ci.yml') },
      { site: 'gitlab', sign: '.gitlab-ci.yml' },
    ],
    [remote('/srv/a.git', 'git@gitlab.com:a/b'), { site: 'gitlab', sign: 'the remote gitlab.com' }],
    [remote('https://gitlab.com/a', 'https://github.com/a'), { site: 'gitlab', sign: 'the remote gitlab.com' }],
  ])('%j: %j', (there, view) => {
    expect(repositoryView(memoryTree(there))).toEqual(view);
  });
});

describe('destinations', () => {
  test.each([
    ['a/b.md', 'a/c.md', 'c.md'],
    ['a/b.md', 'c.md', '../c.md'],
    ['a/b/c.md', 'a/d/e.md', '../d/e.md'],
    ['a.md', 'b/c.md', 'b/c.md'],
    ['a/b.md', 'a', '../a'],
    ['a/b/c.md', 'a/b', '../b'],
    ['a/b.md', 'a/b.md', 'b.md'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativePath(from, to)).toBe(expected);
  });

  test('are escaped, and keep their query', () => {
    expect(escaped('a b(c)<d>"e\'\\f\t#')).toBe('a%20b%28c%29%3Cd%3E%22e%27%5Cf%09#');
    expect([
      queryOf({ href: 'a?b#c' } as Link),
      queryOf({ href: 'a#c?d' } as Link),
      queryOf({ href: 'a?' } as Link),
    ]).toEqual(['?b', '', '?']);
    expect(tail({ path: 'a', query: '', fragment: '' })).toBe('?#');
  });

  test.each([
    ['/a/b/', 'c', '/a/b/c'],
    ['/a/b', 'c', '/a/c'],
    ['/a/b/', '../c/', '/a/c/'],
    ['/a/', '../../c', '/c'],
    ['/a/b/', '.', '/a/b/'],
    ['/a/b/', '..', '/a/'],
    ['/a/', '..', '/'],
    ['/a/b/', './c', '/a/b/c'],
    ['/a/b/', '/c/./d', '/c/d'],
    ['/a/b/', '', '/a/b/'],
    ['/a/b/', 'c//d', '/a/b/c//d'],
  ])('%s and %s are %s', (base, path, expected) => {
    expect(joinPath(base, path)).toBe(expected);
  });

  test.each([
    ['/a/./b', '/a/b'],
    ['/a/../..', '/'],
    ['/a/b/..', '/a/'],
    ['/.a', '/.a'],
    ['/a/...', '/a/...'],
  ])('%s is %s', (path, expected) => {
    expect(cleanPath(path)).toBe(expected);
  });

  test.each([
    ['/a/x/', 'x'],
    ['/a/x', 'x'],
    ['x', 'x'],
    ['/', ''],
  ])('the last segment of %s is %s', (path, expected) => {
    expect(lastSegment(path)).toBe(expected);
  });

  test.each([
    ['/a/b.png', true],
    ['/a/b.png/', true],
    ['/a/b.md', false],
    ['/a/b.htm', false],
    ['/a/b.html', false],
    ['/a/b', false],
    ['/a.b/c', false],
    ['/a/1.5', false],
    ['/a/b.jsonld', true],
    ['/a/b.verylong', false],
  ])('%s looks like a file: %s', (path, is) => {
    expect(looksLikeFile(path)).toBe(is);
  });

  test.each([
    ['https://User@Docs.example.org:8080/a?b', { host: 'docs.example.org', rest: '/a?b' }],
    ['//docs.example.org', { host: 'docs.example.org', rest: '/' }],
    ['http://docs.example.org#a', { host: 'docs.example.org', rest: '#a' }],
    ['mailto:a@b.c', null],
    ['/a', null],
  ])('the host of %s is %j', (href, expected) => {
    expect(hostOf(href)).toEqual(expected);
    const hosts = ['docs.example.org'];
    expect(isOnHost(href, hosts)).toBe(expected !== null);
    expect([isOnHost(href, []), isOnHost(href, ['b.c'])]).toEqual([false, false]);
  });

  test.each([
    ['a{b', true, false],
    ['a{{b}}', true, true],
    ['a{% b %}', true, true],
    ['<%= a %>', true, true],
    ['a%>', true, false],
    ['$(a)', true, false],
    ['$a', false, false],
    ['a', false, false],
  ])('%s is computed: %s, by a tag: %s', (href, is, tag) => {
    expect([isComputed(href), hasTag(href)]).toEqual([is, tag]);
  });
});

test('kinds of links', () => {
  const kinds = [
    'inline',
    'reference',
    'autolink',
    'image',
    'html',
    'html-resource',
    'figure-image',
    'figure-link',
    'mermaid',
    'ref',
  ] as const;
  const those = (is: (link: Link) => boolean) => kinds.filter((kind) => is({ kind } as Link));
  expect(those(isResource)).toEqual(['image', 'html-resource', 'figure-image']);
  expect(those(isMarkdown)).toEqual(['inline', 'reference', 'autolink']);
  expect(those(isFigure)).toEqual(['figure-image', 'figure-link']);
  expect(those((link) => trimmedHref({ ...link, href: ' a ' }) === 'a')).toEqual(['html', 'html-resource']);
  const page = { text: 'x a\\_b y' } as Page;
  expect(writtenHref({ href: 'a_b', target: [2, 6] } as unknown as Link, page)).toBe('a\\_b');
  expect(writtenHref({ href: 'same', target: [2, 6] } as unknown as Link, page)).toBe('same');
});

test.each([
  ['docs/b/x.md', ['docs'], '/b/x.md'],
  ['docs/b/x.md', ['docs/b', 'docs'], '/x.md'],
  ['docsx/x.md', ['docs'], '/docsx/x.md'],
  ['docs/x.md', [''], '/docs/x.md'],
  ['docs/x.md', [], '/docs/x.md'],
])('%s below %j is %s', (path, folders, expected) => {
  expect(belowContent(path, folders)).toBe(expected);
  expect(sourceFile(path)).toBe(`./${path}`);
});

describe('generators', () => {
  const found = (...names: readonly string[]) =>
    recogniseGenerators(memoryTree(files(...names))).map(({ name, sign, folder }) =>
      `${name} ${sign} ${folder}`.trim(),
    );
  test.each([
    [['mkdocs.yml'], ['MkDocs mkdocs.yml']],
    [['docs/mkdocs.yml'], ['MkDocs docs/mkdocs.yml docs']],
    [['other/mkdocs.yml'], []],
    [['mkdocs.yml', 'docs/_config.yml'], ['MkDocs mkdocs.yml']],
    [
      ['mkdocs.yml', '_config.yml'],
      ['MkDocs mkdocs.yml', 'Jekyll _config.yml'],
    ],
    [['.gitbook.yaml', 'website/docusaurus.config.js'], ['Docusaurus website/docusaurus.config.js website']],
    [['.gitbook.yaml', 'website/docusaurus.config.js', 'docs/mkdocs.yml'], ['GitBook .gitbook.yaml']],
    [['.gitbook.yaml', 'docs/.gitbook.yaml'], ['GitBook .gitbook.yaml']],
    [['.vitepress/config.ts', '.vitepress/config/index.ts'], ['VitePress .vitepress/config/index.ts']],
  ])('of %j: %j', (names, expected) => {
    expect(found(...names)).toEqual(expected);
  });

  test.each<[text: Files, name: string | undefined]>([
    [{ '_config.yml': 'source_dir: x\n' }, 'Hexo'],
    [{ '_config.yml': 'title: x\n' }, 'Jekyll'],
    [{ 'config.toml': 'base_url = "x"\n' }, 'Zola'],
    [{ 'config.toml': 'title = "x"\n' }, undefined],
    [{ 'config.toml': 'base_url = "x"\n', 'mkdocs.yml': '' }, 'MkDocs'],
    [{ 'SUMMARY.md': '# S\n\n* [A](a.md)\n' }, 'GitBook'],
    [{ 'SUMMARY.md': '- [A](<a b.md>)\n' }, 'GitBook'],
    [{ 'SUMMARY.md': '# Summary\n\n[A](a.md)\n' }, undefined],
  ])('%j is of %s', (text, name) => {
    expect(recogniseGenerators(memoryTree(text))[0]?.name).toBe(name);
  });

  test('sites further down, the outermost of each', () => {
    const tree = memoryTree(
      files(
        'b/mkdocs.yml',
        'a/x/book.toml',
        'a/handbook.yaml',
        'a/x/conf.py',
        'c/d/.vitepress/config.ts',
        'c/d/a.md',
        'mkdocs.yml',
        'e/conf.py',
        'f/1/2/3/4/.vitepress/config.ts',
        'f/1/2/3/4/a.md',
        'g/_config.yml',
        'g/astro.config.mjs',
      ),
    );
    expect(sitesBelow(tree).map(({ name, sign, folder }) => `${name} ${sign} ${folder}`)).toEqual([
      'separate a/handbook.yaml a',
      'MkDocs b/mkdocs.yml b',
      'VitePress c/d/.vitepress/config.ts c/d',
      'Jekyll g/_config.yml g',
    ]);
  });

  test('files of Hugo', () => {
    expect(hugoSigns).toContain('config/_default/hugo.toml');
    expect(hugoSigns).toHaveLength(16);
  });
});

describe('traces of a generator', () => {
  test.each<[there: Files, name: string | null, sign: string]>([
    [
      { 'package.json': '{"dependencies": {"vitepress": "1"}}' },
      'VitePress',
      'package.json, which depends on vitepress',
    ],
    [
      { 'package.json': '{"devDependencies": {"@11ty/eleventy" : "1"}}' },
      'Eleventy',
      'package.json, which depends on @11ty/eleventy',
    ],
    [{ 'docs/package.json': '{"dependencies": {"hexo": "1"}}' }, 'Hexo', 'docs/package.json, which depends on hexo'],
    [{ 'package.json': '{"scripts": {"build": "mkdocs build"}}' }, 'MkDocs', 'package.json, which builds by MkDocs'],
    [{ Gemfile: 'gem "jekyll"\n' }, 'Jekyll', 'Gemfile, which names Jekyll'],
    [{ 'requirements.txt': '# mkdocs\nsphinx==1\n' }, 'Sphinx', 'requirements.txt, which names Sphinx'],
    [{ 'docs/requirements.txt': 'mkdocs\n' }, 'MkDocs', 'docs/requirements.txt, which names MkDocs'],
    [files('.vitepress/theme/index.ts'), 'VitePress', '.vitepress/'],
    [files('mkdocs-user.yml'), 'MkDocs', 'mkdocs-user.yml'],
    [files('docs/mkdocs.de.yaml'), 'MkDocs', 'docs/mkdocs.de.yaml'],
    [files('docs/sidebars.js'), 'Docusaurus', 'docs/sidebars.js'],
    [files('_data/a.yml'), null, '_data/'],
    [files('CNAME'), null, 'CNAME'],
    [{ 'netlify.toml': 'command = "hugo --minify"\n' }, 'Hugo', 'netlify.toml, which builds by Hugo'],
    [
      { '.github/workflows/b.yml': 'run: zola build\n', '.github/workflows/a.md': 'mdbook build' },
      'Zola',
      '.github/workflows/b.yml, which builds by Zola',
    ],
    [{ 'netlify.toml': '# hugo build\n', ...files('_posts/a.md') }, 'Jekyll', '_posts/'],
    [{ 'requirements.txt': `${' '.repeat(600)}mkdocs\n`, ...files('mint.json') }, 'Mintlify', 'mint.json'],
  ])('%j', (there, name, sign) => {
    expect(findTrace(memoryTree(there))).toEqual({ name, sign });
  });

  test('are none in a folder of words', () => {
    expect(
      findTrace(
        memoryTree({
          'README.md': 'mkdocs build',
          'package.json': '{"name": "vitepress"}',
          'netlify.toml': 'publish = "x"\n',
        }),
      ),
    ).toBeNull();
  });
});
