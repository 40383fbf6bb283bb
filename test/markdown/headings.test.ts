import { describe, expect, it } from 'vitest';
import { factsOf, useParsers } from './both-parsers.ts';

useParsers();

/** Each heading as `level text|slug|id|source of its words`. */
function headings(text: string): string[] {
  return factsOf(text).headings.map(
    ({ level, text: words, slug, id, textRange }) =>
      `${level} ${words}|${slug}|${id ?? '-'}|${text.slice(...textRange)}`,
  );
}

it.each([
  ['## Reporting structure', '2 Reporting structure|reporting-structure|-|Reporting structure'],
  ['#  A **bold** `code`  ##  ', '1 A bold code|a-bold-code|-|A **bold** `code`'],
  ['## Given {#My_Id}', '2 Given|given|My_Id|Given'],
  ['## Given{#x} ##', '2 Given|given|x|Given'],
  ['## Given ## { #x .y}', '2 Given|given|x|Given'],
  ['## Given {id="a b" .c}', '2 Given|given|a b|Given'],
  ['## Class {.c}', '2 Class|class|-|Class'],
  ['## Two {#a} {#b}', '2 Two {#a}|two-a|b|Two {#a}'],
  ['## Not {#a b}', '2 Not {#a b}|not-a-b|-|Not {#a b}'],
  ['## Not \\{#a}', '2 Not {#a}|not-a|-|Not \\{#a}'],
  ['## Not {: #a}', '2 Not {: #a}|not--a|-|Not {: #a}'],
  ['## Not {#a} after', '2 Not {#a} after|not-a-after|-|Not {#a} after'],
  ['## Empty {#}', '2 Empty|empty||Empty'],
  ['##', '2 |heading|-|'],
  ['## ###', '2 |heading|-|'],
  ['## C#', '2 C#|c|-|C#'],
  ['## [Team](/team/) page', '2 Team page|teamteam-page|-|[Team](/team/) page'],
  ['## <a name="x"></a>Named', '2 Named|a-namexanamed|-|<a name="x"></a>Named'],
  ['## ![logo](/l.png) Brand', '2 logo Brand|logolpng-brand|-|![logo](/l.png) Brand'],
  ['Last\nline counts {#q}\n---', '2 Last line counts|line-counts|q|Last\nline counts'],
  ['> Quoted\n> title\n> ===', '1 Quoted title|title|-|Quoted\n> title'],
  ['- ## In a list', '2 In a list|in-a-list|-|In a list'],
  ['Title\r\n===\r\n\r\ntext', '1 Title|title|-|Title'],
  ['   #\tTab \t', '1 Tab|tab|-|Tab'],
  ['## a \\#', '2 a #|a-|-|a \\#'],
  ['## a# ##', '2 a#|a|-|a#'],
  ['## a ##b', '2 a ##b|a-b|-|a ##b'],
  ['## {#only}', '2 |heading|only|'],
  ['## {#only} ##', '2 |heading|only|'],
  ['## # {#x}', '2 |heading|x|'],
  ['## a # {#x}', '2 a|a|x|a'],
  ['## a } {#x}', '2 a }|a-|x|a }'],
  ['## a {#x}}', '2 a {#x}}|a-x|-|a {#x}}'],
  ['Title {#x}\n---', '2 Title|title|x|Title'],
  ['  Title  \n  ===', '1 Title|title|-|Title'],
  ['a\n  b\n===', '1 a b|b|-|a\n  b'],
  ['a\r\nb {#x}\r\n===\r\n', '1 a b|b|x|a\r\nb'],
  ['- a\n  b\n  ===', '1 a b|b|-|a\n  b'],
  ['> > a\n> > b\n> > ===', '1 a b|b|-|a\n> > b'],
  ['>a\n>b\n>===', '1 a b|b|-|a\n>b'],
  ['a\n{#x}\n===', '1 a|heading|x|a'],
  ['#word\n===', '1 #word|word|-|#word'],
  ['a ##\n===', '1 a ##|a-|-|a ##'],
  ['\\> a\n===', '1 > a|-a|-|\\> a'],
  ['> a\r\n> b\r\n> ===', '1 a b|b|-|a\r\n> b'],
  ['a\n{#x} b\n===', '1 a {#x} b|x-b|-|a\n{#x} b'],
])('%j', (text, expected) => {
  expect(headings(text)).toEqual([expected]);
});

it('reads headings below a term and its definition, where four spaces make no code', () => {
  expect(headings('Term\n: meaning\n\n    ## Inside\n\ntext\n\n    ## Code\n')).toEqual(['2 Inside|inside|-|Inside']);
});

describe('shortcodes', () => {
  it('make a slug unknowable', () => {
    const [both] = factsOf('## A {{% x %}} {{< y >}}\n').headings;
    expect(both).not.toHaveProperty('slugIfSilent');
    const [angle, percent, escaped] = factsOf('## A {{< x >}}\n\n## B {{% x %}}\n\n## C {{</* x */>}}\n').headings;
    expect(angle).toMatchObject({ text: 'A', slug: null });
    expect(angle).not.toHaveProperty('slugIfSilent');
    expect(percent).toMatchObject({ text: 'B', slug: null, slugIfSilent: 'b' });
    expect(escaped).toMatchObject({ text: 'C {{< x >}}', slug: 'c--x-' });
  });
});

it.each([
  ['text', true],
  ['<!-- comment -->', false],
  ['<a id="x"></a>', false],
  ['<p>text</p>', true],
  ['- item', true],
  ['| a |\n|---|', true],
  ['![](x.png)', true],
  ['{{% include "x.md" %}}', true],
  ['{{< youtube x >}}', true],
  ['{{% alert %}}\n{{% /alert %}}', true],
  ['[label]: /x/', false],
  ['', false],
])('a heading followed by %j has a body: %s', (between, expected) => {
  expect(factsOf(`## A\n\n${between}\n\n## B\n`).headings.map(({ hasBody }) => hasBody)).toEqual([expected, false]);
});

