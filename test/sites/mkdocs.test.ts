import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const config = `site_name: Crew
site_url: https://crew.example.com/
theme:
  name: mkdocs
  custom_dir: theme
markdown_extensions: [admonition, attr_list, footnotes, pymdownx.tabbed, pymdownx.superfences]
`;

/** What the links of a page come to; each verdict is that of MkDocs 1.6.1 with Python-Markdown 3.10 and pymdownx 11.0.1. */
async function outcomes(files: Readonly<Record<string, string>>, more = ''): Promise<readonly string[]> {
  const handbook = await memoryHandbook({ 'mkdocs.yml': config + more, ...files });
  return judgeLinks(handbook.page('docs/a.md')!, handbook).map(({ resolution }) => resolution.outcome);
}

test.each([
  ['[x](a b.md)', 'found'],
  ['[x](a b.md#deck)', 'found'],
  ['[x](a b.md#gone)', 'broken'],
  ['[x](sub/c d.md "Title")', 'found'],
  ['[x]( p q.txt )', 'found'],
  ['![x](p q.txt)', 'found'],
  ['[x](gone page.md)', 'broken'],
  ['[x](sub/e.md#two words)', 'found'],
  ['[x](sub/e.md#three words)', 'broken'],
  ['[x](sub/e.md#two words "Title") [y](#of deck)', 'found broken'],
  ['[x](a b.md#of deck)', 'broken'],
  // No name of a file, and a definition.
  ['f[x](see this)', ''],
  ['[x][y]\n\n[y]: a b.md', ''],
  ['```\n[x](a b.md)\n```', ''],
])('a destination with blanks, %s, is %s', async (link, wanted) => {
  const files = {
    'docs/a b.md': '## Deck',
    'docs/sub/c d.md': '',
    'docs/p q.txt': '',
    'docs/a.md': link,
    'docs/sub/e.md': '<a id="two words"></a>',
  };
  expect((await outcomes(files)).join(' ')).toBe(wanted);
});

test.each([
  ['{#\n[x](gone.md)\n#}', 'unknown'],
  ['{# a #} [x](gone.md) {# b #}', 'broken'],
  ['{# a\n\n[x](gone.md)', 'broken'],
  ['[x]({{ root }}/gone.md)', 'unknown'],
])('with macros, %j is %s', async (text, wanted) => {
  expect((await outcomes({ 'docs/a.md': text }, 'plugins: [macros]\n')).join(' ')).toBe(wanted);
  expect((await outcomes({ 'docs/a.md': '{# [x](gone.md) #}' })).join(' ')).toBe('broken');
});

test.each([
  ['plugins: [search]', 'broken'],
  ['plugins: [macros]', 'unknown'],
  ['plugins: [include-markdown]', 'unknown'],
  ['plugins: [table-reader]', 'unknown'],
  ['plugins:\n  - group:\n      enabled: true\n      plugins: [macros]', 'unknown'],
  ['plugins:\n  - material/group:\n      enabled: !ENV CI\n      plugins: [macros]', 'unknown'],
  ['plugins:\n  - group:\n      enabled: true\n      plugins: [strange]', 'unknown'],
  ['plugins:\n  - group:\n      enabled: true\n      plugins: [meta]', 'broken'],
  ['plugins:\n  - group:\n      plugins: [macros]', 'broken'],
  ['hooks: [hook.py]', 'unknown'],
])('braces are text but for what fills them in: with %s ids are %s', async (more, wanted) => {
  for (const text of ['`{{ secrets.KEY }}`', '    {% if crew %}'])
    expect(await outcomes({ 'docs/a.md': `[x](#gone)\n\n${text}\n` }, `${more}\n`)).toEqual([wanted]);
});

