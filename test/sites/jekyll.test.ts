import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { collectionFileAt } from '../../src/sites/jekyll/documents.ts';
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

describe('posts stand where their date, folder and front matter say', () => {
  const dated = '_posts/2024-05-01-Set-Sail.md';
  test.each([
    ['by default', '', dated, '', '/2024/05/01/Set-Sail.html'],
    ['pretty', 'permalink: pretty\n', dated, '', '/2024/05/01/Set-Sail/'],
    ['by the day of the year', 'permalink: ordinal\n', dated, '', '/2024/122/Set-Sail.html'],
    ['without a date', 'permalink: none\n', dated, '', '/Set-Sail.html'],
    ['by a pattern', 'permalink: /log/:year/:i_month/:slug/\n', dated, '', '/log/2024/5/set-sail/'],
    ['by a pattern for posts', 'collections: {posts: {permalink: /:short_month/:title}}\n', dated, '', '/May/Set-Sail'],
    ['by categories', '', dated, 'categories: Deck Hold\n', '/deck/hold/2024/05/01/Set-Sail.html'],
    ['by a category of two words', '', dated, 'category: Main Deck\n', '/main%20deck/2024/05/01/Set-Sail.html'],
    ['below a folder', '', 'crew/_posts/2024-05-01-Set-Sail.md', '', '/crew/2024/05/01/Set-Sail.html'],
    ['by a slug', '', dated, 'slug: sail\n', '/2024/05/01/sail.html'],
    ['by a date of their own', '', dated, 'date: 2023-1-2\n', '/2023/01/02/Set-Sail.html'],
    [
      'by the zone of the site',
      'timezone: Asia/Tokyo\n',
      dated,
      'date: 2023-01-02 23:00:00 +0000\n',
      '/2023/01/03/Set-Sail.html',
    ],
    ['by a permalink', '', dated, 'permalink: /:year/log\n', '/2024/log'],
    ['by a word with a line behind it', 'permalink: /:year_:title/\n', dated, '', '/2024_Set-Sail/'],
    [
      'by every word of a day',
      'permalink: /:short_year/:long_month/:i_month/:short_month/:day/:i_day/:y_day/:title/\n',
      '_posts/2024-06-09-sail.md',
      '',
      '/24/June/6/Jun/09/9/161/sail/',
    ],
    ['by a year of two digits', '', '_posts/24-06-09-sail.md', '', '/2024/06/09/sail.html'],
    ['by a year of three digits', '', '_posts/100-06-09-sail.md', '', '/0100/06/09/sail.html'],
    ['by a time without a zone', '', dated, 'date: 2023-01-02 12:00:00\n', '/2023/01/02/Set-Sail.html'],
    [
      'by a time in a zone of half an hour',
      'timezone: UTC\n',
      dated,
      'date: 2023-01-02 22:45:00 -0130\n',
      '/2023/01/03/Set-Sail.html',
    ],
    [
      'by a time in a zone ahead',
      'timezone: UTC\n',
      dated,
      'date: 2023-01-02 01:15:00 +0130\n',
      '/2023/01/01/Set-Sail.html',
    ],
    ['as pictures', '', '_posts/2024-05-01-face.png', '', '/2024/05/01/face.png'],
    [
      'by a default',
      'defaults: [{scope: {path: "", type: posts}, values: {permalink: /log/:title/}}]\n',
      dated,
      '',
      '/log/Set-Sail/',
    ],
    ['in a folder of collections', 'collections_dir: all\n', `all/${dated}`, '', '/2024/05/01/Set-Sail.html'],
  ])('%s', async (_, config, path, front, address) => {
    const files = { '_config.yml': config, [path]: path.endsWith('.md') ? `---\n${front}---\n# Sail\n` : '' };
    expect(await outcomes(files, `[x](${address}) [x](${address}x)`)).toBe('found broken');
  });

  test.each([
    ['2023-01-02 23:00:00 -0500', 'unknown unknown broken'],
    ['2023-01-02 03:00:00 -0500', 'found broken broken'],
  ])('at %s the zone of the build may decide on the day', async (date, wanted) => {
    const files = { '_posts/2024-05-01-sail.md': `---\ndate: ${date}\n---\n` };
    expect(
      await outcomes(files, '[x](/2023/01/02/sail.html) [x](/2023/01/03/sail.html) [x](/2023/01/04/sail.html)'),
    ).toBe(wanted);
  });

  test('what is made of the hour leaves all addresses of the pattern open', async () => {
    const files = { '_config.yml': 'permalink: /log/:hour/:title/\n', '_posts/2024-05-01-sail.md': page('') };
    expect(await outcomes(files, '[x](/log/gone/) [x](/gone/)')).toBe('unknown broken');
  });

  test('a file without a date in its name is none', async () => {
    expect(
      await outcomes({ '_posts/sail.md': page(''), '_posts/face.png': '' }, '[x](/sail.html) [x](/face.png)'),
    ).toBe('broken broken');
  });

  test('what a default says besides a permalink leaves their addresses open', async () => {
    const config = 'defaults: [{scope: {path: ""}, values: {slug: s}}]\npermalink: /log-:title/\n';
    const files = { '_config.yml': config, '_posts/2024-05-01-sail.md': page('') };
    expect(await outcomes(files, '[x](/log-gone/) [x](/gone/)')).toBe('unknown unknown');
  });

  test.each([
    ['{% post_url 2024-05-01-sail %}#deck', 'found'],
    ['{% post_url crew/2024-05-01-oar %}', 'found'],
    ['{% post_url 2024-05-01-sail %}#hold', 'broken'],
    ['{% post_url 2024-05-02-gone %}', 'unknown'],
    ['{% link plan.png %}', 'found'],
  ])('%s names one', async (href, wanted) => {
    const files = {
      '_posts/2024-05-01-sail.md': page('## Deck'),
      'crew/_posts/2024-05-01-oar.md': page(''),
      'plan.png': '',
    };
    expect(await outcomes(files, `[x](${href})`)).toBe(wanted);
  });
});

