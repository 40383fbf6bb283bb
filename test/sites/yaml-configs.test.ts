import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { readYaml } from '../../src/sites/configuration/yaml-values.ts';
import { type GitbookSettings, readGitbook } from '../../src/sites/gitbook/config.ts';
import { isPage as isMkdocsPage, placeAll as placeMkdocs } from '../../src/sites/mkdocs/addresses.ts';
import { type MkdocsSettings, readMkdocs } from '../../src/sites/mkdocs/config.ts';
import { liveRedirects, oldAddress } from '../../src/sites/mkdocs/redirects.ts';
import { asciiSlugs } from '../../src/sites/mkdocs/slugs.ts';

describe('YAML', () => {
  const yaml = (text: string) => readYaml('x.yml', memoryTree({ 'x.yml': text }));

  test.each([
    ['a: b', 'b', ['b']],
    ['a: 1', '1', ['1']],
    ['a: true', 'true', ['true']],
    ['a: [b, 2, null, [c]]', null, ['b', '2']],
    ['a: ', null, []],
    ['a: {b: c}', null, []],
    ['b: c', null, []],
    ['a: !ENV [X, y]', null, ['X', 'y']],
    ['a: !ENV x', null, []],
    ['x: &x b\na: *x', 'b', ['b']],
    ['x: &x [b, c]\na: *x', null, ['b', 'c']],
    ['x: &x b\na: [*x]', null, ['b']],
    ['x: &x {a: b}\n<<: *x', 'b', ['b']],
    ['x: &x {a: b}\ny: &y {a: c}\n<<: [*x, *y]', 'b', ['b']],
    ['x: &x {c: b}\ny: &y {a: c}\n<<: [*x, *y]', 'c', ['c']],
    ['x: &x {a: b}\na: c\n<<: *x', 'c', ['c']],
    ['a: *gone', null, []],
    ['', null, []],
    ['# nothing\n', null, []],
  ])('in %j the key a has the word %j and the words %j', (text, word, words) => {
    const map = yaml(text);
    expect([map.word('a'), map.words('a')]).toEqual([word, words]);
  });

  test('maps, lists of maps, names and pairs', () => {
    const map = yaml(
      'm: {a: b, c: 1, d: [e]}\nl: [{a: b}, x, {c: d}]\nn: [search, {tags: {x: y}}, {}]\no: {search: , tags: {x: y}}\nx: &x {p: q}\nz: *x\n',
    );
    expect([map.has('m'), map.has('gone'), map.map('gone').keys()]).toEqual([true, false, []]);
    expect(map.keys()).toEqual(['m', 'l', 'n', 'o', 'x', 'z']);
    expect(map.map('m').pairs()).toEqual({ a: 'b', c: '1' });
    expect(map.map('l').pairs()).toEqual({});
    expect(map.maps('l').map((each) => each.pairs())).toEqual([{ a: 'b' }, {}, { c: 'd' }]);
    expect(map.maps('m')).toEqual([]);
    expect(map.map('z').word('p')).toBe('q');
    for (const key of ['n', 'o'])
      expect([...map.named(key)].map(([name, below]) => [name, below.word('x')])).toEqual([
        ['search', null],
        ['tags', 'y'],
      ]);
  });

  test.each([
    ['a: [\n', 'x.yml line 2 cannot be read'],
    ['a: b\n  c: d\n', 'x.yml line 1 cannot be read'],
    ['- a\n', 'x.yml line 1 cannot be read'],
  ])('%j cannot be read', (text, message) => {
    expect(() => yaml(text)).toThrow(message);
  });

  test('nor can what is not there', () => {
    expect(() => readYaml('y.yml', memoryTree({}))).toThrow('y.yml cannot be read');
  });
});

const siteFiles = (content: readonly string[]) => ({ content }) as Parameters<typeof placeMkdocs>[0];

