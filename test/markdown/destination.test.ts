import { describe, expect, it } from 'vitest';
import { definitionDestination, fragmentOf, hostsOf, inlineDestination } from '../../src/markdown/destination.ts';

/** The source of what a link's destination is taken to be; `‸` marks the end of its last child where one is known. */
function inline(marked: string): string | undefined {
  const textEnd = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const start = text.startsWith('x') ? 1 : 0;
  const range = inlineDestination(text, start, text.length, textEnd);
  return range && text.slice(...range);
}

describe('the destination of a link', () => {
  it.each([
    ['[a‸](/x)', '/x'],
    ['[a‸][b]', undefined],
    ['[a\\]‸(b)](/x)', '/x'],
    ['[a‸ ](/x)', '/x'],
    ['[a](/x)', '/x'],
    ['x[a](/x)', '/x'],
    ['![a](/x)', '/x'],
    ['[![a](/y)‸](/x)', '/x'],
    ['[![a](/y)](/x)', '/x'],
    ['[a\\]](/x)', '/x'],
    ['[`]`](/x)', '/x'],
    ['[``]`]``](/x)', '/x'],
    ['[`a` `]` b](/x)', '/x'],
    ['[`a` b `](/y)` c](/x)', '/x'],
    ['[`` ` `` ] `](/x)` d](/z)', undefined],
    ['[a\\`]`](/x)', undefined],
    ['[a](<b\\>c>)', 'b\\>c'],
    ['[a](b((c))d)', 'b((c))d'],
    ['[a](b\t"c")', 'b'],
    ['[a‸\n](/x)', '/x'],
    ['[<b title="]">‸](/x)', '/x'],
    ['[<b title="](/y)">‸ ](/x)', '/x'],
    ['x[<b title="]">‸](/x)', '/x'],
    ['[<https://a.b/]>‸](/x)', '/x'],
    ['[`a`‸](/x)', '/x'],
    ['[`](/x)', '/x'],
    ['[`` ` ](/x)', '/x'],
    ['[[a]](/x)', '/x'],
    ['[a](  /x  )', '/x'],
    ['[a](\n/x\n"t")', '/x'],
    ['[a](\r\n> /x)', '/x'],
    ['[a](> /x)', '>'],
    ['[a]( >)', '>'],
    ['[a](\r> /x)', '/x'],
    ['[a](\t/x\t)', '/x'],
    ['[a](</x y>)', '/x y'],
    ['[a](<\\>>)', '\\>'],
    ['[a](<>)', ''],
    ['[a](<b', undefined],
    ['[a](b(c)d)', 'b(c)d'],
    ['[a](b\\(c)', 'b\\(c'],
    ['[a](b\\()', 'b\\('],
    ['[a](b\\) c)', 'b\\)'],
    ['[a](b(c) d)', 'b(c)'],
    ['[a](b\\a c)', 'b\\a'],
    ['[a](b\\c)', 'b\\c'],
    ['[a](b\\', 'b\\'],
    ['[a](b\x7fc)', 'b'],
    ['[a]()', ''],
    ['[a][b]', undefined],
    ['[a](/x', '/x'],
    ['[a', undefined],
  ])('%j', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  it.each([
    ['[a]: /x', '/x'],
    ['[a]:/x "t"', '/x'],
    ['[a\\]]: /x', '/x'],
    ['[\\\\]: /x', '/x'],
    ['[a]: <b\\>c> "t"', 'b\\>c'],
    ['[a]: b(c\n"t"', 'b(c'],
    ['[a]:\n  <b c>', 'b c'],
    ['[a] /x', undefined],
    ['[a', undefined],
  ])('%j of a definition', (text, expected) => {
    const range = definitionDestination(text, 0, text.length);
    expect(range && text.slice(...range)).toBe(expected);
  });

  it.each([
    ['/x#y', 'y'],
    ['#', ''],
    ['/x#y#z', 'y#z'],
    ['/a&#38;b#y', 'y'],
    ['/a&#38;b', null],
    ['/x', null],
  ])('%j has a fragment', (href, expected) => {
    const text = `[a](${href})#b`;
    const range = fragmentOf(text, [4, 4 + href.length]);
    expect(range && text.slice(...range)).toBe(expected);
  });
});

it.each([
  [
    ['https://a.example/x', 'HTTPS://me@A.example:443/y', 'http://b.example'],
    ['a.example', 'b.example'],
  ],
  [['mailto:a@b.example', 'tel:1', 'ftp://c.example'], []],
  [['https:/x'], ['']],
  [
    ['https:x', '//c.example/y'],
    ['', 'c.example'],
  ],
])('%j name the hosts %j', (hrefs, hosts) => {
  expect(hostsOf(hrefs.map((href) => ({ href })))).toEqual(hosts);
});
