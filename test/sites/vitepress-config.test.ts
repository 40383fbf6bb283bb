import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { placeAll, routeOf } from '../../src/sites/vitepress/addresses.ts';
import { readVitepress, type VitepressSettings } from '../../src/sites/vitepress/config.ts';
import { isRewriteRule, rewritten } from '../../src/sites/vitepress/rewrites.ts';

type Files = Readonly<Record<string, string>>;

function read(keys: string, files: Files = {}, sign = '.vitepress/config.ts', written = {}): VitepressSettings {
  return readVitepress(sign, memoryTree({ [sign]: `export default { ${keys} };\n`, ...files }), written);
}

describe('settings', () => {
  test.each<[keys: string, settings: Partial<VitepressSettings>]>([
    [
      '',
      {
        content: [''],
        static: ['public'],
        base: '/',
        host: null,
        unsureIds: null,
        unread: [],
        unsureAddresses: null,
        cleanUrls: false,
        isBaseKnown: true,
        excluded: [],
        rewrites: [],
        dynamic: [],
        ignoredLinks: [],
        unsureFiles: null,
        major: 1,
      },
    ],
    ["base: '/x/'", { base: '/x/', isBaseKnown: true }],
    ["base: 'x'", { base: '/x/' }],
    ['base: f()', { base: '/', isBaseKnown: false, unread: [{ key: 'base', path: '.vitepress/config.ts', line: 1 }] }],
    ["srcDir: './docs'", { content: ['docs'], static: ['docs/public'] }],
    ["srcDir: '../x'", { content: [''] }],
    ['srcDir: f()', { unsureAddresses: 'srcDir is not known' }],
    ["vite: { publicDir: 'p' }", { static: ['p'] }],
    ["vite: { publicDir: '../p' }", { static: [] }],
    ['vite: { publicDir: f() }', { static: ['public'], unsureFiles: 'vite.publicDir is not known' }],
    ['buildEnd() {}', { unsureFiles: 'buildEnd may write files' }],
    ['cleanUrls: true', { cleanUrls: true }],
    ['cleanUrls: f()', { cleanUrls: null }],
    ["srcExclude: ['**/a.md', 'b']", { excluded: ['**/a.md', 'b'] }],
    ["sitemap: { hostname: 'https://Docs.example.org/x' }", { host: 'docs.example.org' }],
    ["sitemap: { hostname: 'docs' }", { host: null }],
    ["ignoreDeadLinks: ['/a', /^b/i, (url) => true]", { ignoredLinks: ['/a', '/^b/', '(url) => true'] }],
    ['ignoreDeadLinks: true', { ignoredLinks: [] }],
    [
      "rewrites: { 'a.md': 'b.md', ':x/c.md': 'c/:x.md' }",
      {
        rewrites: [
          ['a.md', 'b.md'],
          [':x/c.md', 'c/:x.md'],
        ],
      },
    ],
    ['rewrites: { [x]: "y" }', { rewrites: [], unsureAddresses: 'rewrites is not known' }],
    ['rewrites: (id) => id', { rewrites: [], unsureAddresses: 'rewrites is not known' }],
    ["rewrites: { 'a.md': f() }", { rewrites: [], unsureAddresses: 'rewrites is not known' }],
    [
      "rewrites: { '(a|b).md': 'c.md', 'a.md': 'b.md' }",
      { rewrites: [['a.md', 'b.md']], unsureAddresses: 'rewrites is not known' },
    ],
    ['vite: { plugins: [f(), { name: "x" }] }', { unsureIds: null }],
    ['vite: { plugins: [() => { markdown() }] }', { unsureIds: 'plugins of Vite may change them' }],
    ['vite: { plugins: () => MarkdownTransform }', { unsureIds: 'plugins of Vite may change them' }],
  ])('%s', (keys, settings) => {
    expect(read(keys)).toMatchObject(settings);
  });

  test.each<[keys: string, ids: string | null, links?: string]>([
    ['markdown: {}', null],
    ['markdown: { lineNumbers: true, math: f() }', null],
    ['markdown: f()', 'markdown of .vitepress/config.ts is computed'],
    ['markdown: { ...f() }', 'markdown of .vitepress/config.ts is not all known'],
    ['markdown: { own: 1 }', 'markdown.own of .vitepress/config.ts may change them'],
    ['markdown: { anchor: {} }', null],
    ['markdown: { anchor: { permalink: f(), tabIndex: 1 } }', null],
    ['markdown: { anchor: { permalink: f(), slugify: f() } }', '.vitepress/config.ts has ids of its own'],
    ['markdown: { anchor: { ...f() } }', '.vitepress/config.ts has ids of its own'],
    ['markdown: { anchor: f() }', '.vitepress/config.ts has ids of its own'],
    ["markdown: { attrs: { leftDelimiter: '{', rightDelimiter: '}' } }", null],
    ["markdown: { attrs: { leftDelimiter: '{:' } }", '.vitepress/config.ts has ids of its own'],
    ["markdown: { attrs: { rightDelimiter: '%}' } }", '.vitepress/config.ts has ids of its own'],
    ['markdown: { attrs: { leftDelimiter: f() } }', '.vitepress/config.ts has ids of its own'],
    ['markdown: { attrs: { disable: true } }', null],
    ['markdown: { config: (md) => { md.use(footnote); md.use(sub) } }', null],
    ['markdown: { config(md) { md.use(mark)\n// of all\n } }', null],
    ['markdown: { config: (md) => { md.use(other) } }', 'plugins of .vitepress/config.ts may change them'],
    [
      'markdown: { config: (md) => { md.use(mark); md.use(other) } }',
      'plugins of .vitepress/config.ts may change them',
    ],
    ['markdown: { preConfig: (md) => { md.use(other) } }', 'plugins of .vitepress/config.ts may change them'],
    ['markdown: { config: f() }', 'plugins of .vitepress/config.ts may change them'],
    [
      'markdown: { config: (md) => { md.use(linkify) } }',
      'plugins of .vitepress/config.ts may change them',
      'plugins of .vitepress/config.ts may change links',
    ],
  ])('ids by %s', (keys, ids, links) => {
    expect(read(keys)).toMatchObject({ unsureIds: ids, unsureAddresses: links ?? null });
  });

  test.each([
    ['attributes', '', { headingAttributes: true, headingIds: 'vitepress' }],
    ['attributes, left on', 'markdown: { attrs: { disable: false } }', { headingAttributes: true }],
    ['attributes, switched off', 'markdown: { attrs: { disable: true } }', { headingAttributes: false }],
    ['attributes, perhaps', 'markdown: { attrs: { disable: f() } }', { headingAttributes: true }],
  ])('Markdown: %s', (_, keys, markdown) => {
    expect(read(keys).markdown).toMatchObject({
      ...markdown,
      footnotes: 'prefixed',
      onlyYaml: true,
      setAside: 'containers',
    });
  });

  test.each([
    [undefined, 1],
    ['{}', 1],
    ['{"devDependencies": {"vitepress": "^1.6.4"}}', 1],
    ['{"devDependencies": {"vitepress": "latest"}}', 1],
    ['{"devDependencies": {"vitepress" : "~2.0.0-alpha.17"}}', 2],
    ['{"devDependencies": {"vitepress": ">= 2"}}', 2],
    ['{"devDependencies": {"vitepress": "next"}}', 2],
    ['{"devDependencies": {"vitepress": "20.1"}}', null],
    ['{"devDependencies": {"vitepress": "workspace:*"}}', null],
  ])('the version by package.json %s is %s', (text, major) => {
    const files: Files = text === undefined ? {} : { 'package.json': text };
    const settings = read('', files);
    expect(settings.major).toBe(major);
    expect(settings.markdown.headingIds).toBe(major === 2 ? 'vitepress-2' : 'vitepress');
  });

  test('in a folder below the root', () => {
    const files = { 'docs/package.json': '{"vitepress": "2"}', 'package.json': '{"vitepress": "1"}' };
    const settings = read("srcDir: 'pages'", files, 'docs/.vitepress/config/index.ts');
    expect(settings).toMatchObject({ content: ['docs/pages'], static: ['docs/pages/public'], major: 2 });
    expect(read('', { 'package.json': '{"vitepress": "2"}' }, 'docs/.vitepress/config.ts')).toMatchObject({
      content: ['docs'],
      major: 2,
    });
  });

  test.each([
    ['vite.config.ts', 'import x from "vite-plugin-Markdown"', true],
    ['.vitepress/vite.config.mjs', 'markdown()', true],
    ['src/vite.config.js', 'markdown()', true],
    ['vite.config.ts', 'export default {}', false],
    ['other/vite.config.ts', 'markdown()', false],
  ])('%s with %j may change ids: %s', (path, text, may) => {
    const { unsureIds } = read("srcDir: 'src'", { [path]: text });
    expect(unsureIds).toBe(may ? `${path} may change them` : null);
  });

  test('pages that a script makes of others', () => {
    const files = {
      'pkg/[name].md': '',
      'pkg/[name].paths.js': '',
      'a/[x]/b.md': '',
      'a/[x]-c.md': '',
      '[[all]].md': '',
      'n[1.md': '',
    };
    const { dynamic } = read('', files);
    expect(dynamic).toEqual(['/pkg/', '/a/']);
    expect(read("srcDir: 'src'", { 'src/[x].md': '', '[y].md': '' }).dynamic).toEqual(['/']);
  });

  test('handbook.yaml says what is computed', () => {
    const said = { base: '/y/', 'vite.publicDir': 'q', srcExclude: ['z.md'], cleanUrls: true };
    expect(read('base: f(), cleanUrls: f()', {}, undefined, said)).toMatchObject({
      base: '/y/',
      isBaseKnown: true,
      static: ['q'],
      excluded: ['z.md'],
      cleanUrls: true,
      unread: [],
    });
  });
});

