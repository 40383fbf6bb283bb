import { describe, expect, test } from 'vitest';
import { compareGenerators } from '../../scripts/oracle/generators.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { fixtures } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** What cannot be known: lists that plugins make, raw links that count from an address to which a host adds a slash, parts, other hosts. */
const open: Readonly<Record<string, readonly string[]>> = {
  docusaurus: [
    'docs/01-watch/02-night.mdx:99 m15 day',
    'docs/04-deck/07-sail.md:11 k09 ../watch/night',
    'docs/_parts/part.mdx:3 q01 ../index.md',
    'docs/index.md:83 l75 /blog/tags',
    'docs/index.md:84 l76 /blog/archive',
    'docs/index.md:94 l86 https://crew.example.org/handbook/watch/night',
    'docs/index.md:96 l88 /handbook/category/deck',
  ],
  starlight: ['watch/night.md:107 m51 /ship/404.html', 'watch/night.md:119 m57 https://crew.example.org/other/'],
};

// The tables were made by `scripts/oracle/record-site.ts` from what the real generators built of these folders.
test('links are judged as on the sites that real generators built', async () => {
  const compared = await compareGenerators(`${fixtures}sites`);
  expect(compared.map(({ name }) => name)).toEqual(['docusaurus', 'jekyll', 'mkdocs', 'starlight', 'vitepress']);
  for (const { name, isModelled, unchecked, falseAlarms, misses, unseen } of compared)
    expect({ isModelled, unchecked, falseAlarms, misses, unseen: unseen.length < 4 }).toEqual({
      isModelled: true,
      unchecked: open[name] ?? [],
      falseAlarms: [],
      misses: [],
      unseen: true,
    });
});

/** What becomes of the only link of a page. */
async function outcome(files: Readonly<Record<string, string>>, path: string): Promise<string> {
  const handbook = await memoryHandbook(files);
  const [judged] = judgeLinks(handbook.page(path)!, handbook);
  return judged!.resolution.outcome;
}

describe('what an MkDocs site leaves open cannot be checked', () => {
  const docs = { 'docs/index.md': '[x](gone/)\n\n## Here\n' };
  test.each([
    ['nothing', 'plugins: [search]\n', 'broken'],
    ['a plugin that may make pages', 'plugins: [search, gen-files]\n', 'unknown'],
    ['code', 'hooks: [made.py]\n', 'unknown'],
    ['another file', 'INHERIT: base.yml\n', 'unknown'],
    ['a file that cannot be read', 'plugins: [search\n', 'unknown'],
    ['a redirect', 'plugins: [{redirects: {redirect_maps: {gone.md: index.md}}}]\n', 'found'],
    [
      'a redirect to another site',
      'plugins: [{redirects: {redirect_maps: {gone.md: "https://b.example/"}}}]\n',
      'found',
    ],
    ['a redirect to a missing page', 'plugins: [{redirects: {redirect_maps: {gone.md: new.md}}}]\n', 'broken'],
    ['a redirect to a missing heading', 'plugins: [{redirects: {redirect_maps: {gone.md: index.md#x}}}]\n', 'broken'],
    ['a redirect to a heading', 'plugins: [{redirects: {redirect_maps: {gone.md: index.md#here}}}]\n', 'found'],
  ])('%s', async (_, config, expected) => {
    expect(await outcome({ ...docs, 'mkdocs.yml': config }, 'docs/index.md')).toBe(expected);
  });

  test.each([
    ['slugs of its own', 'markdown_extensions: [{toc: {slugify: !!python/name:x.y }}]\n', '', 'unknown'],
    ['a macro', 'plugins: [macros]\n', '{{ words }}\n', 'unknown'],
    ['braces that no plugin fills in', '', '{{ words }}\n', 'broken'],
    ['nothing', 'markdown_extensions: [{toc: {permalink: true}}]\n', '', 'broken'],
  ])('ids with %s', async (_, config, text, expected) => {
    const files = { 'mkdocs.yml': `site_name: x\n${config}`, 'docs/index.md': `[x](#gone)\n\n## Here\n\n${text}` };
    expect(await outcome(files, 'docs/index.md')).toBe(expected);
  });
});