// Built as nine-note-b, crew-two (attr_list takes what ends the heading) and nineteen-x.
test.each([
  ['## Nine {{< note >}} b', 'unknown'],
  ['Crew two {% if y %}\n---', 'unknown'],
  ['# Nineteen {{ x }}', 'unknown'],
  ['- item\n\n    ## Gamma {% c %}', 'unknown'],
  ['> ## Delta {% d %}', 'unknown'],
  ['```yaml\n# {{ value }}\n```', 'broken'],
  ['{{ text }}\n\n---', 'broken'],
])('a page with braces in a heading may have other ids: %j', async (text, wanted) => {
  expect(await outcomes({ 'docs/a.md': `[x](#gone)\n\n${text}\n` })).toEqual([wanted]);
  expect(await outcomes({ 'docs/a.md': `---\ntitle: "{{ x }}"\n---\n[x](#gone)\n` })).toEqual(['broken']);
});

test.each([
  ['[x](#hidden) [y](#deck)\n\n{#\n## Hidden\n#}\n\n## Deck\n', 'broken found'],
  ['[x](#hidden)\n\n{#\n\n    ## Hidden\n\n#}\n', 'broken'],
  ['[x](#open)\n\n{#\n\n## Open\n', 'found'],
])('with macros, headings in %j are %s', async (text, wanted) => {
  expect((await outcomes({ 'docs/a.md': text }, 'plugins: [macros]\n')).join(' ')).toBe(wanted);
});

test.each([
  ['/blog/feed_rss_created.xml', 'unknown'],
  ['/blog/news.xml', 'unknown'],
  ['/feed_rss_updated.xml', 'unknown'],
  ['/blog/other.xml', 'broken'],
])('with feeds where the configuration puts them, %s is %s', async (href, wanted) => {
  const feeds =
    'plugins:\n  - rss:\n      feeds_filenames: {rss_created: blog/feed_rss_created.xml, json_created: blog/news.xml}\n';
  expect(await outcomes({ 'docs/a.md': `[x](${href})` }, feeds)).toEqual([wanted]);
});

/** Run with mkdocs-static-i18n 1.3. */
describe('translations', () => {
  const languages = 'languages: [{locale: en, default: true, name: E}, {locale: fr, name: F}]';
  const plugin = (structure: string) => `plugins:\n  - i18n: {docs_structure: ${structure}, ${languages}}\n`;
  const follow = async (files: Readonly<Record<string, string>>, page: string, structure: string) => {
    const handbook = await memoryHandbook({ 'mkdocs.yml': config + plugin(structure), ...files });
    return judgeLinks(handbook.page(page)!, handbook).map(({ resolution }) => resolution.outcome);
  };

  test.each([
    [
      'docs/index.md',
      '[x](a.md#deck) [x](a.fr.md) [x](a.md#pont) [x](/fr/a/) [x](#home)',
      'found unknown unknown unknown found',
    ],
    ['docs/index.fr.md', '[x](a.md#deck) [x](a.fr.md#pont) [x](a.md#pont) [x](b.md)', 'unknown found found found'],
    ['docs/a.fr.md', '[x](c.en.md) [x](c.md) [x](p.png)', 'unknown unknown found'],
  ])('named by their endings: on %s %s is %s', async (page, text, wanted) => {
    const files = {
      'docs/a.md': '## Deck',
      'docs/a.fr.md': '## Pont',
      'docs/b.md': '',
      'docs/c.en.md': '',
      'docs/p.png': '',
      [page]: `${text}\n\n# Home\n`,
    };
    expect((await follow(files, page, 'suffix')).join(' ')).toBe(wanted);
  });

  test('in folders', async () => {
    const text = '[x](a.md) [x](../fr/a.md) [x](/en/a/)\n';
    const files = { 'docs/en/index.md': text, 'docs/en/a.md': '', 'docs/fr/a.md': '' };
    expect(await follow(files, 'docs/en/index.md', 'folder')).toEqual(['found', 'unknown', 'unknown']);
  });
});

