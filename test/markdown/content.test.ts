import { expect, it } from 'vitest';
import type { Block } from '../../src/markdown/facts.ts';
import { readContent } from '../../src/markdown/read-page.ts';
import { contentOf, factsOf, useParsers } from './both-parsers.ts';

useParsers();

/** Blocks as short lines, nested ones indented. */
function outline(text: string): string[] {
  const facts = factsOf(text);
  const show = (block: Block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`# ${facts.headings[block.heading]?.text}`];
      case 'shortcode':
        return [`{{${facts.shortcodes[block.shortcode]?.name}}}`];
      case 'list':
        return block.items.flatMap((item) => [
          `${block.ordered ? '1.' : '-'} ${item.text}|${text.slice(...item.textRange)}`,
          ...item.children.flatMap(show).map((line) => `  ${line}`),
        ]);
      case 'table':
        return [block.header, ...block.rows].map((row) => row.map((cell) => text.slice(...cell.textRange)).join(' / '));
      case 'code':
        return [`code ${block.language}`];
      case 'image':
        return [`image ${text.slice(...block.range)}`];
      default:
        return [`${block.type} ${block.text}`];
    }
  };
  return contentOf(text).blocks.flatMap(show);
}

it('lists blocks in order, those in quotes and shortcode bodies too', () => {
  const text = [
    '---\ntitle: x\n---\nIntro **text**\nhere\n',
    '## One\n',
    '1. first [link](/x)\n1. second\n   - nested\n\n     more\n',
    '> quoted\n',
    '{{% include "a.md" %}}\n',
    '{{< note >}}\nin note {{< icon >}}\n{{< /note >}}\n',
    '{{% tip %}}\nin tip\n{{% /tip %}}\n',
    '| a | b |\n|---|---|\n| c `\\|` | [d](/x) |\n',
    '```js\ncode\n```\n',
    '<p>html <b>text</b></p>\n',
    '![alt](/i.png)\n',
    '<!-- comment -->\n',
    '- [ ] task\n- {{% include "b.md" %}}\n-\n',
  ].join('\n');
  expect(outline(text)).toEqual([
    'paragraph Intro text here',
    '# One',
    '1. first link|first [link](/x)',
    '1. second|second',
    '  - nested|nested',
    '    paragraph more',
    'paragraph quoted',
    '{{include}}',
    '{{note}}',
    'paragraph in note',
    '{{tip}}',
    'paragraph in tip',
    'a / b',
    'c `\\|` / [d](/x)',
    'code js',
    'html html text',
    'image ![alt](/i.png)',
    'html ',
    '- task|task',
    '- |',
    '  {{include}}',
    '- |',
  ]);
});

it('puts a shortcode between items into the item above it', () => {
  expect(outline('- a\n  {{% x %}}\n- b\n\n{{% y %}}\n')).toEqual(['- a|a', '  {{x}}', '- b|b', '{{y}}']);
});

/** Every block and item with its source. */
function sources(text: string): string[] {
  const show = (block: Block): string[] => {
    const own = `${block.type} ${text.slice(...block.range)}`;
    if (block.type !== 'list') return [own];
    return [
      own,
      ...block.items.flatMap((item) => [`item ${text.slice(...item.range)}`, ...item.children.flatMap(show)]),
    ];
  };
  return contentOf(text).blocks.flatMap(show);
}

it('gives every block the place that its source has', () => {
  const text = [
    '## A ##\n',
    'text\nmore  \n',
    '> quoted\n> on\n>\n> two\n>\n',
    '- a\n  - b\n\n- c\n\n  d\n',
    '| a |\n|---|\n| b |\n',
    '~~~js\nx\n~~~\n',
    '<p>x</p>\n',
    '[![i](/i.png)](/x)\n![j](/j.png)\n',
    '{{< x >}} {{< y >}}\n',
    'a {{< x >}} b\n',
  ].join('\n');
  expect(sources(text)).toEqual([
    'heading ## A ##',
    'paragraph text\nmore',
    'paragraph quoted\n> on',
    'paragraph two',
    'list - a\n  - b\n\n- c\n\n  d',
    'item - a\n  - b',
    'list - b',
    'item - b',
    'item - c\n\n  d',
    'paragraph d',
    'table | a |\n|---|\n| b |',
    'code ~~~js\nx\n~~~',
    'html <p>x</p>',
    'image [![i](/i.png)](/x)\n![j](/j.png)',
    'shortcode {{< x >}}',
    'shortcode {{< y >}}',
    'paragraph a {{< x >}} b',
  ]);
});

