import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { openHandbook } from '../../../src/incremental/open.ts';
import { resolveLink } from '../../../src/links/resolve.ts';
import type { Handbook } from '../../../src/model/handbook.ts';

const page = (frontMatter = '') => `---\ntitle: My Title\n${frontMatter}\n---\n\n## Part\n`;

async function open(files: Readonly<Record<string, string>>, hugo = '0.169'): Promise<Handbook> {
  const config: Readonly<Record<string, string>> =
    'hugo.yaml' in files ? {} : { 'hugo.toml': "baseURL = 'https://example.org/'\n" };
  const site = { 'content/_index.md': page(), ...config, ...files };
  return openHandbook({ root: '/handbook', tree: memoryTree(site), hugo });
}

/** Addresses by path, of the pages whose paths start so. */
async function addresses(
  files: Readonly<Record<string, string>>,
  hugo?: string,
): Promise<Record<string, string | null>> {
  const { pages } = await open(files, hugo);
  return Object.fromEntries(pages.flatMap(({ path, address }) => (path in files ? [[path, address]] : [])));
}

/** How each link on `content/a.md` fares: `ok`, `alias`, or why it is broken or unknown. */
async function verdicts(
  links: readonly string[],
  files: Readonly<Record<string, string>>,
  hugo?: string,
): Promise<readonly string[]> {
  const text = `${page()}\n${links.map((link) => (/^[!<{[]/.test(link) ? link : `[x](${link})`)).join('\n\n')}\n`;
  const handbook = await open({ ...files, 'content/a.md': text }, hugo);
  const from = handbook.page('content/a.md')!;
  return from.facts.links.map((link) => {
    const found = resolveLink(link, from, handbook);
    if (found.outcome !== 'found') return found.reason;
    return found.indirections.some(({ kind }) => kind === 'alias') ? 'alias' : 'ok';
  });
}

