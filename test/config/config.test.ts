import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config.ts';
import { loadConfig, readConfigSource } from '../../src/config/loading/load.ts';
import { configJsonSchema, parseConfig } from '../../src/config/loading/parse.ts';
import { memoryTree } from '../../src/files/file-tree.ts';

const load = (files: Record<string, string>) => {
  const tree = memoryTree(files);
  return loadConfig(tree, readConfigSource(tree));
};

function complaint(text: string): string {
  try {
    parseConfig({ path: 'handbook.yaml', text });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('it was accepted');
}

describe('what is wrong', () => {
  test.each([
    ['site: hugo\n\nhost: [a]\n', 'handbook.yaml line 3, unknown key "host". Did you mean "hosts"?'],
    ['includes:\n  foldres: [a]\n', 'handbook.yaml line 2, unknown key "foldres". Did you mean "folders"?'],
    ['pageTypes:\n  role:\n    sectons: []\n', 'handbook.yaml line 3, unknown key "sectons". Did you mean "sections"?'],
    ['zebra: 1\n', 'handbook.yaml line 1, unknown key "zebra".'],
    ['content: docs\n', 'handbook.yaml line 1, "content" should be a list'],
    ['site:\n  toString: x\n', /^handbook\.yaml line \d, "site" should be one of "hugo", "plain", [^.]*$/],
    ['site: hugoo\n', /^handbook\.yaml line 1, "site" should be one of "hugo", "plain", .*\. Did you mean "hugo"\?$/],
    [
      'hosts:\n  - a.example\nstatic:\n  - static\n  - ../../etc\n',
      'handbook.yaml line 5, "static.2" cannot be used. This path leads out of the handbook',
    ],
    [
      'rules:\n  handbook-link-page: loud\n',
      'handbook.yaml line 2, "rules.handbook-link-page" should be one of "error", "warn", "off"',
    ],
    ['site: [\n', /^handbook\.yaml line 2, flow sequence/],
    ['site: hugo\nsite: plain\n', /^handbook\.yaml line 2, map keys must be unique/],
    ['frameworks:\n  - name: x\n', 'handbook.yaml line 2, "frameworks.1.pages" is needed, and it is not there'],
    [
      'frameworks:\n  - name: x\n    pages: a/b\n',
      'handbook.yaml line 3, "frameworks.1.pages" cannot be used. It needs {department} or {level} in it, or to be one page',
    ],
    ['- a\n', 'handbook.yaml, the file should be a group of keys'],
    [
      'hosts: []\n---\nstatic: []\n',
      'handbook.yaml line 2, a second document begins here, and the file may hold only one',
    ],
    ['unknown: [jobs]\n', 'handbook.yaml line 1, "unknown.1" cannot be used. An address begins with /'],
    [
      'pageTypes:\n  Job Family: {}\n',
      'handbook.yaml line 2, "pageTypes.Job Family" is not a name that may stand here. Use small letters, digits and hyphens',
    ],
  ])('%j', (text, message) => {
    if (typeof message === 'string') expect(complaint(text)).toBe(message);
    else expect(complaint(text)).toMatch(message);
  });

  test('aliases that multiply are refused, not followed', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1},`.repeat(9) : 'x'}]`);
    expect(complaint(levels.join('\n'))).toBe(
      'handbook.yaml, an alias leads to itself or to nothing, or aliases make it too large',
    );
  });

  test.each([
    ['site: hugo\ncontent: *gone\n', 'handbook.yaml line 2'],
    ['content: &a [*a]\n', 'handbook.yaml'],
  ])('an alias of nothing or of itself: %j', (text, place) => {
    expect(complaint(text)).toBe(`${place}, an alias leads to itself or to nothing, or aliases make it too large`);
  });

  test('one document may have lines before and behind it', () => {
    const text = '# ours\n---\nsite: plain\n...\n';
    expect(parseConfig({ path: 'handbook.yaml', text })).toEqual({ site: 'plain' });
  });

  test.each(['/etc', 'C:\\site', '..', 'a/../../b', '..\\x', 'a\0b'])('a path cannot leave the root: %j', (path) => {
    expect(complaint(`content: [${JSON.stringify(path)}]\n`)).toContain('leads out of the handbook');
  });
});

