import { describe, expect, test } from 'vitest';
import { ignorePaths, isIgnored, isLeftOutByGit, readIgnoreFiles } from '../../src/config/git-ignore.ts';
import { repositoryView } from '../../src/config/loading/site-kind.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import type { Link } from '../../src/markdown/facts.ts';
import { lenientMarkdown } from '../../src/markdown/settings.ts';
import type { Page } from '../../src/model/handbook.ts';
import type { HeadingIds, PartCall } from '../../src/model/site-model.ts';
import { belowContent, sourceFile } from '../../src/sites/content-paths.ts';
import { escaped, queryOf, relativePath } from '../../src/sites/destination.ts';
import { core, ids as gitbookIds } from '../../src/sites/gitbook/ids.ts';
import { cleanPath, hostOf, isOnHost, joinPath, lastSegment, looksLikeFile, tail } from '../../src/sites/href.ts';
import { idsOf as jekyllIds } from '../../src/sites/jekyll/ids.ts';
import { isFigure, isMarkdown, isResource, trimmedHref, writtenHref } from '../../src/sites/link-kinds.ts';
import { idsOf as mkdocsIds } from '../../src/sites/mkdocs/ids.ts';
import { asciiSlugs } from '../../src/sites/mkdocs/slugs.ts';
import { isPlainHeading } from '../../src/sites/original-markdown/headings.ts';
import { hugoSigns, recogniseGenerators, sitesBelow } from '../../src/sites/recognise.ts';
import { hasTag, isComputed } from '../../src/sites/template.ts';
import { findTrace } from '../../src/sites/traces.ts';
import { idsOf as vitepressIds } from '../../src/sites/vitepress/ids.ts';

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

const mkdocsSettings = (more: Partial<Parameters<typeof mkdocsIds>[0]>): Parameters<typeof mkdocsIds>[0] => ({
  attributes: false,
  snippets: [],
  slugs: asciiSlugs,
  tabSlugs: null,
  markedHtml: true,
  markdown: lenientMarkdown,
  ...more,
});

