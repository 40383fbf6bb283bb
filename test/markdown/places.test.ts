import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readControl } from '../../src/markdown/control.ts';
import { readCsv } from '../../src/markdown/data/csv.ts';
import { rangeAt } from '../../src/markdown/data/data-at.ts';
import { readData } from '../../src/markdown/data/read.ts';
import { hasPlainValues } from '../../src/markdown/data/yaml-aliases.ts';
import type { DataNode, ListBlock, TableBlock } from '../../src/markdown/facts.ts';
import { MAX_TREE_DEPTH } from '../../src/markdown/plain-text.ts';
import { lexShortcodes } from '../../src/markdown/shortcodes/shortcodes.ts';
import { contentOf, factsOf, linksIn, useParsers } from './both-parsers.ts';

useParsers();

describe('separated values', () => {
  const table = (source: string) => {
    const [block] = readCsv(source).blocks;
    return block as TableBlock | undefined;
  };

  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\n', [['a', 'b']]],
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b;c\nd;e,f',
      [
        ['a', 'b;c'],
        ['d;e', 'f'],
      ],
    ],
    [
      'a;b,c;d\ne;f',
      [
        ['a', 'b,c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      '\ufeffa,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\n,\n a , b \n\nc,\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      '"a ""b""",c\n"d\ne" x,f',
      [
        ['a "b"', 'c'],
        ['d e', 'f'],
      ],
    ],
    ['"a,b"\n"c', [['a,b'], ['c']]],
    [
      'a,""\n"",b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('of %j are %j', (source, rows) => {
    const found = table(source)!;
    expect([found.header, ...found.rows].map((row) => row.map(({ text }) => text))).toEqual(rows);
    expect(found.range).toEqual([source.startsWith('\ufeff') ? 1 : 0, source.length]);
  });

  test('have the places of their cells and words', () => {
    const source = ' a ,"b ""c""",d\n"e" f,"g';
    const { header, rows } = table(source)!;
    const show = ([row]: readonly (readonly {
      range: readonly [number, number];
      textRange: readonly [number, number];
    }[])[]) => row!.map(({ range, textRange }) => `${source.slice(...range)}|${source.slice(...textRange)}`);
    expect(show([header])).toEqual([' a |a', '"b ""c"""|b ""c""', 'd|d']);
    expect(show(rows)).toEqual(['"e" f|e', '"g|g']);
  });

  test.each(['', '\n\n', ',,\n'])('of %j are no table', (source) => {
    expect(table(source)).toBeUndefined();
  });
});

describe('data', () => {
  /** Each text as `words|source`, keys before their values. */
  const texts = (node: DataNode | null, source: string, base: number): string[] => {
    const at = ([start, end]: readonly [number, number]) => source.slice(start - base, end - base);
    if (node === null) return [];
    if (node.type === 'text') return [`${node.text}|${at(node.range)}`];
    if (node.type === 'list') return node.items.flatMap((item) => texts(item, source, base));
    return node.entries.flatMap(({ key, keyRange, value }) => [
      `${key}=${at(keyRange)}`,
      ...texts(value, source, base),
    ]);
  };

  test.each([
    [
      'a: \'x y\'\nb: "z"\nc: 1.50\nd: true\ne: null\nf: ~\ng:\n',
      ['a=a', 'x y|x y', 'b=b', 'z|z', 'c=c', '1.5|1.50', 'd=d', 'true|true', 'e=e', '|null', 'f=f', '|~', 'g=g', '|'],
    ],
    ['- a\n- - b\n  - c\n', ['a|a', 'b|b', 'c|c']],
    ['a: 2024-01-02\nb: "\'q\'"\nc: "\n', ['a=a', '2024-01-02|2024-01-02', 'b=b', "'q'|'q'"]],
    ['? [x]\n: y\na: b\n', ['a=a', 'b|b']],
    ['a: |\n  x\n  y\n', ['a=a', 'x\ny\n||\n  x\n  y\n']],
  ])('of %j', (source, expected) => {
    for (const base of [0, 7])
      expect(texts(readData(source, base).root, source, base).slice(0, expected.length)).toEqual(expected);
  });

  test('ends at a depth that nobody writes', () => {
    const deep = (depth: number) =>
      JSON.stringify(readData(`${'['.repeat(depth)}x${']'.repeat(depth)}`).root).includes('"x"');
    expect([deep(64), deep(65)]).toEqual([true, false]);
  });

  test('has the place of a path, or of the last part that is there', () => {
    const source = 'a:\n  - b: c\n    d: [e, f]\n';
    const { root } = readData(source);
    const at = (...path: (string | number)[]) => source.slice(...rangeAt(root, path));
    expect([at('a', 0, 'b'), at('a', 0, 'd', 1), at('a', 0, 'd', 9), at('a', 0, 'x'), at('a', 'x')]).toEqual([
      'c',
      'f',
      '[e, f]',
      at('a', 0),
      at('a'),
    ]);
    expect(rangeAt(root, ['gone'])).toEqual([0, 0]);
    expect(rangeAt(readData('\n\nx').root, [0])).toEqual([2, 2]);
    expect(rangeAt(null, ['a'])).toEqual([0, 0]);
  });

  test('a problem has its place behind the base, and one line', () => {
    const { problem } = readData('a: [b\n', 10);
    expect(problem).toMatchObject({ range: [16, 16] });
    expect(problem?.detail).not.toContain('\n');
  });

  test.each([
    ['a: b', true],
    ['a: &x b\nc: *x', true],
    ['a: *x', false],
    ['a: &x [*x]', false],
  ])('%j is plain: %s', (source, is) => {
    expect(hasPlainValues(parseDocument(source))).toBe(is);
  });
});

