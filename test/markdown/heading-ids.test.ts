import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/markdown/read-page.ts';
import { markdownSettings } from '../../src/sites/hugo/config/markdown-settings.ts';
import { tableOf } from '../../src/sites/hugo/config/tables.ts';
import { useParsers } from './both-parsers.ts';

useParsers();

/** A text, and its ids with Hugo 0.131, 0.167 and 0.169, of which one is given where all are alike. */
type Row = readonly [text: string, from131: string, from167?: string, from169?: string];

/** All ids of a text in the order of their places. */
function idsOf(text: string, markup: object, version: string, parser: 'fast' | 'reference'): string {
  const markdown = markdownSettings(tableOf({ markup }), version);
  const { headings, anchors } = readPage(text, { parser, markdown });
  const others = anchors.filter(({ kind }) => kind !== 'footnote');
  const all = [...headings.map(({ range, id, slug }) => ({ range, id: id ?? slug })), ...others];
  return all
    .sort((a, b) => a.range[0] - b.range[0])
    .map(({ id }) => id)
    .join(' ');
}

/** Every row is what the three made of the text. */
function asBuilt(markup: object, rows: readonly Row[]): void {
  for (const [text, from131, from167 = from131, from169 = from167] of rows)
    test(JSON.stringify(text), () => {
      for (const parser of ['fast', 'reference'] as const)
        expect(['0.131.0', '0.167.0', '0.169.0'].map((version) => idsOf(text, markup, version, parser))).toEqual([
          from131,
          from167,
          from169,
        ]);
    });
}