it('has a place for the words that a heading has not', () => {
  const place = (text: string) => factsOf(text).headings[0]!.textRange;
  expect(place('## {#x}\n')).toEqual([3, 3]);
  expect(place('##\n')).toEqual([2, 2]);
  expect(place('##  ##\n')).toEqual([4, 4]);
});

it('tells below which of several headings a shortcode stands', () => {
  const text = '## A\n\n## B\n\n{{< x >}}\n\n## C\n\ntext\n\n## D\n\n{{% y %}}\n';
  expect(factsOf(text).headings.map(({ hasBody }) => hasBody)).toEqual([false, true, true, true]);
  const bodies =
    '## A\n\n{{< x >}}\n\n{{< /x >}}\n\n## B\n\n{{< x >}}\ntext\n{{< /x >}}\n\n## C\n\n`{{< y >}}`\n\n## D\n';
  expect(factsOf(bodies).headings.map(({ hasBody }) => hasBody)).toEqual([true, true, true, false]);
  expect(factsOf('## A\n\n<!-- {{< x >}} -->\n\n## B\n').headings.map(({ hasBody }) => hasBody)).toEqual([
    false,
    false,
  ]);
});

it('takes a pair of tags around nothing that is seen for no body', () => {
  const first = (between: string) => factsOf(`## A\n\n${between}\n\n## B\n\ntext\n`).headings[0]!.hasBody;
  expect(first('{{% x %}}\n<!-- c -->\n{{% /x %}}')).toBe(false);
  expect(first('{{< x >}}words{{< /x >}}')).toBe(true);
  expect(first('{{< x >}} \n{{< /x >}}')).toBe(true);
});

it.each([
  ['[^1]\n\n## A\n\n[^1]: note', false],
  ['## A\n\n<b></b>text', true],
  ['## A\n\n<b></b> <i></i>', true],
  ['## A\n\n<a id="x"></a> <!-- c -->', false],
  ['## A\n\n<a id="x"></a> b', true],
  ['## A\n\n> quoted', true],
  ['## A\n\n---', false],
  ['## A\n\n```\n```', true],
  ['## A\n\n    code', true],
  ['text\n\n## A', false],
  ['## A\n\n### B\n\ntext', false],
])('in %j the first heading has a body: %s', (text, expected) => {
  expect(factsOf(text).headings[0]!.hasBody).toBe(expected);
});

it.each([
  ['a\n{#x}', ['x {#x}']],
  ['a\n\n{#x}', ['x {#x}']],
  ['a\n\n\n{#x}', []],
  ['{#x}', []],
  ['\n\n{#x}', []],
  ['a\n  {#x .y} \t\nb', ['x {#x .y}']],
  ['a\n{#x} b', []],
  ['a\n{id=x}', ['x {id=x}']],
  ['a\n{.x}', []],
  ['a\n{{< x >}}{#x}', []],
  ['> a\n> {#x}', ['x {#x}']],
  ['## A\n{#x}', []],
  ['```\na\n{#x}\n```', []],
  ['```\na\n```\n{#x}', []],
  ['<!-- a\n{#x} -->', []],
  ['a\n{#x}\n\nb\n{#y}', ['x {#x}', 'y {#y}']],
  ['| a |\n|---|\n{#x}', ['x {#x}']],
])('finds the ids of blocks in %j', (text, expected) => {
  expect(factsOf(text).anchors.map(({ id, range }) => `${id} ${text.slice(...range)}`)).toEqual(expected);
});

it.each([
  ['Term\n: meaning\n\n    ## Inside {#x}\n', ['Inside|x']],
  ['Term\n: meaning\n\n\t# Inside\n    ### More\n', ['Inside|-', 'More|-']],
  ['Term\n:\tmeaning\n\n    ## Inside\n', ['Inside|-']],
  ['Term\n: meaning\n\n```\n    ## Code\n```\n', []],
  ['Term: meaning\n\n    ## Code\n', []],
  ['a\n: b\n\nc\n\n    ## Code\n', []],
  ['    ## Code\n\na\n: b\n', []],
  ['a\n: b\n\n    ##Code\n    ####### Code\n', []],
])('finds the headings of definitions in %j', (text, expected) => {
  expect(factsOf(text).headings.map(({ text: words, id }) => `${words}|${id ?? '-'}`)).toEqual(expected);
});

it('finds ids that no heading made', () => {
  const text = [
    'Words\n{#para}\n',
    '- item\n{#list}\n',
    '```\ncode\n{#code}\n```\n',
    '<div id="box"><a name=named>x</a><p name="no">y</p></div>\n',
    '<!-- <a id="hidden"></a> -->\n',
    'See[^b] and[^a] and[^b].\n',
    '[^a]: A\n',
    '[^b]: B\n',
  ].join('\n');
  const anchors = factsOf(text).anchors.map(({ kind, id, range }) => [kind, id, text.slice(...range).split('\n')[0]]);
  expect(anchors).toEqual([
    ['attribute', 'para', '{#para}'],
    ['attribute', 'list', '{#list}'],
    ['html-id', 'box', 'box'],
    ['html-name', 'named', 'named'],
    ['footnote', 'fnref:1', '[^b]'],
    ['footnote', 'fnref:2', '[^a]'],
    ['footnote', 'fnref1:1', '[^b]'],
    ['footnote', 'fn:2', '[^a]: A'],
    ['footnote', 'fn:1', '[^b]: B'],
  ]);
});
