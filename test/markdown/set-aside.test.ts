import { describe, expect, test } from 'vitest';
import { isEsm, skipExpression, skipTag } from '../../src/markdown/set-aside/jsx.ts';
import { outsideFences } from '../../src/markdown/set-aside/lines.ts';
import { type SetAside, setAside } from '../../src/markdown/set-aside/set-aside.ts';
import { MASK } from '../../src/markdown/shortcodes/mask.ts';

/** What is left of a text, masks as `X`; every offset stays. */
function left(text: string, kind: SetAside | undefined): string {
  const rest = setAside(text, kind);
  expect(rest).toHaveLength(text.length);
  return rest.replaceAll(MASK, 'X');
}

test.each([undefined, 'containers', 'mdx', 'liquid', ['!!!', '???', '===']] as const)(
  'nothing of plain Markdown is set aside (%s)',
  (kind) => {
    const text = '# A\n\n- a [b](c) `d` <https://e.f> 1 < 2\n\n> "q" it\'s **g**\n\n```\n{{ x }} <Y />\n:::\n```\n';
    expect(setAside(text, kind)).toBe(kind === 'liquid' ? text : text);
  },
);

test('what is set aside of others is Markdown elsewhere', () => {
  expect(left('::: tip\n{{ a b }}\n<T />', undefined)).toBe('::: tip\n{{ a b }}\n<T />');
  expect(left('::: tip\n{% comment %}a{% endcomment %}\n<T />', 'containers')).toBe(
    '       \n{% comment %}a{% endcomment %}\n<T />',
  );
  expect(left('::: tip\n<T />', 'liquid')).toBe('::: tip\n<T />');
  expect(left('::: tip\n<T />', 'mdx')).toBe('       \nXXXXX');
});

test.each([
  ['::: tip Title\na\n:::\n', '             \na\n   \n'],
  ['> :::: note\n> b\n> ::::\n', '>          \n> b\n>     \n'],
  ['a ::: b', 'a ::: b'],
  ['- ::: a', '- ::: a'],
  [':: a', ':: a'],
  [':::tip\r\nx\r\n:::\r\n', '      \r\nx\r\n   \r\n'],
  ['```\n::: tip\n```\n:::', '```\n::: tip\n```\n   '],
  ['~~~ a\n:::\n~~~\n::: b', '~~~ a\n:::\n~~~\n     '],
])('lines of containers in %j are blank', (text, expected) => {
  expect(left(text, 'containers')).toBe(expected);
});

test.each([
  ['a\n```\nb\n```\nc', [0, 4]],
  ['````\n```\n````\na', [3]],
  ['```\n~~~\n```\na', [3]],
  ['```\n``` b\n```\na', [3]],
  ['``` a`b\nc', [0, 1]],
  ['~~~ a`b\nc', []],
  ['``\na', [0, 1]],
  ['- ```\n  a\n  ```\n- b', [3]],
  ['1. > ```\n> a\n> ```\nb', [3]],
  ['-```\na', [0, 1]],
  ['```', []],
  ['```\n```\n```\na', []],
  ['```  \n````  \na', [2]],
])('of %j these lines stand in no fenced code: %j', (text, expected) => {
  expect(outsideFences(text.split('\n'))).toEqual(expected);
});