describe('rewrites', () => {
  test.each([
    ['a.md', 'b.md', true],
    ['a/:x', 'b/:x', true],
    ['a/:x.md', ':x/index.md', true],
    ['pre-:x.md', ':x.md', true],
    ['a/:rest*', 'b/:rest*', true],
    ['a/:rest+', ':rest+', true],
    ['a/(.*)', 'b/(.*)', true],
    [':rest*/a.md', 'a.md', false],
    ['(a|b).md', 'c.md', false],
    ['a.md', 'b/(x).md', false],
    [':x-:y.md', 'b.md', false],
    ['^a(.*)$', 'b', false],
  ])('%s to %s can be followed: %s', (from, to, can) => {
    expect(isRewriteRule(from, to)).toBe(can);
  });

  test.each([
    ['a.md', 'a.md', 'b.md', 'b.md'],
    ['A.md', 'a.md', 'b.md', 'b.md'],
    ['c.md', 'a.md', 'b.md', 'c.md'],
    ['a/b.md', 'a.md', 'b.md', 'a/b.md'],
    ['a/b.md', 'a/:x', 'c/:x', 'c/b.md'],
    ['a/b.md', 'a/:x.md', ':x/index.md', 'b/index.md'],
    ['a/b/c.md', 'a/:x', 'c/:x', 'a/b/c.md'],
    ['a', 'a/:x', 'c/:x', 'a'],
    ['pre-b.md', 'pre-:x.md', ':x.md', 'b.md'],
    ['PRE-b.MD', 'pre-:x.md', ':x.md', 'b.md'],
    ['pre-.md', 'pre-:x.md', ':x.md', 'pre-.md'],
    ['other.md', 'pre-:x.md', ':x.md', 'other.md'],
    ['pre-b.txt', 'pre-:x.md', ':x.md', 'pre-b.txt'],
    ['a/b/c.md', 'a/:rest*', 'z/:rest*', 'z/b/c.md'],
    ['a', 'a/:rest*', 'z/:rest*', 'z'],
    ['a', 'a/:rest+', 'z/:rest+', 'a'],
    ['a/b.md', 'a/:rest+', 'z/:rest+', 'z/b.md'],
    ['a/b/c.md', 'a/(.*)', 'z/(.*)', 'z/b/c.md'],
    ['p/q/a.md', ':x/:y/a.md', ':y/:x.md', 'q/p.md'],
    ['p/a.md', ':x/a.md', ':gone/:x.md', 'p.md'],
  ])('%s by %s to %s is %s', (path, from, to, expected) => {
    expect(rewritten(path, [[from, to]])).toBe(expected);
  });

  test('the first rule that matches counts', () => {
    expect(
      rewritten('a.md', [
        ['b.md', 'x.md'],
        ['a.md', 'y.md'],
        ['a.md', 'z.md'],
      ]),
    ).toBe('y.md');
  });
});

