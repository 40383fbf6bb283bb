import fc from 'fast-check';
import { commentMarker } from 'mdast-comment-marker';
import { expect, it } from 'vitest';
import { readControl } from '../../src/markdown/control.ts';
import { factsOf, useParsers } from './both-parsers.ts';

useParsers();

it('reads control comments with the places of their rules', () => {
  const text =
    'a\n\n<!--lint disable handbook-link-page other-->\n\nb <!-- lint enable --> c\n\n<!--lint ignore x-->\n\nnext\n\nlast';
  const controls = factsOf(text).controls;
  expect(
    controls.map(({ verb, rules }) => [verb, ...rules.map(({ id, range }) => `${id} ${text.slice(...range)}`)]),
  ).toEqual([['disable', 'handbook-link-page handbook-link-page', 'other other'], ['enable'], ['ignore', 'x x']]);
  expect(text.slice(...controls[0]!.range)).toBe('<!--lint disable handbook-link-page other-->');
  expect(text.slice(...controls[2]!.next!)).toBe('next');
});

it.each([
  ['<!--lint ignore x-->\n\n> a\n> b\n\nc', '> a\n> b'],
  ['<!--lint ignore x-->', undefined],
  ['a\n\n<!--lint ignore x-->\n', undefined],
  ['> <!--lint ignore x-->\n\nb', undefined],
  ['- <!--lint ignore x-->\n\n  a\n- b', 'a'],
  ['a <!--lint ignore x--> [b](/c)', ' '],
  ['<!--lint disable x-->\n\na', undefined],
])('an ignore in %j is for what follows it', (text, expected) => {
  const { next } = factsOf(text).controls[0]!;
  expect(next && text.slice(...next)).toBe(expected);
});

it('accepts exactly the comments that remark-lint accepts', () => {
  const piece = fc.constantFrom(
    '<!--',
    '-->',
    'lint',
    ' ',
    '\n',
    'disable',
    'ignore',
    'handbook-x',
    'a=b',
    'a="b c"',
    "a='",
    ',',
    '--',
    '\t',
    'x',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(piece, { maxLength: 5 }).map((parts) => `<!--lint disable ${parts.join('')}-->`),
  );
  fc.assert(
    fc.property(text, (value) => {
      const marker = commentMarker({ type: 'html', value });
      const words = marker?.name === 'lint' ? marker.attributes.split(/\s+/) : [];
      const expected = ['disable', 'enable', 'ignore'].includes(words[0] ?? '');
      // A value in quotes may hold spaces; remark-lint then takes its parts for rules, which no rule is called.
      fc.pre(!/["']/.test(value));
      const control = readControl(value, 0);
      expect(control !== undefined).toBe(expected);
      if (!control) return;
      expect([control.verb, ...control.rules.map(({ id }) => id)]).toEqual(words);
      for (const { id, range } of control.rules) expect(value.slice(...range)).toBe(id);
    }),
    { numRuns: 3000 },
  );
});