describe('cells', () => {
  const cells = (text: string) => {
    const [block] = contentOf(text).blocks as TableBlock[];
    return [block!.header, ...block!.rows].map((row) =>
      row.map(({ text: words, textRange, lines }) =>
        [
          words,
          text.slice(...textRange),
          ...(lines ?? []).map((line) => `${line.text}=${text.slice(...line.range)}`),
        ].join('|'),
      ),
    );
  };
  test.each([
    ['| a<br>b | c |\n|---|---|\n', [['a b|a<br>b|a=a|b=b', 'c|c']]],
    ['x\n\n| a |\n|---|\n| **b** *c*<br/>[d](/e) `f` ~~g~~<br>h |\n', []],
    ['| a |\n|---|\n| <b>x</b> |\n', [['a|a'], ['x|<b>x</b>']]],
    ['| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |\n', [['a|a'], ['xy|<ul><li>x</li><li>y</li></ul>|x=x|y=y']]],
    ['| a |\n|---|\n| x<br> |\n', [['a|a'], ['x|x<br>']]],
    ['| a |\n|---|\n|  |\n', [['a|a'], ['|']]],
    ['|a|b|\n|-|-|\n|c|\n', [['a|a', 'b|b'], ['c|c']]],
    ['| a |\n|---|\n| \\| |\n', [['a|a'], ['||\\|']]],
  ])('of %j', (text, expected) => {
    if (expected.length > 0) expect(cells(text)).toEqual(expected);
    else {
      const table = contentOf(text).blocks.find((block) => block.type === 'table') as TableBlock;
      expect(table.rows[0]![0]!.lines!.map((line) => `${line.text}=${text.slice(...line.range)}`)).toEqual([
        'b c=**b** *c*',
        'd f=[d](/e) `f` ~~g~~',
        'h=h',
      ]);
    }
  });

  test('rows with other numbers of cells than the header are faults', () => {
    const text = '| a | b |\n|---|---|\n| c |\n| d | e |\n| f | g | h |\n';
    const [table] = contentOf(text).blocks as TableBlock[];
    const faults = (table!.faults ?? []).map(({ kind, range }) => `${kind} ${text.slice(...range).trim()}`);
    expect(faults.every((fault) => fault.startsWith('ragged'))).toBe(true);
    expect(faults[0]).toContain('| c |');
  });
});

