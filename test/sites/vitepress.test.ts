import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { lint } from '../../src/lint/run.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

const config = (keys: string) => ({ '.vitepress/config.mts': `export default { ${keys} };\n` });

/** What becomes of the only link of index.md. */
async function outcome(link: string, keys: string, more: Files = {}): Promise<string> {
  const handbook = await memoryHandbook({ 'index.md': `${link}\n`, ...config(keys), ...more });
  const [judged] = judgeLinks(handbook.page('index.md')!, handbook);
  return judged!.resolution.outcome;
}

// By VitePress 1.6.4.
describe('attributes in braces', () => {
  const text = '## Find {user}\n\n## Ask {"crew"} now\n\n## Sail [all](b.md){.x} {a b="c"}\n';
  test.each([
    ['#find', '', 'found'],
    ['#ask', '', 'broken'],
    ['#ask-crew-now', '', 'found'],
    ['#find', 'markdown: { attrs: { disable: true } }', 'broken'],
    ['#find-user', 'markdown: { attrs: { disable: true } }', 'found'],
  ])('at the end of a heading are none of its words: %s with {%s} is %s', async (href, keys, wanted) => {
    expect(await outcome(`[x](${href})\n\n${text}`, keys, { 'b.md': '' })).toBe(wanted);
  });

  test.each([
    ['base: "/ship/"', 'broken'],
    ['base: "/ship/", markdown: { attrs: { disable: true } }', 'found'],
  ])('behind a link keep it from being rewritten, unless they are off: {%s}, %s', async (keys, wanted) => {
    expect(await outcome('[x](/b.html){target="_self"}', keys, { 'b.md': '' })).toBe(wanted);
  });
});

test.each(['/404', '/404.html'])('%s is a page of every site', async (href) => {
  expect(await outcome(`[x](${href})`, 'cleanUrls: true')).toBe('unknown');
});

describe('what a configuration computes cannot be checked', () => {
  const page = { 'a/b.md': '# B\n\n## C\n', 'a/index.md': '' };
  test.each([
    ['a page', '[x](gone)', '', 'broken'],
    ['a page, where the base is computed', '[x](gone)', 'base: base()', 'broken'],
    ['raw HTML from the top', '<a href="/gone">x</a>', '', 'broken'],
    ['raw HTML from the top, where the base is computed', '<a href="/gone">x</a>', 'base: base()', 'unknown'],
    ['a page, where the folder of pages is computed', '[x](gone)', 'srcDir: dir()', 'unknown'],
    ['a page, where rewrites are a function', '[x](gone)', 'rewrites: (id) => id', 'unknown'],
    ['a page, where rewrites are by a regular expression', '[x](gone)', 'rewrites: { "^x(.*)$": "y" }', 'unknown'],
    ['a folder without its slash, where addresses may be clean', '[x](a)', 'cleanUrls: clean()', 'unknown'],
    ['an address that the site calls good', '[x](/api/gone)', 'ignoreDeadLinks: [/^\\/api\\//]', 'unknown'],
    ['raw HTML that the site calls good', '<a href="/api/gone">x</a>', 'ignoreDeadLinks: [/^\\/api\\//]', 'unknown'],
    ['a page that the site calls good', '[x](/a/b)', 'ignoreDeadLinks: [/^\\/a/]', 'found'],
    ['another address', '[x](/gone)', 'ignoreDeadLinks: [/^\\/api\\//]', 'broken'],
    ['a file', '[x](/gone.pdf)', '', 'broken'],
    ['a file, where the end of the build may write some', '[x](/gone.pdf)', 'buildEnd() {}', 'unknown'],
    ['an id', '[x](a/b.md#gone)', '', 'broken'],
    ['an id by options that do not change it', '[x](a/b.md#gone)', 'markdown: { lineNumbers: true }', 'broken'],
    ['an id by other slugs', '[x](a/b.md#gone)', 'markdown: { anchor: { slugify: (x) => x } }', 'unknown'],
    ['an id by a plugin', '[x](a/b.md#gone)', 'markdown: { config: (md) => { md.use(strange) } }', 'unknown'],
    ['an id by a known plugin', '[x](a/b.md#gone)', 'markdown: { config: (md) => { md.use(taskLists) } }', 'broken'],
    ['a page by a plugin for links', '[x](gone)', 'markdown: { config: (md) => { md.use(replaceLink) } }', 'unknown'],
  ])('%s', async (_, link, keys, expected) => {
    expect(await outcome(link, keys, page)).toBe(expected);
  });

  test.each([
    ['components', '<Team />\n', 'unknown'],
    ['words that are computed', '{{ words }}\n', 'broken'],
    ['a part that is not there', '<!--@include: ./gone.md-->\n', 'unknown'],
    ['a part', '<!--@include: ./part.md-->\n', 'broken'],
    ['a part that has it', '<!--@include: ./part.md-->\n<!--@include: ./gone.md-->\n', 'unknown'],
    ['another part', '<!--@include: ./part.md-->\n<!--@include: ./other.md-->\n', 'found'],
    ['a part of a part', '<!--@include: ./more.md-->\n', 'found'],
    ['a part whose number depends on the rest', '<!--@include: ./numbered.md-->\n', 'broken'],
  ])('an id on a page with %s', async (_, text, expected) => {
    const parts = {
      'part.md': '## P\n',
      'other.md': '## Gone\n',
      'more.md': '<!--@include: ./other.md-->\n',
      'numbered.md': '## Gone 1\n',
    };
    expect(await outcome('[x](b.md#gone)', '', { 'b.md': `## B\n\n${text}`, ...parts })).toBe(expected);
  });

  test('what git leaves out', async () => {
    expect(await outcome('[x](api/)', '', { '.gitignore': 'api\n' })).toBe('unknown');
    expect(await outcome('[x](/api/gone.html)', '', { '.gitignore': 'api\n' })).toBe('unknown');
    expect(await outcome('[x](apis/)', '', { '.gitignore': 'api\n' })).toBe('broken');
  });

  test('a page that a script makes', async () => {
    const files = { 'crew/[name].md': '', 'crew/[name].paths.ts': '' };
    expect(await outcome('[x](crew/ann)', '', files)).toBe('unknown');
    expect(await outcome('[x](ann)', '', files)).toBe('broken');
  });
});

