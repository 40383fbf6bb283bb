import { describe, expect, test } from 'vitest';
import { lenientMarkdown } from '../../src/markdown/settings.ts';
import type { HeadingIds, PartCall } from '../../src/model/heading-ids.ts';
import { core, ids as gitbookIds } from '../../src/sites/gitbook/ids.ts';
import { idsOf as jekyllIds } from '../../src/sites/jekyll/ids.ts';
import type { MkdocsSettings } from '../../src/sites/mkdocs/config.ts';
import { idsOf as mkdocsIds } from '../../src/sites/mkdocs/ids.ts';
import { asciiSlugs } from '../../src/sites/mkdocs/slugs.ts';
import { isPlainHeading } from '../../src/sites/original-markdown/raw-blocks.ts';
import { idsOf as vitepressIds } from '../../src/sites/vitepress/ids.ts';

const mkdocsSettings = (more: Partial<MkdocsSettings>) =>
  ({
    attributes: false,
    snippets: [],
    slugs: asciiSlugs,
    tabSlugs: null,
    markedHtml: true,
    markdown: lenientMarkdown,
    hasMacros: false,
    hasTemplates: true,
    hasAutorefs: false,
    ...more,
  }) as MkdocsSettings;

describe('ids', () => {
  const heading = (text: string) =>
    ({ text, id: undefined, slug: '', range: [0, text.length], textRange: [0, text.length] }) as never;
  test.each([
    ['Deck & hold - now', 'deck-and-hold-now', 'deck-hold-now', 'deck--hold---now'],
    ['Über_1 ½', 'über_1-½', 'uber_1-12', 'über_1-'],
    ['日本', '日本', '_1', '日本'],
    ['a -- b --- c', 'a-b-c', 'a-b-c', 'a--b--c'],
    ['A.B/C', 'abc', 'abc', 'abc'],
    [' a  b ', 'a-b', 'a-b', 'a--b'],
  ])('%s', (text, gitbook, mkdocs, jekyll) => {
    const slugs = [gitbookIds, mkdocsIds(mkdocsSettings({})), jekyllIds({ layoutIds: [], includes: [], idPrefix: '' })];
    expect(slugs.map((ids) => ids.slugOf(heading(text), { text }))).toEqual([gitbook, mkdocs, jekyll]);
  });

  test('MkDocs numbers by underscores', () => {
    const ids = mkdocsIds(mkdocsSettings({}));
    expect([ids.numbered('a', 1), ids.numbered('a_3', 2), ids.numbered('_1', 1)]).toEqual(['a_1', 'a_5', '_2']);
  });

  test('of GitBook that come near each other have one core', () => {
    expect([core('Deck & hold-2'), core('deck-and-hold'), core('Ünï'), core('a_b-12345')]).toEqual([
      'deckandhold',
      'deckandhold',
      'uni',
      'ab1',
    ]);
  });

  const partsOf = (ids: HeadingIds, text: string) => {
    const { files: parts = [], others = [], isOpen, ids: own = [] } = ids.partsOf?.(text, 'docs/a.md') ?? {};
    const show = ({ paths, range }: PartCall) => `${paths.join()} ${text.slice(...range)}`;
    return { files: parts.map(show), others: others.map(show), isOpen, ids: [...own] };
  };

  test.each([
    ['a\n--8<-- "p.md"\nb', { files: ['s/p.md,p.md p.md'], isOpen: false }],
    ["  --8<-- 'p.md'  ", { files: ['s/p.md,p.md p.md'], isOpen: false }],
    ['--8<-- "p.md:1:2"', { files: [], isOpen: true }],
    ['{{ x }}', { isOpen: true }],
    ['{% x %}', { isOpen: true }],
    ['{! x !}', { isOpen: true }],
    ['::: a.b', { isOpen: true }],
    ['[TAGS]', { isOpen: true }],
    ['a { b }', { isOpen: false }],
    ['#A\n\n##A b\n\n=== "A"\n', { ids: ['a', 'a-b', 'a_1'] }],
    ['## A {#x}\n\n#B { #y }\n\n## C & D', { ids: ['c-d', 'x', 'y'] }],
    ['a{ #x .y } b{: #z } {id="w"} c{ #ß }', { ids: ['x', 'z', 'w', 'ß'] }],
    ['a[^x]', { ids: ['fn:x', 'fnref:x', 'fnref2:x', 'fnref3:x'] }],
    ['# A\n\na { .x } b', { ids: [] }],
    ['## A & B { .x }', { ids: ['a-b'] }],
    ['<b>x</b>\n# A', { ids: ['a'] }],
    ['# A\n\n<b>x</b>\n\n# B', { ids: [] }],
    ['---\na:\nb:\nc:\nd:\ne:\nf:\ng:\nh:\ni:\nj:\n#B\n---\n#A', { ids: ['a'] }],
    ['<div>\n#A\n</div>\n#B\n<p>\n#C\n</p>\n#D', { ids: ['b', 'd'] }],
    ['<!-- #A\n#B\n#C -->\n#D', { ids: ['d'] }],
    ['    #A', { ids: [] }],
    ['x\n\n    #A', { ids: [] }],
    ['x\n    #A', { ids: [] }],
    ['- a\n    #A', { ids: ['a'] }],
    ['- a\n  #A', { ids: [] }],
    ['- a\n    x\n    #A', { ids: ['a'] }],
    ['- a\n    - b\n        #A', { ids: ['a'] }],
    ['- a\nx\n    #A', { ids: [] }],
    ['!!! note\n    #A', { ids: ['a'] }],
    ['??? note\n    #A', { ids: [] }],
  ])('a page of MkDocs with %j brings in %j', (text, expected) => {
    expect(
      partsOf(
        mkdocsIds(
          mkdocsSettings({
            ...{ attributes: true, snippets: ['s', ''], tabSlugs: asciiSlugs },
            markdown: { ...lenientMarkdown, setAside: ['!!!', '==='] },
          }),
        ),
        text,
      ),
    ).toMatchObject(expected);
  });

  test('MkDocs takes attributes where attr_list is on, and counts tabs without slugs of their own', () => {
    const slugs = (attributes: boolean) => mkdocsIds(mkdocsSettings({ attributes }));
    const texts = ['Deck {: #x }', 'Deck {: .wide }', 'Deck'];
    expect(texts.map((text) => slugs(false).slugOf(heading(text), { text }))).toEqual(['deck-x', 'deck-wide', 'deck']);
    expect(texts.map((text) => slugs(true).slugOf(heading(text), { text }))).toEqual(['x', 'deck', 'deck']);
    const of = (text: string) => partsOf(slugs(false), text).ids;
    expect(of('## A & B { .x }')).toEqual(['a-b-x']);
    expect(of('=== "A"\n\n=== "B"\n')).toEqual(['__tabbed_1_1', '__tabbed_1_2', '__tabbed_2_1']);
    const many = of('=== "A"\n\n'.repeat(41));
    expect([many.includes('__tabbed_40_2'), many.includes('__tabbed_41_1')]).toEqual([true, false]);
  });

  test.each([
    ['{% include p.md %}', { files: ['_includes/p.md p.md'], others: [], isOpen: false }],
    ['{%- include x/p.markdown -%}', { files: ['_includes/x/p.markdown x/p.markdown'], isOpen: false }],
    ['{% include n.html %}', { files: [], others: ['_includes/n.html n.html'], isOpen: true }],
    ['{% include p.md a="b" %}', { files: [], others: ['_includes/p.md p.md'], isOpen: true }],
    ['{% include_relative q.md %}', { files: [], others: ['docs/q.md q.md'], isOpen: true }],
    ['{% include ../../p.md %}', { files: [' ../../p.md'] }],
    ['{% include include.md %}', { files: ['_includes/include.md include.md'] }],
    ['{% include include a="b" %}', { others: ['_includes/include include'] }],
    ['{% include_relative ../../p.md %}', { others: [' ../../p.md'] }],
    ['## Oar `a--b` c--d', { isOpen: false, ids: ['top', 'oar-a--b-cd'] }],
    ['## A `b--c', { isOpen: true }],
    ['A\n---\n## A', { ids: ['top', 'a', 'a-1'] }],
    ['[a]({{ site.baseurl }}/x) {% link a.md %} {{ page.title }} {{ "/a" | relative_url }}', { isOpen: false }],
    ['{{ page.x }}', { isOpen: true }],
    ['{: #x }', { isOpen: false, ids: ['top', 'x'] }],
    ['## a\n{: .b id="c" #d}', { isOpen: false, ids: ['top', 'c', 'd'] }],
    ['{: #x-{{ page.title }} }', { isOpen: true }],
    ['{::options toc_levels="1" /}', { isOpen: true }],
    ['* a\n{:toc}\n\n## b', { isOpen: false, ids: ['top', 'b', 'markdown-toc-b', 'markdown-toc'] }],
    ['{% if a %}b{% else %}c{% endif %} {% assign a = "b" %} {{ page.date | date: "%Y" }}', { isOpen: false }],
    ['{% for a in b %}c{% endfor %}', { isOpen: true }],
    ['{{ page.title | markdownify }}', { isOpen: true }],
    ['## a {{ page.title }}', { isOpen: true }],
    ['a {{ page.title }}\n---', { isOpen: true }],
    ['## [a]({{ site.baseurl }}/b)', { isOpen: false }],
    ['## <<a>> b', { isOpen: true }],
    ['- a\n\n  ## b &amp; c {#d}', { ids: ['top', 'd'] }],
    ['- a\n\n  ## b &amp; c', { ids: ['top', 'b--c'] }],
    ['## ![a](b) c\n\n## ![a](b) c', { ids: ['top', '-c', '-c-1'] }],
    ['## a `b -- c` d -- e', { isOpen: false, ids: ['top', 'a-b----c-d--e'] }],
    ['## A ![x](y) *b*', { ids: ['top', 'a--b'] }],
    ['a[^x]', { ids: ['top', 'fn:x', 'fnref:x'] }],
  ])('a page of Jekyll with %j brings in %j', (text, expected) => {
    expect(partsOf(jekyllIds({ layoutIds: ['top'], includes: ['_includes'], idPrefix: '' }), text)).toMatchObject(
      expected,
    );
  });

  test.each([
    ['<!--@include: ./p.md-->', { files: ['docs/p.md ./p.md'], isOpen: false }],
    ['<!-- @include: @/x/p.md -->', { files: ['src/x/p.md @/x/p.md'], isOpen: false }],
    ['<!--@include: ./p.md{3,}-->', { files: ['docs/p.md ./p.md'.slice(0, 17)], isOpen: true }],
    ['<!--@include: ./p.md#r-->', { isOpen: true }],
    ['<!--@include: ../../p.md-->', { files: [' ../../p.md'] }],
    ['<<< @/a.js#r{2}', { others: ['src/a.js @/a.js'], isOpen: false }],
    ['<<< ./a.md', { others: ['docs/a.md ./a.md'], isOpen: true }],
    ['<!--@include: @parts/p.md-->', { files: ['src/parts/p.md @parts/p.md'] }],
    ['<!--@include: ../../p.md-->', { files: [' ../../p.md'] }],
    ['{.x}', { ids: expect.not.arrayContaining([undefined]) }],
    ['<Team />', { isOpen: true }],
    ['<my-team />', { isOpen: true }],
    ['<p :id="x">', { isOpen: true }],
    ['<p v-html="x">', { isOpen: true }],
    ['\t# Far', { isOpen: true }],
    ['<p id="x">', { isOpen: false }],
    ['# A :tada: b {#x}', { ids: expect.arrayContaining(['a-tada-b', 'x']) }],
    ['# A :tada: b', { ids: expect.arrayContaining(['a-tada-b']) }],
    ['# A :tada: b{c} d', { ids: expect.arrayContaining(['a-tada-b-c-d']) }],
    ['# A : b', { ids: expect.not.arrayContaining(['a-b']) }],
    ['a {#x .y} {id="z"} {.w}', { ids: expect.arrayContaining(['x', 'z']) }],
  ])('a page of VitePress with %j brings in %j', (text, expected) => {
    expect(partsOf(vitepressIds('src', true), text)).toMatchObject(expected);
  });
});

