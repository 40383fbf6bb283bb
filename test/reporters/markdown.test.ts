import fc from 'fast-check';
import type { Html, Link, Root, Table, TableCell } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import markdown from '../../src/reporters/markdown.ts';
import { printable } from '../../src/reporters/printable.ts';
import { broken, context, finding, mixed, result, textOf } from './samples.ts';

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

function wordsOf(cell: TableCell): string {
  return cell.children.map((node) => ('value' in node ? node.value : '')).join('');
}

test('a table by page with links to the lines', () => {
  const lineUrl = (path: string, line: number) => `https://example.com/blob/${path}#L${line}`;
  const twice = [mixed[0] ?? finding(), finding({ start: { line: 9, column: 1, offset: 90 } })];
  expect(textOf(markdown, result(twice), { ...context, lineUrl })).toBe(`### Handbook check: 2 mistakes

| Page | Line | What to mend |
| --- | --- | --- |
| site/content/values/\\_index.md | [3](https://example.com/blob/site/content/values/_index.md#L3) | ❌ This link goes to /hiring/offers/, but no page has that address. |
|  | [9](https://example.com/blob/site/content/values/_index.md#L9) | ❌ This link goes to /hiring/offers/, but no page has that address. |

12 pages, 1,234 links checked, 5 broken, 6 could not be checked, in 1.5 s.
`);
});

test('mistakes and warnings are counted apart, without links where no CI is', () => {
  const report = textOf(markdown, result(mixed), context);
  expect(report).toContain('### Handbook check: 1 mistake, 1 warning');
  expect(report).toContain('| 3 | ⚠️ ');
});

test('nothing to mend', () => {
  expect(textOf(markdown, result([]), context)).toContain('Nothing to mend. 12 pages');
});

test('hostile text stays in its cell, calls nobody and links nowhere', () => {
  const report = textOf(markdown, result(broken), context);
  const tree = parse(report);
  const [, table] = tree.children as [unknown, Table];
  expect(table.children.map((row) => row.children.length)).toEqual([3, 3, 3]);
  const kinds = new Set<string>();
  visit(tree, (node) => void kinds.add(node.type));
  expect([...kinds].sort()).toEqual([
    'heading',
    'inlineCode',
    'paragraph',
    'root',
    'table',
    'tableCell',
    'tableRow',
    'text',
  ]);
  visit(tree, 'html', (node: Html) => expect.unreachable(node.value));
  visit(tree, 'text', ({ value }) => expect(value).not.toMatch(/@all|#1|!2|[\u0000-\u0009\u001b\u202e]/));
});

test('what is to be copied is exact, and stands as code where it would call somebody', () => {
  const message = 'The page "Values" has no heading for #colaboration. Link to #collaboration instead (as @ann said).';
  const report = textOf(markdown, result([finding({ message })]), context);
  expect(report).toContain('for `#colaboration`. Link to `#collaboration` instead \\(as `@ann` said\\).');
});

// What GitHub and GitLab make links of in text; in code they make none.
const reference =
  /(?:[@#!$%~&^](?=[\p{L}\p{N}_"])|:\/\/|www\.|:[a-z+-]+:|\b[A-Z][A-Z\d]+-\d|\b(?=[a-f]*\d)[\da-f]{7,40}\b)/iu;
const pieces = [
  '@ann',
  '#1',
  '!2',
  '~"a b"',
  'www.x.de',
  'https://x.de/(a|b)',
  ':smile:',
  'ABC-12',
  'deadbeef1',
  '`',
  '``',
];
const signs = [
  '|',
  '\\',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '&amp;',
  ' ',
  ' ',
  'a',
  'x.',
  '"',
  '#',
  '\n',
  '\u001b',
  '$',
];

test('any message reads as it was, and names nobody outside of code', () => {
  const message = fc.array(fc.constantFrom(...pieces, ...signs), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(message, message, (words, name) => {
      const report = textOf(markdown, result([finding({ message: words, path: `a${name}b.md` })]), context);
      const table = parse(report).children[1] as Table;
      const cells = table.children[1]?.children ?? [];
      expect(cells).toHaveLength(3);
      const wanted = [`site/a${name}b.md`, '3', `❌ ${words}`];
      expect(cells.map((cell) => wordsOf(cell).trim())).toEqual(wanted.map((text) => printable(text).trim()));
      for (const cell of cells) {
        for (const { type } of cell.children) expect(['text', 'inlineCode']).toContain(type);
        visit(cell, 'text', ({ value }) => expect(value).not.toMatch(reference));
      }
    }),
    { numRuns: 500 },
  );
});

test('a name with any brackets keeps its link to the line', () => {
  const lineUrl = (path: string, line: number) =>
    `https://example.com/blob/${path.replaceAll(' ', '%20')}?plain=1#L${line}`;
  for (const name of ['a(b.md', 'a)b.md', '((', 'a<b>.md', 'a\\b|c`.md', '[x](y.md']) {
    const table = parse(textOf(markdown, result([finding({ path: name })]), { ...context, lineUrl }))
      .children[1] as Table;
    const [link] = table.children[1]?.children[1]?.children ?? [];
    expect(link).toMatchObject({ type: 'link' });
    expect(decodeURIComponent((link as Link).url)).toBe(`https://example.com/blob/site/${name}?plain=1#L3`);
  }
});

test('a long report is cut and says so', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    finding({ path: `content/${index}.md`, message: 'x'.repeat(5000) }),
  );
  const report = textOf(markdown, result(many), context);
  expect(report).toContain('And 900 more.');
  expect(report.length).toBeLessThan(60_000);
});