test.each([
  ['<a href="/tide/">x</a>', 'found'],
  ['<a href="/tide">x</a>', 'found'],
  ['<a href="/tables">x</a>', 'found'],
  ['<a href="/gap/">x</a>', 'broken'],
])('raw HTML that asks the host for a file: %s', async (link, wanted) => {
  const files = { 'public/tide/index.html': '', 'public/tables.html': '', 'public/gap/.html': '' };
  expect(await outcome(link, '', files)).toBe(wanted);
});

describe('a link', () => {
  const ship = "base: '/ship/', sitemap: { hostname: 'https://hb.example' }";
  const second = { 'package.json': '{"devDependencies": {"vitepress": "^2.0.0"}}' };
  const redirects = {
    'handbook.yaml': 'redirects: [public/_redirects]\nunknown: [/wiki/]\n',
    'public/_redirects': [
      ...['/old /b', '/older /ship/b', '/out https://other.example/', '/round /around', '/around /round'],
      ...Array.from({ length: 9 }, (_, at) => `/hop${at} ${at === 8 ? '/b' : `/hop${at + 1}`}`),
    ].join('\n'),
  };
  test.each<[string, string, Files, string]>([
    ['<a href="/ship">x</a>', ship, {}, 'found'],
    ['<a href="/ship/b">x</a>', ship, {}, 'found'],
    ['<a href="/shipb">x</a>', ship, {}, 'missing-page'],
    ['<a href="/b">x</a>', ship, {}, 'off-site'],
    ['<a href="/b#gone">x</a>', ship, {}, 'off-site'],
    ['<a href="/gone">x</a>', ship, {}, 'missing-page'],
    ['<a href="/wiki/x">x</a>', ship, redirects, 'unknown-tree'],
    ['[x](https://hb.example/ship/b)', ship, {}, 'found'],
    ['[x](https://hb.example/ship/b#gone)', ship, {}, 'missing-anchor'],
    ['[x](https://hb.example/other/b)', ship, {}, 'other-site'],
    ['[x](https://hb.example/ship/files/x.pdf)', ship, { 'public/files/x.pdf': '' }, 'found'],
    ['[x](https://hb.example/ship/files/y.pdf)', ship, { 'public/files/x.pdf': '' }, 'other-site'],
    ['[x](https://hb.example/ship/gone)', `${ship.replace("'/ship/'", 'base()')}`, {}, 'other-site'],
    ['<a href="/ship/old">x</a>', ship, redirects, 'found'],
    ['<a href="/ship/older">x</a>', ship, redirects, 'found'],
    ['<a href="/ship/out">x</a>', ship, redirects, 'found'],
    ['<a href="/ship/round">x</a>', ship, redirects, 'missing-page'],
    ['<a href="/ship/hop1">x</a>', ship, redirects, 'found'],
    ['<a href="/ship/hop0">x</a>', ship, redirects, 'missing-page'],
    ['## Crew Rules\n\n[x](#Crew-Rules)', '', second, 'found'],
    ['## Crew Rules\n\n[x](#Crew-Rules)', '', {}, 'missing-anchor'],
    ['## Crew Rules\n\n<a href="#Crew-Rules">x</a>', '', second, 'missing-anchor'],
    ['[x](b.md#Deck-Two)', '', second, 'found'],
    ['[x](b.md#Deck-Two)', '', {}, 'missing-anchor'],
    ['[x](gone){.y}', '', {}, 'missing-page'],
    ['[x](/gone)', 'ignoreDeadLinks: [own, 1]', {}, 'missing-page'],
    ['[x](b.md#gone)', 'vite: { plugins: [function other() {}] }', {}, 'missing-anchor'],
    ['[x](b.md#gone)', 'vite: { plugins: [function other() {}, function someMarkdown() {}] }', {}, 'generated'],
    ['[x](/gone)', "rewrites: { 'x.md': to() }", {}, 'unknown-site'],
  ])('%s with %j and %j: %s', async (link, keys, more, expected) => {
    const files = { 'index.md': `${link}\n`, 'b.md': '## Deck Two\n', ...config(keys), ...more };
    const handbook = await memoryHandbook(files);
    const { resolution } = judgeLinks(handbook.page('index.md')!, handbook)[0]!;
    expect(resolution.outcome === 'found' ? 'found' : resolution.reason).toBe(expected);
  });

  test('to an image beside the page is none to one at the top', async () => {
    const files = { 'index.md': '', 'a/b.md': '![x](./x.png) ![x](/x.png)\n', 'x.png': '', ...config('') };
    const handbook = await memoryHandbook(files);
    const outcomes = judgeLinks(handbook.page('a/b.md')!, handbook).map(({ resolution }) => resolution.outcome);
    expect(outcomes).toEqual(['broken', 'found']);
  });
});

