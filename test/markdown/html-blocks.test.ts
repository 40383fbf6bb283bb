import { describe, expect, test } from 'vitest';
import type { Block, ListBlock, TableBlock } from '../../src/markdown/facts.ts';
import { readHtmlBlocks } from '../../src/markdown/html/html-blocks.ts';
import { contentOf, useParsers } from './both-parsers.ts';

useParsers();

/** Where the HTML stands on its page. */
const BASE = 100;

/** Each block as lines: an item as `words | what holds them | the whole`, a cell with its lines behind it. */
function outline(html: string): string[] {
  const at = ([start, end]: readonly [number, number]) => html.slice(start - BASE, end - BASE);
  const list = ({ ordered, range, items }: ListBlock): string[] => [
    `${ordered ? 'ol' : 'ul'} ${at(range)}`,
    ...items.flatMap(({ text, struck, textRange, range: whole, children }) => [
      `${text}${struck === undefined ? '' : `~${struck}~`} | ${at(textRange)} | ${at(whole)}`,
      ...children.flatMap(show).map((line) => `  ${line}`),
    ]),
  ];
  const table = ({ range, header, rows, faults = [] }: TableBlock) => [
    `table ${at(range)}`,
    ...[header, ...rows].map((row) =>
      row
        .map(({ text, textRange, range: whole, lines }) => {
          const broken = lines === undefined ? '' : ` (${lines.map((line) => `${line.text}=${at(line.range)}`)})`;
          return `${text} | ${at(textRange)} | ${at(whole)}${broken}`;
        })
        .join(' || '),
    ),
    ...faults.map((fault) => `${fault.kind} ${at(fault.range)}`),
  ];
  const show = (block: Block): string[] =>
    block.type === 'list' ? list(block) : block.type === 'table' ? table(block) : [];
  const { blocks, text } = readHtmlBlocks(html, BASE);
  return [...(text === '' ? [] : [text]), ...blocks.flatMap(show)];
}

/** The words of each row's cells. */
function grid(rows: string): string[] {
  const [table] = readHtmlBlocks(`<table>${rows}</table>`, 0).blocks;
  if (table?.type !== 'table') throw new Error('no table');
  return [table.header, ...table.rows].map((row) => row.map(({ text }) => text).join(' '));
}

describe('lists', () => {
  test.each([
    [
      '<ul><li>One</li><li></li></ul>',
      'ul <ul><li>One</li><li></li></ul>',
      'One | One | <li>One</li>',
      ' |  | <li></li>',
    ],
    ['<ul> <li> a <b>b</b><i>c</i> </li> </ul>', 'ul …', 'a bc | a <b>b</b><i>c | <li> a <b>b</b><i>c</i> </li>'],
    ['<OL><LI>a<LI>b</OL>', 'ol …', 'a | a | <LI>', 'b | b | <LI>'],
    [
      '<ul><li>a<ol><li>b</li></ol>c</li></ul>',
      'ul …',
      'ac | a<ol><li>b</li></ol>c | …',
      '  ol <ol><li>b</li></ol>',
      '  b | b | <li>b</li>',
    ],
    ['<ul><li>a<br>b<p>c</p>d</li></ul>', 'ul …', 'a b c d | a<br>b<p>c</p>d | …'],
    [
      '<ul><li>a<table><tr><td>b</td></tr></table></li></ul>',
      'ul …',
      'a | a | …',
      '  table <table><tr><td>b</td></tr></table>',
      '  b | b | <td>b</td>',
    ],
    [
      '<ul><li><del>a</del></li><li>b <s>c</s></li></ul>',
      'ul …',
      '~a~ | a | <li><del>a</del></li>',
      'b | b <s>c | <li>b <s>c</s></li>',
    ],
    [
      '<ul><li>a</del> b</li><li><strike>c <b>d</b></strike> e</ul>',
      'ul …',
      'a b | a</del> b | …',
      'e | c <b>d</b></strike> e | <li>',
    ],
    ['<ul><li>a &amp; b<sup>1</sup><sup>st</sup></li></ul>', 'ul …', 'a & bst | a &amp; b<sup>1</sup><sup>st | …'],
    ['<ul><li>a <!-- c --> b</li></ul>', 'ul …', 'a b | a <!-- c --> b | …'],
    ['w <ul>x<li>y</ul> z <h2>v</h2>', 'w x z v', 'ul <ul>x<li>y</ul>', 'y | y | <li>'],
    ['<li>a</li></ul><td>b</td></tr>', 'a b'],
    ['<ul><ol><li>a</li></ol></ul>', 'ul …'],
    ['<ul></ul><table></table>', 'ul <ul></ul>', 'table <table></table>', ''],
    ['<ul><li>a', 'ul <ul><li>a', 'a | a | <li>'],
    ['<ul></table><li>a</ul></ul>b', 'b', 'ul <ul></table><li>a</ul>', 'a | a | <li>'],
  ])('%s', (html, ...expected) => {
    expect(outline(html)).toEqual(
      // `…` leaves out what is longer than it tells.
      expected.map((line, at) =>
        line.endsWith('…') ? `${line.slice(0, -1)}${outline(html)[at]!.slice(line.length - 1)}` : line,
      ),
    );
  });

  test('are read to a bounded depth', () => {
    const depthOf = (count: number) => {
      let depth = 0;
      for (
        let [block] = readHtmlBlocks('<ul><li>'.repeat(count), 0).blocks as Block[];
        block?.type === 'list';
        depth += 1
      )
        [block] = block.items[0]!.children;
      return depth;
    };
    expect([depthOf(255), depthOf(256), depthOf(257), depthOf(400)]).toEqual([255, 256, 256, 256]);
    const tables = readHtmlBlocks(`${'<ul><li>'.repeat(256)}<table><tr><td>a`, 0);
    expect(JSON.stringify(tables)).not.toContain('"table"');
  });
});

