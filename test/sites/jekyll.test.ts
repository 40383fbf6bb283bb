import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (text: string) => `---\ntitle: A\n---\n\n${text}\n`;

/** What a link on a site with this layout comes to, by Jekyll 4.4.1. */
async function outcome(layout: string, href: string): Promise<string | undefined> {
  const handbook = await memoryHandbook({
    '_config.yml': 'title: Crew\n',
    '_layouts/page.html': layout,
    'a.md': page(`[x](${href})`),
    'b.md': page('## Deck'),
  });
  return judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome;
}

test.each([
  ['<main id="main">{{ content }}</main>', 'b.html#main', 'found'],
  ['<main id="main">{{ content }}</main>', 'b.html#mast', 'broken'],
  ['{% for s in site.steps %}<h2 id="{{ s.title | slugify }}">{% endfor %}', 'b.html#mast', 'unknown'],
  ['<ul id="list-{{ forloop.index }}">', 'b.html#mast', 'broken'],
])('ids of layouts: %s', async (layout, href, wanted) => {
  expect(await outcome(layout, href)).toBe(wanted);
});

// A picture among posts is a document as they are: with a slash at the end of addresses it lies in a folder of its own.
test.each([
  ['date', 'broken found broken'],
  ['pretty', 'found broken found'],
])('a dated picture among posts with the permalink %s', async (permalink, wanted) => {
  const files = { '_config.yml': `permalink: ${permalink}\n`, '_posts/2024-05-02-plan.png': '' };
  const links = '[x](/2024/05/02/plan/) ![x](/2024/05/02/plan.png) [x](/2024/05/02/plan/index.html)';
  const handbook = await memoryHandbook({ ...files, 'a.md': page(links) });
  const judged = judgeLinks(handbook.page('a.md')!, handbook);
  expect(judged.map(({ resolution }) => resolution.outcome).join(' ')).toBe(wanted);
});

// What only pages include is around no other page, but layouts of a theme may include any file.
test.each([
  ['', 'broken'],
  ['theme: minima\n', 'found'],
  ['remote_theme: crew/theme\n', 'found'],
])('ids of includes with the configuration %j', async (more, wanted) => {
  const files = {
    '_config.yml': `title: Crew\n${more}`,
    '_layouts/page.html': '{%- include head.html -%}{{ content }}{% include_cached deep/foot.html x="y" %}',
    '_includes/head.html': '<i id="head"></i>',
    '_includes/deep/foot.html': '<i id="foot">{% include sub.html %}</i>',
    '_includes/sub.html': '<i id="sub">{% include sub.html %}{% include gone.html %}</i>',
    '_includes/card.html': '<i id="card">',
    'a.md': page('[x](#head) [x](#foot) [x](#sub) [x](#card)'),
  };
  const outcomesOf = async (given: typeof files) => {
    const handbook = await memoryHandbook(given);
    return judgeLinks(handbook.page('a.md')!, handbook).map(({ resolution }) => resolution.outcome);
  };
  expect(await outcomesOf(files)).toEqual(['found', 'found', 'found', wanted]);
  const layout = '{% include {{ page.part }} %}{{ content }}';
  expect(await outcomesOf({ ...files, '_layouts/page.html': layout })).toEqual(Array(4).fill('found'));
});

