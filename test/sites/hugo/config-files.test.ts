import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { formatsOf } from '../../../src/sites/hugo/config/outputs.ts';
import { readHugoConfig } from '../../../src/sites/hugo/config/read.ts';
import { flagAt, merged, tableOf, textAt, valueAt, wordsOf } from '../../../src/sites/hugo/config/tables.ts';
import { describeHugo, describeVersionAndHook } from '../../../src/sites/hugo/describe.ts';
import { splitLanguage } from '../../../src/sites/hugo/paths.ts';
import { addressOfFormat, hasHtml } from '../../../src/sites/hugo/places/formats.ts';
import { locate } from '../../../src/sites/hugo/places/locate.ts';
import { hugoFiles, hugoSources } from '../../../src/sites/hugo/sources/sources.ts';
import { compareVersions, parseVersion } from '../../../src/sites/hugo/version.ts';
import { settings } from './read-config.ts';

type Files = Readonly<Record<string, string>>;

const two = '[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n';

describe('files of a configuration', () => {
  const paths = (files: Files) => hugoFiles(memoryTree(files)).map(({ path }) => path);
  test.each([
    [['config.toml', 'hugo.yaml', 'hugo.toml'], ['hugo.toml']],
    [['config.yaml', 'config.toml'], ['config.toml']],
    [['hugo.json', 'hugo.yml', 'hugo.yaml'], ['hugo.yaml']],
    [
      [
        'config/_default/b.toml',
        'config/_default/a.yaml',
        'config/production/c.json',
        'config/staging/d.toml',
        'config/_default/x.md',
        'hugo.toml',
      ],
      ['hugo.toml', 'config/_default/a.yaml', 'config/_default/b.toml', 'config/production/c.json'],
    ],
  ])('of %j these are read: %j', (there, read) => {
    expect(paths(Object.fromEntries(there.map((path) => [path, ''])))).toEqual(read);
  });

  test.each<[files: Files, key: string, value: unknown]>([
    [{ 'hugo.yaml': 'Title: x\n' }, 'languages', undefined],
    [{ 'hugo.json': '{"defaultContentLanguage": "de"}' }, 'de', ''],
    [{ 'hugo.yaml': 'defaultContentLanguage: de\n' }, 'de', ''],
    [{ 'config/_default/languages.toml': '[de]\n' }, 'de', ''],
    [{ 'config/_default/config.toml': "defaultContentLanguage = 'de'\n" }, 'de', ''],
    [{ 'config/_default/hugo.de.toml': 'title = "x"\n', 'hugo.toml': 'title = "y"\n' }, 'de', ''],
    [{ 'config/_default/params.de.toml': 'x = 1\n', 'hugo.toml': 'title = "y"\n' }, 'de', ''],
    [
      { 'config/_default/menus.de.toml': 'disabled = true\n', 'config/_default/languages.toml': '[de]\n[fr]\n' },
      'de',
      '',
    ],
    [
      { 'config/_default/menu.de.toml': 'disabled = true\n', 'config/_default/languages.toml': '[de]\n[fr]\n' },
      'de',
      '',
    ],
    [
      { 'config/_default/params.de.toml': 'disabled = true\n', 'config/_default/languages.toml': '[de]\n[fr]\n' },
      'de',
      '',
    ],
  ])('%j', (files, name, prefix) => {
    const tree = memoryTree(files);
    const { languages } = readHugoConfig(hugoSources(tree, null, ['layouts'])).settings;
    expect(languages[0]).toEqual(prefix === undefined ? { name: 'en', prefix: '' } : { name, prefix });
  });
});

test.each([
  ['b/p.de.md', 'b/p.md', 'de'],
  ['b/p.DE.md', 'b/p.md', 'de'],
  ['b/p.fr.md', 'b/p.md', 'fr'],
  ['b/p.it.md', 'b/p.it.md', null],
  ['b/p.md', 'b/p.md', null],
  ['b.de/p', 'b.de/p', null],
  ['b.de/p.md', 'b.de/p.md', null],
  ['b/.de.md', 'b/.de.md', null],
  ['de.md', 'de.md', null],
  ['p.de', 'p.de', null],
])('%s is %s in the language %s', (path, below, language) => {
  const site = {
    languages: [
      { name: 'en', prefix: '' },
      { name: 'de', prefix: '/de' },
    ],
    unbuiltLanguages: ['fr'],
  };
  expect(splitLanguage(path, site)).toEqual({ path: below, language });
});