describe('ids of headings', () => {
  asBuilt({ goldmark: {} }, [
    ['## *a* b', 'a-b'],
    ['## **a *b* c** d', 'a-b-c-d', 'a--d', 'a-b-c-d'],
    ['## [a](b) c', 'ab-c', 'a-c', 'a-c'],
    ['## [a *b* c](d) e', 'a-b-cd-e', 'a--e', 'a-b-c-e'],
    ['## [*a* b](c)', 'a-bc', 'a', 'a-b'],
    ['## ![a](b) c', 'ab-c', 'a-c', 'a-c'],
    ['## ![a][r] b\n\n[r]: /x', 'ar-b', 'a-b', 'a-b'],
    ['## [a][r] b\n\n[r]: /x', 'ar-b', 'a-b', 'a-b'],
    ['## <b>a</b> c', 'bab-c', 'a-c', 'a-c'],
    ['## a <br> b', 'a-br-b', 'a--b', 'a--b'],
    ['## a <<b>c', 'a-bc'],
    ['## a <<b>', 'a-b'],
    ['## <<b>a', 'ba'],
    ['## x << y', 'x--y'],
    ['## https://a.b/c、d e', 'httpsabcd-e', 'd-e', 'd-e'],
    ['## éhttps://a.b/c d', 'éhttpsabc-d'],
    ['## see https://a.b/c. d', 'see-httpsabc-d', 'see--d', 'see--d'],
    ['## a@b.de、c', 'abdec', 'c', 'c'],
    ['## éa@b.de c', 'éabde-c'],
    ['## a b_c@d.e_ g', 'a-b_cde_-g'],
    ['## a (c@d.ef) g', 'a-cdef-g', 'a--g', 'a--g'],
    ['## a www.a.b/c(d) e', 'a-wwwabcd-e', 'a--e', 'a--e'],
    ['## (https://a.b) c', 'httpsab-c', '-c', '-c'],
    ['## a `b` c&amp;d', 'a-b-campd', 'a-b-cd', 'a-b-cd'],
    ['## a &unknown; b', 'a-unknown-b'],
    ['## a &#38; b', 'a-38-b'],
    ['## a <!-- c --> b', 'a----c----b', 'a--b', 'a--b'],
    ['## [![a](b)](c) d', 'abc-d', 'a-d', 'a-d'],
    ['## [](b) c', 'b-c', 'c', 'c'],
    ['## a_b *c_d* e', 'a_b-c_d-e', 'a_b-c_-e', 'a_b-c_d-e'],
    ['## a {.x title="`b`"}', 'a'],
    ['## a {.x title="![b](c)"}', 'a'],
    ['a  \n![b](c) d\n---', 'bc-d', 'b-d', 'b-d'],
    ['![b](c)\na\n---', 'a'],
    ['## "a" b', 'a-b'],
    ['## a... b', 'a-b'],
    ['## ...a', 'a'],
    ["## it's", 'its'],
    ['## --a', '--a', 'a', 'a'],
    ['## a -- b --- c', 'a----b-----c', 'a--b--c', 'a--b--c'],
    ['## a---b', 'a---b', 'ab', 'ab'],
    ['## **a--b** c', 'a--b-c', 'a-c', 'ab-c'],
    ['## *"a" b* c', 'a-b-c', '-c', 'a-b-c'],
    ["## *it's* b", 'its-b', 'it-b', 'its-b'],
    ["## *'a* b", 'a-b', '-b', 'a-b'],
    ['## *--a* b', '--a-b', '-b', 'a-b'],
    ['## *...a* b', 'a-b', '-b', 'a-b'],
    ['## *<<a* b', 'a-b', '-b', 'a-b'],
    ['## *a>>b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## *a...b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## **a_b** c', 'a_b-c', 'a_-c', 'a_b-c'],
    ['## **a__b** c', 'a__b-c', 'a__-c', 'a__b-c'],
    ['## *a!b* c', 'ab-c'],
    ['## *a![b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## *a]b* c', 'ab-c'],
    ['## *a[b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## *a~b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## *a`b* c', 'ab-c', 'a-c', 'ab-c'],
    ['## *a\\*b* c', 'ab-c'],
    ['## [a\\]b](c) d', 'abc-d', 'ab-d', 'ab-d'],
    ['## [a*b](c)', 'abc', 'a', 'ab'],
    ['## [a_b](c)', 'a_bc', 'a_', 'a_b'],
    ['## *a&amp;b* c', 'aampb-c', 'ab-c', 'ab-c'],
    ['## *a [b] c* d', 'a-b-c-d', 'a--d', 'a-b-c-d'],
    ['## `a -- b`', 'a----b'],
    ['## `` ` ``', '--', 'heading', 'heading'],
    ['## *a `b*c`* d', 'a-bc-d', 'a--d', 'a-bc-d'],
    ['## [`a*b` c](d)', 'ab-cd', 'ab', 'ab-c'],
    ['## [![a](b) c](d) e', 'ab-cd-e', 'a-e', 'a-c-e'],
    ['## *![a--b](c)* d', 'a--bc-d', 'a-d', 'ab-d'],
    ["## ![it's a](b) c", 'its-ab-c', 'it-c', 'its-a-c'],
    ['## ![a!b](c) d', 'abc-d', 'ab-d', 'ab-d'],
    ['## [a<br>b](c) d', 'abrbc-d', 'a-d', 'ab-d'],
    ['## *<b>a</b> c* d', 'bab-c-d', 'd', 'a-c-d'],
    ['## ***a* b** c', 'a-b-c', 'a-c', 'a-b-c'],
    ['## a &amp; b', 'a-amp-b', 'a--b', 'a--b'],
    ['## a &#38; b', 'a-38-b'],
    ['## &copy; a', 'copy-a', '-a', '-a'],
    ['## &nope; a', 'nope-a'],
    ['## &nbsp;a', 'nbspa', 'a', 'a'],
    ['## https://a.b/c d', 'httpsabc-d', 'd', 'd'],
    ['## <https://a.b/c> d', 'httpsabc-d', 'd', 'd'],
    ['## a www.a.b d', 'a-wwwab-d', 'a--d', 'a--d'],
    ['## a@b.de x', 'abde-x', 'x', 'x'],
    ['## mail (a@b.de) x', 'mail-abde-x', 'mail--x', 'mail--x'],
    ['## x-a@b x', 'x-ab-x'],
    ['## a [b](mailto:a@b.de) c', 'a-bmailtoabde-c', 'a-b-c', 'a-b-c'],
    ['## `a@b.de` c@d.de', 'abde-cdde', 'abde', 'abde'],
    ['## *a https://b.c d* e', 'a-httpsbc-d-e', 'a--e', 'a--d-e'],
    ['## a\\*b', 'ab'],
    ['## a_b_c', 'a_b_c'],
    ['## ~~a~~ b', 'a-b'],
    ['## a[^1] b\n\n[^1]: n', 'a1-b', 'a-b', 'a-b'],
    ['## a [^1]', 'a-1'],
    ['## a {.x} b', 'a-x-b'],
    ['## a {#x .y}', 'x'],
    ['## a {.y} b {#z}', 'z'],
    ['## a {#x} ##', 'x', 'a-x', 'a-x'],
    ['## a ## {#x}', 'x'],
    ['## {#x}', 'x'],
    ['## {.y}', 'heading', '', ''],
    ['## ', 'heading', '', ''],
    ['##  ##', 'heading', '', ''],
    ['## a   b', 'a---b'],
    ['## a\tb', 'ab'],
    ['## a b', 'ab'],
    ['## Ünï İx ΑΣ', 'ünï-ix-ασ'],
    ['## 1. A_B-C', '1-a_b-c'],
    ['## [](x) a', 'x-a', 'a', 'a'],
    ['## [ ](x)', '-x', 'heading', 'heading'],
    ['## ![](x)', 'x', '', ''],
    ['## a <!-- c --> b', 'a----c----b', 'a--b', 'a--b'],
    ['## <a id="x">', 'a-idx', '', ''],
    ['## *é* b', 'é-b'],
    ['## ab & ü½', 'ab--ü'],
    ['## a *b*c', 'a-bc'],
    ['## (*a*) b', 'a-b'],
    ['## *a*--*b*', 'a--b', 'ab', 'ab'],
    ['## a *b--c* -- d', 'a-b--c----d', 'a-b--d', 'a-bc--d'],
    ['a\nb\n---', 'b'],
    ['a *b\nc* d\n===', 'c-d', 'd', 'c-d'],
    ['a  \nb\n---', 'b'],
    ['a\\\nb\n---', 'b'],
    ['*a\nb*\n===', 'b', '', 'b'],
    ['a\n{#x}\n===', 'x'],
    ['> a\n> *b* c\n> ===', 'b-c'],
  ]);
});

