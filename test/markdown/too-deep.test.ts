import { expect, test } from 'vitest';
import { readPage } from '../../src/markdown/read-page.ts';
import { useParsers } from './both-parsers.ts';

useParsers();

/** The parts of a text that are too deep to be read. */
const lost = (text: string) =>
  readPage(text)
    .problems.filter(({ kind }) => kind === 'too-deep')
    .map(({ range }) => text.slice(...range));

const quotes = '> '.repeat(101);
/** Lists within each other; each item stands for two levels of the tree. */
const lists = (count: number, before = '') =>
  Array.from({ length: count }, (_, depth) => `${before}${'  '.repeat(depth)}- ${depth}\n`).join('');

test.each([
  ['of a page', `a\n\n${quotes}b\n\nc\n`],
  ['of what stands between the tags of a shortcode', `a {{< x >}}\n\n${quotes}b\n\n{{< /x >}}\n`],
  ['behind front matter', `---\ntitle: T\n---\n\n${quotes}b\n`],
])('a line %s', (_, text) => {
  expect(lost(text)).toEqual([' b']);
});

test('the first line of what is nested too deep', () => {
  expect(lost(lists(127))).toEqual([]);
  const [line, ...others] = lost(lists(200));
  expect(others).toEqual([]);
  expect(line).toBe('- 128');
});

test.each(['> ', '> > > '])('each quote is a level: %j', (before) => {
  const levels = before.length / 2;
  const [line] = lost(lists(200, before));
  expect(Number(line?.replace(/^[> -]+/, ''))).toBe(128 - Math.ceil(levels / 2));
});

test('a footnote is a level', () => {
  const [line] = lost(`a[^1]\n\n[^1]: b\n\n${lists(200, '    ')}`);
  expect(Number(line?.replace(/^[ -]+/, ''))).toBe(127);
});

test('bodies of shortcodes within each other', () => {
  const bodies = (count: number) => `${'{{< x >}}'.repeat(count)}a${'{{< /x >}}'.repeat(count)}`;
  expect(lost(bodies(24))).toEqual([]);
  expect(lost(bodies(26))).toEqual(['{{< x >}}']);
});
