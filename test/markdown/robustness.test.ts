import { describe, expect, it } from 'vitest';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readContent, readPage } from '../../src/markdown/read-page.ts';

await loadParsers();

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Made to hang or break a reader. The bound is generous, since what is quadratic takes minutes; and in processor time,
 * since machines are busy. */
const hostile: Record<string, string> = {
  'nested quotes': '>'.repeat(100_000),
  'nested quotes with blanks': `${'> '.repeat(100_000)}a`,
  'nested list markers': `${'- '.repeat(50_000)}a`,
  'mixed markers': `${'> - 1. * '.repeat(20_000)}a`,
  'deep lists': lines(500, (i) => `${'  '.repeat(i)}- a\n`),
  'open brackets': '['.repeat(100_000),
  'open links': '[a]('.repeat(30_000),
  'open images': '!['.repeat(30_000),
  'nested brackets': `${'['.repeat(20_000)}${']'.repeat(20_000)}(/x)`,
  'nested emphasis': `${'*a _b '.repeat(20_000)}${'_ *'.repeat(20_000)}`,
  'a heading of nested emphasis': `# ${'*a _b '.repeat(20_000)}${'_ *'.repeat(20_000)}`,
  'backticks of every length': `![${lines(1000, (i) => `${'`'.repeat(i + 1)} `)}](/x)`,
  'open tags': '<a '.repeat(100_000),
  'open tags with values': '<a b=/'.repeat(50_000),
  'open anchors': '<a href="/x">'.repeat(10_000),
  'open comments': '<!--'.repeat(100_000),
  'a control comment of blanks': `<!--lint${' '.repeat(200_000)}`,
  'open shortcodes': '{{< x '.repeat(50_000),
  shortcodes: '{{< x >}} '.repeat(50_000),
  'nested shortcodes': `${'{{< x >}}'.repeat(50_000)}${'{{< /x >}}'.repeat(50_000)}`,
  'shortcodes with open quotes': '{{< x "'.repeat(50_000),
  'shortcodes with open backticks': '{{< x `'.repeat(50_001),
  'open escapes': '{{</* x '.repeat(50_000),
  'braces and includes': '{{ include '.repeat(50_000),
  'links by shortcode': '[a]({{< ref "x" >}}) '.repeat(20_000),
  'bodies of shortcodes': '{{< x >}}\n# a\n{{< /x >}}\n'.repeat(10_000),
  'more bodies of shortcodes than a call may have arguments': '{{< x >}}a{{< /x >}}\n'.repeat(150_000),
  'a long line that is not ASCII': 'a [b](é) '.repeat(50_000),
  'a long line that is not ASCII and has no blanks': '[b](é)'.repeat(50_000),
  'headings alike': '# a\n'.repeat(30_000),
  'open attributes': `# ${'{#a '.repeat(100_000)}}`,
  'nested attributes': `# ${'{a='.repeat(100_000)}}`,
  'attributes of blocks': 'a\n{#x}\n\n'.repeat(20_000),
  'front matter on one line': `---\n${'a: '.repeat(10_000)}\n---\n`,
  'front matter of brackets': `---\na: ${'['.repeat(50_000)}\n---\n`,
  'front matter of nested lists': `---\na:\n${'- '.repeat(20_000)}\n---\n`,
  'front matter of open quotes': `---\n${'a: "\n'.repeat(5_000)}---\n`,
  'JSON of braces': '{"a":'.repeat(100_000),
  'TOML of brackets': `+++\na = ${'['.repeat(100_000)}\n+++\n`,
  'a wide table': `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${'a|'.repeat(10_000)}`,
  'bars in URLs': `|a|\n|-|\n|${'http://a|'.repeat(20_000)}\n`,
  'addresses without links': 'a@b.c'.repeat(20_000),
  definitions: `${lines(10_000, (i) => `[a${i}]: /x\n`)}${'[a1] '.repeat(30_000)}`,
  'ten megabytes of prose': 'Words of [a page](/handbook/x/#y) that **goes** on.\n\n'.repeat(180_000),
  'ten megabytes in one line': 'word '.repeat(2_000_000),
  'halves of characters': '\ud800'.repeat(10_000),
  'NUL characters': '\0'.repeat(10_000),
};

describe.each(Object.entries(hostile))('%s', (_, text) => {
  it('is read in bounded time', () => {
    const before = process.cpuUsage();
    const facts = readPage(text, { parser: 'fast' });
    if (text.length < 1_000_000) readContent(text, { parser: 'fast' });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    for (const { range } of [...facts.headings, ...facts.links, ...facts.anchors, ...facts.problems]) {
      expect(range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length).toBe(true);
    }
  });
});

it('says where nesting was too deep to read', () => {
  const text = `# Fine\n\n${'>'.repeat(500)} lost\n\n[kept](/x)`;
  const facts = readPage(text, { parser: 'fast' });
  expect(facts.problems.map(({ kind }) => kind)).toEqual(['too-deep']);
  expect(facts.links.map(({ href }) => href)).toEqual(['/x']);
  expect(readPage(`${'- '.repeat(300)}\n\n${'*'.repeat(300)}`, { parser: 'fast' }).problems).toEqual([]);
});