test.each([
  ['[a]({{ site.baseurl }}/x)', '[a]({{~site.baseurl~}}/x)'],
  ['[a]({% link a.md %})', '[a]({%~link~a.md~%})'],
  ['[a](/x/{{ y }})', '[a](/x/{{~y~}})'],
  ['[a]: {% link a.md %}\n', '[a]: {%~link~a.md~%}\n'],
  ['[a]:\t {{ x }}', '[a]:\t {{~x~}}'],
  ['[a]({{ x }}{{\ty z }}/b{% c d %})', '[a]({{~x~}}{{~y~z~}}/b{%~c~d~%})'],
  ['[a](b)\n{{ c d }}', '[a](b)\n{{ c d }}'],
  ['{{ a b }} text', '{{ a b }} text'],
  ['[a](/x "{{ t u }}")', '[a](/x "{{ t u }}")'],
  ['[a](/x) {{ t u }}', '[a](/x) {{ t u }}'],
  ['[a](\n{{ c d }})', '[a](\n{{ c d }})'],
  ['(a) [b]: c {{ d e }}', '(a) [b]: c {{ d e }}'],
  ['[a]({{ b\nc }})', '[a]({{ b\nc }})'],
  ['{% comment %}\n[x](y)\n{% endcomment %} z', '             \n      \n                 z'],
  ['a{%- comment -%}b{%- endcomment -%}c', `a${' '.repeat(34)}c`],
  ['{% comment %}a{% comment %}b{% endcomment %}c{% endcomment %}d', `${' '.repeat(61)}d`],
  ['{% comment %}a{% endcomment %}b{% comment %}c{% endcomment %}d', `${' '.repeat(30)}b${' '.repeat(30)}d`],
  ['{% endcomment %}a{% comment %}b{% endcomment %}c', `{% endcomment %}a${' '.repeat(30)}c`],
  ['{% comment x %}a{% endcomment %}b', `${' '.repeat(32)}b`],
  // Jekyll 4.4.1 shows code as it is written.
  ['{% highlight html %}[x](y){% endhighlight %}z', `${' '.repeat(44)}z`],
  ['{% comment %}a{% highlight x %}b{% endcomment %}c{% endhighlight %}', `${' '.repeat(48)}c{% endhighlight %}`],
  ['{% endcomment %}{% highlight x %}a{% endhighlight %}b', `{% endcomment %}${' '.repeat(36)}b`],
  ['{% comment %}no end', '{% comment %}no end'],
  ['{% comments %}a{% endcomments %}', '{% comments %}a{% endcomments %}'],
  ['x\r\n{%comment%}a\r\nb{%endcomment%}', `x\r\n${' '.repeat(12)}\r\n${' '.repeat(15)}`],
])('of Liquid in %j is left %j', (text, expected) => {
  expect(left(text, 'liquid')).toBe(expected);
});

