import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import type { PageSummary } from '../../src/model/page-summary.ts';
import { placeAll, routeOf } from '../../src/sites/docusaurus/addresses.ts';
import { type DocusaurusSettings, readDocusaurus } from '../../src/sites/docusaurus/config.ts';
import { idsOf } from '../../src/sites/docusaurus/ids.ts';

type Files = Readonly<Record<string, string>>;

function read(keys: string, files: Files = {}, sign = 'docusaurus.config.js', written = {}): DocusaurusSettings {
  return readDocusaurus(sign, memoryTree({ [sign]: `module.exports = { ${keys} };\n`, ...files }), written);
}

const classic = (options: string) => `presets: [['classic', { ${options} }]]`;

/** Each plugin as `docs docs /docs/`, with what it has besides. */
function plugins(keys: string, files: Files = {}): readonly string[] {
  return read(keys, files).plugins.map(({ of, folder, route, numberPrefixes, excluded, hasVersions }) =>
    [
      of,
      folder,
      route,
      numberPrefixes ? '' : 'numbered',
      ...excluded.slice(read('presets: ["classic"]').plugins[0]!.excluded.length),
      hasVersions ? 'versions' : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}

const usual = ['pages src/pages /', 'docs docs /docs/', 'blog blog /blog/'];

describe('plugins', () => {
  test.each<[keys: string, plugins: readonly string[]]>([
    ['', []],
    ["presets: ['classic']", usual],
    ["presets: ['@docusaurus/preset-classic']", usual],
    [classic(''), usual],
    [classic('docs: false, blog: false'), ['pages src/pages /']],
    [classic("blog: false, docs: { path: 'a/b', routeBasePath: '/' }"), ['pages src/pages /', 'docs a/b /']],
    [classic("blog: false, pages: false, docs: { routeBasePath: '/x/y/' }"), ['docs docs /x/y/']],
    [classic("blog: false, pages: { path: 'p', routeBasePath: 'q' }, docs: false"), ['pages p /q/']],
    [classic('blog: false, pages: false, docs: { numberPrefixParser: false }'), ['docs docs /docs/ numbered']],
    [classic('blog: false, pages: false, docs: { numberPrefixParser: true }'), ['docs docs /docs/']],
    [classic("blog: false, pages: false, docs: { exclude: ['**/x.md'] }"), ['docs docs /docs/ **/x.md']],
    [classic("blog: false, pages: false, docs: { path: '../../x' }"), []],
    ["plugins: ['@docusaurus/plugin-content-docs']", ['docs docs /docs/']],
    [
      "plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: 'api', routeBasePath: 'api' }]]",
      ['docs api /api/'],
    ],
    ["plugins: [['@docusaurus/plugin-content-blog', { id: 'default', path: 'news' }]]", ['blog news /blog/']],
    ["plugins: [['@docusaurus/plugin-content-pages', {}], false, null, undefined]", ['pages src/pages /']],
  ])('of %s', (keys, expected) => {
    expect(plugins(keys)).toEqual(expected);
    expect(read(keys).unsurePages).toBeNull();
  });

  test.each<[presets: string, plugins: readonly string[], links: string | null]>([
    ["['own']", usual, 'the preset own may put pages elsewhere'],
    [
      "[['own', { docs: { path: 'a' }, blog: false }]]",
      ['pages src/pages /', 'docs a /docs/'],
      'the preset own may put pages elsewhere',
    ],
    ["['own', 'classic']", usual, null],
    ["[require.resolve('@docusaurus/preset-classic')]", usual, null],
    [
      "[[require.resolve('@docusaurus/preset-classic'), { blog: false }]]",
      ['pages src/pages /', 'docs docs /docs/'],
      null,
    ],
  ])('of the presets %s', (presets, expected, links) => {
    expect(plugins(`presets: ${presets}`)).toEqual(expected);
    expect(read(`presets: ${presets}`).unsureAddresses).toBe(links);
  });

  test.each<[keys: string, why: string | null]>([
    ["presets: ['own']", 'the preset own may make some'],
    ["presets: ['own', 'other']", 'the preset own may make some'],
    ["plugins: ['own']", 'the plugin own may make some'],
    ["plugins: ['docusaurus-plugin-sass', 'own']", 'the plugin own may make some'],
    ["plugins: [['docusaurus-plugin-sass', {}]]", null],
    ['plugins: [() => ({ name: "x" })]', 'plugins of the configuration have code that may make some'],
    ['plugins: [() => ({ configureWebpack() {} })]', null],
    ['plugins: [function own() { return { configurePostCss() {} } }]', null],
    ['plugins: list()', 'plugins of the configuration are computed'],
    ["plugins: [...list(), 'docusaurus-plugin-sass']", 'plugins of the configuration are computed'],
    ['presets: [list()]', 'presets of the configuration have code that may make some'],
    ["presets: [[require.resolve('@docusaurus/preset-classic'), {}]]", null],
  ])('%s: pages may be there, since %s', (keys, why) => {
    expect(read(keys).unsurePages).toBe(why);
  });

  test.each<[files: Files, docs: string, versions: boolean]>([
    [{}, '', false],
    [{ 'versions.json': '["1.0"]' }, '', true],
    [{ 'versions.json': '["1.0"]' }, 'disableVersioning: true', false],
    [{ 'versions.json': '["1.0"]' }, 'disableVersioning: false', true],
    [{ 'versions.json': ' [] ' }, '', false],
    [{ 'api_versions.json': '["1.0"]' }, '', false],
    [{}, "versions: { current: { path: 'next' } }", true],
    [{}, "versions: { current: { label: 'Next' } }", false],
  ])('%j with docs of %j have versions: %s', (files, docs, versions) => {
    const [plugin] = read(classic(`docs: { ${docs} }, blog: false, pages: false`), files).plugins;
    expect(plugin?.hasVersions).toBe(versions);
    const instance = `plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: 'api' }]]`;
    expect(read(instance, { 'api_versions.json': '["1.0"]' }).plugins[0]?.hasVersions).toBe(true);
    expect(read(instance, { 'versions.json': '["1.0"]' }).plugins[0]?.hasVersions).toBe(false);
    expect(
      read(classic('docs: false'), { 'versions.json': '["1.0"]' }).plugins.map((each) => each.hasVersions),
    ).toEqual([false, false]);
  });

  test.each<[docs: string, ids: string | null, links?: string]>([
    ['remarkPlugins: []', null],
    ["remarkPlugins: [require('remark-math'), [require('rehype-katex'), {}]]", null],
    ["rehypePlugins: ['rehype-katex']", null],
    [
      'remarkPlugins: [own]',
      'remarkPlugins of the configuration may change them',
      'remarkPlugins of the configuration may change links',
    ],
    ["remarkPlugins: ['own']", 'remarkPlugins of the configuration may change them'],
    ["rehypePlugins: [['own', {}]]", 'rehypePlugins of the configuration may change them'],
    [
      "beforeDefaultRemarkPlugins: ['wiki-link']",
      'beforeDefaultRemarkPlugins of the configuration may change them',
      'beforeDefaultRemarkPlugins of the configuration may change links',
    ],
    [
      "beforeDefaultRehypePlugins: [require('./own')]",
      'beforeDefaultRehypePlugins of the configuration may change them',
      'beforeDefaultRehypePlugins of the configuration may change links',
    ],
    [
      'remarkPlugins: [[]]',
      'remarkPlugins of the configuration may change them',
      'remarkPlugins of the configuration may change links',
    ],
  ])('ids with %s', (docs, ids, links) => {
    const settings = read(classic(`docs: { ${docs} }`));
    expect([settings.unsureIds, settings.unsureAddresses]).toEqual([ids, links ?? null]);
  });
});

describe('settings', () => {
  test.each<[keys: string, settings: Partial<DocusaurusSettings>]>([
    [
      '',
      {
        base: '/',
        host: null,
        static: ['static'],
        trailingSlash: null,
        isBaseKnown: true,
        siteFolder: '',
        unsureAddresses: null,
        unread: [],
      },
    ],
    ["baseUrl: '/x/'", { base: '/x/' }],
    ["baseUrl: 'x'", { base: '/x/' }],
    ['baseUrl: f()', { base: '/', isBaseKnown: false, unsureAddresses: null }],
    ["url: 'https://Docs.example.org'", { host: 'docs.example.org' }],
    ["url: 'docs'", { host: null }],
    ['trailingSlash: true', { trailingSlash: true }],
    ['trailingSlash: false', { trailingSlash: false }],
    ['trailingSlash: f()', { trailingSlash: null, unsureAddresses: 'trailingSlash is not known' }],
    ["staticDirectories: ['a', 'b/c', '../x']", { static: ['a', 'b/c'] }],
    ['staticDirectories: []', { static: ['static'] }],
    [classic('docs: { path: f() }'), { unsureAddresses: 'docs.path is not known' }],
    [classic('blog: { routeBasePath: f() }'), { unsureAddresses: 'blog.routeBasePath is not known' }],
    [classic('docs: { numberPrefixParser: f() }'), { unsureAddresses: 'docs.numberPrefixParser is not known' }],
    [classic('docs: { exclude: f() }'), { unsureAddresses: null }],
    ['markdown: {}', { unsureIds: null }],
    ['markdown: { mermaid: true }', { unsureIds: null }],
    ['markdown: f()', { unsureIds: 'markdown of the configuration is computed' }],
    ['markdown: { ...f() }', { unsureIds: 'markdown of the configuration is computed' }],
    ['markdown: { preprocessor: (x) => x }', { unsureIds: 'markdown.preprocessor may change them' }],
    ['markdown: { anchors: { maintainCase: true } }', { unsureIds: 'markdown.anchors.maintainCase is on' }],
    ['markdown: { anchors: { maintainCase: f() } }', { unsureIds: 'markdown.anchors.maintainCase is on' }],
    ['markdown: { anchors: { maintainCase: false } }', { unsureIds: null }],
  ])('%s', (keys, settings) => {
    expect(read(keys)).toMatchObject(settings);
  });

  test('Markdown is MDX with ids as GitHub makes them', () => {
    expect(read('').markdown).toMatchObject({
      headingIds: 'docusaurus',
      headingAttributes: true,
      blockAttributes: false,
      footnotes: 'prefixed',
      onlyYaml: true,
      setAside: 'mdx',
    });
  });

  test('in a folder below the root', () => {
    const settings = read(classic('blog: false'), {}, 'website/docusaurus.config.ts');
    expect(settings).toMatchObject({
      content: ['website/src/pages', 'website/docs'],
      static: ['website/static'],
      siteFolder: 'website',
    });
  });
});

describe('pages that no Markdown file is', () => {
  const made = (keys: string, files: Files = {}) => read(keys, files).made;

  test('of components', () => {
    const files = Object.fromEntries(
      ['index.js', 'a/help.tsx', 'a/index.jsx', 'b.d.ts', 'c.css', '_part.js', 'd.test.js', 'e.ts'].map((name) => [
        `src/pages/${name}`,
        '',
      ]),
    );
    expect(made(classic('docs: false, blog: false'), files).routes).toEqual(['/', '/a/help/', '/a/', '/e/']);
    expect(
      made(classic("docs: false, blog: false, pages: { routeBasePath: 'x' }"), { 'src/pages/index.js': '' }).routes,
    ).toEqual(['/x/']);
  });

  test('lists of docs and posts', () => {
    const { routes, open } = made(classic('pages: false'));
    expect(routes).toEqual(['/blog/']);
    expect(open).toEqual([
      '/docs/tags',
      '/docs/category/',
      ...['tags', 'page', 'archive', 'authors', 'rss', 'atom', 'feed'].map((name) => `/blog/${name}`),
    ]);
  });

  test('lists with slugs of their own', () => {
    const files = {
      'docs/a/_category_.json': '{"link": {"type": "generated-index", "slug": "/all-a"}}',
      'docs/_category_.yml': 'link:\n  slug: b/c\n',
      'docs/other.json': '{"slug": "/no"}',
      'sidebars.js': "module.exports = { x: [{ slug: '/side' }] }",
      'sidebarsApi.json': '{"slug": "/json"}',
      'sidebars.md': 'slug: /no',
      'config.js': "slug: '/no'",
    };
    expect(made(classic('pages: false, blog: false'), files).open.slice(2)).toEqual([
      '/docs/all-a',
      '/docs/b/c',
      '/docs/side',
      '/docs/json',
    ]);
    expect(made(classic('pages: false, docs: false'), files).open.some((start) => start.includes('side'))).toBe(false);
  });

  test.each<[keys: string, open: readonly string[], hasLanguages: boolean]>([
    ['', [], false],
    ["i18n: { defaultLocale: 'en', locales: ['en', 'de', 'pt-BR'] }", ['/de/', '/pt-BR/'], false],
    ["i18n: { defaultLocale: f(), locales: ['en', 'de'] }", ['/en/', '/de/'], false],
    ["i18n: { defaultLocale: 'en', locales: ['en', f()] }", [], true],
    ["i18n: { defaultLocale: 'en', locales: [f(), g()] }", [], true],
    ["i18n: { defaultLocale: 'en', locales: f() }", [], true],
    ["i18n: { defaultLocale: 'en', locales: ['en', ...f()] }", [], true],
  ])('of other languages: %s', (keys, open, hasLanguages) => {
    expect(made(keys)).toMatchObject({ open, hasLanguages });
  });

  const redirects = (options: string) => `plugins: [['@docusaurus/plugin-client-redirects', { ${options} }]]`;

  test.each<[keys: string, from: readonly string[], unsure: string | null]>([
    [
      redirects("redirects: [{ from: '/old', to: '/x' }, { from: ['/a/', 'b'], to: '/y' }]"),
      ['/old/', '/a/', '/b/'],
      null,
    ],
    [redirects(''), [], null],
    [redirects('redirects: f()'), [], 'redirects are computed'],
    [redirects("redirects: [...f(), { from: '/old', to: '/x' }]"), ['/old/'], 'redirects are computed'],
    [redirects('createRedirects: (x) => x'), [], 'redirects are made of rules'],
    [redirects("fromExtensions: ['html']"), [], 'redirects are made of rules'],
    [redirects("toExtensions: ['html']"), [], 'redirects are made of rules'],
    [
      "plugins: ['@docusaurus/plugin-client-redirects', ['docusaurus-plugin-sass', { redirects: [{ from: '/no' }] }]]",
      [],
      null,
    ],
  ])('that lead on: %s', (keys, from, unsure) => {
    expect(made(keys)).toMatchObject({ redirects: from, unsure });
    expect(read(keys).unsurePages).toBe(unsure);
  });
});

describe('addresses', () => {
  const values = (front: Record<string, string>): PageSummary => ({ values: front });
  test.each<[path: string, summary: PageSummary, keys: string, address: string | null, kind?: string]>([
    ['docs/a/b.md', {}, '', '/docs/a/b/'],
    ['docs/a/index.mdx', {}, '', '/docs/a/', 'section'],
    ['docs/01-a/02-b.md', {}, '', '/docs/a/b/'],
    ['docs/01-a.md', values({ parse_number_prefixes: 'false' }), '', '/docs/01-a/'],
    ['docs/01-a.md', values({ parse_number_prefixes: 'true' }), '', '/docs/a/'],
    ['docs/a.md', values({ slug: 'x y' }), '', '/docs/x y/'],
    ['docs/a.md', values({ id: 'x' }), '', '/docs/x/'],
    ['docs/a.md', {}, 'trailingSlash: true,', '/docs/a/', 'section'],
    ['docs/a.md', {}, 'trailingSlash: false,', '/docs/a.html'],
    ['docs/index.md', {}, 'trailingSlash: false,', '/docs.html'],
    ['src/pages/index.md', {}, 'trailingSlash: false,', '/', 'section'],
    ['src/pages/index.md', {}, 'trailingSlash: true,', '/', 'section'],
    ['src/pages/a/index.mdx', {}, '', '/a/', 'section'],
    ['src/pages/a/myindex.mdx', {}, '', '/a/myindex/'],
    ['src/pages/a.md', values({ slug: '/b' }), '', '/b/'],
    ['blog/2024-05-02-launch.md', {}, '', '/blog/2024/05/02/launch/'],
    ['blog/2024/05/02/launch/index.md', {}, '', '/blog/2024/05/02/launch/'],
    ['blog/crew/2024-5-2-launch.mdx', {}, '', '/blog/2024/5/2/crew/launch/'],
    ['blog/launch.md', {}, '', '/blog/launch/'],
    ['blog/2024-05-02-launch.md', values({ slug: 'own' }), '', '/blog/own/'],
    ['docs/_part.md', {}, '', null],
    ['docs/_a/b.md', {}, '', null],
    ['docs/a.test.md', {}, '', '/docs/a.test/'],
    ['docs/d.md', { draft: true }, '', null],
    ['other/a.md', {}, '', null],
  ])('%s with %j and %j is at %s', (path, summary, keys, address, kind = 'regular') => {
    const settings = read(`${keys} presets: ['classic']`);
    const files = { content: [path] } as unknown as Parameters<typeof placeAll>[0];
    const place = placeAll(files, new Map([[path, summary]]), settings).places.get(path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    expect(place).toEqual({
      kind,
      address,
      unbuilt: address === null ? (summary.draft ? 'draft' : 'unrendered') : null,
      logical: `/${path}`,
      folder: `/${folder}`,
      files: null,
    });
    expect(routeOf(path, summary, settings) === null).toBe(address === null);
  });

  test('of files', () => {
    const { published } = placeAll(
      { content: [] } as never,
      new Map(),
      read("presets: ['classic'], staticDirectories: ['static', 'more']"),
    );
    expect(published('static/a.png', false)).toBe('/a.png');
    expect(published('more/a.png', false)).toBe('/a.png');
    expect(published('docs/a.png', true)).toBe('./docs/a.png');
    expect(published('static/a.png', true)).toBe('./static/a.png');
    expect(published('x/a.png', false)).toBe('./x/a.png');
  });
});

describe('what a page brings in', () => {
  const partsOf = (text: string) => {
    const { files, others = [], isOpen, ids } = idsOf('site').partsOf!(text, 'site/docs/a.mdx');
    const show = ({ paths, range }: (typeof files)[number]) => `${paths.join()} ${text.slice(...range)}`;
    return {
      files: files.map(show),
      others: others.map(show),
      isOpen,
      ids: [...(ids ?? [])].filter((id) => !id.startsWith('__')),
    };
  };

  test.each([
    ["import A from './_a.mdx';\n\n<A />", { files: ['site/docs/_a.mdx ./_a.mdx'], isOpen: false }],
    [
      'import A, {b as C} from "@site/x/_a.md";\n\n<A /><C />',
      { files: ['site/x/_a.md @site/x/_a.md'], isOpen: false },
    ],
    ["import A from '../../../a.mdx';\n\n<A />", { files: [' ../../../a.mdx'], isOpen: false }],
    ["import A from '@theme/TabItem';\n\n<A />", { files: [], isOpen: false }],
    ["import A from '@theme/A';\n\n<A />", { files: [], isOpen: true }],
    [
      "import A from '@site/static/a.svg';\n\n<A />",
      { files: [], others: ['site/static/a.svg @site/static/a.svg'], isOpen: false },
    ],
    ["import A from '@site/static/a.svg?url';\n\n<A />", { isOpen: false }],
    ["import A from '@site/static/a.mjs';\n\n<A />", { isOpen: true }],
    [
      "import A from '@site/static/a.jsx';\n\n<A />",
      { others: ['site/static/a.jsx @site/static/a.jsx'], isOpen: true },
    ],
    ["import A from '@site/static/a';\n\n<A />", { isOpen: true }],
    ["import A from './A.js';\n\n<A />", { files: [], others: ['site/docs/A.js ./A.js'], isOpen: true }],
    ["import A from 'a';\n\n<A />", { files: [], others: [], isOpen: true }],
    ['<Tabs><TabItem>x</TabItem></Tabs>', { isOpen: false }],
    ['<Team />', { isOpen: true }],
    ['<div id={x} />', { isOpen: true }],
    ['    ## Far', { isOpen: true }],
    ['<div dangerouslySetInnerHTML={{}} />', { isOpen: true }],
    ["![x](a.png) <img src={require('./b.png').default} />", { others: ['site/docs/b.png ./b.png'], isOpen: false }],
    ["<img src={require('@site/static/b.png')} />", { others: ['site/static/b.png @site/static/b.png'] }],
    ["{require('b')}", { others: [] }],
    ['<p id="one"></p> <a name=\'two\'></a>', { ids: ['one', 'two'] }],
    ['a[^X y] b[^Note]\n\n[^Note]: c', { ids: ['footnote-label', 'user-content-fn-note', 'user-content-fnref-note'] }],
  ])('%s', (text, expected) => {
    expect(partsOf(text)).toMatchObject(expected);
  });
});