describe('Python-Markdown makes ids of more than CommonMark has', () => {
  test.each([
    ['no space after the hashes', '#Watch rules', 'watch-rules', 'found'],
    ['in an admonition', '!!! note\n\n    ## Rules', 'rules', 'found'],
    ['in two tabs', '=== "Sail"\n\n    ## Rules\n\n=== "Oar"\n\n    ## Rules', 'rules_1', 'found'],
    ['of a tab without slugs', '=== "Sail away"\n\n    Wind.', 'sail-away', 'broken'],
    ['of a tab by its number', '=== "Sail"\n\n    Wind.\n\n=== "Oar"\n\n    Arms.', '__tabbed_1_2', 'found'],
    ['in code of another language', '```sh\n# Rules\n```', 'rules', 'broken'],
    ['in code below a paragraph', 'Text\n\n    ## Rules', 'rules', 'broken'],
    ['in an item of a list', '- item\n\n    ##Rules', 'rules', 'found'],
    ['in a definition', 'Term\n:   text\n\n    ##Rules', 'rules', 'found'],
    ['with blanks before it', '  ##Rules', 'rules', 'broken'],
    ['in a comment', '<!--\n##Rules\n-->', 'rules', 'broken'],
    ['below a comment', '<!-- a -->\n\n##Rules', 'rules', 'found'],
    ['in HTML', '<div>\n##Rules\n</div>', 'rules', 'broken'],
    ['that has another id', '## Rules { #laws }', 'rules', 'broken'],
    ['of a fence', '``` { .sh #run }\nls\n```', 'run', 'found'],
    ['with letters of other scripts', '## Rules { #übersicht }', 'übersicht', 'found'],
    ['in front matter', '---\ntitle: Rules\n---\n', 'title-rules', 'broken'],
    ['in the second tab', '=== "A"\n\n    ## Sail\n\n=== "B"\n\n    ## Sail\n\n## Sail', 'sail_2', 'found'],
    ['past the last of a name', '=== "A"\n\n    ## Sail\n\n=== "B"\n\n    ## Sail', 'sail_2', 'broken'],
    ['of an empty link', '[](){ #berth }', 'berth', 'found'],
    ['of a link', '[chart](b.md){ #chart .wide }', 'chart', 'found'],
    ['of a block of pymdownx', '/// details | More\n    attrs: {id: more}\nText\n///', 'more', 'found'],
    ['of a footnote', 'Text[^tide].\n\n[^tide]: Low.', 'fn:tide', 'found'],
    ['an image in a heading', '## Deck ![plan](plan.png) below', 'deck-below', 'found'],
    ['more than six hashes', '####### Hold', 'hold', 'found'],
    ['a number above a line', '1. Deck\n-------', '1-deck', 'found'],
    ['attributes with a colon', '## Deck {: #aft }', 'aft', 'found'],
    ['words before attributes with a colon', '## Deck {: #aft }', 'deck-aft', 'broken'],
    ['an entity', '## Deck &amp; hold', 'deck-amp-hold', 'broken'],
    ['an emoji by its name', '## :ship: Deck', 'deck', 'found'],
    [
      'below a fence in a list that a line further left comes before',
      '1. Sail\n\n    ```sh\n    ls\n```\n\nText\n\n    ```sh\n    ls\n     ```\n\n### Hold',
      'hold',
      'found',
    ],
    ['below a fence without an end', '```sh\nls\n\n## Hold', 'hold', 'found'],
    ['in a fence as long as its end', '````\n```\n## Hold\n````', 'hold', 'broken'],
    ['in a fence in a quotation', '> ```\n> ## Hold\n> ```', 'hold', 'broken'],
    ['nothing of the kind', '## Deck\n\n!!! note\n\n    Text', 'rules', 'broken'],
  ])('%s', async (_, text, id, wanted) => {
    const got = await outcomes({ 'docs/a.md': `[x](b.md#${id})\n`, 'docs/b.md': `${text}\n` });
    expect(got).toEqual([wanted]);
  });
});

describe('ids of titles of tabs', () => {
  const tabs = `  - pymdownx.tabbed:
      alternate_style: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
`;
  const settings = `site_name: Crew\nmarkdown_extensions:\n${tabs}`;
  const text = '## Sail\n\n=== "Sail"\n\n    Wind.\n\n=== "Oar"\n\n    ## Oar\n';
  test.each([
    ['sail', 'found'],
    ['sail_1', 'found'],
    ['oar_1', 'found'],
    ['oar_2', 'broken'],
  ])('a heading of the words of a tab counts on from it: #%s is %s', async (id, wanted) => {
    const handbook = await memoryHandbook({ 'mkdocs.yml': settings, 'docs/a.md': `[x](#${id})\n\n${text}` });
    expect(judgeLinks(handbook.page('docs/a.md')!, handbook)[0]!.resolution.outcome).toBe(wanted);
  });
});