test.each([
  ['## A', true],
  ['   ## A', false],
  ['words\n\n   ## A', false],
  [' ## A', false],
  ['words\n## A', true],
  ['A\nB\n---', false],
  ['A\n---', true],
  ['<div>\n\n## A\n\n</div>', false],
  ['<div>\n</div>\n\n## A', true],
  ['<div>\n<div>\n</div>\n\n## A\n\n</div>', false],
  ['</div>\n\n## A\n\n<div>\n</div>', true],
  ['words\n\n## A\n\n<div>\n</div>', true],
  ['<div>\n</div>\n\n## A\n\n<div>\n</div>', true],
  ['<span>\n\n## A\n\n</span>', true],
  ['<div markdown="1">\n\n## A\n\n</div>', true],
  ['<div class="markdown">\n\n## A\n\n</div>', false],
  ['<div markdown="0">\n\n## A\n\n</div>', false],
  ['<div><p markdown>\n\n## A\n\n</p></div>', false],
  ['<div markdown><p>\n\n## A\n\n</p></div>', false],
  ['<div markdown><p>x</p>\n\n## A\n\n</div>', true],
])('%j has a heading to Python-Markdown and kramdown: %s', (text, is) => {
  const start = text.includes('##') ? text.indexOf('##') : 0;
  const end = text.indexOf('\n', text.includes('##') ? start : text.length);
  const heading = { range: [start, end < 0 ? text.length : end] } as const;
  expect(isPlainHeading(heading, text, true)).toBe(is);
  // Where the attribute does not count, none of these elements has Markdown in it.
  expect(isPlainHeading(heading, text, false)).toBe(is && !/<div markdown/.test(text));
});