/** All of this is what Hugo 0.131, 0.167 and 0.169 made of such sites. */
describe('where pages go', () => {
  test('of two files of one name the one in Markdown is the page, and :sections names none but what has a page', async () => {
    const files = {
      'content/posts/a/b/x.md': page(),
      'content/posts/c/_index.md': page(),
      'content/posts/c/y.md': page(),
      'content/z.html': page(),
      'content/z.md': page(),
    };
    const config = "[permalinks.page]\nposts = '/p/:sections/:slug/'\n";
    expect(await addresses({ ...files, 'hugo.toml': config })).toEqual({
      'content/posts/a/b/x.md': '/p/posts/my-title/',
      'content/posts/c/_index.md': '/posts/c/',
      'content/posts/c/y.md': '/p/posts/c/my-title/',
      'content/z.md': '/z/',
    });
  });

  test('permalinks move the pages of a section, and no others', async () => {
    const config = `
[permalinks.page]
posts = '/:year/:month/:slug/'
docs = '/d/:sections[1:]/:slug/'
[permalinks.section]
docs = '/docs-:slug/'
`;
    const dated = { 'content/posts/p.md': page('date: 2024-03-02T23:30:00-08:00\nslug: Hello There') };
    expect(
      await addresses({
        'hugo.toml': config,
        ...dated,
        'content/posts/b/index.md': page('date: 2024-03-02'),
        'content/docs/x/y.md': page(),
        'content/docs/x/_index.md': page('slug: ex'),
        'content/other/p.md': page(),
        'content/p.md': page('url: /:section/:title/'),
      }),
    ).toEqual({
      'content/posts/p.md': '/2024/03/hello-there/',
      'content/posts/b/index.md': '/2024/03/my-title/',
      'content/docs/x/y.md': '/d/x/my-title/',
      'content/docs/x/_index.md': '/docs-ex/',
      'content/other/p.md': '/other/p/',
      'content/p.md': '/my-title/',
    });
  });

  test('a section with a slug moves all below it, since 0.166.0', async () => {
    const files = {
      'content/s/_index.md': page('slug: Ess X'),
      'content/s/c.md': page('slug: d'),
      'content/s/l/index.md': page(),
      'content/s/t/_index.md': page(),
    };
    expect(Object.values(await addresses(files, '0.169'))).toEqual(['/ess-x/', '/ess-x/d/', '/ess-x/l/', '/ess-x/t/']);
    expect(Object.values(await addresses(files, '0.131'))).toEqual(['/s/', '/s/d/', '/s/l/', '/s/t/']);
  });

  test('uglyURLs: lists are folders since 0.148.0', async () => {
    const files = {
      'hugo.toml': 'uglyURLs = true\n',
      'content/s/_index.md': page(),
      'content/s/p.md': page(),
      'content/s/l/index.md': page(),
    };
    expect(Object.values(await addresses(files, '0.169'))).toEqual(['/s/', '/s/l.html', '/s/p.html']);
    expect(Object.values(await addresses(files, '0.131'))).toEqual(['/s.html', '/s/l.html', '/s/p.html']);
  });

  test('a date in a name', async () => {
    const files = { 'hugo.yaml': 'frontmatter: {date: [":filename", ":default"]}\n' };
    const pages = { 'content/2024-01-02-hello.md': page(), 'content/2024-01-03-b/index.md': page() };
    expect(Object.values(await addresses({ ...files, ...pages }))).toEqual(['/hello/', '/b/']);
  });

  test.each([
    ['[":filename", ":default"]', '/2024/hello/', '/2024/own/', '/2022/my-title/', '/2021/my-title/', '/under/'],
    ['["date", ":filename"]', '/2024/hello/', '/2020/my-title/', '/2022/my-title/', '/2021/my-title/', '/under/'],
    ['["date"]', '/1/my-title/', '/2020/my-title/', '/2022/my-title/', '/2021/my-title/', '/2023-03-03_-under-/'],
  ])('a date by %s', async (order, ...expected) => {
    const files = {
      'content/p/2024-01-02-hello.md': page(),
      'content/p/2024-01-02-own.md': page('date: 2020-05-05'),
      'content/p/2024-02-30-odd.md': page('date: 2022-01-01'),
      'content/p/plain.md': page('date: 2021-05-05'),
      'content/2023-03-03_-under-.md': page(),
    };
    const config = `frontmatter: {date: ${order}}\npermalinks: {page: {p: "/:year/:slug/"}}\n`;
    const found = await addresses({ 'hugo.yaml': config, ...files });
    expect(Object.keys(files).map((path) => found[path])).toEqual(expected);
  });

  test('words of YAML, by the parser of the day', async () => {
    const slugs = ['010', '1_000', '1e3', 'yes', 'true', '"yes"'];
    const files = Object.fromEntries(slugs.map((slug, at) => [`content/${at}.md`, page(`slug: ${slug}`)]));
    expect(Object.values(await addresses(files, '0.169'))).toEqual([
      '/8/',
      '/1000/',
      '/1e3/',
      '/yes/',
      '/true/',
      '/yes/',
    ]);
    expect(Object.values(await addresses(files, '0.131'))).toEqual([
      '/8/',
      '/1000/',
      '/1000/',
      '/true/',
      '/true/',
      '/yes/',
    ]);
    const merged = { 'content/m.md': '---\nbase: &b {slug: merged}\n<<: *b\n---\n' };
    expect(Object.values(await addresses(merged))).toEqual(['/merged/']);
  });
});

describe('where content comes from', () => {
  test('mounts: the first that has a file wins, filters count from their top', async () => {
    const mounts = `
[[module.mounts]]
source = 'docs'
target = 'content/docs'
[[module.mounts]]
source = 'content'
target = 'content'
excludeFiles = ['draft/**', '*.tmp.md']
[[module.mounts]]
source = 'README.md'
target = 'content/readme.md'
`;
    const files = {
      'docs/a.md': page(),
      'content/docs/a.md': page(),
      'content/draft/x.md': page(),
      'content/x.tmp.md': page(),
      'content/z/x.tmp.md': page(),
      'README.md': page(),
    };
    expect(await addresses({ 'hugo.toml': mounts, ...files })).toEqual({
      'docs/a.md': '/docs/a/',
      'content/z/x.tmp.md': '/z/x.tmp/',
      'README.md': '/readme/',
    });
  });

  test('languages by name and by folder', async () => {
    const config = '[languages.en]\nweight = 1\n[languages.de]\ncontentDir = "deutsch"\n';
    const files = {
      'content/p.md': page(),
      'content/q.de.md': page(),
      'deutsch/r.md': page(),
      'content/s.fr.md': page(),
    };
    expect(await addresses({ 'hugo.toml': config, ...files })).toEqual({
      'content/p.md': '/p/',
      'content/q.de.md': '/de/q/',
      'deutsch/r.md': '/de/r/',
      'content/s.fr.md': '/s.fr/',
    });
  });
});