describe('without a typographer', () => {
  asBuilt({ goldmark: { extensions: { typographer: { disable: true } } } }, [
    ['## *"a" b* c', 'a-b-c'],
    ['## *a--b* c', 'a--b-c'],
    ['## a -- b', 'a----b'],
    ['## *...a* b', 'a-b'],
    ['## *<<a* b', 'a-b'],
    ['## *a*b* c', 'ab-c'],
    ['## a <<b>c', 'a-bc', 'a-c', 'a-c'],
  ]);
});

describe('with dashes of its own', () => {
  asBuilt({ goldmark: { extensions: { typographer: { endash: 'x', emdash: 'yy' } } } }, [
    ['## a -- b --- c', 'a----b-----c', 'a-x-b-yy-c', 'a-x-b-yy-c'],
    ['## *--a* b', '--a-b', 'x-b', 'xa-b'],
    ['## *a--b* c', 'a--b-c', 'a-c', 'axb-c'],
  ]);
});

describe('where bare URLs are text', () => {
  asBuilt({ goldmark: { extensions: { linkify: false } } }, [
    ['## a www.a.b d', 'a-wwwab-d'],
    ['## a@b.de x', 'abde-x'],
    ['## https://a.b/c d', 'httpsabc-d'],
    ['## <https://a.b> c', 'httpsab-c', 'c', 'c'],
  ]);
});