describe('MkDocs', () => {
  const read = (text: string, path = 'mkdocs.yml'): MkdocsSettings => readMkdocs(path, memoryTree({ [path]: text }));

  test.each<[text: string, settings: Partial<MkdocsSettings>]>([
    [
      '',
      {
        content: ['docs'],
        static: [],
        base: '/',
        host: null,
        unsurePages: null,
        unsureIds: null,
        directoryUrls: true,
        absoluteLinks: false,
        attributes: false,
        snippets: [],
        redirects: {},
      },
    ],
    ['site_url: https://Docs.example.org/x', { base: '/x/', host: 'docs.example.org' }],
    ['site_url: https://docs.example.org/x/', { base: '/x/' }],
    ['site_url: docs', { base: '/', host: null }],
    ['docs_dir: pages', { content: ['pages'] }],
    ['docs_dir: pages/', { content: ['pages'] }],
    ['use_directory_urls: false', { directoryUrls: false }],
    ['use_directory_urls: true', { directoryUrls: true }],
    ['theme: {custom_dir: theme/}', { static: ['theme'] }],
    ['theme: {custom_dir: ../theme}', { static: [] }],
    ['theme: {custom_dir: .}', { static: [] }],
    ['theme: {name: x}', { static: [] }],
    ['hooks: [a.py]', { unsurePages: 'mkdocs.yml runs code of its own', unsureIds: 'mkdocs.yml runs code of its own' }],
    ['INHERIT: ../base.yml', { unsurePages: 'mkdocs.yml takes settings from a file that is not here' }],
    ['plugins: [search, material/tags, {redirects: {}}]', { unsurePages: null }],
    ['plugins: [search, own, other]', { unsurePages: 'the plugin own may make pages or files' }],
    ['plugins: {search: {}, own: {}}', { unsurePages: 'the plugin own may make pages or files' }],
    ['markdown_extensions: [toc]', { unsureIds: null }],
    ['markdown_extensions: [{toc: {permalink: true}}]', { unsureIds: null }],
    ['markdown_extensions: [{toc: {slugify: x}}]', { unsureIds: 'an extension has slugs of its own' }],
    [
      'markdown_extensions: [{toc: {slugify: !!python/name:own.slugs.slug }}]',
      { unsureIds: 'an extension has slugs of its own' },
    ],
    [
      'markdown_extensions: [{pymdownx.tabbed: {slugify: !!python/name:own.slug }}]',
      { unsureIds: 'an extension has slugs of its own' },
    ],
    ['markdown_extensions: [{toc: {separator: "_"}}]', { unsureIds: null, slugs: { ...asciiSlugs, separator: '_' } }],
    ['markdown_extensions: [extra]', { attributes: true }],
    ['markdown_extensions: {attr_list: {}}', { attributes: true }],
    ['markdown_extensions: [markdown.extensions.attr_list]', { attributes: true }],
    ['markdown_extensions: [pymdownx.snippets]', { snippets: [''] }],
    ['markdown_extensions: [{pymdownx.snippets: {base_path: a}}]', { snippets: ['a'] }],
    ['markdown_extensions: [{pymdownx.snippets: {base_path: [a, ../b, c/]}}]', { snippets: ['a', 'c'] }],
    ['validation: {absolute_links: relative_to_docs}', { absoluteLinks: true }],
    ['validation: {links: {absolute_links: relative_to_docs}}', { absoluteLinks: true }],
    ['validation: {links: {absolute_links: warn}, absolute_links: relative_to_docs}', { absoluteLinks: false }],
    ['exclude_docs: |\n  a\n  b/\ndraft_docs: c\n', { excluded: ['a', 'b/', '', 'c'] }],
    ['plugins: [{redirects: {redirect_maps: {a.md: b.md}}}]', { redirects: { 'a.md': 'b.md' } }],
  ])('%s', (text, settings) => {
    expect(read(text)).toMatchObject(settings);
  });

  test('in a folder below the root', () => {
    const text = 'theme: {custom_dir: t}\nmarkdown_extensions: [pymdownx.snippets]\n';
    expect(read(text, 'site/mkdocs.yml')).toMatchObject({
      content: ['site/docs'],
      static: ['site/t'],
      snippets: ['site'],
    });
    expect(read('docs_dir: ""', 'site/mkdocs.yml').content).toEqual(['site']);
  });

  test.each<[path: string, text: string, address: string | null, kind?: string, folder?: string]>([
    ['docs/a/b.md', '', '/a/b/', 'regular', '/a'],
    ['docs/a/b.md', 'use_directory_urls: false', '/a/b.html', 'regular', '/a'],
    ['docs/a/index.md', '', '/a/', 'section', '/a'],
    ['docs/index.md', 'use_directory_urls: false', '/', 'section', '/'],
    ['docs/README.md', '', '/', 'section', '/'],
    ['docs/b/README.md', '', null, 'section', '/b'],
    ['docs/templates/a.md', '', null, 'regular', '/templates'],
    ['docs/a/templates/b.md', '', '/a/templates/b/', 'regular', '/a/templates'],
    ['docs/a/b.md', 'exclude_docs: /a/', null, 'regular', '/a'],
    ['docs/a/b.md', 'exclude_docs: |\n  b.md\n  !a/b.md\n', '/a/b/', 'regular', '/a'],
    ['docs/a/b.md', 'draft_docs: "*.md"', null, 'regular', '/a'],
  ])('%s with %j is at %s', (path, text, address, kind, folder) => {
    const { places } = placeMkdocs(siteFiles([path, 'docs/b/index.md']), read(text));
    expect(places.get(path)).toEqual({
      kind,
      address,
      unbuilt: address === null ? 'unrendered' : null,
      logical: path.slice(4),
      folder,
      files: kind === 'section' ? (folder === '/' ? '/' : `${folder}/`) : null,
    });
  });

  test('files and old addresses', () => {
    const settings = read(
      'theme: {custom_dir: t}\nplugins: [{redirects: {redirect_maps: {old.md: a.md, x/index.md: "https://b.example/", y/README.md: a.md#h, gone.md: no.md}}}]',
    );
    const { published, automatic } = placeMkdocs(siteFiles(['docs/a.md']), settings);
    expect([
      published('docs/i.png', true),
      published('t/i.png', false),
      published('t/a.html', false),
      published('docs/a.html', true),
    ]).toEqual(['/i.png', '/i.png', null, '/a.html']);
    expect([...automatic]).toEqual(['/old/', '/x/', '/y/']);
    expect(liveRedirects(settings, new Set())).toEqual(['x/index.md']);
    expect(
      ['a.md', 'b/index.md', 'b/README.md', 'c.markdown'].map((path) => oldAddress(path, { directoryUrls: false })),
    ).toEqual(['/a.html', '/b/', '/b/', '/c.html']);
  });

  test.each([
    ['docs/a.md', true],
    ['docs/a.markdown', true],
    ['docs/.a.md', false],
    ['docs/a.txt', false],
  ])('%s is a page: %s', (path, is) => {
    expect(isMkdocsPage(path)).toBe(is);
  });
});

describe('GitBook', () => {
  const read = (sign: string, text: string): GitbookSettings => readGitbook(sign, memoryTree({ [sign]: text }));
  test.each<[sign: string, text: string, settings: Partial<GitbookSettings>]>([
    ['.gitbook.yaml', '', { content: [''], static: ['', '.gitbook'], summary: 'SUMMARY.md', base: '/', host: null }],
    [
      '.gitbook.yaml',
      'root: ./docs/',
      { content: ['docs'], static: ['docs', 'docs/.gitbook'], summary: 'docs/SUMMARY.md' },
    ],
    ['.gitbook.yaml', 'structure: {summary: toc.md}\nredirects: {a: b.md}', { summary: 'toc.md' }],
    ['book/.gitbook.yaml', 'root: x', { content: ['book/x'], summary: 'book/x/SUMMARY.md' }],
    ['book/SUMMARY.md', '* [a](a.md)', { content: ['book'], summary: 'book/SUMMARY.md' }],
    ['book.json', '{"root": "./x"}', { content: ['x'] }],
    ['.gitbook.yaml', 'root: ../x', { content: [''] }],
  ])('%s %j', (sign, text, settings) => {
    expect(read(sign, text)).toMatchObject(settings);
  });
});
