import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import type { Resolution } from '../../src/sites/resolution.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

/** What a link comes to: where it leads, or why it does not. */
function inWords(resolution: Resolution): string {
  if (resolution.outcome === 'found') {
    const target = resolution.page?.path ?? resolution.file ?? resolution.address;
    return resolution.anchor === null ? target : `${target}#${resolution.anchor.id}`;
  }
  if (resolution.outcome === 'unknown') return `? ${resolution.reason}`;
  return `${resolution.reason} ${resolution.address}`;
}

/** What the only link on a page comes to. */
async function outcome(files: Files, path: string): Promise<string> {
  const handbook = await memoryHandbook(files);
  return inWords(judgeLinks(handbook.page(path)!, handbook)[0]!.resolution);
}

describe('Docusaurus', () => {
  const at = (link: string, keys = '', more: Files = {}) =>
    outcome(
      {
        'docusaurus.config.js': `module.exports = { url: 'https://hb.example.org', baseUrl: '/b/', ${keys} presets: ['classic'] };\n`,
        'docs/index.md': `${link}\n`,
        'docs/a/b.md': '## C\n',
        'docs/a/n m.md': '',
        'docs/i.png': '',
        'docs/f.pdf': '',
        'src/pages/p.md': '',
        'static/s.png': '',
        'other/o.png': '',
        ...more,
      },
      'docs/index.md',
    );

  test.each([
    ['[x](a/b.md)', 'docs/a/b.md'],
    ['[x](./a/b.md#c)', 'docs/a/b.md#c'],
    ['[x](a/b.md#d)', 'missing-anchor /docs/a/b/'],
    ['[x](/a/b.md)', 'docs/a/b.md'],
    ['[x](/docs/a/b.md)', 'docs/a/b.md'],
    ['[x](@site/docs/a/b.md)', 'docs/a/b.md'],
    ['[x](@site/docs/gone.md)', 'missing-page /docs/gone.md'],
    ['[x](@site/docs/a/b.md#c)', 'docs/a/b.md#c'],
    ['[x](@site/docs/a/b.md#d)', 'missing-anchor /docs/a/b/'],
    ['[x](<a/n m.md>)', 'docs/a/n m.md'],
    ['[x](a/n%20m.md)', 'docs/a/n m.md'],
    ['[x](gone.md)', 'missing-page /docs/gone.md'],
    ['[x](../src/pages/p.md)', 'missing-page /src/pages/p.md'],
    ['[x](/docs/a/b)', 'docs/a/b.md'],
    ['[x](/b/docs/a/b)', 'docs/a/b.md'],
    ['[x](a/b)', 'docs/a/b.md'],
    ['[x](docs/a/b)', 'missing-page /docs/docs/a/b'],
    ['[x](/p)', 'src/pages/p.md'],
    ['[x](/gone)', 'missing-page /gone'],
    ['[x](/docs/category/x)', '? unknown-site'],
    ['[x](https://hb.example.org/b/docs/a/b)', 'docs/a/b.md'],
    ['[x](https://hb.example.org/b/docs/gone)', 'missing-page /docs/gone'],
    ['[x](https://hb.example.org/other/)', '? other-site'],
    ['[x](#gone)', 'missing-anchor /docs/'],
    ['[x](f.pdf)', 'docs/f.pdf'],
    ['[x](./gone.pdf)', 'missing-file /docs/gone.pdf'],
    ['[x](/s.png)', 'static/s.png'],
    ['[x](@site/static/s.png)', 'static/s.png'],
    ['[x](@site/static/gone.png)', 'missing-file /static/gone.png'],
    ['[x](../other/o.png)', '? unknown-site'],
    ['[x](../../o.png)', '? unknown-site'],
    ['![x](i.png)', 'docs/i.png'],
    ['![x](./gone.png)', 'missing-file ./docs/gone.png'],
    ['![x](/s.png)', 'static/s.png'],
    ['![x](/gone.png)', 'missing-file /gone.png'],
    ['![x](@site/docs/i.png)', 'docs/i.png'],
    ['![x](../other/o.png)', '? unknown-site'],
    ['<a href="/b/docs/a/b">x</a>', 'docs/a/b.md'],
    ['<a href="/docs/a/b">x</a>', 'off-site /b/docs/a/b'],
    ['<img src="/b/s.png" />', 'static/s.png'],
    ['<a href={x}>x</a>', '? shortcode'],
    ['[x]({y})', '? shortcode'],
  ])('%s', async (link, expected) => {
    const found = await at(link);
    // Where nothing is found, what matters is that, and why.
    if (/^missing/.test(expected)) expect(found.split(' ')[0]).toBe(expected.split(' ')[0]);
    else expect(found).toBe(expected);
  });

  test.each<[link: string, keys: string, expected: string]>([
    ['[x](f.pdf)', 'trailingSlash: true,', 'missing-file'],
    ['[x](f.pdf)', 'trailingSlash: false,', 'docs/f.pdf'],
    ['[x](/docs/a/b)', 'trailingSlash: true,', 'docs/a/b.md'],
    ['[x](/docs/a/b/)', 'trailingSlash: false,', 'docs/a/b.md'],
    ['[x](a/b)', 'trailingSlash: true,', 'docs/a/b.md'],
    ['<a href="/docs/a/b">x</a>', 'baseUrl: f(),', '?'],
    ['<a href="a/b">x</a>', 'baseUrl: f(),', 'docs/a/b.md'],
    ['[x](/gone)', 'trailingSlash: f(),', '?'],
    ['[x](/de/gone)', "i18n: { defaultLocale: 'en', locales: f() },", '?'],
    ['[x](/gone/x)', "i18n: { defaultLocale: 'en', locales: f() },", 'missing-page'],
  ])('%s with %s', async (link, keys, expected) => {
    expect((await at(link, keys)).split(' ')[0]).toBe(expected);
  });

  test('what git leaves out may be made', async () => {
    expect(await at('[x](/docs/api/x)', '', { '.gitignore': '/docs/api\n' })).toBe('? unknown-site');
    expect(
      await at('![x](/api.png)', '', { 'static/.gitignore': 'api.png\n', '.gitignore': '/static/api.png\n' }),
    ).toBe('? unknown-site');
  });
});

