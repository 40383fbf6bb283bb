import { describe, expect, it } from 'vitest';
import { MASK, maskShortcodes } from '../../src/markdown/shortcodes/mask.ts';
import { lexShortcodes } from '../../src/markdown/shortcodes/shortcodes.ts';

/** Each layer as `scope@start calls text`, masks as X. */
function layers(text: string, bodyStart = 0): string[] {
  return maskShortcodes(text, bodyStart, lexShortcodes(text, bodyStart)).layers.map(
    ({ scope, start, calls, text: own }) => `${scope}@${start} [${calls}] ${own.replaceAll(MASK, 'X')}`,
  );
}

describe('a page is split into layers', () => {
  it.each([
    ['plain', ['0@0 [] plain']],
    ['{{< x >}}a{{< /x >}}b', [`0@0 [0] ${'X'.repeat(20)}b`, '1@9 [] a']],
    [
      '{{< x >}}{{< y >}}a{{< /y >}}{{< /x >}}',
      [`0@0 [0] ${'X'.repeat(39)}`, `1@9 [1] ${'X'.repeat(20)}`, '2@18 [] a'],
    ],
    ['{{< x >}}a{{< /x >}}{{< y >}}b{{< /y >}}', [`0@0 [0,1] ${'X'.repeat(40)}`, '1@9 [] a', '2@29 [] b']],
    ['{{< x >}}a {{% y %}} b{{< /x >}}', [`0@0 [0] ${'X'.repeat(32)}`, '1@9 [1] a XXXXXXXXX b']],
    ['{{% x %}}a{{% /x %}}', [`0@0 [0] ${'X'.repeat(9)}a${'X'.repeat(10)}`]],
    ['{{</* a */>}} b {{%/* c */%}}', ['0@0 [] {{<XX a XX>}} b {{%XX c XX%}}']],
    ['{{< x >}}{{</* a */>}}{{< /x >}}', [`0@0 [0] ${'X'.repeat(32)}`, '1@9 [] {{<XX a XX>}}']],
  ])('%j', (text, expected) => {
    expect(layers(text)).toEqual(expected);
  });

  it('from where its front matter ends', () => {
    expect(layers('---\n---\na', 8)).toEqual(['0@8 [] a']);
    expect(layers('---\n---\n{{% x %}}\na {{< y >}}', 8)).toEqual(['0@8 [0,1]          \na XXXXXXXXX']);
    expect(layers('---\n--- {{% x %}}\n', 8)).toEqual(['0@8 [0]          \n']);
  });
});

it.each([
  ['{{% x %}}', true],
  ['\t{{% x %}} \t', true],
  ['a\n{{% x %}}\r\nb', true],
  ['a\r{{% x %}}\rb', true],
  ['{{% x %}}{{% y %}}', true],
  ['{{% x %}} . {{% y %}}', false],
  ['a {{% x %}}', false],
  ['{{% x %}} a', false],
  ['{{< y >}}{{% x %}}', false],
  ['{{% x %}}{{< y >}}', false],
  ['{{% x %}}\n{{< y >}}', true],
  ['- {{% x %}}', false],
])('in %j a tag is alone on its line: %s', (text, expected) => {
  expect(
    layers(text)[0]!
      .replace(/^\S+ \S+ /, '')
      .startsWith('X', text.indexOf('{{%')),
  ).toBe(!expected);
});

it('bodies are read to a depth of twenty-four', () => {
  const text = (depth: number) => `${'{{< x >}}'.repeat(depth)}a${'{{< /x >}}'.repeat(depth)}`;
  const read = (depth: number) => maskShortcodes(text(depth), 0, lexShortcodes(text(depth)));
  expect(read(24).layers.at(-1)!.text).toBe('a');
  expect(read(24).tooDeep).toEqual([]);
  expect(read(26).layers).toHaveLength(25);
  expect(read(26).tooDeep).toEqual([[24 * 9, 25 * 9]]);
});