// By Jekyll 4.4.1: defaults of posts are none of pages.
test.each([
  ['pages', '/crew/b.html', 'broken'],
  ['pages', '/decks/b/', 'found'],
  ['posts', '/crew/b.html', 'found'],
  ['posts', '/decks/b/', 'broken'],
])('a permalink for %s by default: %s', async (type, href, wanted) => {
  const scope = `  - scope: {path: crew, type: ${type}}\n    values: {permalink: /decks/:basename/}\n`;
  const files = { '_config.yml': `defaults:\n${scope}`, 'a.md': page(`[x](${href})`), 'crew/b.md': page('# B') };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

// By jekyll-optional-front-matter 0.3.4: what belongs to the repository stays as it is.
test.each([
  ['notes.md', 'broken'],
  ['LICENSE.md', 'unknown'],
  ['CONTRIBUTING.md', 'unknown'],
])('links of %s, which has no front matter, are judged where the site renders it', async (path, wanted) => {
  const config = 'plugins: [jekyll-optional-front-matter]\n';
  const handbook = await memoryHandbook({ '_config.yml': config, [path]: '[x](gone.html)\n' });
  expect(judgeLinks(handbook.page(path)!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test('a folder is served at its index by name as well', async () => {
  const files = { '_config.yml': '', 'a.md': page('[x](/crew/index) [x](/crew/index.html) [x](/gone/index)') };
  const handbook = await memoryHandbook({ ...files, 'crew/index.md': page('# Crew') });
  const answers = judgeLinks(handbook.page('a.md')!, handbook).map(({ resolution }) => resolution.outcome);
  expect(answers).toEqual(['found', 'found', 'broken']);
});

test.each([
  ['##  Two   gaps', 'two---gaps', 'found'],
  ['## Deck ![plan](plan.png) below', 'deck--below', 'found'],
  ['Text[^tide].\n\n[^tide]: Low.', 'fn:tide', 'found'],
  ['Text[^tide].\n\n[^tide]: Low.', 'fn:1', 'broken'],
  ['## Deck {#x} ##', 'x', 'broken'],
  ['## Deck {#x} ##', 'deck-x', 'found'],
  ['## Hold ## {#y}', 'y', 'found'],
  ['<div markdown="1">\n\n## Inner\n\n</div>', 'inner', 'found'],
  ['##  Two   gaps', 'two-gaps', 'broken'],
  ['## Deck ![plan](plan.png) below', 'deck-plan-below', 'broken'],
  ['## Oar `a--b` c--d', 'oar-a--b-cd', 'found'],
  ['## Oar `a--b` c--d', 'oar-ab-cd', 'broken'],
  ['## ``a--`b`` d', 'a--b-d', 'found'],
  ['## Sail ##', 'sail-', 'broken'],
  ['- item\n\n  ## Deck {#d}', 'deck', 'broken'],
  ['- item\n\n  ## Deck {#d}', 'd', 'found'],
  ['- item\n\n  ## Mail <a@b.c>', 'mail-abc', 'found'],
  ['- item\n\n  ## See <https://x.y/z> z', 'see-httpsxyz-z', 'found'],
  ['- item\n\n  ## <b>Hold</b> it', 'hold-it', 'found'],
  ['## Deck\n{: .wide #d}', 'd', 'found'],
  ['## Deck\n{: .wide #d}', 'deck', 'broken'],
  ['## Deck\n{: .wide}', 'deck', 'found'],
  ['## Deck\n{: .wide}\n{: id="d"}', 'deck', 'broken'],
  ['## Deck\n{: id=d}', 'deck', 'found'],
  ['{: #d}\n## Deck', 'deck', 'broken'],
  ['Text.\n\n{: #d}\n## Deck', 'deck', 'broken'],
  ['Text.\n{: #d}\n## Deck', 'deck', 'found'],
  ['## Deck\n{: #d}\n\n## Deck', 'deck', 'found'],
  ['## Deck\n{: #d}\n\n## Deck', 'deck-1', 'broken'],
  ['Deck\n----\n{: #d}', 'deck', 'broken'],
  ['> ## Deck\n> {: #d}', 'deck', 'broken'],
  ['- ## Deck\n  {: #d}', 'deck', 'broken'],
])('ids that kramdown 2.5.2 makes of %j', async (text, id, wanted) => {
  const files = { '_config.yml': '', 'a.md': page(`[x](b.html#${id})`), 'b.md': page(text) };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test('a full address whose first folder has no page may be another project on the host', async () => {
  const text = '[x](https://crew.example.io/other/) [x](https://crew.example.io/crew/gone.html)';
  const files = { '_config.yml': 'url: https://crew.example.io\n', 'a.md': page(text), 'crew/b.md': page('') };
  const handbook = await memoryHandbook(files);
  const answers = judgeLinks(handbook.page('a.md')!, handbook).map(({ resolution }) => resolution.outcome);
  expect(answers).toEqual(['unknown', 'broken']);
});

/** What links on a page of a site come to, by Jekyll 4.4.1. */
async function outcomes(files: Readonly<Record<string, string>>, links: string, path = 'a.md'): Promise<string> {
  const handbook = await memoryHandbook({ '_config.yml': '', [path]: page(links), ...files });
  const judged = judgeLinks(handbook.page(path)!, handbook);
  return judged.map(({ resolution }) => resolution.outcome).join(' ');
}

test.each([
  ['<div>\n\n[x](gone.html)\n\n</div>', 'unknown'],
  ['<div markdown="1">\n\n[x](gone.html)\n\n</div>', 'broken'],
  ['</div>\n```\n\n[x](gone.html)\n```\n', 'unknown'],
])('a link in %j is %s by kramdown 2.5.2', async (text, wanted) => {
  expect(await outcomes({}, text)).toBe(wanted);
});

test('links of a page that is held back are not judged', async () => {
  const files = { '_config.yml': '', 'a.md': '---\npublished: false\n---\n[x](gone.html)\n' };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome).toBe('unknown');
});

// A site on GitHub's pages without a Gemfile may have plugins that make pages of files without front matter.
test.each([
  [{ CNAME: '' }, 'unknown broken unknown'],
  [{}, 'broken broken broken'],
])('with %j, what only plugins would make', async (files, wanted) => {
  expect(await outcomes(files, '[x](/gone/) [x](/gone.html) [x](/gone/README)')).toBe(wanted);
  expect(await outcomes(files, '[x]({{ site.baseurl }}/gone.html)')).toBe('CNAME' in files ? 'unknown' : 'broken');
});

test('jekyll-optional-front-matter renders a file, and leaves it at its own address as well', async () => {
  const files = { '_config.yml': 'plugins: [jekyll-optional-front-matter]\n', 'b.md': '# B\n', '_b.md': '' };
  expect(await outcomes(files, '[x](/b.md) [x](/b.html) [x](/_b.md)')).toBe('unknown found broken');
});

test.each([
  ['[x](../crew/b.md)', 'found'],
  ['[x](../crew/b+c.md)', 'broken'],
  ['[x](<../crew/b.md>)', 'found'],
  ['[x](/crew/b.md)', 'found'],
  ['[x](../../crew/b.md)', 'broken'],
  ['[x](../face.png)', 'found'],
  ['[x](<../face.png>)', 'broken'],
  ['![x](../face.png)', 'found'],
  ['<a href="../crew/b.md">x</a>', 'found'],
  ['<a href="../face.png">x</a>', 'broken'],
  ['<img src="../face.png">', 'broken'],
  ['[x](../crew/log.html)', 'found'],
  ['<a href="../crew/log.html">x</a>', 'broken'],
])('jekyll-relative-links makes of %s what is %s', async (text, wanted) => {
  const files = {
    '_config.yml': 'plugins: [jekyll-relative-links]\npermalink: pretty\n',
    'crew/b.md': page(''),
    'crew/b+c.md': page(''),
    'crew/log.html': '---\npermalink: /was/log/\n---\n<p>',
    'face.png': '',
  };
  expect(await outcomes(files, text, 'crew/a.md')).toBe(wanted);
});

describe('pages of HTML with front matter', () => {
  test.each([
    ['', '/about.html', 'found'],
    ['permalink: pretty\n', '/about/', 'found'],
    ['', '/log/', 'found'],
    ['', '/log.html', 'broken'],
    ['', '/was/', 'broken'],
    ['', '/plain.html', 'found'],
    ['permalink: pretty\n', '/plain/', 'broken'],
    ['permalink: pretty\n', '/toml/', 'broken'],
    ['permalink: pretty\n', '/deck/', 'found'],
    ['permalink: pretty\n', '/deck/index/', 'broken'],
    ['', '/crew/_draft/draft.html', 'broken'],
    ['', '/crew/log.html', 'found'],
    ['collections: {staff: {output: true}}\n', '/staff/', 'found'],
  ])('with %j: %s', async (config, href, wanted) => {
    const files = {
      '_config.yml': config,
      'about.html': '---\nlayout: page\n---\n<p>',
      'log.html': '---\npermalink: /log/\nredirect_from: /was/\n---\n<p>',
      'plain.html': '<p>',
      'toml.html': '+++\ntitle = 1\n+++\n',
      'deck/index.html': page('<p>'),
      'crew/_draft/draft.html': page('<p>'),
      'crew/log.html': page('<p>'),
      '_staff/index.html': page('<p>'),
    };
    expect(await outcomes(files, `[x](${href})`)).toBe(wanted);
  });
});

test('a site in a folder', async () => {
  const config = 'source: docs\nplugins: [jekyll-relative-links]\n';
  const files = { '_config.yml': config, 'docs/b.md': page(''), 'docs/log.html': page(''), 'c.md': page('') };
  const links = '{% link b.md %} b.md /b.md /about.html log.html /log.html /c.html'.replace(
    '{% link b.md %}',
    '<{% link b.md %}>',
  );
  const written = links.match(/<[^>]*>|\S+/g) ?? [];
  expect(await outcomes(files, written.map((href) => `[x](${href})`).join(' '), 'docs/a.md')).toBe(
    'found found found broken found found broken',
  );
});

test('documents that are no Markdown have addresses too', async () => {
  const config = 'collections: {terms: {output: true, permalink: "/terms/:title/"}}\n';
  const files = {
    '_config.yml': config,
    '_terms/mit.txt': '---\ntitle: MIT\n---\nText',
    'all.xml': '---\npermalink: /rss/all.xml\n---\n',
  };
  expect(await outcomes(files, '[x](/terms/mit/) [x](/terms/bsd/) [x](/rss/all.xml) [x](/all.xml)')).toBe(
    'found broken found broken',
  );
});

test.each([
  ['/crew/', '/crew/', 'found'],
  ['/crew/index.html', '/crew/', 'found'],
  ['/crew/v1.2', '/crew/v1.2', 'found'],
  ['/feed.xml', '/feed.xml.html', 'found'],
])('a page with permalink %s is at %s', async (permalink, href, wanted) => {
  expect(await outcomes({ 'b.md': `---\npermalink: ${permalink}\n---\n` }, `[x](${href})`)).toBe(wanted);
});

// `has_precedence?` of Jekyll 4.4: the longest path wins, then what names a type.
test.each([
  ['{path: ""}', '{path: crew}', '/second/b/'],
  ['{path: crew}', '{path: ""}', '/first/b/'],
  ['{path: crew, type: pages}', '{path: crew}', '/first/b/'],
  ['{path: crew}', '{path: "crew/*"}', '/second/b/'],
  ['{path: crew}', '{path: crew, type: posts}', '/first/b/'],
  ['{path: crew}', '{path: crew}', '/second/b/'],
  ['{path: crew}', '{path: crew, type: pages}', '/second/b/'],
  ['{path: crew, type: pages}', '{path: crew, type: pages}', '/second/b/'],
  ['{path: crew/b}', '{path: crew}', '/first/b/'],
])('of two defaults, %s and %s', async (first, second, address) => {
  const each = (scope: string, name: string) => `  - {scope: ${scope}, values: {permalink: "/${name}/:basename/"}}\n`;
  const files = { '_config.yml': `defaults:\n${each(first, 'first')}${each(second, 'second')}`, 'crew/b.md': page('') };
  expect(await outcomes(files, `[x](${address})`)).toBe('found');
});

test('a default without a permalink leaves that of another', async () => {
  const defaults = [
    '{scope: {path: ""}, values: {permalink: "/x/:basename/"}}',
    '{scope: {path: crew}, values: {title: x}}',
  ];
  const files = { '_config.yml': `defaults: [${defaults}]\n`, 'crew/b.md': page('') };
  expect(await outcomes(files, '[x](/x/b/)')).toBe('found');
});

// By Jekyll 4.4.1: a path is the beginning of the file's, and a slash is no beginning of any.
test.each([
  ['crew', 'crew/b.md crewx/c.md'],
  ['crew/', 'crew/b.md'],
  ['crew/b.md', 'crew/b.md'],
  ['cr*', 'crew/b.md crewx/c.md'],
  ['crew/*.md', 'crew/b.md'],
  ['**/b.md', 'crew/b.md'],
  ['/', ''],
  ['/crew', ''],
  ['./crew', ''],
  ['/crew/*', ''],
  ['/**', ''],
  ['all', 'all/d.md'],
  ['all/d.md', ''],
  ['_logs/e.md', 'all/_logs/e.md'],
  ['_logs', 'all/_logs/e.md all/_logs/f/g.md'],
  ['all/_logs/f', 'all/_logs/f/g.md'],
  ['all/_logs/f*', 'all/_logs/f/g.md'],
  ['_logs/f*', ''],
  ['f', ''],
])('a default for the path %s is for %s', async (path, applied) => {
  const scope = `{scope: {path: "${path}"}, values: {permalink: "/x/:path/"}}`;
  const config = `collections_dir: all\ncollections: {logs: {output: true}}\ndefaults: [${scope}]\n`;
  const names = ['crew/b.md', 'crewx/c.md', 'all/d.md', 'all/_logs/e.md', 'all/_logs/f/g.md'];
  const files = Object.fromEntries(names.map((name) => [name, page('')]));
  const { pages } = await memoryHandbook({ '_config.yml': config, ...files });
  const moved = pages.filter(({ address }) => address?.startsWith('/x/'));
  expect(new Set(moved.map((each) => each.path))).toEqual(new Set(applied.split(' ').filter(Boolean)));
});

test.each([
  ['', 'broken'],
  ['plugins: [jekyll-redirect-from]\n', 'found'],
])('old addresses lead on with the plugin alone: %j', async (config, wanted) => {
  expect(await outcomes({ '_config.yml': config, 'b.md': '---\nredirect_from: /was/\n---\n' }, '[x](/was/)')).toBe(
    wanted,
  );
});

test.each([
  ['', 'broken'],
  ['unpublished: true\n', 'found'],
])('what front matter holds back is there where the configuration shows it: %j', async (config, wanted) => {
  expect(await outcomes({ '_config.yml': config, 'b.md': '---\npublished: false\n---\n' }, '[x](/b.html)')).toBe(
    wanted,
  );
});

// By Jekyll 4.4.1, which goes on without the values that it cannot read.
test.each([
  ['permalink: /x/', '/x/', 'found'],
  ['permalink: /x/\nname: *gone', '/x/', 'broken'],
  ['permalink: /x/\nname: *gone', '/b.html', 'found'],
  ['permalink: /x/\nname: [a', '/b.html', 'found'],
  ['only words', '/b.html', 'found'],
  ['published: false', '/b.html', 'broken'],
  ['redirect_from: /was/', '/was/', 'broken'],
])('a page of HTML with %j, asked for by %s', async (frontMatter, href, wanted) => {
  expect(await outcomes({ 'b.html': `---\n${frontMatter}\n---\n` }, `[x](${href})`)).toBe(wanted);
});

// By Jekyll 4.4.1 with jekyll-redirect-from 0.17.0: `was.html`, `were/index.html`, `rel.html` and `a/index.html`.
test.each([
  ['/was', '/was', 'found'],
  ['/was', '/was.html', 'found'],
  ['/was.html', '/was', 'found'],
  ['/was.html', '/was.html', 'found'],
  ['/was.txt', '/was.txt', 'found'],
  ['/was.txt', '/was.txt.html', 'broken'],
  ['/was/', '/was.html', 'broken'],
  ['/was', '/was/', 'broken'],
  ['/were/', '/were/', 'found'],
  ['rel', '/rel', 'found'],
  ['rel', '/sub/rel', 'broken'],
  ['/a/index.html', '/a/', 'found'],
])('an old address %s counts from the top: %s is %s', async (from, href, wanted) => {
  const files = {
    '_config.yml': 'plugins: [jekyll-redirect-from]\n',
    'sub/b.md': `---\nredirect_from: ${from}\n---\n`,
  };
  expect(await outcomes(files, `[x](${href})`)).toBe(wanted);
});

test('a page of HTML leads on from its old addresses with the plugin', async () => {
  const files = { '_config.yml': 'plugins: [jekyll-redirect-from]\n', 'b.html': '---\nredirect_from: /was/\n---\n' };
  expect(await outcomes(files, '[x](/was/)')).toBe('found');
});