test.each<[path: string, keys: string, address: string | null, kind: string, folder: string, file: string]>([
  ['a/b.md', '', '/a/b.html', 'regular', '/a', './a/b.md'],
  ['a/index.md', '', '/a/', 'section', '/a', './a/index.md'],
  ['index.md', '', '/', 'section', '/', './index.md'],
  ['b.md', 'cleanUrls: true', '/b.html', 'regular', '/', './b.md'],
  ['docs/b.md', "srcDir: 'docs'", '/b.html', 'regular', '/', './docs/b.md'],
  ['a/dist/b.md', '', null, 'regular', '/a/dist', './a/dist/b.md'],
  ['node_modules/b.md', '', null, 'regular', '/node_modules', './node_modules/b.md'],
  ['a/[x].md', '', null, 'regular', '/a', './a/[x].md'],
  ['a/[x.md', '', '/a/[x.html', 'regular', '/a', './a/[x.md'],
  ['a/b.md', "srcExclude: ['a']", null, 'regular', '/a', './a/b.md'],
  ['a/b.md', "srcExclude: ['**/b.md']", null, 'regular', '/a', './a/b.md'],
  ['a/b.md', "rewrites: {'a/:x': 'c/:x'}", '/c/b.html', 'regular', '/c', './a/b.md'],
  ['a/b.md', "rewrites: {'a/b.md': 'c/index.md'}", '/c/', 'section', '/c', './a/b.md'],
])('%s with %j is at %s', (path, keys, address, kind, folder, file) => {
  const settings = read(keys);
  const files = { content: [path], assets: [], adapters: [] } as unknown as Parameters<typeof placeAll>[0];
  const { places, published } = placeAll(files, settings);
  expect(places.get(path)).toEqual({
    kind,
    address,
    unbuilt: address === null ? 'unrendered' : null,
    logical: `/${routeOf(path, settings)}`,
    folder,
    files: null,
  });
  expect(published(path, true)).toBe(file);
  expect(published('public/x.png', false)).toBe(settings.static[0] === 'public' ? '/x.png' : '/public/x.png');
});