describe('MDX', () => {
  // By Docusaurus 3.10.2.
  test.each([
    ['a\n\n```mdx-code-block\n## B {x}\n```\n\nc', `a\n\n${' '.repeat(17)}\n## B XxX\n   \n\nc`],
    ['````mdx-code-block\n```\n{a}\n```\n````', `${' '.repeat(18)}\n\`\`\`\n{a}\n\`\`\`\n    `],
    ['```mdx-code-block\n{a}', '```mdx-code-block\n{a}'],
    ['```mdx-code-block js\n{a}\n```', '```mdx-code-block js\n{a}\n```'],
  ])('in a fence that is taken away: of %j is left %j', (text, expected) => {
    expect(left(text, 'mdx')).toBe(expected);
    expect(left(text, 'containers')).toBe(text);
  });

  test.each([
    ["import A from './a.mdx'\n\n# T", `${' '.repeat(23)}\n\n# T`],
    ["import A from 'a'\nimport {B} from 'b'\nmore\n\ntext", `${' '.repeat(17)}\n${' '.repeat(19)}\n    \n\ntext`],
    ['export const a = {\n\n  b: [1,\n\n2]\n}\n\ntext', `${' '.repeat(18)}\n\n        \n\n  \n \n\ntext`],
    ['export const a = f(\n\n1)\n\n{x}', `${' '.repeat(19)}\n\n  \n\nXXX`],
    ['export const a = 1)\n\n(b\n\nc', `${' '.repeat(19)}\n\n(b\n\nc`],
    ['export function f() {\n  return <b/>\n}\n\nz', `${' '.repeat(21)}\n${' '.repeat(13)}\n \n\nz`],
    ['a\nimport b from "c"', 'a\nimport b from "c"'],
    ['import words', 'import words'],
    ['- import a from "b"', '- import a from "b"'],
    ['```\nimport a from "b"\n{x}\n```\n<T/>', '```\nimport a from "b"\n{x}\n```\nXXXX'],
    ['export const a = 1\n```\n{x}\n```\n{y}', `${' '.repeat(18)}\n\`\`\`\n{x}\n\`\`\`\nXXX`],
    ['{a\nimport b from "c"}\n\nd', 'XX\nXXXXXXXXXXXXXXXXXX\n\nd'],
  ])('statements: of %j is left %j', (text, expected) => {
    expect(left(text, 'mdx')).toBe(expected);
  });

  test.each([
    ['a {x} b', 'a XXX b'],
    ['a {/* c */} b', 'a           b'],
    ['{/* c\n\nd */}\n\ne', '     \n\n     \n\ne'],
    ['{\n"}"\n}', 'X\nXXX\nX'],
    ['a { b', 'a { b'],
    ['a {b {c} d', 'a {b XXX d'],
    ['\\{a} {b}', '\\{a} XXX'],
    ['`{a}` {b}', '`{a}` XXX'],
    ['``{`` ` {b}', '``{`` ` XXX'],
    ['`` a ` {b} `` {c}', '`` a ` {b} `` XXX'],
    ['` {b}', '` XXX'],
    ['`a\n\n`{b}`', '`a\n\n`{b}`'],
    ['`a` {b} `c`', '`a` XXX `c`'],
    ['``a`` {b} ``c``', '``a`` XXX ``c``'],
    ['`a\n`{b}', '`a\n`XXX'],
    ['a {`}`} b', 'a XXXXX b'],
    ['a\r\n{x\r\ny}', 'a\r\nXX\r\nXX'],
    ['# A {/* #id */}', '# A {#id      }'],
    ['# A \\{#id\\}', '# A  {#id} '],
    ['# A \\{#id}', '# A  {#id}'],
    ['# A \\{#id\\} b', '# A \\{#id\\} b'],
    ['A \\{#id\\}', 'A \\{#id\\}'],
    ['# A {/*#a:b-c.d*/}', '# A {#a:b-c.d    }'],
    ['# A {/* note */} b', '# A              b'],
    ['# A {#id}', '# A {#id}'],
    ['# A {x} b', '# A XxX b'],
    ['> ## A {x y}', '> ## A Xx yX'],
    ['# A {a\nb}', '# A XX\nXX'],
    ['a {/* #id */}', 'a            '],
    ['a {#id}', 'a XXXXX'],
    ['#a {x}', '#a XXX'],
    ['####### a {x}', '####### a XXX'],
  ])('expressions: of %j is left %j', (text, expected) => {
    expect(left(text, 'mdx')).toBe(expected);
  });

  test.each([
    ['<Team />', 'XXXXXXXX'],
    ['<Foo.Bar />', 'XXXXXXXXXXX'],
    ['<br/>', '     '],
    ['<Team name="a > b" x={y > 2}>text</Team>', `${' '.repeat(29)}text${' '.repeat(7)}`],
    ['<a href={x}>t</a>', '<a href="X">t</a>'],
    ['<a href={x}>{y}</a> {z}', '<a href="X">XXX</a> XXX'],
    ['<img src={f("./a.png")} alt={""} />', `<img src="${'X'.repeat(12)}" alt="XX" >X`],
    ['a <img src="b" />\n<img src="b" /> c', 'a <img src="b" />\n<img src="b" /> c'],
    ['<iframe src="a"></iframe>', '<embed  src="a"></embed >'],
    ['<video>\n\t<source src="a" />\r\n</video>', '<video>\nX<img    src="a" >X\r\n</video>'],
    ['a\n\t<img src="b">\n', 'a\n\t<img src="b">\n'],
    ['<>a</>', '  a   '],
    ['# <B>x</B> y', '# XXXxXXXX y'],
    ['<A>\n\n# H {x}\n\n</A>', '   \n\n# H XxX\n\n    '],
    ['a < b > c', 'a < b > c'],
    ['a <1> b', 'a <1> b'],
    ['a \\<b> c', 'a \\<b> c'],
    ['<https://a.b>', '<https://a.b>'],
    ['[x](<a b.md>)', '[x](<a b.md>)'],
    ['[x]( <a b.md>)', '[x]( <a b.md>)'],
    ['[x]: <a b.md>', '[x]: <a b.md>'],
    ['[x] <b c="d">', '[x]          '],
    ['<div\n\n>', '<div\n\n>'],
    ['<div\na="b"\n>c', '    \n     \n c'],
    ['<div a="b', '<div a="b'],
    ['<T a={b', '<T a={b'],
    ['<T a <b>', '<T a    '],
    ["<T a='>'/>", 'XXXXXXXXXX'],
    ['<T a={{b: 1}}\n/>{c}', 'XXXXXXXXXXXXX\nXXXXX'],
  ])('tags: of %j is left %j', (text, expected) => {
    expect(left(text, 'mdx')).toBe(expected);
  });

  test('of a page that is none, the rest stays as it is', () => {
    const text = `${'{ '.repeat(201)}\n\n{a}`;
    expect(left(text, 'mdx').endsWith('\n\n{a}')).toBe(true);
    expect(left(`${'{ '.repeat(199)}\n\n{a}`, 'mdx').endsWith('\n\nXXX')).toBe(true);
    expect(left(`${'<b '.repeat(201)}\n\n<T />`, 'mdx').endsWith('\n\n<T />')).toBe(true);
    expect(left(`${'<b '.repeat(199)}\n\n<T />`, 'mdx').endsWith('\n\nXXXXX')).toBe(true);
  });
});

