import { describe, expect, test } from 'vitest';
import type { HugoSettings } from '../../../src/config/hugo-settings.ts';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { type HugoConfig, hugoFiles, hugoSources } from '../../../src/sites/hugo/config/config-files.ts';
import { splitLanguage } from '../../../src/sites/hugo/config/languages.ts';
import { locate } from '../../../src/sites/hugo/config/mounts.ts';
import { addressOfFormat, hasHtml } from '../../../src/sites/hugo/config/outputs.ts';
import { readHugoConfig } from '../../../src/sites/hugo/config/read.ts';
import { flagAt, merged, tableOf, textAt, valueAt, wordsOf } from '../../../src/sites/hugo/config/tables.ts';
import { compareVersions, parseVersion } from '../../../src/sites/hugo/config/version.ts';
import { describeHugo, describeVersionAndHook } from '../../../src/sites/hugo/describe.ts';

type Files = Readonly<Record<string, string>>;

function read(toml: string, files: Files = {}, version = '0.169.0'): HugoConfig {
  const tree = memoryTree({ 'hugo.toml': toml, ...files });
  return readHugoConfig(hugoSources(tree, { version, why: 'asked' }, ['layouts']));
}
const settings = (toml: string, files?: Files, version?: string): HugoSettings => read(toml, files, version).settings;

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
  test.each<[toml: string, theme: string, expected: object, version?: string]>([
    ['', "[taxonomies]\nx = 'xs'\n[params]\na = 1\n", { taxonomies: ['categories', 'tags'] }],
    ["_merge = 'deep'\n", "uglyURLs = true\n[taxonomies]\nx = 'xs'\n", { uglyUrls: true, taxonomies: ['xs'] }],
    [
      "_merge = 'deep'\n",
      'uglyURLs = true\ndisableKinds = ["404"]\n',
      { uglyUrls: false, disabledKinds: ['404'] },
      '0.131.0',
    ],
    ["_merge = 'deep'\nuglyURLs = false\n", 'uglyURLs = true\n', { uglyUrls: false }],
    ["_merge = 'shallow'\n", 'uglyURLs = true\n', { uglyUrls: false }],
    ["_merge = 'none'\n[taxonomies]\n_merge = 'deep'\n", "[taxonomies]\nx = 'xs'\n", { taxonomies: [] }],
    ["[taxonomies]\n_merge = 'shallow'\ny = 'ys'\n", "[taxonomies]\nx = 'xs'\n", { taxonomies: ['ys', 'xs'] }],
    ["[taxonomies]\n_merge = 'Deep'\ny = 'ys'\n", "[taxonomies]\ny = 'zs'\n", { taxonomies: ['ys'] }],
    ["[taxonomies]\n_merge = 'other'\ny = 'ys'\n", "[taxonomies]\nx = 'xs'\n", { taxonomies: ['ys'] }],
    ['', '[languages.de]\n[languages.fr]\n', { languages: [{ name: 'de' }, { name: 'fr' }] }],
    ['[languages.en]\n', '[languages.de]\n', { languages: [{ name: 'en' }] }],
    [
      "[languages]\n_merge = 'shallow'\n[languages.en]\n",
      '[languages.de]\n',
      { languages: [{ name: 'en' }, { name: 'de' }] },
    ],
  ])('of a theme what is asked for is taken over: %j of %j', (toml, theme, expected, version) => {
    expect(settings(`theme = 't'\n${toml}`, { 'themes/t/hugo.toml': theme }, version)).toMatchObject(expected);
  });

  test.each([
    ["_merge = 'deep'\n[markup.goldmark]\n", true, true],
    ["_merge = 'shallow'\n[markup.goldmark]\n", false, true],
    ["[markup]\n_merge = 'deep'\n[markup.goldmark]\n_merge = 'none'\n", false, true],
    ["[markup.goldmark]\n_merge = 'deep'\n", true, false],
    ["[markup]\n_merge = 'shallow'\n[markup.goldmark]\n_merge = 'deep'\n", false, true],
    ["[markup]\n_merge = 'none'\n[markup.goldmark]\n_merge = 'shallow'\n", true, false],
  ])('tables within others by their own word: %j', (toml, rawHtml, areNumbered) => {
    const theme = '[markup.goldmark.renderer]\nunsafe = true\n[markup.highlight]\nlineNos = true\n';
    const { markdown } = settings(`theme = 't'\n${toml}`, { 'themes/t/hugo.toml': theme });
    expect([markdown.rawHtml, markdown.codeLines.areNumbered]).toEqual([rawHtml, areNumbered]);
  });

  test.each([
    ['', { content: ['themes/t/pages', 'themes/u/content'], layouts: [], is404: false }],
    ['noMounts = true', { content: ['themes/u/content'], layouts: [], is404: false }],
    ['ignoreImports = true', { content: ['themes/t/pages'], layouts: [], is404: false }],
    ['ignoreConfig = true', { content: ['themes/t/content'], layouts: ['themes/t/layouts'], is404: true }],
    ['disable = true', { content: [], layouts: [], is404: false }],
    [
      "[[module.imports.mounts]]\nsource = 'pages'\ntarget = 'content/y'",
      { content: ['themes/t/pages', 'themes/u/content'], layouts: [], is404: false },
    ],
    [
      "[[module.imports.mounts]]\nsource = 'layouts'\ntarget = 'layouts'",
      { content: ['themes/u/content'], layouts: ['themes/t/layouts'], is404: true },
    ],
    [
      "[[module.imports.mounts]]\nsource = 'layouts'\ntarget = 'layouts/x'",
      { content: ['themes/u/content'], layouts: ['themes/t/layouts'], is404: true },
    ],
    [
      "[[module.imports.mounts]]\nsource = 'layouts'\ntarget = 'layoutsx'",
      { content: ['themes/u/content'], layouts: [], is404: false },
    ],
  ])('what an import brings with %j', (keys, expected) => {
    const config = read(`[[module.imports]]\npath = 't'\n${keys}\n`, {
      'themes/t/content/a.md': '',
      'themes/t/pages/a.md': '',
      'themes/t/layouts/404.html': '',
      'themes/t/hugo.toml': "theme = 'u'\n[[module.mounts]]\nsource = 'pages'\ntarget = 'content/x'\n",
      'themes/u/static/b.png': '',
    });
    const { content, layouts } = config;
    const ofThemes = (folders: readonly string[]) => folders.filter((folder) => folder.startsWith('themes/'));
    expect({
      content: ofThemes(content),
      layouts: ofThemes(layouts).filter((folder) => !folder.startsWith('themes/u')),
      is404: config.settings.generated?.includes('/404.html'),
    }).toEqual(expected);
  });

  test('a theme has one folder of content, whatever folders the languages have', () => {
    const toml = "theme = 't'\n[languages.en]\ncontentDir = 'en'\n[languages.de]\ncontentDir = 'de'\n";
    const { mounts } = settings(toml, { 'themes/t/content/a.md': '', 'themes/t/de/a.md': '' });
    expect(mounts.map(({ source }) => source)).toEqual(['en', 'de', 'themes/t/content']);
  });

  test('footnotes, ids and hooks by version', () => {
    const toml =
      "[markup.goldmark.extensions.footnote]\nenableAutoIDPrefix = true\n[markup.goldmark.parser]\nautoIDType = 'blackfriday'\nautoDefinitionTermID = true\n";
    expect(settings(toml).markdown).toMatchObject({ footnotes: 'prefixed', idType: 'blackfriday', termIds: true });
    expect(settings(toml, {}, '0.150.0').markdown).toMatchObject({ footnotes: 'on' });
    expect(settings(toml, {}, '0.143.0').markdown).toMatchObject({
      idType: 'github',
      termIds: false,
      headingIds: 'source',
    });
    const off =
      '[markup.goldmark.extensions]\nfootnote = false\ndefinitionList = false\n[markup.goldmark.parser]\nautoDefinitionTermID = true\n';
    expect(settings(off).markdown).toMatchObject({ footnotes: 'off', termIds: false });
    expect(settings('[markup.goldmark.extensions.footnote]\nenable = false\n').markdown.footnotes).toBe('off');
    expect(
      settings("[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'\nautoIDType = 'blackfriday'\n").markdown
        .idType,
    ).toBe('github-ascii');
    expect(settings("[markup.goldmark.parser]\nautoIDType = 'own'\n").markdown.idType).toBe('github');
    const template = { 'layouts/_markup/render-link.html': '{{ partial "x" }}' };
    expect(settings('title = "x"\n', template).linkHook).toMatchObject({ why: 'layouts/_markup/render-link.html' });
    expect(settings('title = "x"\n', template, '0.145.0').linkHook.hook).toBe('none');
    const heading = { 'layouts/_markup/render-heading.html': '<h{{ .Level }} id="x-{{ .Anchor }}">' };
    expect([settings('', heading).keepsHeadingIds, settings('', heading, '0.145.0').keepsHeadingIds]).toEqual([
      false,
      true,
    ]);
  });

  test('what a file says that cannot be read is unknown', () => {
    const broken = settings('a = 1\n', { 'config/_default/markup.toml': 'x = [\n' });
    expect(broken).toMatchObject({
      unreadable: [{ place: 'config/_default/markup.toml line 2', hides: 'markup' }],
      linkHook: { hook: 'unknown', why: 'config/_default/markup.toml line 2 cannot be read' },
      imageHook: { hook: 'unknown' },
      keepsHeadingIds: false,
    });
    const harmless = settings('a = 1\n', { 'config/_default/params.toml': 'x = [\n' });
    expect(harmless).toMatchObject({
      unreadable: [{ hides: 'nothing' }],
      linkHook: { hook: 'none' },
      keepsHeadingIds: true,
    });
    expect(settings('a = [\n').unreadable).toEqual([{ place: 'hugo.toml line 2', hides: 'all' }]);
  });
});

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