describe('VitePress', () => {
  const at = (link: string, keys = '', more: Files = {}) =>
    outcome(
      {
        '.vitepress/config.js': `export default { ${keys} };\n`,
        'a/index.md': `${link}\n`,
        'a/b.md': '## C\n',
        'c.md': '## D\n',
        'e/index.md': '',
        'a/i.png': '',
        'public/s.png': '',
        'public/f.pdf': '',
        ...more,
      },
      'a/index.md',
    );

  test.each<[link: string, keys: string, expected: string]>([
    ['[x](b)', '', 'a/b.md'],
    ['[x](./b.md#c)', '', 'a/b.md#c'],
    ['[x](b.html)', '', 'a/b.md'],
    ['[x](/c)', '', 'c.md'],
    ['[x](/c.md#d)', "base: '/x/'", 'c.md#d'],
    ['[x](../c)', '', 'c.md'],
    ['[x](../e/)', '', 'e/index.md'],
    ['[x](../e/index.md)', '', 'e/index.md'],
    ['[x](/e)', '', 'missing-page'],
    ['[x](/e)', 'cleanUrls: true', 'e/index.md'],
    ['[x](b)', 'cleanUrls: true', 'a/b.md'],
    ['[x](b)', 'cleanUrls: f()', 'a/b.md'],
    ['[x](gone)', '', 'missing-page'],
    ['[x](b#gone)', '', 'missing-anchor'],
    ['[x](#gone)', '', 'missing-anchor'],
    ['[x](/f.pdf)', '', 'public/f.pdf'],
    ['[x](/gone.pdf)', '', 'missing-file'],
    ['[x](/x/c){target="_self"}', "base: '/x/'", 'c.md'],
    ['[x](/c){target="_self"}', "base: '/x/'", 'off-site'],
    ['[x](/c){target="_self"}', 'base: f()', '?'],
    ['[x](/c){.y}', "base: '/x/'", 'c.md'],
    ['![x](i.png)', '', 'a/i.png'],
    ['![x](./i.png)', '', 'a/i.png'],
    ['![x](gone.png)', '', 'missing-file'],
    ['![x](/s.png)', "base: '/x/'", 'public/s.png'],
    ['![x](/a/i.png)', '', 'a/i.png'],
    ['![x](/gone.png)', '', 'missing-file'],
    ['![x](@/i.png)', '', '?'],
    ['![x](../../i.png)', '', '?'],
    ['<img src="./i.png">', '', 'a/i.png'],
    ['<img src="i.png">', '', '?'],
    ['<img src="/s.png">', '', 'public/s.png'],
    ['<audio src="/s.png"></audio>', '', 'public/s.png'],
    ['<audio src="/s.png"></audio>', "base: '/x/'", 'off-site'],
    ['<audio src="/s.png"></audio>', 'base: f()', '?'],
    ['<iframe src="/gone"></iframe>', '', 'missing-file'],
    ['<a href="/gone">x</a>', '', 'missing-page'],
    ['<a href="/c.html">x</a>', '', 'c.md'],
    ['<a href="/c">x</a>', '', 'c.md'],
    ['<a href="/c">x</a>', "base: '/x/'", 'off-site'],
    ['<a href="/x/c">x</a>', "base: '/x/'", 'c.md'],
    ['<a href="/c">x</a>', 'base: f()', '?'],
    ['[x](https://hb.example/c)', "sitemap: { hostname: 'https://hb.example' }", 'c.md'],
    ['[x](https://hb.example/gone)', "sitemap: { hostname: 'https://hb.example' }", '?'],
    ['[x](<{{ y }}>)', '', '?'],
    ['[x](gone)', "ignoreDeadLinks: ['./gone']", '?'],
    ['[x](gone)', "ignoreDeadLinks: ['gone']", 'missing-page'],
    ['[x](b#C)', '', 'missing-anchor'],
  ])('%s with %j', async (link, keys, expected) => {
    expect((await at(link, keys)).split(' ')[0]).toBe(expected);
  });

  test('an unknown version leaves ids open, and 2 makes slugs of fragments', async () => {
    const of = (version: string): Files => ({ 'package.json': `{"vitepress": "${version}"}` });
    expect(await at('[x](b#gone)', '', of('workspace:*'))).toBe('? unknown-site');
    expect(await at('[x](gone)', '', of('workspace:*'))).toContain('missing-page');
    expect(await at('[x](b#C)', '', of('2.0.0'))).toBe('a/b.md#c');
  });
});