describe('tables', () => {
  test.each([
    [
      '<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>',
      'A | A | <th>A</th> || B | B | <th>B</th>',
      '1 | 1 | <td>1</td> || 2 | 2 | <td>2</td>',
    ],
    ['<td>a<td>b<tr><td>c<td> ', 'a | a | <td> || b | b | <td>', 'c | c | <td> ||  |  | <td>'],
    ['<tr><td>a<br>b<p>c</p>d</td></tr>', 'a b c d | a<br>b<p>c</p>d | <td>a<br>b<p>c</p>d</td> (a=a,b=b,c=c,d=d)'],
    [
      '<tr><td><ul><li>a</li><li>b</li></ul>c</td></tr>',
      'a b c | a</li><li>b</li></ul>c | <td><ul><li>a</li><li>b</li></ul>c</td> (a=a,b=b,c=c)',
    ],
    [
      '<tr><td>\n\n- a &amp; b\n  c \n2) d\n</td></tr>',
      'a & b c d | a &amp; b\n  c \n2) d | <td>\n\n- a &amp; b\n  c \n2) d\n</td> (a & b c=a &amp; b\n  c,d=d)',
    ],
    ['<tr><td>a - b\n1.5 c</td></tr>', 'a - b 1.5 c | a - b\n1.5 c | <td>a - b\n1.5 c</td>'],
    [
      '<tr><td>\n- <del>a\n- b</del> c\n- <b>d</b></td></tr>',
      'c d | b</del> c\n- <b>d | <td>\n- <del>a\n- b</del> c\n- <b>d</b></td> (c=b</del> c,d=d)',
    ],
    [
      '<tr><td>a</td></tr><tr></tr><tr><td>b</td><td>c</td></tr>',
      'a | a | <td>a</td>',
      'b | b | <td>b</td> || c | c | <td>c</td>',
      'ragged <td>b</td><td>c</td>',
    ],
    ['<tr><td><table><tr><td>x</table></td></tr>', ' |  | <td><table><tr><td>x</table></td>', 'nested <table>'],
  ])('%s', (rows, ...expected) => {
    const html = `<table>${rows}</table>`;
    expect(outline(html)).toEqual([`table ${html}`, ...expected]);
  });

  test.each([
    [
      '<tr><td colspan=2>a</td><td rowspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e',
      'a a b',
      'c d b',
      'e',
    ],
    ['<tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e<td>f', 'a b', 'a c', 'a d', 'e f'],
    ['<tr><td rowspan=2 colspan=2>a<td rowspan=2>b<td>c<tr><td>d', 'a a b c', 'a a b d'],
    ['<tr><td rowspan=2>a<tr><tr><td>b', 'a', 'a', 'b'],
    ['<tr><td colspan=0>a<td colspan=-1>b<td colspan=x>c<td colspan=101>d', 'a b c d'],
  ])('a cell stands wherever it spans: %s', (rows, ...expected) => {
    expect(grid(rows)).toEqual(expected);
  });

  test('are no wider than anybody writes them', () => {
    expect(grid('<tr><td colspan=100>a<td>b')[0]!.split(' ')).toHaveLength(101);
    expect(grid(`<tr>${'<td colspan=100>a'.repeat(12)}`)[0]!.split(' ')).toHaveLength(1000);
  });
});

describe('on a page', () => {
  /** The types of a page's blocks, with the words of HTML. */
  const types = (text: string) =>
    contentOf(text).blocks.map((block) => (block.type === 'html' ? `html ${block.text}` : block.type));

  test.each([
    ['<ul>\n\n<li>a</li>\n\n</ul>\n\nb', 'list', 'paragraph'],
    ['<table><tr><td>\n\n- a\n\n</td></tr></table>', 'table'],
    ['<table>\n\n<tr><td>\n\n<table></table>\n\n</td></tr>\n\n</table>\n\nb', 'table', 'paragraph'],
    ['<p>a</p><ul><li>b</ul>', 'html a', 'list'],
    ['<p>a</p>', 'html a'],
    ['<ul>\n\n## A\n\n</ul>', 'list', 'heading', 'html'],
    ['<ul><li>a\n\nb', 'list', 'paragraph'],
    ['</ul>\n\na', 'html', 'paragraph'],
    ['<tabled>\n\na', 'html', 'paragraph'],
  ])('%j', (text, ...expected) => {
    expect(types(text).map((type) => type.trim())).toEqual(expected);
  });

  test('an open table goes on for no more pieces than anybody writes', () => {
    const rows = (count: number) => `<table>\n\n${'<tr><td>a</td></tr>\n\n'.repeat(count)}</table>\n`;
    expect(types(rows(399))).toEqual(['table']);
    expect(types(rows(400))[1]).toBe('html a');
  });
});

test.each([
  ['<ul>\n<li>One</li>\n\n<li>Two</li>\n\n</ul>\n\nAfter.\n', ['list One, Two', 'paragraph After.']],
  ['<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n\nAfter.\n', ['table a, b', 'paragraph After.']],
])('blank lines end no list and no table: %j', (text, wanted) => {
  const shown = (block: Block) => {
    if (block.type === 'list') return block.items.map((item) => item.text).join(', ');
    if (block.type === 'table')
      return [block.header, ...block.rows]
        .flat()
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(', ');
    return 'text' in block ? block.text : '';
  };
  expect(contentOf(text).blocks.map((block) => `${block.type} ${shown(block)}`)).toEqual(wanted);
});
