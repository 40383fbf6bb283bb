import fc from 'fast-check';

/** Pieces of Markdown and of Hugo's syntax, whole and broken, that pages are put together from. */
const PIECES = [
  '# Values\n',
  '## Values {#values}\n',
  '### Values {#a b}\n',
  'Title\n===\n',
  'Two\nlines\n---\n',
  '## {{< year >}} in review\n',
  '## \n',
  '[a](/handbook/values/)',
  '[a](values.md#values-1)',
  '[a](#values)',
  '[a](<with space.md>)',
  '[a][b]',
  '\n[b]: /handbook/values/ "t"\n',
  '![a](/images/a.png)',
  '<a href="/handbook/values/#x">',
  '<a id=x name="y">',
  '</a>',
  "<img src='a.png'",
  '<https://handbook.example.com/handbook/>',
  'https://handbook.example.com/handbook/values/#values',
  '{{< ref "values.md" >}}',
  '[a]({{% relref "/handbook/values#x" %}})',
  '{{% include "includes/a.md" %}}\n',
  '{{% include "includes/loop.md" %}}\n',
  '{{% include "./includes//shard.md" %}}\n',
  '[a](/old/#values?x)',
  '[a](../valeus/?x#values)',
  '{{% include "../../etc/passwd" %}}',
  '{{$ include "includes/a.md" %}}',
  '{{< note >}}\n## Values\n{{< /note >}}\n',
  '{{% alert color="warning" %}}\n',
  '{{% /alert %}}\n',
  '{{</* ref "x" */>}}',
  '{{<',
  '>}}',
  '{{% a "x',
  '%}}',
  '- one\n',
  '  - two\n',
  '1. one\n',
  '* [ ] task\n',
  '> quote\n',
  '| a | b |\n|---|---|\n| [a](b.md) | |\n',
  '```mermaid\nclick A "/handbook/values/"\n```\n',
  '```\n',
  '~~~~\n',
  '`code`',
  '    indented\n',
  '<!-- lint disable handbook-link-page -->\n',
  '<!--lint ignore-->',
  '<!--',
  '-->',
  '<div>\n\n',
  '</div>\n',
  '---\n',
  'title: "a\nb"\n',
  '+++\n',
  '{"title": "x"}\n',
  '&amp;',
  '\\',
  '*',
  '**',
  '_',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '{',
  '}',
  '#',
  ':',
  '"',
  "'",
  '\t',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\x1b[31m',
  '\ud83c\udf89',
  '\ud83c',
  '日本語',
  'é',
  'e\u0301',
  'İ',
  '[^1]',
  '\n[^1]: note\n',
  'Term\n: meaning\n',
  '{#parid}\n',
] as const;

/** A page from pieces and arbitrary text. */
export const hostilePage: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(
      fc.constantFrom(
        '---\ntitle: A page\n---\n',
        '---\ntitle: [\n---\n',
        '---\naliases: [/old/, "../x"]\n---\n',
        '---\ntitle: x\n',
      ),
      { nil: '' },
    ),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
        { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
      ),
      {
        maxLength: 40,
      },
    ),
  )
  .map(([front, pieces]) => front + pieces.join(''));

/** A change somewhere in a text: cut, doubled, swapped, or with a piece put in. */
export const mutation: fc.Arbitrary<(text: string) => string> = fc
  .tuple(
    fc.constantFrom('cut', 'double', 'insert', 'swap'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom(...PIECES),
  )
  .map(([kind, where, length, piece]) => (text) => {
    const at = Math.floor(where * text.length);
    const part = text.slice(at, at + length);
    if (kind === 'cut') return text.slice(0, at) + text.slice(at + length);
    if (kind === 'double') return text.slice(0, at) + part + text.slice(at);
    if (kind === 'insert') return text.slice(0, at) + piece + text.slice(at);
    return text.slice(0, at) + [...part].reverse().join('') + text.slice(at + length);
  });