describe('ids', () => {
  const heading = (text: string) => ({ text, id: undefined, slug: '' }) as never;
  test.each([
    ['Deck & hold - now', 'deck-and-hold-now', 'deck-hold-now', 'deck--hold---now'],
    ['Über_1 ½', 'über_1-½', 'uber_1-12', 'über_1-'],
    ['日本', '日本', '_1', '日本'],
    ['a -- b --- c', 'a-b-c', 'a-b-c', 'a--b--c'],
    ['A.B/C', 'abc', 'abc', 'abc'],
    [' a  b ', 'a-b', 'a-b', '-a--b-'],
  ])('%s', (text, gitbook, mkdocs, jekyll) => {
    const slugs = [gitbookIds, mkdocsIds(mkdocsSettings({})), jekyllIds({ layoutIds: [], includes: [] })];
    expect(slugs.map((ids) => ids.slugOf(heading(text)))).toEqual([gitbook, mkdocs, jekyll]);
  });

  test('MkDocs numbers by underscores', () => {
    const ids = mkdocsIds(mkdocsSettings({}));
    expect([ids.numbered('a', 1), ids.numbered('a_3', 2), ids.numbered('_1', 1)]).toEqual(['a_1', 'a_5', '_2']);
  });

  test('of GitBook that come near each other have one core', () => {
    expect([core('Deck & hold-2'), core('deck-and-hold'), core('Ünï'), core('a_b-12345')]).toEqual([
      'deckandhold',
      'deckandhold',
      'uni',
      'ab1',
    ]);
  });

  const partsOf = (ids: HeadingIds, text: string) => {
    const { files: parts = [], others = [], isOpen, ids: own = [] } = ids.partsOf?.(text, 'docs/a.md') ?? {};
    const show = ({ paths, range }: PartCall) => `${paths.join()} ${text.slice(...range)}`;
    return { files: parts.map(show), others: others.map(show), isOpen, ids: [...own] };
  };

  test.each([
    ['a\n--8<-- "p.md"\nb', { files: ['s/p.md,p.md p.md'], isOpen: false }],
    ["  --8<-- 'p.md'  ", { files: ['s/p.md,p.md p.md'], isOpen: false }],
    ['--8<-- "p.md:1:2"', { files: [], isOpen: true }],
    ['{{ x }}', { isOpen: true }],
    ['{% x %}', { isOpen: true }],
    ['{! x !}', { isOpen: true }],
    ['::: a.b', { isOpen: true }],
    ['[TAGS]', { isOpen: true }],
    ['a { b }', { isOpen: false }],
    ['#A\n\n##A b\n\n=== "A"\n', { ids: ['a', 'a-b', 'a_1'] }],
    ['## A {#x}\n\n#B { #y }\n\n## C & D', { ids: ['c-d', 'x', 'y'] }],
    ['a{ #x .y } b{: #z } {id="w"} c{ #ß }', { ids: ['x', 'z', 'w', 'ß'] }],
    ['a[^x]', { ids: ['fn:x', 'fnref:x', 'fnref2:x', 'fnref3:x'] }],
    ['# A\n\na { .x } b', { ids: [] }],
    ['## A & B { .x }', { ids: ['a-b'] }],
    ['<b>x</b>\n# A', { ids: ['a'] }],
    ['# A\n\n<b>x</b>\n\n# B', { ids: [] }],
    ['---\na:\nb:\nc:\nd:\ne:\nf:\ng:\nh:\ni:\nj:\n#B\n---\n#A', { ids: ['a'] }],
    ['<div>\n#A\n</div>\n#B\n<p>\n#C\n</p>\n#D', { ids: ['b', 'd'] }],
    ['<!-- #A\n#B\n#C -->\n#D', { ids: ['d'] }],
    ['    #A', { ids: [] }],
    ['x\n\n    #A', { ids: [] }],
    ['x\n    #A', { ids: [] }],
    ['- a\n    #A', { ids: ['a'] }],
    ['- a\n  #A', { ids: [] }],
    ['- a\n    x\n    #A', { ids: ['a'] }],
    ['- a\n    - b\n        #A', { ids: ['a'] }],
    ['- a\nx\n    #A', { ids: [] }],
    ['!!! note\n    #A', { ids: ['a'] }],
    ['??? note\n    #A', { ids: [] }],
  ])('a page of MkDocs with %j brings in %j', (text, expected) => {
    expect(
      partsOf(
        mkdocsIds(
          mkdocsSettings({
            ...{ attributes: true, snippets: ['s', ''], tabSlugs: asciiSlugs },
            markdown: { ...lenientMarkdown, setAside: ['!!!', '==='] },
          }),
        ),
        text,
      ),
    ).toMatchObject(expected);
  });

  test('MkDocs takes attributes where attr_list is on, and counts tabs without slugs of their own', () => {
    const slugs = (attributes: boolean) => mkdocsIds(mkdocsSettings({ attributes }));
    const texts = ['Deck {: #x }', 'Deck {: .wide }', 'Deck'];
    expect(texts.map((text) => slugs(false).slugOf(heading(text)))).toEqual(['deck-x', 'deck-wide', 'deck']);
    expect(texts.map((text) => slugs(true).slugOf(heading(text)))).toEqual(['x', 'deck', 'deck']);
    const of = (text: string) => partsOf(slugs(false), text).ids;
    expect(of('## A & B { .x }')).toEqual(['a-b-x']);
    expect(of('=== "A"\n\n=== "B"\n')).toEqual(['__tabbed_1_1', '__tabbed_1_2', '__tabbed_2_1']);
    const many = of('=== "A"\n\n'.repeat(41));
    expect([many.includes('__tabbed_40_2'), many.includes('__tabbed_41_1')]).toEqual([true, false]);
  });

  test.each([
    ['{% include p.md %}', { files: ['_includes/p.md p.md'], others: [], isOpen: false }],
    ['{%- include x/p.markdown -%}', { files: ['_includes/x/p.markdown x/p.markdown'], isOpen: false }],
    ['{% include n.html %}', { files: [], others: ['_includes/n.html n.html'], isOpen: true }],
    ['{% include p.md a="b" %}', { files: [], others: ['_includes/p.md p.md'], isOpen: true }],
    ['{% include_relative q.md %}', { files: [], others: ['docs/q.md q.md'], isOpen: true }],
    ['{% include ../../p.md %}', { files: [' ../../p.md'] }],
    ['{% include include.md %}', { files: ['_includes/include.md include.md'] }],
    ['{% include include a="b" %}', { others: ['_includes/include include'] }],
    ['{% include_relative ../../p.md %}', { others: [' ../../p.md'] }],
    ['## Oar `a--b` c--d', { ids: ['top', 'oar-ab-cd', 'oar-a--b-cd'] }],
    ['[a]({{ site.baseurl }}/x) {% link a.md %} {{ page.title }} {{ "/a" | relative_url }}', { isOpen: false }],
    ['{{ page.x }}', { isOpen: true }],
    ['{: #x }', { isOpen: true }],
    ['## a `b -- c`', { isOpen: true }],
    ['## A ![x](y) *b*', { ids: ['top', 'a--b'] }],
    ['a[^x]', { ids: ['top', 'fn:x', 'fnref:x'] }],
  ])('a page of Jekyll with %j brings in %j', (text, expected) => {
    expect(partsOf(jekyllIds({ layoutIds: ['top'], includes: ['_includes'] }), text)).toMatchObject(expected);
  });

  test.each([
    ['<!--@include: ./p.md-->', { files: ['docs/p.md ./p.md'], isOpen: false }],
    ['<!-- @include: @/x/p.md -->', { files: ['src/x/p.md @/x/p.md'], isOpen: false }],
    ['<!--@include: ./p.md{3,}-->', { files: ['docs/p.md ./p.md'.slice(0, 17)], isOpen: true }],
    ['<!--@include: ./p.md#r-->', { isOpen: true }],
    ['<!--@include: ../../p.md-->', { files: [' ../../p.md'] }],
    ['<<< @/a.js#r{2}', { others: ['src/a.js @/a.js'], isOpen: false }],
    ['<<< ./a.md', { others: ['docs/a.md ./a.md'], isOpen: true }],
    ['<!--@include: @parts/p.md-->', { files: ['src/parts/p.md @parts/p.md'] }],
    ['<!--@include: ../../p.md-->', { files: [' ../../p.md'] }],
    ['{.x}', { ids: expect.not.arrayContaining([undefined]) }],
    ['<Team />', { isOpen: true }],
    ['<my-team />', { isOpen: true }],
    ['<p :id="x">', { isOpen: true }],
    ['<p v-html="x">', { isOpen: true }],
    ['\t# Far', { isOpen: true }],
    ['<p id="x">', { isOpen: false }],
    ['# A :tada: b {#x}', { ids: expect.arrayContaining(['a-tada-b', 'x']) }],
    ['# A :tada: b', { ids: expect.arrayContaining(['a-tada-b']) }],
    ['# A :tada: b{c} d', { ids: expect.arrayContaining(['a-tada-b-c-d']) }],
    ['# A : b', { ids: expect.not.arrayContaining(['a-b']) }],
    ['a {#x .y} {id="z"} {.w}', { ids: expect.arrayContaining(['x', 'z']) }],
  ])('a page of VitePress with %j brings in %j', (text, expected) => {
    expect(partsOf(vitepressIds('src', true), text)).toMatchObject(expected);
  });
});