test.each([
  ['docs/a.md', 'docs', '', [], '/a.md'],
  ['docs/a.md', 'docs', '/x', [], '/x/a.md'],
  ['docs/a.md', '', '', [], '/docs/a.md'],
  ['docsa.md', 'docs', '', [], null],
  ['README.md', 'README.md', '/readme.md', [], '/readme.md'],
  ['README.md', 'README.md', '', [], '/README.md'],
  ['docs/a.md', 'docs', '', ['*.md'], '/a.md'],
  ['docs/b/a.md', 'docs', '', ['*.md'], null],
  ['docs/b/A.md', 'docs', '', ['/**/a.MD'], '/b/A.md'],
  ['docs/a.md', 'docs', '', ['! a.md'], null],
  ['docs/b.md', 'docs', '', ['! a.md'], '/b.md'],
  ['docs/b.md', 'docs', '', ['! a.md', 'c.md'], null],
  ['docs/c.md', 'docs', '', ['! a.md', 'c.md'], '/c.md'],
  ['docs/c.md', 'docs', '', ['! c.md', 'c.md'], null],
])('%s by a mount of %s at %j with %j is %s', (path, source, below, files, expected) => {
  const mount = { source, below, language: null, files };
  expect(locate(path, [{ ...mount, source: 'gone' }, mount])).toEqual(
    expected === null ? null : { below: expected, mount },
  );
});

test.each([
  ['/a/', '', 'page', '0.169.0', '/a/f.x'],
  ['/a.html', '', 'page', '0.169.0', '/a/f.x'],
  ['/a/', 'p', 'page', '0.131.0', '/p/a/f.x'],
  ['/a/', 'p', 'section', '0.131.0', '/a/p/f.x'],
  ['/a/', 'p', 'section', '0.148.0', '/p/a/f.x'],
  ['/de/a/', 'p', 'page', '0.169.0', '/de/p/a/f.x'],
  ['/dea/', 'p', 'page', '0.169.0', '/p/dea/f.x'],
] as const)('%s in a format with the path %j, as a %s by %s, is at %s', (address, path, kind, version, expected) => {
  const languages = [
    { name: 'en', prefix: '' },
    { name: 'de', prefix: '/de' },
  ];
  expect(
    addressOfFormat(
      address,
      { name: 'f', file: 'f.x', path },
      { version, languages, uglyUrls: false, formats: [] },
      kind,
    ),
  ).toBe(expected);
});

test('a page is HTML by its own formats, else by its kind', () => {
  const without = { withoutHtml: ['section'], formats: [] };
  expect([hasHtml('page', undefined, without), hasHtml('section', undefined, without)]).toEqual([true, false]);
  expect([hasHtml('section', ['HTML'], without), hasHtml('page', ['json'], without)]).toEqual([true, false]);
});

test('tables know no capitals, and merge key by key', () => {
  const table = tableOf({ A: { b: 'x', C: true, d: 'false', e: ['p', 1, ''] }, F: new Map([['g', 1]]) });
  expect([valueAt(table, 'a.B'), textAt(table, 'a.c'), textAt(table, 'A.b'), valueAt(table, 'f.g')]).toEqual([
    'x',
    '',
    'x',
    1,
  ]);
  expect([
    flagAt(table, 'a.c', false),
    flagAt(table, 'a.d', true),
    flagAt(table, 'a.b', true),
    flagAt(table, 'gone', false),
  ]).toEqual([true, false, true, false]);
  expect([wordsOf(['p', 1, '']), wordsOf('p'), wordsOf(1), wordsOf('')]).toEqual([['p'], ['p'], [], []]);
  expect([tableOf([1]).size, tableOf(null).size, tableOf('x').size]).toEqual([0, 0, 0]);
  const both = tableOf(merged({ a: { b: 1, c: 2 }, d: 1 }, { a: { c: 3, e: 4 }, d: { f: 5 } }));
  expect([...tableOf(both.get('a'))]).toEqual([
    ['b', 1],
    ['c', 3],
    ['e', 4],
  ]);
  expect(valueAt(both, 'd.f')).toBe(5);
});

test.each([
  ['0.131', '0.131.0'],
  ['v0.131.2+extended', '0.131.2'],
  [' 0.1.2-DEV', '0.1.2'],
  ['1.2.3/x', '1.2.3'],
  ['0.131.x', null],
  ['131', null],
  ['0.131.0.1', null],
  ['latest', null],
])('the version %j is %s', (written, version) => {
  expect(parseVersion(written)).toBe(version);
});

