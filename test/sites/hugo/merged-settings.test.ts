import { describe, expect, test } from 'vitest';
import { read, settings } from './read-config.ts';

describe('settings', () => {
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