describe('with passthrough', () => {
  asBuilt(
    {
      goldmark: {
        extensions: {
          passthrough: {
            enable: true,
            delimiters: {
              block: [['$$', '$$']],
              inline: [
                ['$', '$'],
                ['\\(', '\\)'],
              ],
            },
          },
        },
      },
    },
    [
      ['## $a_b$ c', 'a_b-c', 'c', 'c'],
      ['## a $b$ $c$', 'a-b-c', 'a', 'a'],
      ['## a $b', 'a-b'],
      ['## $a$$b$', 'ab', '', ''],
      ['## a \\(b\\) c $d$', 'a-b-c-d', 'a--c', 'a--c'],
      ['## \\(b\\)', 'b', '', ''],
      ['## a \\(b c', 'a-b-c'],
      ['## \\(a$b\\) $', 'ab-', 'heading', 'heading'],
      ['## `$a$` b', 'a-b'],
      ['## *a $b* c$ d', 'a-b-c-d', 'a--d', 'a--d'],
      ['## a$', 'a'],
      ['## a $$b$$ c', 'a-b-c', 'a--c', 'a--c'],
      ['## a $b@c.de$ d@e.de f', 'a-bcde-dede-f', 'a---f', 'a---f'],
      ['## a@b.de $c$', 'abde-c', 'heading', 'heading'],
      ['## $$a$$', 'a', '', ''],
    ],
  );
});

describe('without footnotes', () => {
  asBuilt({ goldmark: { extensions: { footnote: false } } }, [['## a[^1] b\n\n[^1]: n', 'a1-b']]);
});

describe('in ASCII', () => {
  asBuilt({ goldmark: { parser: { autoHeadingIDType: 'github-ascii' } } }, [
    ['## Ünï Straße', 'uni-strae'],
    ['## 日本', 'heading'],
    ['## é', 'e'],
    ['## a_B c-D', 'a_b-c-d'],
    ['## İ', 'i'],
  ]);
});

describe('as Blackfriday made them', () => {
  asBuilt({ goldmark: { parser: { autoHeadingIDType: 'blackfriday' } } }, [
    ["## What's new, & y_z?", 'what-s-new-y-z'],
    ['## -a- b', 'a-b'],
    ['## Ü 1½', 'ü-1½'],
    ['## &', 'heading'],
    ['## İΣ', 'iσ'],
    ['## 日本 a', '日本-a'],
  ]);
});

describe('without attributes of titles', () => {
  asBuilt({ goldmark: { parser: { attribute: { title: false } } } }, [
    ['## a {#x}', 'a-x'],
    ['## a {#x} ##', 'a-x'],
    ['a {#x}\n===', 'a-x'],
  ]);
});

describe('switched off', () => {
  asBuilt({ goldmark: { parser: { autoHeadingID: false } } }, [
    ['## a', ''],
    ['## a {#x}', 'x'],
  ]);
});

describe('of blocks and fences', () => {
  asBuilt({ goldmark: { parser: { attribute: { block: true } } } }, [
    ['a {#x}\n\ntext\n{#y}\n\n- l\n{#z}', 'y z'],
    ['a\n{#b .c}\n\n> q\n{#d}', 'b d'],
    ['```go {#cod}\nx\n```', 'cod'],
    ['```go {linenos=inline anchorLineNos=true}\nx\ny\n```', 'hl-0-1 hl-0-2'],
    ['```go {linenos=table,anchorlinenos=true,linenostart=5}\nx\ny\n\n```', 'hl-0-5 hl-0-6'],
    ['```go {linenos=true,anchorlinenos=true,lineanchors=pre}\nx\n```', 'pre-1'],
    ['```\nx\n```\n\n```go {linenos=inline anchorLineNos=true}\nx\n```', 'hl-1-1'],
    ['```go {linenos=false anchorLineNos=true}\nx\n```', ''],
    ['```go {.c linenos=inline, anchorlinenos=1}\nx\n```', 'hl-0-1'],
    ['~~~go {#t}\nx\n~~~', 't'],
    ['``` {#n}\nx\n```', ''],
    ['> ```go {#q}\n> x\n> ```', 'q'],
    ['    code {#no}\n', ''],
    ['```go {#a\nx\n```', ''],
    ['```go\n{#b}\n```', ''],
    ['````go {#f}\n```\n````', 'f'],
  ]);
});