test.each([
  ['.deck.md', '', 'broken'],
  ['.plan.txt', '', 'broken'],
  ['.rig/plan.txt', '', 'broken'],
  ['templates/plan.txt', '', 'broken'],
  ['sub/templates/plan.txt', '', 'found'],
  ['plan.txt', '', 'found'],
  ['plan.txt', 'exclude_docs: "*.txt"\n', 'broken'],
  ['.plan.txt', 'exclude_docs: "!.plan.txt"\n', 'found'],
])('what MkDocs leaves out is no file of the site: %s, with %j, is %s', async (href, settings, wanted) => {
  const files = { 'docs/a.md': `[x](${href})\n`, [`docs/${href}`]: '' };
  expect(await outcomes(files, settings)).toEqual([wanted]);
});

// Run with mkdocs-autorefs 0.4.1, whatever the identifiers stand for.
test.each([
  ['plugins: [autorefs]\n', 'the-file-api', 'found'],
  ['plugins: [mkdocstrings]\n', 'the-file-api', 'found'],
  ['plugins: [autorefs]\n', 'the-filecrewfile-api', 'broken'],
  ['', 'the-filecrewfile-api', 'found'],
  ['', 'the-file-api', 'broken'],
])('with %j, of a heading that names an API, #%s is %s', async (plugins, id, wanted) => {
  const text = `[x](#${id})\n\n## The [\`File\`][crew.File] API\n`;
  expect(await outcomes({ 'docs/a.md': text }, plugins)).toEqual([wanted]);
});

test('brackets in code are no links of mkdocs-autorefs, whose code comes later', async () => {
  const text = '[x](#matrixij)\n\n## `matrix[i][j]`\n';
  expect(await outcomes({ 'docs/a.md': text }, 'plugins: [autorefs]\n')).toEqual(['found']);
});

test('a folder of pages that is called as one of the theme is followed', async () => {
  const files = { 'mkdocs.yml': config, 'docs/a.md': '[x](search/setup/)\n', 'docs/index.md': '[x](search/setup/)\n' };
  const handbook = await memoryHandbook({ ...files, 'docs/search/setup.md': '' });
  const outcomeIn = (path: string) => judgeLinks(handbook.page(path)!, handbook)[0]!.resolution.outcome;
  expect([outcomeIn('docs/index.md'), outcomeIn('docs/a.md')]).toEqual(['found', 'unknown']);
});

test.each([
  ['img/favicon.ico', 'unknown'],
  ['../img/favicon.ico', 'unknown'],
  ['img/logo.ico', 'broken'],
])('MkDocs takes relative paths of a theme’s files for those: %s is %s', async (href, wanted) => {
  const page = href.startsWith('..') ? 'docs/sub/b.md' : 'docs/a.md';
  const handbook = await memoryHandbook({ 'mkdocs.yml': config, [page]: `[x](${href})\n` });
  expect(judgeLinks(handbook.page(page)!, handbook)[0]!.resolution.outcome).toBe(wanted);
});

// By MkDocs 1.6.1, Python-Markdown 3.10.3 and pymdown-extensions 11.0.1.
describe('links in blocks of indented lines', () => {
  test.each([
    ['admonition', '!!! note "Ship"\n\n    [x](b.md) [x](gone.md)', ['found', 'broken']],
    ['admonition', '!!! note\n    [x](gone.md)', ['broken']],
    ['admonition', '!!! note "[x](gone.md)"\n    Text', ['broken']],
    ['admonition', '- a\n\n    !!! note\n        [x](gone.md)', ['broken']],
    ['admonition', '!!! note\n\n        [x](gone.md)', []],
    ['admonition', '!!! note\n\nText\n\n    [x](gone.md)', []],
    ['pymdownx.details', '???+ note\n    [x](b.md#gone)', ['broken']],
    ['pymdownx.tabbed', '=== "A"\n\n    [x](gone.md)\n\n=== "B"\n\n    [x](b.md)', ['broken', 'found']],
    ['tables', '!!! note\n\n    [x](gone.md)', []],
    ['tables', '=== "A"\n\n    [x](gone.md)', []],
  ])('with %s: %j', async (extension, text, wanted) => {
    const settings = `markdown_extensions: [${extension}]\n`;
    const files = { 'mkdocs.yml': settings, 'docs/a.md': `${text}\n`, 'docs/b.md': '' };
    const handbook = await memoryHandbook(files);
    const judged = judgeLinks(handbook.page('docs/a.md')!, handbook);
    expect(judged.map(({ resolution }) => resolution.outcome)).toEqual(wanted);
  });
});