describe('documents of collections', () => {
  test.each([
    ['as their path', '', '', '/crew/a/Ann%20B.html'],
    ['as the style of the site', 'permalink: pretty\n', '', '/crew/a/Ann%20B/'],
    ['by a pattern', '', 'permalink: /people/:name/', '/people/ann-b/'],
    ['by collection and title', '', 'permalink: /:collection/:title', '/crew/Ann-B'],
  ])('stand %s', async (_, config, more, address) => {
    const files = {
      '_config.yml': `${config}collections:\n  crew:\n    output: true\n    ${more}\n`,
      '_crew/a/Ann B.md': page('# Ann'),
      '_crew/a/face.png': '',
    };
    expect(await outcomes(files, `[x](${address}) [x](${address}x)`)).toBe('found broken');
  });

  // Built by Jekyll 4.4.1, as the next: without a date, bob.md went to /people/2026/bob/, by the time at which it was written.
  test('without front matter are copied as they are', async () => {
    const files = { '_config.yml': 'collections: {crew: {output: true}}\n', '_crew/bob.md': 'Bob.\n' };
    expect(await outcomes(files, '[x](/crew/bob.md) [x](/crew/bob.html)')).toBe('found broken');
  });

  test('without a date, at an address that is made of one, leave all addresses of the pattern open', async () => {
    const files = {
      '_config.yml': 'collections: {crew: {output: true, permalink: "/people/:year/:title/"}}\n',
      '_crew/bob.md': page(''),
    };
    expect(await outcomes(files, '[x](/people/gone/) [x](/peopled/) [x](/gone/) [x](../_crew/bob.md)')).toBe(
      'unknown broken broken broken',
    );
    const relative = { ...files, '_config.yml': `plugins: [jekyll-relative-links]\n${files['_config.yml']}` };
    expect(await outcomes(relative, '[x](_crew/bob.md)')).toBe('unknown');
    expect(
      await outcomes(
        { ...relative, '_crew/bob.md': '---\npublished: false\n---\n' },
        '[x](_crew/bob.md) [x](/people/gone/)',
      ),
    ).toBe('broken broken');
  });

  test('lie in the folder of collections', async () => {
    const config = 'collections_dir: all\ncollections: {crew: {output: true}}\n';
    const files = { '_config.yml': config, 'all/_crew/ann.md': page(''), 'other/_crew/bob.md': page('') };
    expect(await outcomes(files, '[x](/crew/ann.html) [x](/crew/bob.html)')).toBe('found broken');
    const settings = { collections: [{ name: 'crew', permalink: '' }], collectionsFolder: '' };
    expect([collectionFileAt('_crew', settings), collectionFileAt('_crew/a', settings)?.path]).toEqual([null, '/a']);
  });

  test('an index is the page of the collection’s folder, and files lie beside it', async () => {
    const files = {
      '_config.yml': 'collections: {crew: {output: true}}\n',
      '_crew/index.md': page(''),
      '_crew/face.png': '',
    };
    expect(await outcomes(files, '[x](/crew/) [x](/crew/index.html) ![x](/crew/face.png) ![x](/_crew/face.png)')).toBe(
      'found found found broken',
    );
  });

  test.each([
    ['', 'broken found'],
    ['relative_links: {collections: true}\n', 'found found'],
  ])('links by file work there where the plugin is told so: %j', async (more, wanted) => {
    const config = `plugins: [jekyll-relative-links]\ncollections: {crew: {output: true}}\n${more}`;
    const files = { '_config.yml': config, '_crew/bo.md': page(''), 'c.md': page('') };
    expect(await outcomes(files, '[x](bo.md) [x](bo.html)', '_crew/ann.md')).toBe(wanted);
  });
});

// Built by Jekyll 4.4.1 with jekyll-relative-links 0.9.1.
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

test('a page of HTML leads on from its old addresses with the plugin', async () => {
  const files = { '_config.yml': 'plugins: [jekyll-redirect-from]\n', 'b.html': '---\nredirect_from: /was/\n---\n' };
  expect(await outcomes(files, '[x](/was/)')).toBe('found');
});