describe('GitBook', () => {
  const at = (link: string, more: Files = {}) =>
    outcome(
      {
        '.gitbook.yaml': 'root: ./book/\n',
        'book/SUMMARY.md': '* [A](a.md)\n* [B](b/README.md)\n',
        'book/README.md': '',
        'book/a.md': `# Deck & hold\n\n${link}\n`,
        'book/b/README.md': '',
        'book/unlisted.md': '',
        'book/.gitbook/assets/i.png': '',
        'book/f.pdf': '',
        'out.md': '',
        ...more,
      },
      'book/a.md',
    );

  test.each([
    ['[x](b/README.md)', 'book/b/README.md'],
    ['[x](b)', 'book/b/README.md'],
    ['[x](b/)', 'book/b/README.md'],
    ['[x](README.md)', 'book/README.md'],
    ['[x](SUMMARY.md)', 'book/SUMMARY.md'],
    ['[x](unlisted.md)', '?'],
    ['[x](gone.md)', 'missing-page'],
    ['[x](gone.pdf)', 'missing-file'],
    ['[x](gone)', '?'],
    ['[x](gone/)', '?'],
    ['[x](f.pdf)', 'book/f.pdf'],
    ['[x](../out.md)', '?'],
    ['[x](../../out.md)', '?'],
    ['[x](/a)', '?'],
    ['![x](.gitbook/assets/i.png)', 'book/.gitbook/assets/i.png'],
    ['![x](../.gitbook/assets/i.png)', '?'],
    ['![x](b/.gitbook/assets/i.png)', '?'],
    ['![x](.gitbook/assets/gone.png)', 'missing-file'],
    ['![x](.other/gone.png)', '?'],
    ['[x](#deck-and-hold)', 'book/a.md#deck-and-hold'],
    ['[x](#Deck-And-Hold)', 'book/a.md#deck-and-hold'],
    ['[x](#deck-hold)', '?'.replace('?', 'missing-anchor')],
    ['[x](#deckandhold)', '?'],
    ['[x](#gone)', 'missing-anchor'],
  ])('%s', async (link, expected) => {
    expect((await at(link)).split(' ')[0]).toBe(expected);
  });

  test('an include may bring ids, and a book without a summary lists all', async () => {
    expect(await at('[x](#gone)\n\n{% include "y.md" %}')).toBe('? generated');
    const files = { '.gitbook.yaml': '', 'a.md': '[x](b.md)\n', 'b.md': '' };
    expect(await outcome(files, 'a.md')).toBe('b.md');
  });
});