// Built by the same: what stands in an element of HTML is Markdown only where the extension is on and the element asks for it.
test.each([
  ['[]', '<div>\n\n[x](gone.md)\n\n</div>', 'unknown'],
  ['[]', '<div markdown>\n\n[x](gone.md)\n\n</div>', 'unknown'],
  ['[md_in_html]', '<div>\n\n[x](gone.md)\n\n</div>', 'unknown'],
  ['[md_in_html]', '<div markdown>\n\n[x](gone.md)\n\n</div>', 'broken'],
  ['[extra]', '<div markdown="1">\n\n[x](gone.md)\n\n</div>', 'broken'],
  ['[]', '<div>\n\n<a href="gone.md">x</a>\n\n</div>', 'broken'],
])('with %s, %j', async (extensions, text, wanted) => {
  const files = { 'mkdocs.yml': `markdown_extensions: ${extensions}\n`, 'docs/a.md': `${text}\n` };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('docs/a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

// Ids of `## Über A.b -- c`, `## 日本`, `## Über A.b -- c` as MkDocs 1.6.1 built them.
test.each([
  ['toc: {permalink: true}', ['uber-ab-c', '_1', 'uber-ab-c_1']],
  ['toc: {separator: _}', ['uber_ab_--_c', '_1', 'uber_ab_--_c_1']],
  ['toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }', ['über-ab-c', '日本', 'über-ab-c_1']],
  ['toc: {slugify: !!python/name:pymdownx.slugs.uslugify }', ['über-ab----c', '日本', 'über-ab----c_1']],
  ['toc: {slugify: !!python/name:pymdownx.slugs.uslugify_cased }', ['Über-Ab----c', '日本', 'Über-Ab----c_1']],
  [
    'toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}',
    ['über-ab----c', '日本', 'über-ab----c_1'],
  ],
  [
    'toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower, percent_encode: true}}}',
    ['%C3%BCber-ab----c', '%E6%97%A5%E6%9C%AC', '%C3%BCber-ab----c_1'],
  ],
])('ids with %s', async (toc, wanted) => {
  const files = {
    'docs/a.md': '## Über Ab -- c\n\n## 日本\n\n## Über Ab -- c\n',
    'mkdocs.yml': `markdown_extensions: [${toc}]\n`,
  };
  const handbook = await memoryHandbook(files);
  expect([...handbook.anchors(handbook.page('docs/a.md')!).ids.keys()]).toEqual(wanted);
});

// Ids of these headings with Python-Markdown 3.10.3, where dashes become signs.
test.each([
  ['smarty', ['uber-ab-c', 'uber-ab', 'p-q']],
  ['markdown.extensions.smarty, toc: {separator: _}', ['uber_ab_c', 'uber_ab', 'p_----_q']],
  [
    'smarty, toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}',
    ['über-ab--c', 'über-ab', 'p------q'],
  ],
  ['smarty: {smart_dashes: false}', ['uber-ab-c', 'uber-a-b', 'p-q']],
  ['extra', ['uber-ab-c', 'uber-a-b', 'p-q']],
])('ids of headings with dashes, with %s', async (extensions, wanted) => {
  const files = {
    'docs/a.md': '## Über Ab -- c\n\n## Über A---b\n\n## p ---- q\n',
    'mkdocs.yml': `markdown_extensions: [${extensions}]\n`,
  };
  const handbook = await memoryHandbook(files);
  expect([...handbook.anchors(handbook.page('docs/a.md')!).ids.keys()]).toEqual(wanted);
});

// By MkDocs 1.6.1: what is left out of a build has no reader there.
test.each([
  ['exclude_docs: a.md\n', {}],
  ['draft_docs: a.md\n', {}],
])('links of pages that are not built are not judged: %s', async (more, files) => {
  expect(await outcomes({ 'docs/a.md': '[x](gone.md) [x](#gone)\n', ...files }, more)).toEqual(['unknown', 'unknown']);
});

// By MkDocs 1.6.1 with pymdownx 11.0.1: a block has attributes of its own, all else needs attr_list.
test.each([
  ['/// details | More\n    attrs: {id: more}\nText\n///', 'found'],
  ['## Deck {#more}', 'broken'],
  ['Text\n{: #more }', 'broken'],
])('without attr_list: %s', async (text, wanted) => {
  const files = { 'docs/a.md': '[x](b.md#more)\n', 'docs/b.md': `${text}\n` };
  const handbook = await memoryHandbook({ 'mkdocs.yml': 'markdown_extensions: [pymdownx.blocks.details]\n', ...files });
  expect(judgeLinks(handbook.page('docs/a.md')!, handbook).map(({ resolution }) => resolution.outcome)).toEqual([
    wanted,
  ]);
});

// By MkDocs 1.6.1 (PyYAML 6): anchors, aliases and merges are YAML's own.
test.each([
  ['extra: {on: &on [attr_list]}\nmarkdown_extensions: *on\n', 'found'],
  ['extra: {on: &on attr_list}\nmarkdown_extensions: [*on]\n', 'found'],
  ['extra: {on: &on {markdown_extensions: [attr_list]}}\n<<: *on\n', 'found'],
  ['extra: {on: &on {markdown_extensions: [attr_list]}}\nmarkdown_extensions: []\n<<: *on\n', 'broken'],
])('aliases of its configuration: %s', async (text, wanted) => {
  const files = { 'docs/a.md': '[x](b.md#more)\n', 'docs/b.md': '## Deck {#more}\n' };
  const handbook = await memoryHandbook({ 'mkdocs.yml': text, ...files });
  expect(judgeLinks(handbook.page('docs/a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test('files of the theme in the repository are published, its templates are not', async () => {
  const page = '![x](marks/flag.png) ![x](/marks/flag.png) ![x](/marks/gone.png) [x](/main.html)\n';
  const files = { 'docs/a.md': page, 'theme/marks/flag.png': '', 'theme/main.html': '' };
  expect(await outcomes(files)).toEqual(['found', 'found', 'broken', 'broken']);
});

test('what themes and plugins bring is not missing', async () => {
  expect(
    await outcomes({ 'docs/a.md': '[x](/css/base.css) [x](../img/favicon.ico) [x](/feed_rss_created.xml)\n' }),
  ).toEqual(['unknown', 'unknown', 'unknown']);
});

test('where a plugin may make files, none is missing', async () => {
  const files = { 'docs/a.md': '![x](chart.svg) [x](list.csv)\n' };
  expect(await outcomes(files)).toEqual(['broken', 'broken']);
  expect(await outcomes(files, 'plugins: [gen-files]\n')).toEqual(['unknown', 'unknown']);
});

// MkDocs normalises the path before it looks for the file (`_target_uri`).
test('a slash behind a file changes nothing', async () => {
  const page = '[x](b.md/) [x](b.md/#rules) [x](b.md/#gone) ![x](chart.svg/) [x](c.md/) <a href="b.md/">x</a>\n';
  const files = { 'docs/a.md': page, 'docs/b.md': '## Rules\n', 'docs/chart.svg': '' };
  expect(await outcomes(files)).toEqual(['found', 'found', 'broken', 'found', 'broken', 'broken']);
});

test.each([
  'validation: { links: { absolute_links: relative_to_docs } }\n',
  'validation: { absolute_links: relative_to_docs }\n',
])('a path from the top counts from the folder of pages with %s', async (more) => {
  const page = '[x](/crew/b.md) [x](/crew/b.md#rules) [x](/crew/b.md#gone) [x](/gone.md) ![x](/chart.svg)\n';
  const files = { 'docs/a.md': page, 'docs/crew/b.md': '## Rules\n', 'docs/chart.svg': '' };
  expect(await outcomes(files)).toEqual(['broken', 'broken', 'broken', 'broken', 'found']);
  expect(await outcomes(files, more)).toEqual(['found', 'found', 'broken', 'broken', 'found']);
});

test('a full address whose first folder has no page leads to something else on the host', async () => {
  const page = '[x](https://crew.example.com/2.0/b/) [x](https://crew.example.com/crew/gone/)\n';
  expect(await outcomes({ 'docs/a.md': page, 'docs/crew/b.md': '' })).toEqual(['unknown', 'broken']);
});

// By MkDocs 1.6.1 with Python-Markdown 3.10, and by Jekyll 4.4.1 with kramdown 2.5.2, which agree in this.
describe.each([
  ['MkDocs', { 'mkdocs.yml': '' }, 'docs/', ''],
  ['Jekyll', { '_config.yml': '' }, '', '---\ntitle: A\n---\n\n'],
])('no mend leads to what %s makes no heading of', (_, settings, folder, before) => {
  test.each([
    ['blanks before the hashes', ' ## Deck rules', false],
    ['two underlined lines', 'Deck\nrules\n-----', false],
    ['a block of HTML', '<div>\n\n## Deck rules\n\n</div>', false],
    ['a block in a block', '<details><div></div>\n\n## Deck rules\n\n</details>', false],
    ['one underlined line', 'Deck rules\n-----', true],
    ['behind a block of HTML', '<div>\n\n</div>\n\n## Deck rules', true],
    ['in a quotation', '> ## Deck rules', true],
  ])('%s', async (_, text, isThere) => {
    const files = { [`${folder}a.md`]: `${before}${text}\n`, [`${folder}b.md`]: '' };
    const handbook = await memoryHandbook({ ...settings, ...files });
    expect([...handbook.anchors(handbook.page(`${folder}a.md`)!).ids.keys()]).toEqual(isThere ? ['deck-rules'] : []);
  });
});

// Built by MkDocs 1.6.1 and Jekyll 4.4.1: the fence is code to them, and HTML to CommonMark.
test.each([
  ['MkDocs', { 'mkdocs.yml': '' }, 'docs/a.md', '', '\n'],
  ['MkDocs', { 'mkdocs.yml': '' }, 'docs/a.md', '', '\r\n'],
  ['Jekyll', { '_config.yml': '' }, 'a.md', '---\ntitle: A\n---\n\n', '\n'],
])('what looks like a link in a fence below HTML is none on a site of %s', async (_, settings, path, before, end) => {
  const text = `${before}<div>\nx\n</div>\n\`\`\`markdown\n[x](gone.md)\n\`\`\`\n\n[y](gone.md)\n`.replaceAll(
    '\n',
    end,
  );
  const handbook = await memoryHandbook({ ...settings, [path]: text });
  const answers = judgeLinks(handbook.page(path)!, handbook).map(({ resolution }) => resolution.outcome);
  expect(answers.at(-1)).toBe('broken');
  expect(answers.slice(0, -1).filter((outcome) => outcome !== 'unknown')).toEqual([]);
});

// By Python-Markdown 3.10.3: what closes a fence is as long as what opened it, and has nothing behind it.
test('a shorter fence, and one with words behind it, end no fence below HTML', async () => {
  const text = '<div>\nx\n</div>\n````markdown\n```\n[x](gone.md)\n```` x\n[x](gone.md)\n````\n\n[y](gone.md)\n';
  const answers = await outcomes({ 'docs/a.md': text });
  expect(answers.at(-1)).toBe('broken');
  expect(answers.slice(0, -1).filter((outcome) => outcome !== 'unknown')).toEqual([]);
});

// By Material for MkDocs 9.6.4.
test('the plugin for tags turns attributes on', async () => {
  const files = { 'mkdocs.yml': 'plugins: [tags]\n', 'docs/a.md': '[x](b.md#aft)\n', 'docs/b.md': '## Deck {#aft}\n' };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('docs/a.md')!, handbook)[0]?.resolution.outcome).toBe('found');
});

// By Material for MkDocs 9.6.4.
test.each([
  ['', '[x](/b/) [x](/b.html)', 'found broken'],
  ['plugins: [offline]\n', '[x](/b/) [x](/b.html)', 'broken found'],
  ['plugins: [material/offline: {enabled: false}]\n', '[x](/b/) [x](/b.html)', 'found broken'],
  ['plugins: [offline: {enabled: !ENV [OFFLINE, false]}]\n', '[x](/b/) [x](/b.html)', 'found broken'],
  [
    'plugins: [redirects: {redirect_maps: {old/index.md: b.md}}]\n',
    '[x](/old/) [x](/old/index.html) [x](/old/x)',
    'found found broken',
  ],
])('addresses with %j', async (more, links, wanted) => {
  expect((await outcomes({ 'docs/a.md': links, 'docs/b.md': '' }, more)).join(' ')).toBe(wanted);
});

test('attributes are words of a heading without attr_list', async () => {
  const files = { 'docs/a.md': '[x](b.md#deck-wide-aft)\n', 'docs/b.md': '## Deck {.wide #aft}\n' };
  const handbook = await memoryHandbook({ 'mkdocs.yml': '', ...files });
  expect(judgeLinks(handbook.page('docs/a.md')!, handbook)[0]?.resolution.outcome).toBe('found');
});

// mkdocs-autolinks-plugin leads a name alone to the page of that name, wherever it lies.
test('a plugin that resolves links in its own way leaves missing ones open', async () => {
  expect(
    await outcomes({ 'docs/a.md': '[x](watch.md)\n', 'docs/crew/watch.md': '' }, 'plugins: [autolinks]\n'),
  ).toEqual(['unknown']);
});

// By MkDocs 1.6.1: maps of the file that is named are taken over, lists and words are replaced.
describe('settings from another file', () => {
  const pages = { 'book/a.md': '[x](b.md#more)\n', 'book/b.md': '## Deck {#more}\n' };
  const outcome = async (files: Readonly<Record<string, string>>) => {
    const handbook = await memoryHandbook({ ...pages, ...files });
    return judgeLinks(handbook.page('book/a.md')!, handbook)[0]?.resolution.outcome;
  };
  test.each([
    ['the folder of pages', 'docs_dir: book\n', 'INHERIT: conf/base.yml\n', 'broken'],
    [
      'extensions',
      'docs_dir: other\nmarkdown_extensions: [attr_list]\n',
      'INHERIT: ./conf/base.yml\ndocs_dir: book\n',
      'found',
    ],
    [
      'a list that is replaced',
      'markdown_extensions: [attr_list]\n',
      'INHERIT: conf/base.yml\ndocs_dir: book\nmarkdown_extensions: [toc]\n',
      'broken',
    ],
    [
      'a map that is taken over',
      'markdown_extensions: {attr_list: {}}\n',
      'INHERIT: conf/base.yml\ndocs_dir: book\nmarkdown_extensions: {toc: {}}\n',
      'found',
    ],
    [
      'a map by an alias',
      'x: &x {attr_list: {}}\nmarkdown_extensions: *x\n',
      'INHERIT: conf/base.yml\ndocs_dir: book\nmarkdown_extensions: {toc: {}}\n',
      'found',
    ],
    ['code', 'hooks: [made.py]\n', 'INHERIT: conf/base.yml\ndocs_dir: book\n', 'unknown'],
  ])('%s', async (_, base, config, wanted) => {
    expect(await outcome({ 'conf/base.yml': base, 'mkdocs.yml': config })).toBe(wanted);
  });

  test('a file that is not here may say anything', async () => {
    expect(await outcome({ 'mkdocs.yml': 'INHERIT: ../base.yml\ndocs_dir: book\n' })).toBe('unknown');
    expect(
      await outcome({ 'base.yml': 'INHERIT: mkdocs.yml\n', 'mkdocs.yml': 'INHERIT: base.yml\ndocs_dir: book\n' }),
    ).toBe('unknown');
  });
});
