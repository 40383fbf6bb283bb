import { describe, expect, test } from 'vitest';
import type { HugoConfig } from '../../../src/sites/hugo/config/defaults.ts';
import { read, settings } from './read-config.ts';

const two = '[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n';

describe('settings', () => {
  test.each<[toml: string, settings: object]>([
    ["defaultContentLanguage = 'de'\n", { languages: [{ name: 'de', prefix: '' }], unbuiltLanguages: [] }],
    [
      '[languages.fr]\n[languages.de]\n',
      {
        languages: [
          { name: 'fr', prefix: '' },
          { name: 'de', prefix: '/de' },
        ],
      },
    ],
    [
      '[languages.fr]\n[languages.en]\n',
      {
        languages: [
          { name: 'en', prefix: '' },
          { name: 'fr', prefix: '/fr' },
        ],
      },
    ],
    [
      `defaultContentLanguage = 'DE'\n${two}`,
      {
        languages: [
          { name: 'de', prefix: '' },
          { name: 'en', prefix: '/en' },
        ],
      },
    ],
    [
      `defaultContentLanguageInSubdir = true\n${two}`,
      {
        languages: [
          { name: 'en', prefix: '/en' },
          { name: 'de', prefix: '/de' },
        ],
      },
    ],
    [`disableLanguages = ['de']\n${two}`, { languages: [{ name: 'en', prefix: '' }], unbuiltLanguages: ['de'] }],
    [`${two}disabled = true\n`, { languages: [{ name: 'en', prefix: '' }], unbuiltLanguages: ['de'] }],
    ["[taxonomies]\ntopic = 'topics'\n", { taxonomies: ['topics'] }],
    ["[taxonomies]\n_merge = 'none'\n", { taxonomies: [] }],
    ["disableKinds = ['taxonomy', 'Term']\n", { taxonomies: [], disabledKinds: ['taxonomy', 'term'] }],
    ["disableKinds = ['taxonomy']\n", { taxonomies: ['categories', 'tags'] }],
    ['uglyURLs = true\n', { uglyUrls: true }],
    ["uglyURLs = 'true'\n", { uglyUrls: true }],
    ["uglyURLs = 'no'\n", { uglyUrls: false }],
    ['[uglyURLs]\na = true\nb = false\n', { uglyUrls: ['a'] }],
    ['disablePathToLower = true\nremovePathAccents = true\n', { disablePathToLower: true, removePathAccents: true }],
    ['buildDrafts = true\n', { builds: { drafts: true, future: false, expired: false } }],
    ['buildFuture = true\n', { builds: { drafts: false, future: true, expired: false } }],
    ['buildExpired = true\n', { builds: { drafts: false, future: false, expired: true } }],
    ['disableAliases = true\n', { hasAliases: false }],
    ["[frontmatter]\ndate = [':filename', ':default']\n", { dateInName: 'first' }],
    ["[frontmatter]\ndate = ['date', ':filename']\n", { dateInName: 'last' }],
    ["[frontmatter]\ndate = ['date']\n", { dateInName: null }],
    ['relativeURLs = true\n', { rooted: 'relative' }],
    ['canonifyURLs = true\n', { rooted: 'canonify' }],
    ['relativeURLs = true\ncanonifyURLs = true\n', { rooted: 'relative' }],
    [
      'title = "x"\n',
      {
        rooted: null,
        dateInName: null,
        hasAliases: true,
        uglyUrls: false,
        pager: null,
        usesFiles: false,
        duplicatesFiles: false,
      },
    ],
    ['[markup.goldmark]\nduplicateResourceFiles = true\n', { duplicatesFiles: true }],
    ["ignoreFiles = ['a', 'b']\n", { ignoreFiles: ['a', 'b'] }],
    ["[sitemap]\nfilename = 'map.xml'\n", { generated: ['/map.xml'] }],
    [two, { generated: ['/sitemap.xml', '/en/sitemap.xml', '/de/sitemap.xml'] }],
    ['defaultContentLanguageInSubdir = true\n[languages.en]\n', { generated: ['/sitemap.xml', '/en/sitemap.xml'] }],
    ["disableKinds = ['sitemap']\nenableRobotsTXT = true\n", { generated: ['/robots.txt'] }],
    ["disableKinds = ['sitemap', 'robotsTXT']\nenableRobotsTXT = true\n", { generated: [] }],
    [
      "[permalinks]\nb = '/x/'\n'/a/b/' = '/y/'\n",
      {
        permalinks: [
          { kind: 'page', path: '/{a/b,a/b/**}', section: 'a/b', pattern: '/y/' },
          { kind: 'term', path: '/{a/b,a/b/**}', section: 'a/b', pattern: '/y/' },
          { kind: 'page', path: '/{b,b/**}', section: 'b', pattern: '/x/' },
          { kind: 'term', path: '/{b,b/**}', section: 'b', pattern: '/x/' },
        ],
      },
    ],
    ["[permalinks.section]\nB = '/x/'\n", { permalinks: [{ kind: 'section', section: 'b', pattern: '/x/' }] }],
    [
      "[[permalinks]]\npattern = '/x/'\n[permalinks.target]\nkind = 'page'\npath = '/a/**'\n[[permalinks]]\npattern = '/y/'\n[permalinks.target]\npath = '/b*/c'\n",
      {
        permalinks: [
          { kind: 'page', path: '/a/**', section: null, pattern: '/x/' },
          { kind: '*', path: '/b*/c', section: null, pattern: '/y/' },
        ],
      },
    ],
    [
      "[[permalinks]]\npattern = '/x/'\n[permalinks.target]\nkind = 'term'\nenvironment = 'dev*'\n[[permalinks]]\npattern = '/y/'\n[permalinks.target]\nenvironment = 'prod*'\n",
      { permalinks: [{ kind: '*', path: '**', section: null, pattern: '/y/' }] },
    ],
    [
      "[outputFormats.html]\nbaseName = 'main'\n",
      {
        withoutHtml: ['home', 'section', 'taxonomy', 'term', 'page'],
        outputs: { page: [{ name: 'html', file: 'main.html', path: '' }] },
      },
    ],
    ['[outputFormats.html]\nisHTML = true\n', { withoutHtml: [], outputs: { page: [] } }],
    ['uglyURLs = true\n[outputFormats.html]\nnoUgly = true\n', { uglyUrls: false }],
    ['[outputFormats.html]\nugly = true\n', { uglyUrls: true }],
    ["disableLanguages = ['FR']\n", { unbuiltLanguages: ['fr'] }],
    [
      `${two}[languages.de.permalinks.page]\na = '/x/'\n`,
      { byLanguage: { de: { permalinks: [{ kind: 'page', section: 'a', pattern: '/x/' }] } } },
    ],
    [`${two}[languages.de.taxonomies]\nt = 'ts'\n`, { byLanguage: { de: { taxonomies: ['ts'] } } }],
    [
      "[outputs]\npage = ['JSON', 'html']\nhome = []\n",
      { withoutHtml: ['home'], outputs: { page: [{ name: 'json', file: 'index.json', path: '' }], home: [] } },
    ],
    ["disableKinds = ['RSS']\n", { outputs: { home: [], section: [], page: [] } }],
    ["[outputFormats.rss]\nbaseName = 'feed'\n", { outputs: { home: [{ name: 'rss', file: 'feed.xml', path: '' }] } }],
    [
      "[mediaTypes.'text/Note']\nsuffixes = ['note', 'nt']\n[outputFormats.note]\nmediaType = 'text/note'\npath = 'n'\n[outputs]\npage = ['note']\n",
      { outputs: { page: [{ name: 'note', file: 'index.note', path: 'n' }] } },
    ],
    ["[outputFormats.odd]\nmediaType = 'x/odd'\n[outputs]\npage = ['odd']\n", { outputs: { page: [] } }],
  ])('%s', (toml, expected) => {
    expect(settings(toml)).toMatchObject(expected);
  });

  test.each<[toml: string, config: Partial<HugoConfig>, basePath: string]>([
    ["baseURL = 'https://Docs.example.org/'\n", { hosts: ['docs.example.org'] }, ''],
    ["baseURL = 'http://docs.example.org:1313/a/b/?q#f'\n", { hosts: ['docs.example.org'] }, '/a/b'],
    ["baseURL = '/a/'\n", { hosts: [] }, '/a'],
    ["baseURL = '/'\n", { hosts: [] }, ''],
    ["baseURL = '//x/'\n", { hosts: [] }, ''],
    ["baseURL = 'docs'\n", { hosts: [] }, ''],
    ['', { hosts: [] }, ''],
  ])('%s', (toml, config, basePath) => {
    expect(read(toml)).toMatchObject(config);
    expect(settings(toml).basePath).toBe(basePath);
  });

  test.each<[toml: string, config: Partial<HugoConfig>]>([
    ['', { content: ['content'], static: ['static'], assets: ['assets'], unknownPrefixes: [] }],
    [
      "contentDir = 'a'\nstaticDir = ['b', 'c']\nassetDir = './d/'\n",
      { content: ['a'], static: ['b', 'c'], assets: ['d'] },
    ],
    ["staticDir1 = 'x'\nstaticDir2 = 'y'\n", { static: ['static', 'x', 'y'] }],
    ["[languages.en]\nstaticDir2 = 'x'\n[languages.de]\nstaticDir = 'z'\n", { static: ['static', 'x', 'z'] }],
    ["[languages.en]\n[languages.de]\ncontentDir = 'd'\n", { content: ['content', 'd'] }],
    ["[languages.en]\ncontentDir = 'e'\n[languages.de]\ncontentDir = 'd'\n", { content: ['e', 'd'] }],
    ["[languages.en]\ncontentDir = 'e'\n[languages.de]\n[languages.fr]\n", { content: ['e', 'content'] }],
    ["[[module.mounts]]\nsource = 'x'\ntarget = 'content'\n", { content: ['x'], static: ['static'] }],
    [
      "[[module.mounts]]\nsource = '../x'\ntarget = 'content/a'\n[[module.mounts]]\nsource = 'y'\ntarget = 'content'\n",
      { content: ['y'], unknownPrefixes: ['/a/'] },
    ],
    ["[[module.mounts]]\nsource = '../x'\ntarget = 'static'\n", { static: [], unknownPrefixes: ['/'] }],
  ])('folders: %s', (toml, config) => {
    expect(read(toml)).toMatchObject(config);
  });

  test.each<[mount: string, version: string, expected: object]>([
    ["lang = 'DE'", '0.169.0', { language: 'de', below: '' }],
    ["sites.matrix.languages = ['de']", '0.169.0', { language: 'de' }],
    ["sites.matrix.languages = ['de', 'en']", '0.169.0', { language: null }],
    ["includeFiles = ['*.md']\nexcludeFiles = ['x']", '0.169.0', { files: ['*.md'] }],
    ["excludeFiles = ['x', 'y']", '0.169.0', { files: ['! x', '! y'] }],
    ["files = ['a']\nincludeFiles = ['b']", '0.169.0', { files: ['a'] }],
    ["files = ['a']\nincludeFiles = ['b']", '0.152.0', { files: ['b'] }],
  ])('a mount with %s by %s', (mount, version, expected) => {
    const toml = `[[module.mounts]]\nsource = 's'\ntarget = 'content'\n${mount}\n`;
    expect(settings(toml, {}, version).mounts[0]).toMatchObject({ source: 's', ...expected });
  });

  const site = (name: string, version: string) => settings('title = "x"\n', { [name]: '' }, version);
  test.each([
    ['layouts/404.html', ['/sitemap.xml', '/404.html']],
    ['layouts/_default/404.html', ['/sitemap.xml', '/404.html']],
    ['layouts/x/404.html', ['/sitemap.xml']],
    ['themes/t/layouts/404.html', ['/sitemap.xml']],
  ])('with %s these files are made: %j', (name, generated) => {
    expect(site(name, '0.169.0').generated).toEqual(generated);
  });

  test('a 404 of each language, of the theme that is used, unless it is switched off', () => {
    const files = { 'themes/t/layouts/404.html': '' };
    expect(settings(`theme = 't'\n${two}`, files).generated).toContain('/de/404.html');
    expect(settings(`theme = 't'\ndisableKinds = ['404']\n`, files).generated).not.toContain('/404.html');
  });

  test.each<[name: string, text: string, expected: object]>([
    ['layouts/list.html', '{{ .Paginator }}', { pager: 'page', usesFiles: false }],
    ['layouts/list.html', '{{ .Paginate .Pages }}', { pager: 'page' }],
    ['layouts/list.html', '{{ resources.Get "a" }}', { pager: null, usesFiles: true }],
    ['layouts/single.html', '{{ .Resources.Match "a" }}', { usesFiles: true }],
    ['layouts/shortcodes/a.html', '{{ .Page.Resources }}', { usesFiles: true }],
    ['layouts/shortcodes/a.html', '{{ .Paginator }}', { pager: null }],
    ['layouts/list.html', '{{ .Content }}', { pager: null, usesFiles: false }],
    ['layouts/_markup/render-link.html', '<a href="{{ .Destination }}">', { usesFiles: false }],
  ])('%s with %s', (name, text, expected) => {
    expect(settings('title = "x"\n', { [name]: text })).toMatchObject(expected);
  });

  test('further pages of lists have the word that is set', () => {
    const files = { 'layouts/list.html': '{{ .Paginator }}' };
    expect(settings("[pagination]\npath = 'seite'\n", files).pager).toBe('seite');
    expect(settings("paginatePath = 'p'\n", files).pager).toBe('p');
    expect(settings("theme = 'gone'\n").pager).toBe('page');
  });

  test('a theme that is not here makes much unsure, one that is here brings its files', () => {
    expect(settings("theme = 'gone'\n")).toMatchObject({ missingTheme: 'gone', usesFiles: true });
    const files = {
      'themes/t/content/a.md': '',
      'themes/t/hugo.toml': "theme = 'u'\n",
      'themes/u/static/b.png': '',
      'themes/t/config/_default/params.toml': '',
    };
    const here = read("theme = ['t']\n", files);
    expect(here.settings.missingTheme).toBeNull();
    expect(here.content).toEqual(['content', 'themes/t/content', 'themes/u/content']);
    expect(here.layouts).toEqual(['layouts', 'themes/t/layouts', 'themes/u/layouts']);
    const nested = read("theme = 'docsy/theme'\n", {
      'themes/docsy/theme/static/b.png': '',
      'themes/docsy/README.md': '',
    });
    expect([nested.settings.missingTheme, nested.static]).toEqual([null, ['static', 'themes/docsy/theme/static']]);
    const beside = read("theme = 'docsy'\n", {
      'themes/academic/docsy/static/a.txt': '',
      'themes/docsy/static/b.png': '',
      'themes/docsy/exampleSite/hugo.toml': "theme = 'academic'\n[[module.mounts]]\nsource = 'x'\ntarget = 'content'\n",
      'themes/docsy/exampleSite/content/x.md': '',
    });
    expect([beside.static, beside.layouts]).toEqual([
      ['static', 'themes/docsy/static'],
      ['layouts', 'themes/docsy/layouts'],
    ]);
    const vendored = read(
      "[[module.imports]]\npath = 'github.com/a/b'\n[[module.imports]]\npath = 'c'\ndisable = true\n",
      { '_vendor/github.com/a/b/static/x.png': '' },
    );
    expect([vendored.settings.missingTheme, vendored.static]).toEqual([
      null,
      ['static', '_vendor/github.com/a/b/static'],
    ]);
    const mounts = { 'themes/t/hugo.toml': "[[module.mounts]]\nsource = 'pages'\ntarget = 'content/x'\n" };
    expect(read("theme = 't'\n", { ...mounts, 'themes/t/pages/a.md': '' }).settings.mounts.at(-1)).toMatchObject({
      source: 'themes/t/pages',
      below: '/x',
    });
  });

  // Run with 0.131 and 0.169, which need no Go for `replacements`.
  test.each([
    ['replacements = "example.org/kit -> ../kit"', {}, 'kit'],
    ['replacements = ["a.org/b -> b", "example.org/kit -> ../kit"]', {}, 'kit'],
    ['replacements = "example.org/kit -> kit"', {}, 'themes/kit'],
    ['replacements = "example.org/kit -> ../../kit"', {}, null],
    ['', { 'go.mod': 'module a.org/b\n\nreplace example.org/kit => ./kit\n' }, 'kit'],
    ['', { 'go.mod': 'module a.org/b\n\nreplace (\n\texample.org/kit v0.1.0 => ./kit\n)\n' }, 'kit'],
    ['', { 'go.mod': 'module a.org/b\n\nreplace example.org/kit => example.org/fork v1.0.0\n' }, null],
    ['replacements = "example.org/kit -> ../gone"', {}, null],
  ])('a folder stands in for a module: %s %j', (written, more, folder) => {
    const files = { 'kit/content/docs/k.md': '', 'themes/kit/content/k.md': '', ...more };
    const said = read(`[module]\n${written}\n[[module.imports]]\npath = "example.org/kit"\n`, files);
    expect(said.settings.missingTheme).toBe(folder === null ? 'example.org/kit' : null);
    expect(said.content.slice(1)).toEqual(folder === null ? [] : [`${folder}/content`]);
  });

  // What `hugo config` of 0.131 and 0.169 says of such a site and theme.
});