describe('links to Markdown files on a Jekyll site', () => {
  const pages = { 'index.md': '---\n---\n[x](a.md)\n', 'a.md': '---\n---\n' };
  const remote = '[remote "origin"]\n\turl = git@github.com:crew/handbook.git\n';
  test.each([
    ['are dead', {}, 'broken'],
    ['work with the plugin', { '_config.yml': 'plugins: [jekyll-relative-links]\n' }, 'found'],
    ['work with the gem of GitHub Pages', { Gemfile: 'gem "github-pages"\n' }, 'found'],
    ['are not judged where GitHub may build them', { '.git/config': remote }, 'unknown'],
    ['are dead where a Gemfile says what builds them', { '.git/config': remote, Gemfile: 'gem "jekyll"\n' }, 'broken'],
  ])('%s', async (_, more, expected) => {
    expect(await outcome({ '_config.yml': '', ...pages, ...more }, 'index.md')).toBe(expected);
  });

  test.each([
    ['without front matter', '[x](_sass/a.scss)\n', 'unknown'],
    ['with front matter', '---\n---\n[x](_sass/a.scss)\n', 'broken'],
  ])('in a README %s', async (_, text, expected) => {
    expect(await outcome({ '_config.yml': '', 'README.md': text, '_sass/a.scss': '' }, 'README.md')).toBe(expected);
  });

  test.each([
    ['no other page', {}, 'broken'],
    ['an index', { 'index.html': '---\n---\n' }, 'unknown'],
  ])('in a README that may be its folder’s page, beside %s', async (_, more, expected) => {
    const files = { Gemfile: 'gem "github-pages"\n', '_config.yml': '', 'README.md': '[x](_sass/a.scss)\n' };
    expect(await outcome({ ...files, '_sass/a.scss': '', ...more }, 'README.md')).toBe(expected);
  });

  test.each([
    ['{{ site.baseurl }}/a.html', 'found'],
    ['{{site.baseurl}}/a#here', 'found'],
    ['{{ site.url }}{{ site.baseurl }}/a', 'found'],
    ['{{ "/a.html" | relative_url }}#here', 'found'],
    ["{{ 'gone/' | relative_url }}", 'broken'],
    ['{{ site.baseurl }}/a#gone', 'broken'],
    ['{% link a.md %}#here', 'found'],
    ['{% link a.md %}#gone', 'broken'],
    ['{% link gone.md %}', 'unknown'],
    ['{{ page.next.url }}', 'unknown'],
    ['{{ "/a.html#gone" | relative_url }}', 'unknown'],
    ['{{ site.baseurl }}/{{ page.x }}', 'unknown'],
  ])('[x](%s) is %s, whatever the base is', async (href, expected) => {
    const files = { 'index.md': `---\n---\n[x](${href})\n`, 'a.md': '---\n---\n## Here\n' };
    expect(await outcome({ '_config.yml': 'baseurl: /base\n', ...files }, 'index.md')).toBe(expected);
  });

  test('what Liquid leaves out is no link', async () => {
    const text = '---\n---\n{% comment %}\n[x](gone.html)\n{% endcomment %}\n[y](a.html)\n';
    const handbook = await memoryHandbook({ '_config.yml': '', 'index.md': text, 'a.md': '---\n---\n' });
    expect(handbook.page('index.md')!.facts.links.map(({ href }) => href)).toEqual(['a.html']);
  });

  test('old addresses of a page lead to it', async () => {
    const files = {
      '_config.yml': 'plugins: [jekyll-redirect-from]\n',
      'index.md': '---\n---\n[x](/old/)\n',
      'a.md': '---\nredirect_from: /old/\n---\n',
    };
    expect(await outcome(files, 'index.md')).toBe('found');
  });
});

test('a site in a folder of a host owns the addresses of that folder alone', async () => {
  const files = (url: string) => ({
    'mkdocs.yml': 'site_url: https://crew.example.com/handbook/\n',
    'docs/index.md': `[x](${url})\n`,
    'docs/crew/watch.md': '',
  });
  expect(await outcome(files('https://crew.example.com/handbook/crew/gone/'), 'docs/index.md')).toBe('broken');
  expect(await outcome(files('https://crew.example.com/wiki/'), 'docs/index.md')).toBe('unknown');
});