describe('of lines of code', () => {
  asBuilt({ goldmark: { parser: { attribute: { block: true } } }, highlight: { lineNos: true, anchorLineNos: true } }, [
    ['```go\nx\ny\n```', 'hl-0-1 hl-0-2'],
    ['```\nx\n```', ''],
    ['```go {linenos=false}\nx\n```', ''],
    ['```go {anchorlinenos=false}\nx\n```', ''],
    ['```go {linenostart=3}\nx\n```', 'hl-0-3'],
    ['```go\nx\n```\n\n```go {#i}\ny\n```', 'hl-0-1 i hl-1-1'],
    ['~~~go\nx\n~~~', 'hl-0-1'],
    ['```go {lineanchors="p-q"}\nx\n```', 'p-q-1'],
    ['```go\n```', ''],
    ['```go\n\n\nx\n\n\n```', 'hl-0-1 hl-0-2 hl-0-3'],
    ['```go\n\n\n```', ''],
    ['```go\n \n```', 'hl-0-1'],
  ]);
});

describe('of lines of code, with a word of the site', () => {
  asBuilt({ goldmark: {}, highlight: { lineNos: true, anchorLineNos: true, lineAnchors: 'site' } }, [
    ['```go\nx\n```', 'site-1'],
  ]);
});

describe('of terms and headings in definitions', () => {
  asBuilt({ goldmark: { parser: { autoDefinitionTermID: true } } }, [
    ['Term\n: def', '', 'term', 'term'],
    ['Term *a* b\n: def', '', 'term-a-b', 'term-a-b'],
    ['One\nTwo\n: def', '', 'one two', 'one two'],
    ['One\n![a](b) c\n: d', '', 'one a-c', 'one a-c'],
    ['![a](b) c\nTwo\n: d', '', 'a-c two', 'a-c two'],
    ['One\\\nTwo\n: d', '', 'one two', 'one two'],
    ['One  \nTwo\n: d', '', 'one two', 'one two'],
    ['`a` b\n`c`\n: d', '', 'a-b c', 'a-b c'],
    ['*a\nb*\n: d', '', 'a b', 'a b'],
    ['a\n\nb\n\n: d', '', 'b', 'b'],
    ['One <b>x</b>\nTwo\n: d', '', 'one-x two', 'one-x two'],
    ['Term\n\n: def', '', 'term', 'term'],
    ['Term\n\n:   def\n\n    more', '', 'term', 'term'],
    ['a\n\nTerm\n: def\n: def2\n\nOther\n: x', '', 'term other', 'term other'],
    ['Term\n:no', ''],
    ['  Term\n: def', '', 'term', 'term'],
    ['  Term\n  : def', ''],
    ['Term  \n: def', '', 'term', 'term'],
    ['Term\n:\tdef', '', 'term', 'term'],
    ['a: b\nc\n: d', '', 'a-b c', 'a-b c'],
    ['Term\n: def\nlazy\n: e', '', 'term', 'term'],
    ['> Q\n> : d', '', 'q', 'q'],
    ['> Q\n>: d', '', 'q', 'q'],
    ['> Q\n>  : d', ''],
    ['> Q\n: d', ''],
    ['> > Q\n> > : d', '', 'q', 'q'],
    ['- L\n  : d', '', 'l', 'l'],
    ['- L\n\n  : d', '', 'l', 'l'],
    ['- L\n: d', ''],
    ['- L\n   : d', ''],
    ['1. L\n   : d', '', 'l', 'l'],
    ['Term {#x}\n: d', '', 'term-x', 'term-x'],
    ['!\n: d', '', 'term', 'term'],
    ['Term\n: a\n\n: b', '', 'term', 'term'],
    ['One\nTwo\n\n: d', '', 'one two', 'one two'],
    ['Term\n: ## H', 'h', 'term h', 'term h'],
    ['Term\n\n: # H {#i}\n', 'i', 'term i', 'term i'],
    ['x\n\n| a |\n|---|\n: d', ''],
    ['T\n:    code', '', 't', 't'],
    ['a\n : b\n: c', '', 'a -b', 'a -b'],
    ['Term\n: def\n\n    ## In', 'in', 'term in', 'term in'],
    ['Term\n : def\n\n    ## In', ''],
    ['Term\n\n : # H', ''],
    ['a\n\nb', ''],
    ['Term\n\n: # H\n\n    ## I\n\ntext\n\n    ## Code', 'h i', 'term h i', 'term h i'],
  ]);
});