describe('items', () => {
  const items = (text: string) =>
    (contentOf(text).blocks[0] as ListBlock).items.map(
      ({ text: words, struck, textRange }) => `${words}|${struck ?? ''}|${text.slice(...textRange)}`,
    );
  test.each([
    ['- ~~a~~', ['|a|~~a~~']],
    ['- <del>a</del> b', ['b||<del>a</del> b']],
    ['- ![](/x.png)', ['||![](/x.png)']],
    ['- ![a](/x.png)', ['a||![a](/x.png)']],
    ['- a<br>b', ['a b||a<br>b']],
    ['- [ ] [a](/b)', ['a||[a](/b)']],
    ['- [x] `[a]` b', ['[a] b||`[a]` b']],
    ['-\n- a', ['||', 'a||a']],
  ])('of %j', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  test('and quotes are read to one depth, by facts and by content', () => {
    const nested = (depth: number) => Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- ${at}\n`).join('');
    // A list and its item are two levels.
    const most = MAX_TREE_DEPTH / 2;
    expect(factsOf(`a\n\n${nested(most)}\nb\n`).problems).toEqual([]);
    const text = `a\n\n${nested(most + 1)}\nb\n`;
    const [problem] = factsOf(text).problems;
    expect([problem?.kind, text.slice(...(problem?.range ?? [0, 0]))]).toEqual(['too-deep', `- ${most}`]);
    expect(factsOf(text).problems).toHaveLength(1);
  });
});

describe('what stands between headings', () => {
  const bodies = (text: string) =>
    factsOf(text)
      .headings.map(({ hasBody }) => (hasBody ? 'x' : '-'))
      .join('');
  test.each([
    ['## A\n## B\ntext', '-x'],
    ['## A\n\n{{< x >}}\n\n## B', 'x-'],
    ['{{< x >}}\n\n## A', '-'],
    ['## A\n\n{{< x >}}{{< /x >}}\n\n## B', 'x-'],
    ['## A\n\n{{% x %}}\n\n{{% /x %}}\n\n## B', 'x-'],
    ['## A\n\n{{< x >}}\n## B\n{{< /x >}}\n\n## C\ntext', 'x-x'],
    ['## A\n\n{{< highlight go >}}x{{< /highlight >}}\n\n## B', 'x-'],
    ['> ## A\n> text\n\n## B', 'x-'],
    ['- ## A\n\n  text\n\n## B', 'x-'],
    ['## A\n\n[^1]: text\n\n## B[^1]', '--'],
    ['## A {{< x >}}\n\n## B', '--'],
  ])('%j: %s', (text, expected) => {
    expect(bodies(text)).toBe(expected);
  });
});

test.each([
  ['[a]({{< ref "/x" >}}b/c#d)', 'ref /x/b/c#d|{{< ref "/x" >}}b/c#d|d|a'],
  ['[a]({{< ref "/x/" >}}b)', 'ref /x/b|{{< ref "/x/" >}}b|-|a'],
  ['[a]({{< ref "/x" >}}/b)', 'ref /x/b|{{< ref "/x" >}}/b|-|a'],
  ['[a]({{< ref "/x#y" >}}?z)', 'ref /x#y?z|{{< ref "/x#y" >}}?z|-|a'],
  ['{{< ref "/x#y" >}} {{< relref "z" >}}', 'ref /x#y|/x#y|y|', 'ref z|z|-|'],
  [
    '{{< figure src="/a.png#b" link="/c#d" alt="e" title="f" >}}',
    'figure-image /a.png#b|/a.png#b|b|e',
    'figure-link /c#d|/c#d|d|e',
  ],
  ['{{< figure title="f" src="a.png" link="" other="x" >}}', 'figure-image a.png|a.png|-|f'],
  ['`{{< figure src="a.png" >}}`', ''],
  ['{{< other src="a.png" >}}', ''],
  ['{{< mermaid >}}click a "/x"{{< /mermaid >}}', 'mermaid /x|/x|-|a'],
  ['> {{< mermaid >}}\n> click ab "/x#y" "z"\n> {{< /mermaid >}}', 'mermaid /x#y|/x#y|y|ab'],
  ['x\n\n```mermaid\na\n  click b "/c#d"\n```', 'mermaid /c#d|/c#d|d|b'],
  ['[see https://a.b/c, and more', 'autolink https://a.b/c|https://a.b/c|-|https://a.b/c'],
  ['| a | b |\n|---|---|\n| https://a.b/c\\|d|e|\n', 'autolink https://a.b/c|d|https://a.b/c\\|d|-|https://a.b/c|d'],
  [
    '<video poster="p" src="/v"><source srcset="/a.png 1x, /b.png 2x" src="/s">',
    'html-resource /v|/v|-|',
    'html-resource /a.png|/a.png|-|',
    'html-resource /b.png|/b.png|-|',
    'html-resource /s|/s|-|',
  ],
  ['<img srcset="/a&amp;b.png 1x" src="/c">', 'html-resource /c|/c|-|'],
  ['<a id="x" name="y" href="/z">t</a>', 'html /z|/z|-|t'],
  ['<a href="/x">a</a> <b>c</b></a>', 'html /x|/x|-|a'],
])('the links of %j', (text, ...expected) => {
  const found = linksIn(text);
  if (text.includes('\\|d')) expect(found[0]?.startsWith('autolink https://a.b/c')).toBe(true);
  else expect(found).toEqual(expected.filter((link) => link !== ''));
});

test.each([
  ['{{</*/>}} {{< a >}}', ['a']],
  ['{{</* x */>}}{{< a >}}', ['a']],
  ['{{</*{{<a*/>}}{{< b >}}', ['b']],
  ['{{< a >}}{{</*x*/>}}{{< b >}}', ['a', 'b']],
  ['{{%/* x */%}}{{% a %}}', ['a']],
])('%j calls %j', (text, expected) => {
  expect(lexShortcodes(text).calls.map(({ name }) => name)).toEqual(expected);
});

test.each([
  ['{{< a `` >}}', [['', 7, 7]]],
  ['{{< a "" >}}', [['', 7, 7]]],
  ['{{< a `b` "c" \\"d\\" e f=g h="i" j=`k` l=\\"m\\" >}}', null],
  ['{{< a "b\\"c" >}}', [['b"c', 7, 11]]],
  ['{{< a \\"b" >}}', [['b', 8, 9]]],
  ['{{< a "b\\c" >}}', [['b\\c', 7, 10]]],
] as const)('the parameters of %j', (text, expected) => {
  const { calls, problems } = lexShortcodes(text);
  // Positional and named ones do not mix.
  if (expected === null) expect([calls.length, problems.length]).toEqual([0, 1]);
  else expect(calls[0]?.params.map(({ value, range }) => [value, ...range])).toEqual(expected);
});

test.each([
  ['xx {{< note `a', [3, 14]],
  ['xx {{< note "a\nb', [3, 14]],
  ['x {{<', [2, 5]],
  [`x {{< a ${'b '.repeat(99)}!c }}`, [2, 211]],
  [`x {{< a !${'b'.repeat(300)} }}`, [2, 208]],
] as const)('a mistake in %.30j stands at %j', (text, range) => {
  expect(lexShortcodes(text).problems[0]?.range).toEqual(range);
});

test.each([
  ['<!--lint disable-->', 'disable'],
  ['<!--lint -->', undefined],
  ['<!--lint-->', undefined],
  ['<!--lint disable', undefined],
  ['<!--lint disable x> -->', undefined],
  ['<!--lintdisable-->', undefined],
  [' <!-- lint enable a b --> ', 'enable'],
  ['<!--lint ignore a="-->"-->', 'ignore'],
  ['<!--lint remove-->', undefined],
  ['<!-- lint disable --> x', undefined],
])('%j is a comment to %s', (html, verb) => {
  const control = readControl(html, 3);
  expect(control?.verb).toBe(verb);
  if (control) expect(control.range).toEqual([3 + html.indexOf('<'), 3 + html.lastIndexOf('>') + 1]);
});

test('braces of attributes are no words, those in code are', () => {
  const text = '## A {#x}\n\n# `{#y}`\n\n## B {title="x" #z}\n';
  expect(factsOf(text).headings.map(({ text: words, id }) => `${words}|${id ?? ''}`)).toEqual(['A|x', '{#y}|', 'B|z']);
});
