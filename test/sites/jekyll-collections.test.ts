import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { collectionFileAt } from '../../src/sites/jekyll/documents.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (text: string) => `---\ntitle: A\n---\n\n${text}\n`;

/** What links on a page of a site come to, by Jekyll 4.4.1. */
async function outcomes(files: Readonly<Record<string, string>>, links: string, path = 'a.md'): Promise<string> {
  const handbook = await memoryHandbook({ '_config.yml': '', [path]: page(links), ...files });
  const judged = judgeLinks(handbook.page(path)!, handbook);
  return judged.map(({ resolution }) => resolution.outcome).join(' ');
}

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