it('counts no empty lines of a quote to a block', () => {
  expect(sources('> - a\n>\n> \n\nb')).toEqual(['list - a', 'item - a', 'paragraph b']);
  expect(sources('> - a\n>\n>   b\n>\n>\n> c')).toEqual([
    'list - a\n>\n>   b',
    'item - a\n>\n>   b',
    'paragraph b',
    'paragraph c',
  ]);
  expect(sources('> > 1. a\r\n> >\r\n>\r\n\r\nb')).toEqual(['list 1. a', 'item 1. a', 'paragraph b']);
  expect(sources('> <p>\n>\n\nb')).toEqual(['html <p>', 'paragraph b']);
  expect(sources('>     code\n>\n>\n\nb')).toEqual(['code     code', 'paragraph b']);
});

it('reads the words of a cell without its bars, unless they are words', () => {
  const text = '|  a  | b \\| c|\n|---|---|\n||`d\\|`|\n| e\\| | |\n';
  expect(outline(text)).toEqual(['a / b \\| c', ' / `d\\|`', 'e\\| / ']);
});

it.each([
  ['- [x] done', '- done|done'],
  ['- [ ]  open', '- open|open'],
  ['- [y] words', '- [y] words|[y] words'],
  ['- [link](/x) words', '- link words|[link](/x) words'],
  ['1) one', '1. one|one'],
  ['- {{< x >}}\n', '- |', '  {{x}}'],
  ['- {{< x >}} words', '- words|{{< x >}} words'],
  ['- ```\n  code\n  ```', '- |', '  code '],
  ['- # Title', '- |', '  # Title'],
  ['-\n\n  words', '- |', 'paragraph words'],
])('reads the item %j', (text, ...expected) => {
  expect(outline(text)).toEqual(expected);
});

it.each([
  ['![a](/a.png)\n![b](/b.png)', 'image ![a](/a.png)\n![b](/b.png)'],
  ['![a](/a.png) words', 'paragraph a words'],
  ['[words](/a)', 'paragraph words'],
  ['![a][r]\n\n[r]: /a.png', 'image ![a][r]'],
  ['{{< x >}}', '{{x}}'],
  ['{{< x >}}, words', 'paragraph , words'],
  ['`{{< x >}}`', 'paragraph'],
])('tells pictures and calls from words in %j', (text, expected) => {
  expect(outline(text).map((line) => line.trim())).toEqual([expected]);
});

it('puts what a shortcode shows where it stands, in lists of lists as well', () => {
  const text = '- a\n  - b\n\n    {{< x >}}c{{< /x >}}\n  - d\n- e\n\n{{< y >}}\n- f\n{{< /y >}}\n\ng\n';
  expect(outline(text)).toEqual([
    '- a|a',
    '  - b|b',
    '    {{x}}',
    '    paragraph c',
    '  - d|d',
    '- e|e',
    '{{y}}',
    '- f|f',
    'paragraph g',
  ]);
});

it('reads lists in lists to a bounded depth', () => {
  const text = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}\n`).join('');
  let depth = 0;
  for (let blocks = readContent(text, { parser: 'fast' }).blocks; ; depth += 1) {
    const [list] = blocks;
    if (list?.type !== 'list') break;
    blocks = list.items[0]!.children;
  }
  expect(depth).toBeGreaterThan(200);
  expect(depth).toBeLessThan(300);
});