test.each([
  ['0.131.0', '0.131.0', 0],
  ['0.131.1', '0.131.0', 1],
  ['0.9.0', '0.131.0', -1],
  ['1.0.0', '0.131.0', 1],
  ['0.131', '0.131.0', 0],
])('%s against %s is %i', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test('what was read is said a line each', () => {
  const files = { 'config/_default/params.toml': 'x = [\n' };
  const toml = `baseURL = 'https://x.example/hb/'\ntheme = 'gone'\nrelativeURLs = true\ncanonifyURLs = true\n${two}[[module.mounts]]\nsource = 'docs'\ntarget = 'content/d'\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n`;
  expect(describeHugo(settings(toml, files))).toEqual([
    'Hugo 0.169.0, asked',
    'config/_default/params.toml line 2 cannot be read, so what depends on it cannot be checked',
    'relativeURLs and canonifyURLs are both true: relativeURLs counts',
    'links: what becomes of relative destinations cannot be checked (gone is not here, and may have one)',
    'images: what becomes of relative destinations cannot be checked (gone is not here, and may have one)',
    'content: docs at /d, content',
    'languages: en, de',
    'published below /hb/',
    'gone is not here, so what it brings is unknown',
  ]);
  expect(describeHugo(settings('title = "x"\n'))).toHaveLength(4);
  const { settings: none } = readHugoConfig(hugoSources(memoryTree({}), null, ['layouts']));
  expect(describeHugo(none).at(-1)).toBe('no configuration of the site is here, so its settings are unknown');
  expect(describeVersionAndHook(settings('title = "x"\n'))).toEqual([
    'Built by Hugo 0.169.0, asked.',
    'Of links, destinations stay as they are written (the default of a site without languages).',
  ]);
});

test.each([
  ['/a.html', {}, true, 'page', '0.169.0', '/a.x'],
  ['/a/', { isUgly: true }, false, 'page', '0.169.0', '/a.x'],
  ['/a.html', { isUgly: false }, true, 'page', '0.169.0', '/a/f.x'],
  ['/a.html', { path: 'p' }, true, 'page', '0.169.0', '/p/a.x'],
  ['/de/a.html', { path: 'p' }, true, 'page', '0.169.0', '/de/p/a.x'],
  ['/a.html', { path: 'p' }, true, 'section', '0.131.0', '/a/p.x'],
  ['/a/', { path: 'p' }, true, 'section', '0.169.0', '/p/a/f.x'],
  ['/', { isUgly: true }, true, 'home', '0.169.0', '/f.x'],
  ['/a.html', {}, true, 'term', '0.169.0', '/a.x'],
  ['/de/a/', { isAtRoot: true }, false, 'page', '0.169.0', '/a/f.x'],
  ['/a/index.txt', {}, false, 'page', '0.169.0', '/a/f.x'],
  ['/a/start.html', {}, false, 'page', '0.169.0', '/a/f.x'],
] as const)('%s with %j, ugly: %s, as a %s by %s, is at %s', (address, more, uglyUrls, kind, version, expected) => {
  const languages = [
    { name: 'en', prefix: '' },
    { name: 'de', prefix: '/de' },
  ];
  const formats = [{ name: 'html', file: 'start.html', path: '' }];
  const format = { name: 'f', file: 'f.x', path: '', ...more };
  expect(addressOfFormat(address, format, { version, languages, uglyUrls, formats }, kind)).toBe(expected);
});

test.each([
  [{}, { file: 'index.txt', path: '' }],
  [{ root: true }, { file: 'index.txt', path: '', isAtRoot: true }],
  [{ noUgly: true }, { file: 'index.txt', path: '', isUgly: false }],
  [{ ugly: true }, { file: 'index.txt', path: '', isUgly: true }],
  [
    { root: true, ugly: true },
    { file: 'index.txt', path: '', isAtRoot: true, isUgly: true },
  ],
  [
    { baseName: 'b', path: 'p' },
    { file: 'b.txt', path: 'p' },
  ],
])('a format with %j is %j', (more, expected) => {
  const config = tableOf({ outputFormats: { x: { mediaType: 'text/plain', ...more } } });
  expect(formatsOf(config).at(-1)).toEqual({ name: 'x', ...expected });
});