test.each([
  ['<a href="/gone">x</a>', 'missing-page'],
  ['<audio src="/gone"></audio>', 'missing-file'],
  ['<img src="/gone">', 'missing-file'],
])('what raw HTML plays or shows is a file: %s', async (link, reason) => {
  const handbook = await memoryHandbook({ 'index.md': `${link}\n`, ...config('') });
  expect(judgeLinks(handbook.page('index.md')!, handbook)[0]?.resolution).toMatchObject({ outcome: 'broken', reason });
});

test('what could not be read is said with the key that handbook.yaml may have for it', async () => {
  const files = { 'index.md': '<a href="/ship/">x</a>\n', ...config('base: base()') };
  const open = await memoryHandbook(files);
  expect(describeTakenFor(open.config)).toBe(
    'Taken for a VitePress site, by .vitepress/config.mts. base is computed in .vitepress/config.mts line 1 and could not be read, so what depends on it cannot be checked; write "generator: {base: …}" into handbook.yaml to say it.',
  );
  const said = await memoryHandbook({ ...files, 'handbook.yaml': 'generator: {base: /ship/}\n' });
  expect(describeTakenFor(said.config)).toBe('Taken for a VitePress site, by .vitepress/config.mts.');
  expect(judgeLinks(said.page('index.md')!, said)[0]!.resolution.outcome).toBe('found');
});

