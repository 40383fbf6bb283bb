import { describe, expect, test } from 'vitest';
import type { ShortcodeCall } from '../../src/markdown/facts.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';
import { shownBy } from '../../src/model/hidden.ts';
import type { PageSource } from '../../src/model/page-source.ts';
import { isSamePlace, type SummaryNeeds, summaryOf } from '../../src/model/page-summary.ts';
import { PageView } from '../../src/model/page-view.ts';
import { PatchedMap } from '../../src/model/patched-map.ts';
import type { Place } from '../../src/model/place.ts';
import { parseRedirects, RedirectTable, uncertainRedirects, withoutSlash } from '../../src/model/redirects.ts';
import { printedIds } from '../../src/model/shortcodes.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

describe('the summary of a page', () => {
  const needs: SummaryNeeds = { inserting: new Map(), oldYaml: false, taxonomies: ['tags'], dates: true };
  const of = async (text: string, more: Partial<SummaryNeeds> = {}) => {
    await loadParsers();
    return summaryOf(readPage(text), 'h', { ...needs, ...more });
  };

  test.each([
    ['# A\n\n## B\n', { heading: 'A' }],
    ['text\n', {}],
    ['---\ntitle: T\n---\n# A\n', { title: 'T' }],
    ['---\nTitle: T\n---\n', { title: 'T' }],
    ['---\npageType: role\n---\n', { hasType: true }],
    ['---\ndraft: true\n---\n', { draft: true }],
    ['---\nslug: yes\n---\n', { slug: 'yes' }],
  ])('%j', async (text, expected) => {
    expect(await of(text)).toMatchObject({ ...expected, interfaceHash: 'h' });
    expect('heading' in (await of(text))).toBe('heading' in expected);
    expect('hasType' in (await of(text))).toBe('hasType' in expected);
    expect('cascade' in (await of(text))).toBe(false);
    expect((await of(text)).values).toBeUndefined();
  });

  test.each([
    ['slug: yes', 'true'],
    ['slug: Off', 'false'],
    ['slug: 1e3', '1000'],
    ['slug: "yes"', 'yes'],
    ['slug: word', 'word'],
    ['Slug: n', 'false'],
  ])('by older YAML of %s has the slug %s', async (line, slug) => {
    expect(String((await of(`---\n${line}\n---\n`, { oldYaml: true })).slug)).toBe(slug);
  });

  test('older YAML changes drafts, and no other format', async () => {
    expect((await of('---\ndraft: on\n---\n', { oldYaml: true })).draft).toBe(true);
    expect((await of('+++\nslug = "yes"\n+++\n', { oldYaml: true })).slug).toBe('yes');
  });

  test('keeps what the generator asks for', async () => {
    const keys = ['permalink', 'redirect_from', 'n', 'when'];
    const text = '---\npermalink: /x/\nredirect_from: [/a, /b]\nn: 1\nother: y\nwhen: 2024-01-02\n---\n';
    expect(await of(text, { keys })).toMatchObject({
      hasFrontMatter: true,
      values: { permalink: '/x/', redirect_from: ['/a', '/b'], n: '1' },
    });
    expect((await of('---\nother: y\n---\n', { keys })).values).toBeUndefined();
    expect(await of('---\nother: y\n---\n', { keys })).toMatchObject({ hasFrontMatter: true });
    expect((await of('text\n', { keys })).hasFrontMatter).toBeUndefined();
  });

  test('has the calls that may bring in files, but those in code', async () => {
    const text = '{{% inc "a.md" %}} {{< other "b" >}} `{{% inc "c.md" %}}`\n';
    expect((await of(text, { inserting: new Map([['inc', undefined]]) })).calls).toEqual([['inc', 'a.md']]);
    expect((await of(text)).calls).toBeUndefined();
  });

  test('is of the same place whatever the page says besides', () => {
    expect(isSamePlace({ title: 'a', interfaceHash: 'x' }, { title: 'a', interfaceHash: 'y' })).toBe(true);
    expect(isSamePlace({ title: 'a' }, { title: 'b' })).toBe(false);
  });
});