describe('a repository', () => {
  const at = (link: string, more: Files = {}) =>
    outcome(
      {
        'crew/a.md': `${link}\n\n## Deck\n\n<h2>Raw <b>Title</b></h2>\n`,
        'handbook.yaml': 'site: plain\n',
        'crew/README.md': '',
        'b.md': '## Hold\n',
        'x/f.png': '',
        LICENSE: '',
        ...more,
      },
      'crew/a.md',
    );

  test.each([
    ['[x](../b.md)', 'b.md'],
    ['[x](/b.md#hold)', 'b.md#hold'],
    ['[x](/b.md#HOLD)', 'b.md#hold'],
    ['[x](../b.md#gone)', 'missing-anchor /b.md'],
    ['[x](#deck)', 'crew/a.md#deck'],
    ['[x](#raw-title)', 'crew/a.md'],
    ['[x](#raw-title-1)', '? generated'],
    ['[x](#L3)', 'crew/a.md'],
    ['[x](#L3-L5)', 'crew/a.md'],
    ['[x](#L1C2-L2C3)', 'crew/a.md'],
    ['[x](#L)', 'missing-anchor /crew/a.md'],
    ['[x](README.md#readme)', 'crew/README.md'],
    ['[x](#readme)', '? generated'],
    ['[x](.)', 'crew/README.md'],
    ['[x](./)', 'crew/README.md'],
    ['[x](../crew)', 'crew/README.md'],
    ['[x](../x)', '/x'],
    ['[x](../x/)', '/x'],
    ['[x](/)', '/'],
    ['[x](../LICENSE)', 'LICENSE'],
    ['[x](../gone.md)', 'missing-page /gone.md'],
    ['[x](../gone.png)', 'missing-file /gone.png'],
    ['![x](../gone)', 'missing-file /gone'],
    ['[x](gone/)', 'missing-page /crew/gone'],
    ['[x](../b)', 'missing-page /b'],
    ['[x](../../gone.md)', 'outside ../../gone.md'],
    ['[x](../../../issues)', '? other-site'],
    ['[x](/a/b/issues/3)', '? other-site'],
    ['[x](/a/b/-/tree/main)', '? other-site'],
    ['[x](/a/b/issuesx)', 'missing-page /a/b/issuesx'],
    ['[x](../.hidden/a.md)', '? unknown-tree'],
    ['[x](../.github/a.md)', 'missing-page /.github/a.md'],
    ['[x](<{{ y }}>)', '? unknown-site'],
    ['[x](%2e%2e/b.md)', 'b.md'],
  ])('%s', async (link, expected) => {
    expect(await at(link)).toBe(expected);
  });

  test('what handbook.yaml does not know', async () => {
    expect(await at('[x](/made/x)', { 'handbook.yaml': 'site: plain\nunknown: [/made/]\n' })).toBe('? unknown-tree');
  });
});

describe('MkDocs', () => {
  const at = (link: string, more = '') =>
    outcome(
      {
        'mkdocs.yml': `site_url: https://hb.example/x/\n${more}`,
        'docs/a/b.md': `${link}\n`,
        'docs/c.md': '## D\n',
        'docs/i.png': '',
        'docs/crew/e.md': '',
      },
      'docs/a/b.md',
    );
  test.each([
    ['[x](../c.md)', 'docs/c.md'],
    ['[x](../c.md#d)', 'docs/c.md#d'],
    ['[x](../c.md#e)', 'missing-anchor /c/'],
    ['[x](../../c/)', 'docs/c.md'],
    ['[x](../c/)', 'missing-page /a/c/'],
    ['[x](/x/c/)', 'docs/c.md'],
    ['[x](/c/)', 'off-site /x/c/'],
    ['[x](/gone/)', 'missing-page /gone/'],
    ['![x](../i.png)', 'docs/i.png'],
    ['<img src="../i.png">', 'missing-file /a/i.png'],
    ['<img src="../../i.png">', 'docs/i.png'],
    ['<a href="../c.md">x</a>', 'missing-page /a/c.md'],
    ['[x](https://hb.example/x/c/)', 'docs/c.md'],
    ['[x](https://hb.example/x/crew/gone/)', 'missing-page /crew/gone/'],
    ['[x](https://hb.example/y/)', '? other-site'],
    ['[x](#gone)', 'missing-anchor /a/b/'],
    ['[x](../../sitemap.xml)', '? generated'],
    ['[x](../../css/x.css)', '? unknown-site'],
    ['[x](<{{ y }}>)', '? unknown-site'],
    ['[x](../C.md)', 'missing-page /a/C.md'],
  ])('%s', async (link, expected) => {
    expect(await at(link)).toBe(expected);
  });
});
