import { expect, it } from 'vitest';
import { factsOf, linksIn, useParsers } from './both-parsers.ts';

useParsers();

function hasLinks(text: string, ...expected: readonly string[]): void {
  expect(linksIn(text)).toEqual(expected.filter((link) => link !== ''));
}

it.each([
  ['[a **b** `c`](/x/#y)', 'inline /x/#y|/x/#y|y|a b c'],
  ['[a]( </x y/#z> "t")', 'inline /x y/#z|/x y/#z|z|a'],
  ['[a](/x "ti)tle")', 'inline /x|/x|-|a'],
  ["[a](/x 'title')", 'inline /x|/x|-|a'],
  ['[a\nb](/x\n(title))', 'inline /x|/x|-|a b'],
  ['[a [b] c](/x(y)z)', 'inline /x(y)z|/x(y)z|-|a [b] c'],
  ['[`]` a](/x)', 'inline /x|/x|-|] a'],
  ['[a\\]](/x\\)y)', 'inline /x)y|/x\\)y|-|a]'],
  ['[a](/x?a=b&amp;c#d&#101;)', 'inline /x?a=b&c#de|/x?a=b&amp;c#d&#101;|d&#101;|a'],
  ['[a](/x&#35;y)', 'inline /x#y|/x&#35;y|-|a'],
  ['[a]()', 'inline |||a'.replace('|||', '||-|')],
  ['[a](#)', 'inline #|#||a'],
  ['[](/x)', 'inline /x|/x|-|'],
  ['[<b title="](/y)">x</b>](/z)', 'inline /z|/z|-|x'],
  ['a [<i id="]">](/z#b)', 'inline /z#b|/z#b|b|'],
  ['> [a](\n> /x)', 'inline /x|/x|-|a'],
  ['![alt *x*](/i.png "t")', 'image /i.png|/i.png|-|alt x'],
  ['![a]b](/i.png)', ''],
  ['<https://a.b/c#d>', 'autolink https://a.b/c#d|https://a.b/c#d|d|https://a.b/c#d'],
  ['see https://a.b/c.', 'autolink https://a.b/c|https://a.b/c|-|https://a.b/c'],
  ['see www.a.b and a@b.de', 'autolink http://www.a.b|www.a.b|-|www.a.b', 'autolink mailto:a@b.de|a@b.de|-|a@b.de'],
  ['www.a.b', 'autolink http://www.a.b|www.a.b|-|www.a.b'],
  ['a@b.de, www.a.b', 'autolink mailto:a@b.de|a@b.de|-|a@b.de', 'autolink http://www.a.b|www.a.b|-|www.a.b'],
  ['[![i](/i.png)](/x)', 'inline /x|/x|-|i', 'image /i.png|/i.png|-|i'],
  ['[a][L] [l]\n\n[l]: /x#y "t"\n[unused]: /z', 'reference /x#y|/x#y|y|a'],
  ['![a][l]\n\n[l]: </i j.png>', 'image /i j.png|/i j.png|-|a'],
  ['<a href="/x#y">te<b>xt</b></a>', 'html /x#y|/x#y|y|text'],
  ["<a class=c href=/x title='t'>t</a>", 'html /x|/x|-|t'],
  ['a <a\nhref = "/x?a&amp;b">t *u*</a>', 'html /x?a&b|/x?a&amp;b|-|t u'],
  ['<img alt="A" src=\'/i.png\'><video src="/v"></video>', 'html-resource /i.png|/i.png|-|A', 'html-resource /v|/v|-|'],
  ['<!-- <a href="/x">t</a> -->', ''],
  ['`[a](/x)` and\n\n    [a](/x)', ''],
  [
    '```mermaid\n  click a "/x#y" "tip"\n  click b href "https://c.d"\n  click c call()\n```',
    'mermaid /x#y|/x#y|y|a',
    'mermaid https://c.d|https://c.d|-|b',
  ],
  ['[a]({{< ref "/x#y" >}})', 'ref /x#y|/x#y|y|a'],
  ['[a](<{{% relref path="x.md" lang="de" %}}>)', 'ref x.md|x.md|-|a'],
  ['[a]({{< ref "x" >}}#y)', 'ref x#y|{{< ref "x" >}}#y|y|a'],
  ['see {{< ref "x" >}}', 'ref x|x|-|'],
  ['`{{< ref "x" >}}`', ''],
  ['{{< note >}}[a](/x){{< /note >}} [b](/y)', 'inline /x|/x|-|a', 'inline /y|/y|-|b'],
  ['[a {{< icon x >}} b](/x)', 'inline /x|/x|-|a b'],
  [
    '| a |\n|---|\n| https://a.b/c|\n|[x](/y)|',
    'autolink https://a.b/c|https://a.b/c|-|https://a.b/c',
    'inline /y|/y|-|x',
  ],
])('%j', hasLinks);

