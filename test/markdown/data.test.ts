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
  ['{"a": [""], "b": "c"}', ['a=a', '|', 'b=b', 'c|c']],
  ['a: 1 # one\nb:\n', ['a=a', '1|1', 'b=b', '|']],
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
  expect(problem?.detail).not.toMatch(/ at line |\n/);
});

test('the place of a problem counts from where the data stand, and ends with them', () => {
  const problemOf = (source: string) => readData(source, 100).problem;
  expect(problemOf('a: b: c')?.range).toEqual([103, 104]);
  expect(problemOf('a: "b')?.range).toEqual([105, 105]);
});

test('a key that stands twice is read twice', () => {
  expect(texts(readData('a: x\na: y\n').root, 'a: x\na: y\n')).toEqual(['a=a', 'x|x', 'a=a', 'y|y']);
});

test.each([
  ['lists', (depth: number) => `${'['.repeat(depth)}x${']'.repeat(depth)}`],
  ['maps', (depth: number) => `${'{a: '.repeat(depth)}x${'}'.repeat(depth)}`],
])('%s within each other are read to a depth of 64', (_, source) => {
  const isRead = (depth: number) => texts(readData(source(depth)).root, source(depth)).some((text) => text === 'x|x');
  expect([isRead(64), isRead(65)]).toEqual([true, false]);
});

test('an alias within its own anchor ends', () => {
  const source = 'a: &a [x, *a]\nb: y\n';
  const read = texts(readData(source).root, source);
  expect(read.filter((text) => text === 'x|x').length).toBeLessThan(64);
  expect(read.at(-1)).toBe('y|y');
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
  ['level,craft\nsenior,"a"x,b', [['senior', 'a', 'b']]],
  ['level,craft\nsenior,a\n', [['senior', 'a']]],
  ['level,craft\n\n"",\nsenior,""', [['senior', '']]],
  [
    'level,craft\rsenior,a\rjunior,b\r',
    [
      ['senior', 'a'],
      ['junior', 'b'],
    ],
  ],
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
  expect(data?.problem).toBeNull();
  const json = '{"craft": ["Words", "Owns the slow query"]}\n# Senior\n';
  const ofJson = readContent(json).data;
  expect(ofJson?.problem).toBeNull();
  expect(texts(ofJson?.root ?? null, json)).toContain('Owns the slow query|Owns the slow query');
  expect(readContent('---\ntitle: Senior\ntags: [a, b]\n---\n').data).toBeUndefined();
});

test.each(['', '# only a comment\n', '---\n'])('a data file without values, %j, has no sentences', (source) => {
  expect(readData(source).problem).toBeNull();
});
