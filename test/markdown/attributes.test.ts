import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../src/markdown/headings/attributes.ts';

/** The id and what is left behind the brace. */
function read(text: string, end = text.length): string | undefined {
  const attributes = readAttributes(text, 0, end);
  return attributes && `${attributes.id ?? '-'}|${text.slice(attributes.end)}`;
}

describe('attributes', () => {
  it.each([
    ['{#a}', 'a|'],
    ['{#a} rest', 'a| rest'],
    ['{}', '-|'],
    ['{ #a .b }', 'a|'],
    ['{#a,.b}', 'a|'],
    ['{#a , .b}', 'a|'],
    ['{#a #b}', 'b|'],
    ['{.b #a:1.2-3_4}', 'a:1.2-3_4|'],
    ['{#é}', 'é|'],
    ['{#a!}', undefined],
    ['{id=a}', 'a|'],
    ['{id = "a b"}', 'a b|'],
    ['{id="a\\"b"}', 'a"b|'],
    ['{id="a\\nb"}', 'a\\nb|'],
    ['{id="a" .b}', 'a|'],
    ['{class=a}', '-|'],
    ['{id=12}', '-|'],
    ['{width=-1.5e+3 #a}', 'a|'],
    ['{data=[1,2] #a}', 'a|'],
    ['{data={id=b} #a}', 'a|'],
    ['{#a data={id=b}}', 'a|'],
    ['{_x=1 #a}', 'a|'],
    ['{:x=1 #a}', 'a|'],
    ['{x:y=1 #a}', 'a|'],
    ['{1x=1 #a}', undefined],
    ['{#a b}', undefined],
    ['{a}', undefined],
    ['{a=}', undefined],
    ['{a=!}', undefined],
    ['{id="a}', undefined],
    ['{data=[1 #a}', undefined],
    ['{data={id=b #a', undefined],
    ['{#a', undefined],
    ['#a}', undefined],
    ['{,#a}', undefined],
  ])('of %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['{#abc}', 4],
    ['{id=abc}', 6],
    ['{id="abc"}', 7],
    ['{data=[1,2]}', 8],
    ['{data=123}', 8],
    ['{id=}', 4],
    ['{id }', 4],
    ['{  #a}', 3],
  ])('of %j end where the line does, at %i', (text, end) => {
    expect(read(text, end)).toBeUndefined();
  });

  it('are nested no deeper than anybody writes them', () => {
    const nested = (depth: number) => `${'{a='.repeat(depth)}{}${'}'.repeat(depth)}`;
    expect(read(nested(8))).toBe('-|');
    expect(read(nested(9))).toBeUndefined();
  });
});
