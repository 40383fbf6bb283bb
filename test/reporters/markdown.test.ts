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

function tableIn(tree: Root): Table {
  return tree.children.find((node) => node.type === 'table') ?? expect.unreachable('there is no table');
}

function wordsOf(cell: TableCell): string {
  return cell.children.map((node) => ('value' in node ? node.value : '')).join('');
}

const top = (report: string) => report.split('\n')[3];

test('a table by page with links to pages, lines and rules', () => {
  const lineUrl = (path: string, line: number) => `https://example.com/blob/${path}#L${line}`;
  const twice = [mixed[0] ?? finding(), finding({ start: { line: 9, column: 1, offset: 90 } })];
  const rule = '[link-page](https://unpkg.com/remark-preset-lint-handbook@0.1.0/docs/rules/link-page.md)';
  const at = (line: number) => `https://example.com/blob/site/content/values/_index.md#L${line}`;
  expect(textOf(markdown, result(twice), { ...context, lineUrl })).toBe(`<!-- handbook-lint -->
### Handbook check

❌ This handbook has 2 errors, so the check fails.

| Page | Line | What to mend | Rule |
| --- | --- | --- | --- |
| [site/content/values/\\_index.md](${at(1)}) | [3](${at(3)}) | ❌ This link goes to /hiring/offers/, but no page has that address. | ${rule} |
|  | [9](${at(9)}) | ❌ This link goes to /hiring/offers/, but no page has that address. | ${rule} |

12 pages, 1,234 links checked, 5 broken, 6 could not be checked, in 1.5 s.
`);
});

test('without a CI, pages and lines are words', () => {
  expect(textOf(markdown, result(mixed), context)).toContain(
    '| layouts/index.redirects | 3 | ⚠️ '.replace('| l', '| site/l'),
  );
});

test('the sentence on top agrees with the exit code', () => {
  const warnings = mixed.filter(({ severity }) => severity === 'warn');
  const cases = [
    [mixed, true, true, '❌ This change brings 1 error and 1 warning, so the check fails.'],
    [warnings, true, false, '✅ This change brings 1 warning, and the check passes.'],
    [warnings, true, true, '❌ This change brings 1 warning, so the check fails.'],
    [[], true, false, '✅ This change breaks nothing.'],
    [mixed, false, true, '❌ This handbook has 1 error and 1 warning, so the check fails.'],
  ] as const;
  for (const [findings, isChange, fails, words] of cases)
    expect(top(textOf(markdown, result(findings), { ...context, isChange, fails }))).toBe(words);
});

test('broken links that nobody is to hear of do not stand below "nothing to mend" without a word', () => {
  expect(top(textOf(markdown, result([]), { ...context, fails: false }))).toBe(
    '✅ There is nothing to mend. 5 broken links are not reported, as the configuration, a comment or the baseline says.',
  );
});

test('hostile text stays in its cell, calls nobody and links nowhere', () => {
  const report = textOf(markdown, result(broken), context);
  const tree = parse(report);
  const table = tableIn(tree);
  expect(table.children.map((row) => row.children.length)).toEqual([4, 4, 4]);
  const kinds = new Set<string>();
  visit(tree, (node) => void kinds.add(node.type));
  expect([...kinds].sort()).toEqual([
    'heading',
    'html',
    'inlineCode',
    'link',
    'paragraph',
    'root',
    'table',
    'tableCell',
    'tableRow',
    'text',
  ]);
  visit(tree, 'html', (node: Html) => expect(node.value).toBe('<!-- handbook-lint -->'));
  visit(tree, 'link', ({ url }: Link) => expect(url).toBe(finding().url));
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
      const cells = tableIn(parse(report)).children[1]?.children.slice(0, 3) ?? [];
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
    const table = tableIn(parse(textOf(markdown, result([finding({ path: name })]), { ...context, lineUrl })));
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
