import { expect, test } from 'vitest';
import { readCsv } from '../../src/markdown/data/csv.ts';
import { readData } from '../../src/markdown/data/read.ts';
import type { DataNode } from '../../src/markdown/facts.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readContent } from '../../src/markdown/read-page.ts';

function texts(node: DataNode | null, source: string): string[] {
  if (node === null) return [];
  if (node.type === 'text') return [`${node.text}|${source.slice(...node.range)}`];
  return node.type === 'list'
    ? node.items.flatMap((item) => texts(item, source))
    : node.entries.flatMap(({ key, keyRange, value }) => [
        `${key}=${source.slice(...keyRange)}`,
        ...texts(value, source),
      ]);
}

test.each([
  ['a: [x, "y z"]\nb:\n  - one: 1\n', ['a=a', 'x|x', 'y z|y z', 'b=b', 'one=one', '1|1']],
  ['{"a": ["x\\"y", null]}', ['a=a', 'x"y|x\\"y', '|null']],
  ['a: &n [x]\nb: *n\n', ['a=a', 'x|x', 'b=b', 'x|x']],
])('%j is read with its places', (source, wanted) => {
  const { root, problem } = readData(source);
  expect(problem).toBeNull();
  expect(texts(root, source).map((text) => text.replace(/="/, '=').replace(/"$/, ''))).toEqual(wanted);
});

test('what cannot be parsed is a problem with its place, and the rest is read', () => {
  const source = 'a:\n  - x\nb: [y\nc: z\n';
  const { root, problem } = readData(source);
  expect(texts(root, source)).toContain('x|x');
  expect(source.slice(0, problem?.range[0]).split('\n').length).toBeGreaterThan(2);
});

test('aliases that repeat themselves end', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 12; at++)
    lines.push(
      `a${at}: &a${at} [${Array(8)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    );
  const source = lines.join('\n');
  expect(texts(readData(source).root, source).length).toBeLessThanOrEqual(200_000);
});

test('a list of 50,000 aliases is read in one walk', () => {
  const source = `a: &a x\nb:\n${'- *a\n'.repeat(50_000)}`;
  expect(texts(readData(source).root, source).filter((text) => text === 'x|x')).toHaveLength(50_001);
});

test('an alias before its anchor, or of none, stands for nothing', () => {
  const source = 'a: *b\nb: &b x\nc: *d\ne: *b\n';
  expect(texts(readData(source).root, source)).toEqual(['a=a', '|', 'b=b', 'x|x', 'c=c', '|', 'e=e', 'x|x']);
});

test.each([
  ['level,craft\nsenior,"Says ""no"", kindly."\n', [['senior', 'Says "no", kindly.']]],
  [
    'level;craft\r\nsenior;A, B\r\n\r\njunior;\r\n',
    [
      ['senior', 'A, B'],
      ['junior', ''],
    ],
  ],
  ['level\tcraft\nsenior\t"unclosed', [['senior', 'unclosed']]],
])('%j is a table', (source, wanted) => {
  const [block] = readCsv(source).blocks;
  if (block?.type !== 'table') throw new Error('no table');
  expect(block.rows.map((cells) => cells.map(({ text }) => text))).toEqual(wanted);
  for (const { text, textRange } of block.rows.flat())
    expect(source.slice(...textRange).replaceAll('""', '"')).toBe(text);
});

test('front matter with lists of sentences is kept with its places', async () => {
  await loadParsers();
  const text = '---\ntitle: Senior\ncraft:\n  - Owns the slow query of the week\n---\n\n# Senior\n';
  const { data } = readContent(text);
  expect(texts(data?.root ?? null, text)).toContain('Owns the slow query of the week|Owns the slow query of the week');
  expect(readContent('---\ntitle: Senior\ntags: [a, b]\n---\n').data).toBeUndefined();
});

test.each(['', '# only a comment\n', '---\n'])('a data file without values, %j, has no sentences', (source) => {
  expect(readData(source).problem).toBeNull();
});
