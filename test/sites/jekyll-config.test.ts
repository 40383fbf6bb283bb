import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import type { PageSummary } from '../../src/model/page-summary.ts';
import { isPage as isJekyllPage, isRead, placeAll as placeJekyll } from '../../src/sites/jekyll/addresses.ts';
import { type JekyllSettings, readJekyll } from '../../src/sites/jekyll/config.ts';
import { computed } from '../../src/sites/jekyll/links.ts';

type Files = Readonly<Record<string, string>>;

const siteFiles = (content: readonly string[]) => ({ content }) as Parameters<typeof placeJekyll>[0];

describe('Jekyll', () => {
  const read = (text: string, files: Files = {}, path = '_config.yml'): JekyllSettings =>
    readJekyll(path, memoryTree({ [path]: text, ...files }));
  const gem = (name: string): Files => ({ Gemfile: `source "x"\ngem "${name}"\n` });
  const remote = (url: string): Files => ({ '.git/config': `[remote "origin"]\n\turl = ${url}\n` });

  test.each<[text: string, files: Files, settings: Partial<JekyllSettings>]>([
    [
      '',
      {},
      {
        content: [''],
        base: '/',
        host: null,
        unsurePages: null,
        unsureIds: null,
        suffix: '.html',
        optionalFrontMatter: false,
        readmeIndex: false,
        relativeLinks: false,
        redirects: false,
        included: [],
        excluded: [],
        defaults: [],
        includes: ['_includes'],
      },
    ],
    ['baseurl: /x', {}, { base: '/x/' }],
    ['baseurl: x/', {}, { base: '/x/' }],
    ['baseurl: /x/', {}, { base: '/x/' }],
    ['baseurl: ""', {}, { base: '/' }],
    ['url: https://Docs.example.org', {}, { host: 'docs.example.org' }],
    ['url: docs', {}, { host: null }],
    ['source: ./src/', {}, { content: ['src'] }],
    ['permalink: pretty', {}, { suffix: '/' }],
    ['permalink: /:categories/:title/', {}, { suffix: '/' }],
    ['permalink: date', {}, { suffix: '.html' }],
    ['permalink: ordinal', {}, { suffix: '.html' }],
    ['permalink: none', {}, { suffix: '.html' }],
    ['permalink: weekdate', {}, { suffix: '' }],
    ['permalink: /:title.html', {}, { suffix: '' }],
    ['permalink: /:title:output_ext', {}, { suffix: '.html' }],
    ['permalink: /:title', {}, { suffix: '' }],
    [
      'plugins: [jekyll-optional-front-matter, jekyll-readme-index, jekyll-relative-links]',
      {},
      { optionalFrontMatter: true, readmeIndex: true, relativeLinks: true },
    ],
    ['gems: [jekyll-readme-index]', {}, { readmeIndex: true, optionalFrontMatter: false }],
    ['plugins: [jekyll-relative-links]\nrelative_links: {enabled: false}', {}, { relativeLinks: false }],
    ['plugins: [jekyll-relative-links]\nrelative_links: {enabled: true}', {}, { relativeLinks: true }],
    ['plugins: [jekyll-redirect-from]', {}, { redirects: true }],
    ['', gem('github-pages'), { optionalFrontMatter: true, readmeIndex: true, relativeLinks: true, redirects: true }],
    ['', { Gemfile: '# gem "github-pages"\n' }, { optionalFrontMatter: false, redirects: false }],
    ['', gem('jekyll-relative-links'), { relativeLinks: true, readmeIndex: false }],
    [
      '',
      { CNAME: 'x.example' },
      { optionalFrontMatter: null, readmeIndex: null, relativeLinks: null, redirects: true },
    ],
    ['', remote('git@github.com:a/b.git'), { relativeLinks: null }],
    ['', remote('https://gitlab.com/a/b.git'), { relativeLinks: false }],
    ['plugins: [jekyll-feed]', remote('https://github.com/a/b.git'), { relativeLinks: false }],
    ['', { ...gem('jekyll'), ...remote('https://github.com/a/b.git') }, { relativeLinks: false }],
    ['plugins: [jekyll-feed, jemoji, jekyll-own]', {}, { unsurePages: 'the plugin jekyll-own may make pages' }],
    ['plugins: [jekyll-feed, jemoji]', {}, { unsurePages: null }],
    ['', { '_plugins/a.rb': '' }, { unsurePages: '_plugins may make pages' }],
    ['', { '_plugins/README.md': '' }, { unsurePages: null }],
    // What is below the source counts, as Jekyll 4.4.1 has it.
    ['source: src', { 'src/_plugins/a.rb': '' }, { unsurePages: 'src/_plugins may make pages' }],
    ['source: src', { '_plugins/a.rb': '' }, { unsurePages: null }],
    ['source: src\nplugins_dir: rb', { 'rb/a.rb': '' }, { unsurePages: 'rb may make pages' }],
    ['plugins_dir: [rb, py]', { 'py/a.rb': '' }, { unsurePages: 'py may make pages' }],
    ['plugins_dir: rb', { '_plugins/a.rb': '' }, { unsurePages: null }],
    ['source: src', { 'src/_layouts/a.html': '<i id="x">', '_layouts/a.html': '<i id="y">' }, { layoutIds: ['x'] }],
    [
      'layouts_dir: l\nincludes_dir: i',
      { 'l/a.html': '{% include b.html %}', 'i/b.html': '<i id="x">' },
      { layoutIds: ['x'] },
    ],
    ['source: src\nincludes_dir: i', {}, { includes: ['src/i'] }],
    [
      'collections: {crew: {output: true}, ship: {output: false}, deck: , log: {output: true, permalink: /l/}}',
      {},
      {
        collections: [
          { name: 'crew', permalink: '/:collection/:path:output_ext' },
          { name: 'log', permalink: '/l/' },
          { name: 'posts', permalink: '/:categories/:year/:month/:day/:title:output_ext' },
        ],
      },
    ],
    ['markdown: kramdown', {}, { unsureIds: null }],
    ['markdown: CommonMark', {}, { unsureIds: 'Markdown is not rendered by kramdown in its usual way' }],
    ['kramdown: {input: gfm}', {}, { unsureIds: null }],
    ['kramdown: {input: kramdown}', {}, { unsureIds: 'Markdown is not rendered by kramdown in its usual way' }],
    ['kramdown: {auto_ids: false}', {}, { unsureIds: null, idPrefix: null }],
    ['kramdown: {auto_ids: true}', {}, { unsureIds: null, idPrefix: '' }],
    ['kramdown: {auto_id_prefix: h-}', {}, { unsureIds: null, idPrefix: 'h-' }],
    ['kramdown: {auto_id_stripping: true, gfm_quirks: paragraph_end}', {}, { unsureIds: null }],
    [
      'kramdown: {gfm_quirks: [no_auto_typographic]}',
      {},
      { unsureIds: 'Markdown is not rendered by kramdown in its usual way' },
    ],
    ['kramdown: {parse_block_html: false}', {}, { unsureIds: null }],
    ['kramdown: {parse_block_html: true}', {}, { unsureIds: 'Markdown is not rendered by kramdown in its usual way' }],
    [
      '',
      {
        '_layouts/a.html': '<i id="{{ page.title }}">{% include b.html %}',
        '_includes/b.html': '<i id=b name="c"><i id="">',
      },
      { unsureIds: '_layouts/a.html makes ids of titles', layoutIds: ['b', 'c'] },
    ],
    [
      '',
      { '_layouts/a.html': '<i id="x-{{ forloop.index }}">', '_layouts/b.md': '<i id="no">' },
      { unsureIds: null, layoutIds: [] },
    ],
    ['include: [_a]\nexclude: [b, c/d]', {}, { included: ['_a'], excluded: ['b', 'c/d'] }],
    [
      'defaults: [{scope: {path: /a, type: pages}, values: {permalink: /x/}}, {values: {slug: s}}]',
      {},
      {
        defaults: [
          { path: '/a', type: 'pages', permalink: '/x/', isOpaque: false },
          { path: '', type: null, permalink: null, isOpaque: true },
        ],
      },
    ],
  ])('%s %j', (text, files, settings) => {
    expect(read(text, files)).toMatchObject(settings);
  });

  test('in a folder below the root', () => {
    const files = { 'docs/Gemfile': 'gem "jekyll-readme-index"', 'docs/_plugins/x.rb': '' };
    expect(read('', files, 'docs/_config.yml')).toMatchObject({
      content: ['docs'],
      includes: ['docs/_includes'],
      readmeIndex: true,
      unsurePages: 'docs/_plugins may make pages',
    });
    expect(() => read('', {}, '_config.toml')).toThrow('_config.toml cannot be read');
  });

  test.each([
    ['a.md', '', true],
    ['a/b.md', '', true],
    ['_a/b.md', '', false],
    ['a/.b/c.md', '', false],
    ['a/#b.md', '', false],
    ['a/b.md~', '', false],
    ['~a.md', '', false],
    ['_crew/b.md', 'collections: {crew: {output: true}}', true],
    ['a/_crew/b.md', 'collections: {crew: {output: true}}', false],
    ['_crew/_b.md', 'collections: {crew: {output: true}}', false],
    ['_a/b.md', 'include: [_a]', true],
    // A folder of the same name anywhere, and a file by its whole path, but no folder by its path.
    ['c/_a/b.md', 'include: [_a]', true],
    ['_a/b.md', 'include: [_a/]', true],
    ['_ab/b.md', 'include: [_a]', true],
    ['_ab/b.md', 'include: ["_a*"]', true],
    ['_a/b.md', 'include: [_a/b.md]', true],
    ['_a/c.md', 'include: [_a/b.md]', false],
    ['c/_a/b.md', 'include: [c/_a]', false],
    ['.y/c.md', 'include: [.y]', true],
    // From the top, by the beginning of the path; stars stand for slashes as well.
    ['a/b.md', 'exclude: [a]', false],
    ['a.md', 'exclude: [a]', false],
    ['a.md', 'exclude: [a/]', true],
    ['a/b.md', 'exclude: [a/]', false],
    ['c/a/b.md', 'exclude: [a]', true],
    ['c/a/b.md', 'exclude: [a/b.md]', true],
    ['a/b.md', 'exclude: [a/b.md]', false],
    ['b.md', 'exclude: [/b.md]', false],
    ['a/b.md', 'exclude: ["a/*"]', false],
    ['a/b/d.md', 'exclude: ["*b"]', false],
    ['a/b.md', 'exclude: ["*/b.md"]', false],
    ['b.md', 'exclude: ["*/b.md"]', true],
    ['a/b.md', 'exclude: ["a?b.md"]', false],
    ['a/b.md', 'exclude: ["{a,b}/b.md"]', true],
    ['b/c.md', 'exclude: [./b]', true],
  ])('%s with %j is read: %s', (path, text, is) => {
    expect(isRead(path, read(text))).toBe(is);
  });

  test.each<[path: string, summary: PageSummary, text: string, address: string | null]>([
    ['a/b.md', {}, '', '/a/b.html'],
    ['a/index.md', {}, '', '/a/'],
    ['a/b.md', {}, 'permalink: pretty', '/a/b/'],
    ['a/b.md', {}, 'permalink: /:title', '/a/b.html'],
    ['a/README.md', {}, '', '/a/README.html'],
    ['a/b.md', { values: { permalink: '/x/' } }, '', '/x/'],
    ['a/b.md', { values: { permalink: 'x' } }, '', '/x.html'],
    ['a/b.md', { values: { permalink: '/:path/:basename:output_ext' } }, '', '/a/b.html'],
    ['a/b.md', { values: { permalink: '/:path//:basename/' } }, '', '/a/b/'],
    ['a/b.md', { values: { published: 'false' } }, '', null],
    ['a/b.md', { values: { published: 'true' } }, '', '/a/b.html'],
    ['a/b.md', {}, 'defaults: [{scope: {path: a}, values: {permalink: /x/}}]', '/x/'],
    [
      'a/b.md',
      {},
      'defaults: [{scope: {path: a/}, values: {permalink: /x/}}, {scope: {path: a/b.md}, values: {permalink: /y/}}]',
      '/y/',
    ],
    ['a/b.md', { values: { permalink: '/z/' } }, 'defaults: [{scope: {path: ""}, values: {permalink: /x/}}]', '/z/'],
  ])('%s with %j and %j is at %s', (path, summary, text, address) => {
    const settings = read(text);
    const { places } = placeJekyll(
      siteFiles([path]),
      new Map([[path, { hasFrontMatter: true, ...summary }]]),
      settings,
    );
    expect(places.get(path)).toMatchObject({ address, unbuilt: address === null ? 'unrendered' : null });
  });

  test.each<[path: string, plugins: string, address: string]>([
    ['a/b.md', '', '/a/b.md'],
    ['a/b.md', 'jekyll-optional-front-matter', '/a/b.html'],
    ['a/README.md', 'jekyll-optional-front-matter, jekyll-readme-index', '/a/'],
  ])('%s, without front matter, with %j is at %s', (path, plugins, address) => {
    const settings = read(`plugins: [${plugins}]`);
    const { places, published } = placeJekyll(siteFiles([path, 'x/index.md']), new Map(), settings);
    expect(places.get(path)).toMatchObject({
      address,
      logical: `/${path}`,
      kind: address.endsWith('/') ? 'section' : 'regular',
      folder: path.startsWith('a') ? '/a' : '/x',
      files: address.endsWith('/') ? '/a/' : null,
    });
    expect([published('a/i.png', true), published('_a/i.png', true)]).toEqual(['/a/i.png', null]);
  });

  test.each([
    ['a.md', true],
    ['a.markdown', true],
    ['a.MD', true],
    ['a.html', false],
  ])('%s is Markdown: %s', (path, is) => {
    expect(isJekyllPage(path)).toBe(is);
  });

  test.each([
    ['{{~site.baseurl~}}/a', { kind: 'address', href: '/x/a' }],
    ['{{site.baseurl}}a', { kind: 'address', href: '/x/a' }],
    ['{{-~site.baseurl~-}}', { kind: 'address', href: '/x' }],
    ['{{ site.url }}{{ site.baseurl }}/a#b', { kind: 'address', href: '/x/a#b' }],
    ['{{ site.url }}/a', null],
    ['/{{ site.baseurl }}/a', null],
    ['{{ site.baseurl }}/{{ page.x }}', null],
    ["{{ '/a' | relative_url }}", { kind: 'address', href: '/x/a' }],
    ['{{ "a" | absolute_url }}#b', { kind: 'address', href: '/x/a#b' }],
    ['{{ "/a" | prepend: site.baseurl }}?q', { kind: 'address', href: '/x/a?q' }],
    ['{{ "/a" | relative_url }}/b', null],
    ['{{ "/a#b" | relative_url }}', null],
    ['{{ page.x | relative_url }}', null],
    ['{%~link~a/b.md~%}', { kind: 'file', path: 'a/b.md', fragment: null }],
    ['{%- link /a.md -%}#b', { kind: 'file', path: 'a.md', fragment: 'b' }],
    ['{% link {{ x }} %}', null],
  ])('%s comes to %j', (href, expected) => {
    expect(computed(href, { base: '/x/' })).toEqual(expected);
  });
});