it('keeps a shortcode in a destination as unreadable', () => {
  const [link] = factsOf('[a](/x/{{< param y >}}/#z)').links;
  expect(link?.href).toBe(`/x/${'\uFFFC'.repeat(15)}/#z`);
});

it('ranges cover the whole link', () => {
  const text = 'x [a](/b) <a href="/c">d</a> ![e](f) <i><img src="i"></i> [g]\n\n[g]: /h';
  const wholes = factsOf(text).links.map(({ range }) => text.slice(...range));
  expect(wholes).toEqual(['[a](/b)', '<a href="/c">d</a>', '![e](f)', '<img src="i">', '[g]: /h']);
});

it.each([
  ['<a href="/x">a', 'html /x|/x|-|'],
  ['<a href="/x">a\n\n## B\n\nc</a>', 'html /x|/x|-|'],
  ['<a href="/x">a <b>b</b> `c` &amp; d</a> e', 'html /x|/x|-|a b c & d'],
  ['<a name="n">a</a><area href="/x">', 'html /x|/x|-|'],
  ['<p href="/x" src="/y">a</p>', ''],
  ['<div><a href="/x">a</a>\n<a href="/y#z">b\nc</a></div>', 'html /x|/x|-|a', 'html /y#z|/y#z|z|b c'],
  ['> <div><a\n> href="/x">a\n> b</a></div>', 'html /x|/x|-|a b'],
  ['<object data="/o"></object><embed src="/e"><a src="/n">', 'html-resource /o|/o|-|', 'html-resource /e|/e|-|'],
  ['<!-- a --> <!-- <a href="/x"> --> <a href="/y">b</a>', 'html /y|/y|-|b'],
])('reads raw HTML in %j', hasLinks);

it.each([
  ['```mermaid\nclick a "/x"\nclick b href "/y#z"\n```', 'mermaid /x|/x|-|a', 'mermaid /y#z|/y#z|z|b'],
  ['~~~mermaid\n  click a-1\t"/x"\n~~~', 'mermaid /x|/x|-|a-1'],
  ['> ```mermaid\n> click a "/x"\n> ```', 'mermaid /x|/x|-|a'],
  ['```mermaid\nclick a call b() "/x"\ndblclick a "/y"\nclick "/z"\n```', ''],
  ['```mermaids\nclick a "/x"\n```', ''],
  ['    click a "/x"', ''],
  ['{{< mermaid >}}\nclick a "/x#y"\nclick b "/z"\n{{< /mermaid >}}', 'mermaid /x#y|/x#y|y|a', 'mermaid /z|/z|-|b'],
  ['`{{< mermaid >}}` click a "/x" `{{< /mermaid >}}`', ''],
])('reads a diagram in %j', hasLinks);