test.each([
  ['## A', true],
  ['   ## A', false],
  ['words\n\n   ## A', false],
  [' ## A', false],
  ['words\n## A', true],
  ['A\nB\n---', false],
  ['A\n---', true],
  ['<div>\n\n## A\n\n</div>', false],
  ['<div>\n</div>\n\n## A', true],
  ['<div>\n<div>\n</div>\n\n## A\n\n</div>', false],
  ['</div>\n\n## A\n\n<div>\n</div>', true],
  ['words\n\n## A\n\n<div>\n</div>', true],
  ['<div>\n</div>\n\n## A\n\n<div>\n</div>', true],
  ['<span>\n\n## A\n\n</span>', true],
  ['<div markdown="1">\n\n## A\n\n</div>', true],
  ['<div class="markdown">\n\n## A\n\n</div>', false],
  ['<div markdown="0">\n\n## A\n\n</div>', false],
  ['<div><p markdown>\n\n## A\n\n</p></div>', false],
  ['<div markdown><p>\n\n## A\n\n</p></div>', false],
  ['<div markdown><p>x</p>\n\n## A\n\n</div>', true],
])('%j has a heading to Python-Markdown and kramdown: %s', (text, is) => {
  const start = text.includes('##') ? text.indexOf('##') : 0;
  const end = text.indexOf('\n', text.includes('##') ? start : text.length);
  const heading = { range: [start, end < 0 ? text.length : end] } as const;
  expect(isPlainHeading(heading, text, true)).toBe(is);
  // Where the attribute does not count, none of these elements has Markdown in it.
  expect(isPlainHeading(heading, text, false)).toBe(is && !/<div markdown/.test(text));
});