describe('text that shortcodes show', () => {
  const call = (name: string, delimiter: '<' | '%', start: number, end: number, place = 'content'): ShortcodeCall =>
    ({
      name,
      delimiter,
      inner: [start, end],
      place,
      range: [start - 1, start],
      params: [],
    }) as unknown as ShortcodeCall;
  const inner = { hiding: ['hide'], verbatim: ['raw'] };
  const at = (calls: readonly ShortcodeCall[], ...offsets: readonly number[]) => {
    const shown = shownBy({ shortcodes: calls }, inner);
    return shown === null ? null : offsets.map(shown);
  };

  test('is hidden, verbatim or Markdown', () => {
    expect(at([call('hide', '<', 5, 10)], 4, 5, 9, 10)).toEqual(['markdown', 'hidden', 'hidden', 'markdown']);
    expect(at([call('raw', '<', 5, 10)], 4, 5, 9, 10)).toEqual(['markdown', 'verbatim', 'verbatim', 'markdown']);
    expect(at([call('x.inline', '<', 5, 10)], 5)).toEqual(['hidden']);
    expect(at([call('raw', '%', 5, 10)], 5)).toEqual(['markdown']);
    expect(at([call('other', '<', 0, 20), call('raw', '<', 5, 10)], 5)).toEqual(['markdown']);
    expect(at([call('raw', '<', 0, 20), call('hide', '<', 5, 10)], 4, 5)).toEqual(['verbatim', 'hidden']);
    expect(at([call('raw', '<', 0, 20), call('raw', '<', 5, 10)], 5)).toEqual(['verbatim']);
  });

  test('is all Markdown where none of them is there', () => {
    expect(at([call('other', '<', 0, 9)], 1)).toBeNull();
    expect(at([call('hide', '<', 0, 9, 'code')], 1)).toBeNull();
    expect(at([{ ...call('hide', '<', 0, 9), inner: null }], 1)).toBeNull();
    expect(at([], 1)).toBeNull();
  });
});

describe('ids that a call prints', () => {
  const call = {
    params: [
      { name: null, value: 'a' },
      { name: 'Id', value: 'b' },
      { name: null, value: 'c' },
      { name: 'e', value: '' },
    ],
  } as unknown as ShortcodeCall;
  const effect = { ids: ['own'], parameters: [], isGenerating: false };
  test.each([
    [[0], ['own', 'a']],
    [[1], ['own', 'c']],
    [[2], ['own']],
    [['id'], ['own', 'b']],
    [
      ['ID', 0],
      ['own', 'b', 'a'],
    ],
    [['e'], ['own']],
    [['gone'], ['own']],
  ])('by %j', (parameters, expected) => {
    expect(printedIds(call, { ...effect, parameters })).toEqual(expected);
  });

  test('in another shape', () => {
    const shaped = { parameters: [0, 'id'], shape: (words: string) => words.toUpperCase() };
    expect(printedIds(call, { ...effect, shaped })).toEqual(['own', 'A', 'B']);
  });
});

describe('redirects', () => {
  const find = (rules: string, address: string) => new RedirectTable(parseRedirects('r', rules)).find(address)?.target;
  test.each([
    ['/a /b', '/a', '/b'],
    ['/a /b\n/a /c', '/a', '/b'],
    ['/a/* /x\n/a/b /y', '/a/b', '/x'],
    ['/a/b /y\n/a/* /x', '/a/b', '/y'],
    ['/a/b /y\n/a/b/* /x', '/a/b', '/y'],
    ['/a/:n /x/:n', '/a/b', '/x/b'],
    ['/a/:n /x/:n', '/a/', undefined],
    ['/a/:n/ /x/:n', '/a/b/', '/x/b'],
    ['/a/:n/c /x/:n', '/a/b/d', undefined],
    ['/a/:n /x/:m', '/a/b', '/x/:m'],
    ['/* /x/:splat', '/a/b/', '/x/a/b/'],
    ['/a*/c /x/:splat', '/ab/c', '/x/b'],
    ['/a*/c /x/:splat', '/a/c', '/x/'],
    ['/ab*bc /x', '/abc', undefined],
    ['/a /b 404\n/a /c', '/a', undefined],
    ['https://x.example/a /b', '/a', undefined],
    ['/ /b', '/', '/b'],
    ['/A /b', '/a', undefined],
  ])('%j: %s leads to %s', (rules, address, target) => {
    expect(find(rules, address)).toBe(target);
  });

  test.each([
    ['/a /b', [301, '/a /b', '/a', '/b']],
    ['  /a   /b  302  ', [302, '/a   /b  302', '/a', '/b']],
    ['/a /b 301! Country=de', [301, '/a /b 301! Country=de', '/a', '/b']],
    ['/a x=:y https://b.example/ 3xx', [301, '/a x=:y https://b.example/ 3xx', '/a', 'https://b.example/']],
    ['http://a.example/ /b', [301, 'http://a.example/ /b', 'http://a.example/', '/b']],
    ['/a /b#c # d', [301, '/a /b#c # d', '/a', '/b#c']],
  ])('%j is read', (line, expected) => {
    const text = `#\n${line}\n`;
    const [rule] = parseRedirects('r', text);
    expect([
      rule!.status,
      ...[rule!.range, rule!.fromRange, rule!.toRange].map((range) => text.slice(...range)),
    ]).toEqual(expected);
  });

  test.each(['a /b', '/a', '/a b', '# /a /b', '{{ x }} /b', '/a {{ x }}'])('%j is none', (line) => {
    expect(parseRedirects('r', line)).toEqual([]);
  });

  test.each([
    ['/a /b', []],
    ['{{ x }}\n/a/{{ y }} /b', ['/a/']],
    ['{{ range x }}\n/a /b\n{{ end }}\n/c /d', ['/a']],
    ['{{ if x }}{{ end }}\n/a /b', []],
    ['{{- with x -}}\n/a* /b\n{{- end -}}', ['/a']],
    ['{{ end }}\n{{ if x }}\n/a /b', ['/a']],
  ])('of %j these beginnings are uncertain: %j', (text, expected) => {
    expect(uncertainRedirects(text)).toEqual(expected);
    expect(parseRedirects('r', text).map(({ from }) => from)).not.toContain(expected[0] ?? 'none');
  });

  test.each([
    ['/', '/'],
    ['/a/', '/a'],
    ['/a', '/a'],
    ['', ''],
  ])('%s without its slash is %s', (path, expected) => {
    expect(withoutSlash(path)).toBe(expected);
  });
});