test('a configuration that is no script leaves everything open, and the run goes on', async () => {
  const files = { 'index.md': '[x](gone)\n', '.vitepress/config.js': 'export default {{\n' };
  const { summary, findings } = lint(await memoryHandbook(files), { rules });
  expect(findings).toEqual([]);
  expect(summary.links).toEqual({ checked: 0, broken: 0, unknown: 1 });
});

test('JSON is no front matter there', async () => {
  const { facts } = (await memoryHandbook({ 'index.md': '{"a": 1}\n', ...config('') })).page('index.md')!;
  expect(facts.frontMatter).toBe(null);
  expect(facts.problems).toEqual([]);
});

test('lines that open and close containers are set aside', async () => {
  const text = '::: tip Box\nWords\n---\n:::\n\n```md\n::: tip\n```\n\n> ::: tip\n> ## In a quote\n> :::\n';
  const { facts } = (await memoryHandbook({ 'index.md': text, ...config('') })).page('index.md')!;
  expect(facts.headings.map(({ text: words }) => words)).toEqual(['Words', 'In a quote']);
});

describe('a mend', () => {
  test.each([
    ['[x](crew/rules#wach)', '[x](crew/rules#watch)'],
    ['[x](/crew/Rules)', '[x](/crew/rules.md)'],
    ['[x](crew/rules/)', '[x](crew/rules.md)'],
    ['<a href="crew/rules.md">x</a>', '<a href="crew/rules.html">x</a>'],
    ['![x](img/chrat.png)', '![x](./img/chart.png)'],
    ['[x](/Charts.pdf)', '[x](/charts.pdf)'],
  ])('of %s is %s', async (before, after) => {
    const files = { 'crew/rules.md': '## Watch\n', 'img/chart.png': '', 'public/charts.pdf': '' };
    const handbook = await memoryHandbook({ 'index.md': `${before}\n`, ...files, ...config("base: '/ship/'") });
    const [finding] = lint(handbook, { rules }).findings;
    const { start, end, suggestions } = finding!;
    expect(before.slice(0, start.offset) + suggestions[0]?.text + before.slice(end.offset)).toBe(after);
  });
});

/** Built by VitePress 1.6.4. */
describe('links in the front matter of a home page', () => {
  const files = { 'guide/a.md': '## Deck\n', 'guide/index.md': '', 'public/plan.txt': '' };
  const home = (link: string, layout = 'home') =>
    `---\nlayout: ${layout}\nhero:\n  actions:\n    - theme: brand\n      link: ${link}\n---`;
  test.each([
    ['/guide/a', 'found'],
    ['/guide/a.md', 'found'],
    ['./guide/a', 'found'],
    ['guide/a', 'found'],
    ['/guide/', 'found'],
    ['"/guide/a#deck"', 'found'],
    ['"/guide/a#gone"', 'broken'],
    ['/guide/gone', 'broken'],
    ['guide/gone', 'broken'],
    ['/docs/guide/a', 'broken'],
    ['/plan.txt', 'broken'],
    ['/docs/plan.txt', 'found'],
    ['guide/a.html', 'found'],
  ])('%s is %s below a base', async (link, wanted) => {
    expect(await outcome(home(link), "base: '/docs/'", files)).toBe(wanted);
  });

  test('are told where they stand, those of features too', async () => {
    const text = '---\nlayout: home\nhero: {actions: [{link: /gone}]}\nfeatures:\n  - {title: x, link: "/lost"}\n---\n';
    const { findings } = lint(await memoryHandbook({ ...config(''), ...files, 'index.md': text }), { rules });
    expect(findings.map(({ start, end }) => text.slice(start.offset, end.offset))).toEqual(['/gone', '/lost']);
  });

  test('are none of a page with another layout, and other values there are none', async () => {
    expect(await outcome(home('/guide/gone', 'doc'), '', files)).toBe('unknown');
    const handbook = await memoryHandbook({ ...config(''), 'index.md': '---\nhero: [x]\nfeatures: {link: 1}\n---\n' });
    expect(judgeLinks(handbook.page('index.md')!, handbook)).toHaveLength(1);
  });
});