describe('links', () => {
  const always = "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n";

  test('find pages of their own language, and aliases below it', async () => {
    const config = `${always}[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n`;
    const files = {
      'hugo.toml': config,
      'content/y.de.md': page('aliases: [/old-y, rel-y]'),
      'content/x.de.md': page(),
    };
    const links = [
      'y.de.md',
      '/de/y/',
      '/de/old-y/',
      '/old-y/',
      '/de/rel-y/',
      '{{< ref path="y" lang="de" >}}',
      '{{< ref "y" >}}',
    ];
    expect(await verdicts(links, files, '0.169')).toEqual([
      'missing-page',
      'ok',
      'alias',
      'missing-page',
      'alias',
      'ok',
      'missing-page',
    ]);
    expect((await verdicts(links, files, '0.131')).slice(2, 4)).toEqual(['missing-page', 'alias']);
  });

  test('below the path of baseURL', async () => {
    const files = { 'content/o.md': page(), 'static/i.png': 'x' };
    const links = ['/o/', '/hb/o/', 'o.md', '![](/i.png)', '![](/hb/i.png)', '/elsewhere/', '{{< relref "o" >}}'];
    const config = "baseURL = 'https://example.org/hb/'\n";
    expect(await verdicts(links, { 'hugo.toml': config + always, ...files })).toEqual([
      'ok',
      'ok',
      'ok',
      'off-site',
      'ok',
      'other-site',
      'ok',
    ]);
    expect((await verdicts(links, { 'hugo.toml': config, ...files })).slice(0, 3)).toEqual([
      'off-site',
      'ok',
      'missing-page',
    ]);
    const canonified = { 'hugo.toml': `${config}canonifyURLs = true\n`, ...files };
    expect((await verdicts(links, canonified)).slice(0, 5)).toEqual(['ok', 'ok', 'missing-page', 'ok', 'ok']);
    expect((await verdicts(links, canonified, '0.131')).slice(0, 2)).toEqual(['ok', 'missing-page']);
  });

  test('files that Hugo makes', async () => {
    const files = {
      'hugo.yaml':
        'enableRobotsTXT: true\noutputs: {section: [html, rss, print]}\noutputFormats: {print: {path: _print, mediaType: text/html}}\n',
      'content/s/_index.md': page('outputs: [html, json]'),
      'content/t/_index.md': page(),
    };
    const links = [
      '/sitemap.xml',
      '/robots.txt',
      '/index.xml',
      '/s/index.json',
      '/s/index.xml',
      '/t/index.xml',
      '/tags/index.xml',
      '/_print/t/',
      '/404.html',
    ];
    expect(await verdicts(links, files)).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'missing-file',
      'ok',
      'ok',
      'ok',
      'missing-page',
    ]);
  });

  test('a tag may be called as files of pages are', async () => {
    const files = { 'content/o.md': page('tags: [index, _index, notes.md]') };
    expect(await verdicts(['/tags/', '/tags/index/', '/tags/_index/', '/tags/notes.md/'], files)).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
  });

  test('pages that a content adapter adds cannot be known, others can', async () => {
    const files = { 'hugo.toml': always, 'content/books/_content.gotmpl': '', 'content/books/_index.md': page() };
    expect(await verdicts(['/books/one/', 'books/one', '/books/', '/nope/'], files)).toEqual([
      'unknown-tree',
      'unknown-tree',
      'ok',
      'missing-page',
    ]);
  });

  test('pages of a content adapter are where permalinks and uglyURLs put them', async () => {
    const files = { 'content/books/_content.gotmpl': '', 'content/books/_index.md': page() };
    const moved = { ...files, 'hugo.toml': "[permalinks]\nbooks = '/b/:slug/'\ncrew = '/c/:slug/'\n" };
    expect(await verdicts(['/b/one/', '/c/one/', '/books/sub/'], moved)).toEqual([
      'unknown-tree',
      'missing-page',
      'unknown-tree',
    ]);
    const anywhere = { ...files, 'hugo.toml': "[permalinks]\nbooks = '/:slug/'\n" };
    expect(await verdicts(['/books/one/', '/crew/gone/'], anywhere)).toEqual(['unknown-tree', 'missing-page']);
    const ugly = { ...files, 'hugo.toml': 'uglyURLs = true\n' };
    expect(await verdicts(['/books/one.html', '/one.html'], ugly, '0.131')).toEqual(['unknown-tree', 'missing-page']);
  });

  test('an alias may be a file, and what follows a reference is joined to its address', async () => {
    const files = { 'content/n.md': page('aliases: [/old/team.html]'), 'content/docs/b.md': page() };
    const links = ['/old/team.html', '[x]({{< relref "/docs" >}}b/#part)', '[x]({{< relref "/docs" >}}nix/)'];
    expect(await verdicts(links, files)).toEqual(['alias', 'ok', 'missing-page']);
  });
});