it.each([
  ['[a]({{< ref path="/x#y" lang=de >}})', 'ref /x#y|/x#y|y|a'],
  ['[a]({{< ref lang=de path="/x" >}})', 'ref /x|/x|-|a'],
  ['[a]({{< ref >}})', `ref ${'\uFFFC'.repeat(11)}|{{< ref >}}|-|a`],
  ['[a](/x/{{< ref "y" >}})', `inline /x/${'\uFFFC'.repeat(15)}|/x/{{< ref "y" >}}|-|a`, 'ref y|y|-|'],
  ['[a]({{< relref "x" >}}?q#y) {{< ref "z#w" >}}', 'ref x?q#y|{{< relref "x" >}}?q#y|y|a', 'ref z#w|z#w|w|'],
  ['<a href="{{< ref "x" >}}">a</a>', 'ref x|x|-|a'],
  ['[a]({{< other "x" >}})', `inline ${'\uFFFC'.repeat(17)}|{{< other "x" >}}|-|a`],
  ['<!-- {{< ref "x" >}} -->', ''],
])('reads the shortcode in %j', hasLinks);

it.each([
  ['<p>a</p><a href="/x">t</a> b', ['<a href="/x">t</a>']],
  ['a <img src="/i.png"> <area href="/x">t</a>', ['<img src="/i.png">', '<area href="/x">']],
  ['<i>a</i> <img srcset="/a.png 1x, /b.png 2x">', Array(2).fill('<img srcset="/a.png 1x, /b.png 2x">')],
  ['> <p>\n> <a href="/x">t\n> u</a>', ['<a href="/x">t\n> u</a>']],
  ['a [b](/c "d")!', ['[b](/c "d")']],
  ['a ![b](/c)!', ['![b](/c)']],
  ['a [b]!\n\n[b]: /c "d"\n', ['[b]: /c "d"']],
])('links of %j go from end to end', (text, expected) => {
  expect(factsOf(text).links.map(({ range }) => text.slice(...range))).toEqual(expected);
});

it.each([
  ['<area href="/x">t</a>', 'html /x|/x|-|'],
  ['<a href="/x">t\n\n## u\n\nv</a>', 'html /x|/x|-|'],
  ['<a name="y" href="/x"><img src="/i.png" alt="j">t</a>', 'html /x|/x|-|t', 'html-resource /i.png|/i.png|-|j'],
])('the words of %j', (text, ...expected) => {
  expect(linksIn(text)).toEqual(expected);
});

it('tells links that leave the site', () => {
  const facts = factsOf('[a](/x) [b](//h/x) [c](mailto:a@b.c) [d](HTTPS://x) [e](a:b) [f](./a:b) [g](?q) [h]()');
  expect(facts.externalLinks.map(({ text }) => text)).toEqual(['b', 'c', 'd', 'e']);
  expect(facts.links.map(({ text }) => text)).toEqual(['a', 'f', 'g', 'h']);
});

it('says where a shortcode call stands', () => {
  const text =
    '{{< a >}} `{{< b >}}`\n\n```\n{{% c %}}\n```\n\n<!-- {{< d >}}{{< e >}}{{< i >}}[x](/y){{< /e >}} -->\n\n<div>\n<!-- {{< j >}} -->\n</div> {{< k >}}\n\n{{< highlight go >}}{{< f >}}[x](/y){{< /highlight >}}';
  const facts = factsOf(text);
  expect(facts.shortcodes.map(({ name, place }) => `${name} ${place}`)).toEqual([
    'a content',
    'b code',
    'c code',
    'd comment',
    'e comment',
    'i comment',
    'j comment',
    'k content',
    'highlight content',
    'f code',
  ]);
  expect(facts.links).toEqual([]);
});

it('reports an include call that does nothing, but not in code', () => {
  const { problems } = factsOf(
    '{{$ include "a.md" %}}\n\n`{{ include "b" }}` <!-- {{ include "d" }} -->\n\n```yaml\nx: {{ include "c" . }}\n{{< note a= >}}\n```\n',
  );
  // A shortcode that Hugo cannot read stops its build wherever it stands.
  expect(problems.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['include-malformed', '{{$ include "a.md" %}}'],
    ['shortcode-malformed', 'note'],
  ]);
});

it('reads an include without front matter', () => {
  const text = '---\n[nav](/x/)\n---\n\ntext';
  expect(factsOf(text, false)).toMatchObject({ frontMatter: null, problems: [], links: [{ href: '/x/' }] });
});