test.each([
  ['{a} b', '{a}'],
  ['{`a\n}`} b', '{`a\n}`}'],
  ['{"}"} b', '{"}"}'],
  ['{"\\"}"} b', '{"\\"}"}'],
  ["{it's {b}} c", "{it's {b}}"],
  ['{"a\n}" b', '{"a\n}'],
  ['{a /* } */} b', '{a /* } */}'],
  ['{/**/} b', '{/**/}'],
  ['{/* } b', ''],
  ['{/*/ } */} b', '{/*/ } */}'],
  ['{a / b * c} d', '{a / b * c}'],
  ['{""} b', '{""}'],
  ['{`', ''],
  [`{${'a'.repeat(19_998)}} b`, `{${'a'.repeat(19_998)}}`],
  [`{${'a'.repeat(19_999)}} b`, ''],
])('the expression at the start of %.20j is %.20j', (text, expression) => {
  const end = skipExpression(text, 0);
  expect(end < 0 ? '' : text.slice(0, end)).toBe(expression);
  expect(skipExpression(`ab${text}`, 2)).toBe(end < 0 ? -1 : end + 2);
});

test.each([
  ['<A b={c}/> d', { name: 'A', end: 10, isEmpty: true, expressions: [[5, 8]] }],
  [
    '<A b={c} {...d}>',
    {
      name: 'A',
      end: 16,
      isEmpty: false,
      expressions: [
        [5, 8],
        [9, 15],
      ],
    },
  ],
  ['</A >', { name: 'A', end: 5, isEmpty: false, expressions: [] }],
  ['<a-b.c_d1>', { name: 'a-b.c_d1', end: 10, isEmpty: false, expressions: [] }],
  ['<>', { name: '', end: 2, isEmpty: false, expressions: [] }],
  ['<A b="/">', { name: 'A', end: 9, isEmpty: false, expressions: [] }],
  ['<A:b>', null],
  ['<A', null],
  ["<A b='c>", null],
])('the tag at the start of %j', (text, expected) => {
  expect(skipTag(text, 0)).toEqual(expected);
  const moved = skipTag(`ab${text}`, 2);
  expect(moved?.end).toBe(expected === null ? undefined : expected.end + 2);
});

test.each([
  ['import a from "b"', true],
  ["import 'b'", true],
  ['import {a} from "b"', true],
  ['import * as a from "b"', true],
  ['import a, {b} from "c"', true],
  ['import\ta from "b"', true],
  ['imports a', false],
  ['import', false],
  ['export const a = 1', true],
  ['export default a', true],
  ['export async function a() {}', true],
  ['export {a}', true],
  ['export * from "a"', true],
  ['export of goods', false],
  ['exports const', false],
])('%j is a statement of MDX: %s', (line, expected) => {
  expect(isEsm(line)).toBe(expected);
});

// Where Python-Markdown 3.10 and pymdown-extensions 11 see a block of indented lines, and where they see none.
test.each([
  ['!!! note\n    a', '-   note\n    a'],
  ['!!!note "A b"\n    a', '-   ote "A b"\n    a'],
  ['??? tip "A"\n    a', '-   tip "A"\n    a'],
  ['???+ tip "A"\r\n    a', '-   .tip "A"\r\n    a'],
  ['=== "A"\n\n    a\n\n=== "B"\n\n    b', '-   "A"\n\n    a\n\n-   "B"\n\n    b'],
  ['===+! "A"\n    a', '-   .."A"\n    a'],
  ['- a\n\n    !!! note\n        b', '- a\n\n    -   note\n        b'],
  ['> !!! note\n>     b', '> -   note\n>     b'],
  ['a !!! note', 'a !!! note'],
  ['!!! "A"', '!!! "A"'],
  ['A\n===\n', 'A\n===\n'],
  ['=== A', '=== A'],
  ['```\n!!! note\n```\n', '```\n!!! note\n```\n'],
])('signs in %j are items of a list', (text, expected) => {
  expect(left(text, ['!!!', '???', '==='])).toBe(expected);
  expect(left(text, [])).toBe(text);
});
