import type { Html, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import markdown from '../../src/reporters/markdown.ts';
import { broken, context, finding, mixed, result } from './samples.ts';

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

test('a table by page with links to the lines', () => {
  const lineUrl = (path: string, line: number) => `https://example.com/blob/${path}#L${line}`;
  const twice = [mixed[0] ?? finding(), finding({ start: { line: 9, column: 1, offset: 90 } })];
  expect(markdown(result(twice), { ...context, lineUrl })).toBe(`### Handbook check: 2 mistakes

| Page | Line | What to mend |
| --- | --- | --- |
| site/content/values/\\_index.md | [3](https://example.com/blob/site/content/values/_index.md#L3) | ❌ This link goes to /hiring/offers/, but no page has that address. |
|  | [9](https://example.com/blob/site/content/values/_index.md#L9) | ❌ This link goes to /hiring/offers/, but no page has that address. |

12 pages, 1,234 links checked, 5 broken, 6 could not be checked, in 1.5 s.
`);
});

test('mistakes and warnings are counted apart, without links where no CI is', () => {
  const report = markdown(result(mixed), context);
  expect(report).toContain('### Handbook check: 1 mistake, 1 warning');
  expect(report).toContain('| 3 | ⚠️ ');
});

test('nothing to mend', () => {
  expect(markdown(result([]), context)).toContain('Nothing to mend. 12 pages');
});

test('hostile text stays in its cell, calls nobody and links nowhere', () => {
  const report = markdown(result(broken), context);
  const tree = parse(report);
  const [, table] = tree.children as [unknown, Table];
  expect(table.children.map((row) => row.children.length)).toEqual([3, 3, 3]);
  const kinds = new Set<string>();
  visit(tree, (node) => void kinds.add(node.type));
  expect([...kinds].sort()).toEqual(['heading', 'paragraph', 'root', 'table', 'tableCell', 'tableRow', 'text']);
  visit(tree, 'html', (node: Html) => expect.unreachable(node.value));
  expect(report).not.toMatch(/@all|#1|!2|[\u0000-\u0009\u001b\u202e]/);
});

test('a long report is cut and says so', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    finding({ path: `content/${index}.md`, message: 'x'.repeat(5000) }),
  );
  const report = markdown(result(many), context);
  expect(report).toContain('And 900 more.');
  expect(report.length).toBeLessThan(60_000);
});