test('a map with other values for some keys is like a new one', () => {
  const patched = new PatchedMap(
    new PatchedMap(
      new Map([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
      new Map([['b', 4]]),
    ),
    new Map([['c', 5]]),
  );
  expect([patched.size, patched.get('a'), patched.get('b'), patched.get('c'), patched.get('d')]).toEqual([
    3,
    1,
    4,
    5,
    undefined,
  ]);
  expect([patched.has('a'), patched.has('d')]).toEqual([true, false]);
  expect([[...patched], [...patched.keys()], [...patched.values()]]).toEqual([
    [
      ['a', 1],
      ['b', 4],
      ['c', 5],
    ],
    ['a', 'b', 'c'],
    [1, 4, 5],
  ]);
  const seen: string[] = [];
  patched.forEach((value, key, map) => {
    seen.push(`${key}${value}${map.size}`);
  });
  expect(seen).toEqual(['a13', 'b43', 'c53']);
});

test('a view of a page is kept while its source and its place are the same', () => {
  const place: Place = { kind: 'regular', address: '/a/', unbuilt: null, logical: '/a', folder: '/', files: null };
  const source = { path: 'x/a.md', summary: {} } as PageSource;
  const view = new PageView(source, place);
  expect(view.shows(source, { ...place })).toBe(true);
  expect(view.shows({ ...source }, place)).toBe(false);
  for (const other of [
    { address: '/b/' },
    { kind: 'leaf' as const },
    { unbuilt: 'draft' as const },
    { language: 'de' },
  ])
    expect(view.shows(source, { ...place, ...other })).toBe(false);
  expect([view.title, view.language]).toEqual(['a', '']);
  expect(new PageView({ ...source, summary: { heading: 'H' } }, place).title).toBe('H');
  expect(new PageView({ ...source, summary: { title: 'T', heading: 'H' } }, place).title).toBe('T');
});

describe('ids of a page', () => {
  const ids = async (text: string, more: Readonly<Record<string, string>> = {}) => {
    const handbook = await memoryHandbook({
      'hugo.toml': '[markup.goldmark.parser.attribute]\nblock = true\n[markup.goldmark.renderer]\nunsafe = true\n',
      'content/_index.md': '',
      'content/a.md': text,
      ...more,
    });
    const { ids: found, generatedBy } = handbook.anchors(handbook.page('content/a.md')!);
    return [
      [...found.values()].map(
        ({ id, heading, positional, path }) =>
          `${id}${heading === null ? '' : `=${heading}`}${positional ? '+' : ''}${path === 'content/a.md' ? '' : ` ${path}`}`,
      ),
      generatedBy.map(({ name }) => name),
    ];
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ['## A\n\n## A\n\n## A {#a-1}\n', ['a=A', 'a-1=A+'], []],
    ['## A {#x}\n\n## X\n', ['x=A', 'x-1=X+'], []],
    ['## A\n\n<i id="a"></i><i id="b"></i>\n\n## B\n', ['a=A', 'b'], []],
    ['text\n{#p}\n\n## P\n', ['p'], []],
    ['{{< x >}}\n## A\n{{< /x >}}\n\n## A\n', ['a=A'], []],
    ['## A {{< y >}}\n', [], ['y']],
    ['## A {{% y %}}\n', ['a=A'], ['y', 'y']],
    ['{{< y >}}\n', [], ['y']],
    ['`{{< y >}}`\n', [], []],
    ['{{< comment >}}\n## A\n{{< /comment >}}\n## B\n', ['b=B'], []],
  ])('%j', async (text, expected, generated) => {
    const [found, by] = await ids(text);
    expect(found).toEqual(expected);
    expect(new Set(by)).toEqual(new Set(generated));
  });

  test('of included files stand there', async () => {
    const more = { 'assets/includes/i.md': '## A\n\n<i id="raw"></i>\n' };
    expect((await ids('## A\n\n{{% include "includes/i.md" %}}\n', more))[0]).toEqual([
      'a=A',
      'a-1=A+ assets/includes/i.md',
      'raw assets/includes/i.md',
    ]);
    const box = { ...more, 'layouts/shortcodes/box.html': '{{ .Inner | markdownify }}' };
    expect((await ids('{{< box >}}{{% include "includes/i.md" %}}{{< /box >}}\n\n## A\n', box))[0]).toEqual([
      'a=A assets/includes/i.md',
      'raw assets/includes/i.md',
    ]);
  });
});