describe('defaults', () => {
  test('a Hugo site is known by its files', async () => {
    for (const sign of ['hugo.yaml', 'layouts/index.html', 'content/_index.md', 'config/_default/hugo.toml']) {
      const config = await load({ 'content/a.md': '', 'docs/b.md': '', [sign]: '' });
      expect([sign, config.site]).toEqual([sign, 'hugo']);
    }
  });

  test('depend on the layouts of a Hugo site', async () => {
    const { configFiles } = await load({ 'hugo.toml': '', 'layouts/_default/single.html': '<b id="x">' });
    expect(configFiles).toContain('layouts/_default/single.html');
  });

  test('pages in content/ and nowhere else are a Hugo site', async () => {
    expect((await load({ 'content/a.md': '', 'README.md': '' })).site).toBe('hugo');
    expect((await load({ 'content/a.md': '', 'docs/b.md': '' })).site).toBe('plain');
    expect((await load({ 'content/a.md': '', 'layouts/grid/index.md': '' })).site).toBe('plain');
    expect((await load({ 'content/a.md': '', 'docs/b.md': '', 'layouts/docs/single.html': '' })).site).toBe('hugo');
    expect((await load({ 'content/a.md': '', 'docs/b.md': '', 'layouts/partials/a.html': '' })).site).toBe('hugo');
  });

  test('a folder of Markdown is plain, the folder itself its content', async () => {
    const config = await load({ 'README.md': '', 'docs/a.md': '' });
    expect(config).toMatchObject({
      site: 'plain',
      content: [''],
      static: ['', '.github', '.gitlab'],
      includes: { shortcodes: [] },
    });
  });

  test('an empty handbook.yaml says nothing', async () => {
    expect((await load({ 'handbook.yaml': '# nothing yet\n', 'content/_index.md': '' })).site).toBe('hugo');
  });

  test('only redirect files that there are count', async () => {
    expect((await load({ 'content/_index.md': '', 'static/_redirects': '' })).redirects).toEqual(['static/_redirects']);
  });

  test.each([
    ['hugo.yaml', 'staticDir:\n  - static\n  - public-files # more\ncontentDir: pages\n'],
    ['hugo.toml', 'staticDir = ["static", "public-files"]\ncontentDir = "pages"\n'],
    ['config/_default/config.json', '{\n  "staticDir": ["static", "public-files"],\n  "contentDir": "pages"\n}'],
  ])("folders from the site's own %s", async (path, text) => {
    const config = await load({ [path]: text });
    expect(config).toMatchObject({ content: ['pages'], static: ['static', 'public-files'] });
  });

  test('taxonomies from the site, or none when it makes no lists', async () => {
    expect(
      (await load({ 'hugo.yaml': 'taxonomies:\n  topic: topics\n  owner: "owners"\ntitle: x\n' })).hugo.taxonomies,
    ).toEqual(['topics', 'owners']);
    expect((await load({ 'hugo.toml': '[taxonomies]\ntopic = "topics"\n' })).hugo.taxonomies).toEqual(['topics']);
    expect((await load({ 'hugo.yaml': 'disableKinds: [taxonomy, term]\n' })).hugo.taxonomies).toEqual([]);
    expect((await load({ 'hugo.yaml': 'title: x\n' })).hugo.taxonomies).toEqual(['categories', 'tags']);
  });

  test("what looks like a setting of Hugo's but is none of its own", async () => {
    const text = '# contentDir: a\nparams:\n  contentDir: b\n  staticDir: c\ndescription: |\n  contentDir: d\n';
    expect(await load({ 'hugo.yaml': text })).toMatchObject({ content: ['content'], static: ['static'] });
  });

  test('keys in any case, as Hugo reads them', async () => {
    const { content, hugo } = await load({ 'hugo.toml': 'contentdir = "pages"\nDisablePathToLower = true\n' });
    expect([content, hugo.disablePathToLower]).toEqual([['pages'], true]);
  });

  test('folders of all languages, those of the main one first', async () => {
    const languages = 'de:\n  contentDir: content/de\nen:\n  contentDir: content/en\n  staticDir: static/en\n';
    const english = { content: ['content/en', 'content/de'], static: ['static/en', 'static'] };
    expect(await load({ 'hugo.toml': '', 'config/_default/languages.yaml': languages })).toMatchObject(english);
    expect(
      await load({
        'config/_default/languages.yaml': languages,
        'config/_default/hugo.yaml': 'defaultContentLanguage: de',
      }),
    ).toMatchObject({ content: ['content/de', 'content/en'], static: ['static', 'static/en'] });
  });

  test('languages and what stands before their addresses', async () => {
    const languages = '[languages.en]\nweight = 1\n[languages.pt-BR]\nweight = 2\n';
    const prefixes = async (before: string) =>
      (await load({ 'hugo.toml': before + languages })).hugo.languages.map(({ prefix }) => prefix);
    expect(await prefixes('')).toEqual(['', '/pt-br']);
    expect(await prefixes('defaultContentLanguage = "pt-BR"\n')).toEqual(['', '/en']);
    expect(await prefixes('defaultContentLanguageInSubdir = true\n')).toEqual(['/en', '/pt-br']);
  });

  test.each([
    ['permalinks:\n  posts: /blog/:year/:slug/\n', ['page posts /blog/:year/:slug/', 'term posts /blog/:year/:slug/']],
    ['permalinks:\n  section:\n    posts: /:sections/\n', ['section posts /:sections/']],
    ['permalinks: none\n', []],
    ['permalinks: 1\n', []],
  ])('permalinks %j', async (text, rules) => {
    const { permalinks } = (await load({ 'hugo.yaml': text })).hugo;
    expect(permalinks.map(({ kind, section, pattern }) => `${kind} ${section} ${pattern}`)).toEqual(rules);
  });

  test('a part of the configuration in a file of its own', async () => {
    expect(
      (await load({ 'hugo.toml': '', 'config/_default/taxonomies.toml': 'topic = "topics"\n' })).hugo.taxonomies,
    ).toEqual(['topics']);
    expect((await load({ 'hugo.toml': '', 'config/_default/params.toml': 'contentDir = "x"\n' })).content).toEqual([
      'content',
    ]);
  });

  test.each([
    ['hugo.yaml', 'title: x\ncontentDir: [a\n', 'hugo.yaml line 3', 'all'],
    ['hugo.toml', 'title = "x"\ncontentDir = a b\n', 'hugo.toml line 2', 'all'],
    ['hugo.json', '{"title": "x",\n nonsense}', 'hugo.json', 'all'],
    ['config/_default/taxonomies.toml', '= 1\n', 'config/_default/taxonomies.toml line 1', 'all'],
    ['config/_default/markup.toml', '= 1\n', 'config/_default/markup.toml line 1', 'markup'],
    ['config/_default/params.toml', '= 1\n', 'config/_default/params.toml line 1', 'nothing'],
  ])('a broken %s is named with its line, and the run goes on', async (path, text, place, hides) => {
    const { hugo, takenFor } = await load({ 'content/_index.md': '', [path]: text });
    expect(hugo.unreadable).toEqual([{ place, hides }]);
    expect(takenFor.problem).toBe(place);
  });

  test.each(['"a"', '- a\n', '', 'null', '12'])(
    'a configuration of Hugo that is no table says nothing: %j',
    async (text) => {
      expect((await load({ 'hugo.yaml': text })).content).toEqual(['content']);
    },
  );
});

test('the JSON Schema describes every key', () => {
  const schema = configJsonSchema() as { properties: Record<string, { description?: string }> };
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['site', 'content', 'shortcodes', 'rules']));
  expect(schema).toMatchObject({ additionalProperties: false, title: 'handbook.yaml' });
});
