import { expect, test } from 'vitest';
import { readPage } from '../../src/markdown/read-page.ts';
import { callAt, callsIn, paramAt } from '../../src/markdown/shortcodes/calls-in.ts';
import { useParsers } from './both-parsers.ts';

useParsers();

const text = 'a {{< b >}}{{% c %}} d {{< e >}}f{{< /e >}}';
const place = (words: string) => text.indexOf(words);

test.each([
  [0, text.length, 'b c e'],
  [place('{{< b'), place('{{% c'), 'b'],
  [place('{{< b') + 1, place('{{% c') + 1, 'c'],
  [place(' d'), place('{{< e'), ''],
])('the calls that begin from %i to %i are %j', (start, end, names) => {
  const { shortcodes } = readPage(text);
  expect(
    callsIn(shortcodes, [start, end])
      .map(({ name }) => name)
      .join(' '),
  ).toBe(names);
});

test.each([
  [place('{{< b') - 1, undefined],
  [place('{{< b'), 'b'],
  [place('{{% c') - 1, 'b'],
  [place('{{% c'), 'c'],
  [place(' d'), undefined],
  [place('f'), undefined],
  [place('{{< /e'), undefined],
])('the tag at %i is of %s', (offset, name) => {
  expect(callAt(readPage(text).shortcodes, offset)?.name).toBe(name);
});

test('a parameter is found by its place among those without a name, or by its name in any case', () => {
  const [plain, named] = readPage('{{< x one two >}}{{< y Two=2 >}}').shortcodes.map(({ params }) => params);
  expect([0, 1, 2, 'one'].map((place) => paramAt(plain ?? [], place)?.value)).toEqual([
    'one',
    'two',
    undefined,
    undefined,
  ]);
  expect([0, 'two', 'TWO'].map((place) => paramAt(named ?? [], place)?.value)).toEqual([undefined, '2', '2']);
});
