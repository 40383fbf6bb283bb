import { expect, test } from 'vitest';
import type { Page } from '../../src/model/handbook.ts';
import { query } from '../../src/model/query.ts';
import { trackAll } from '../../src/model/reads.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const handbookOf = (options = {}) =>
  memoryHandbook(
    { 'content/a.md': '# A\n\n[b](b)\n', 'content/b.md': '# B\n', 'content/c.md': '# C\n\n[a](a)\n' },
    options,
  );
const [a, b, c] = ['content/a.md', 'content/b.md', 'content/c.md'];

test('an answer is computed once for a state of the handbook, and once for each key', async () => {
  const asked: string[] = [];
  const headings = query('headings', (_, page: Page) => {
    asked.push(page.path);
    return page.facts.headings.map(({ text }) => text);
  });
  const handbook = await handbookOf();
  for (const path of [a, b, a]) headings(handbook, handbook.page(path)!);
  expect(asked).toEqual([a, b]);
  const other = await handbookOf();
  expect(headings(other, other.page(a)!)).toEqual(['A']);
  expect(asked).toEqual([a, b, a]);
});

test('no more answers are kept than asked for', async () => {
  let computed = 0;
  const half = query(
    'half',
    (_, number: number) => {
      computed++;
      return number / 2;
    },
    { keep: 2 },
  );
  const handbook = await handbookOf();
  for (const number of [1, 2, 3, 3, 2, 1]) half(handbook, number);
  expect(computed).toBe(4);
});

test('whoever gets a known answer has read what it was found out from, itself left out', async () => {
  const handbook = await handbookOf();
  const headings = query('headings', (_, page: Page) => page.facts.headings.length);
  const titles = query('both pages', (all, page: Page) => [headings(all, page), headings(all, all.page(b)!)]);
  titles(handbook, handbook.page(a)!);
  const { result, common } = trackAll((judging) =>
    [a, b, c].map((path) => judging(path, () => titles(handbook, handbook.page(a)!)).interfaces),
  );
  expect(result).toEqual([[b], [a], [a, b]]);
  expect([...common.interfaces, ...common.contents]).toEqual([]);
});

test('links and texts of other pages, and what a query without a key reads, are read for all', async () => {
  const handbook = await handbookOf();
  const links = query('links', (_, page: Page) => page.facts.links.length);
  const all = query('all headings', ({ pages }) => pages.map(({ facts }) => facts.headings.length));
  const read = () =>
    trackAll((judging) => {
      const own = judging(a, () => links(handbook, handbook.page(a)!)).interfaces;
      const others = judging(b, () => [links(handbook, handbook.page(a)!), all(handbook)]).interfaces;
      return [own, others];
    });
  for (const { result, common } of [read(), read()]) {
    expect(result).toEqual([[], []]);
    expect([...common.contents]).toEqual([a]);
    expect([...common.interfaces].sort()).toEqual([a, b, c]);
  }
});

test('where nobody asks what answers were read from, they are the same, and nothing is recorded of known ones', async () => {
  const headings = query('headings', (_, page: Page) => page.facts.headings.map(({ text }) => text));
  for (const isOnlyLook of [false, true]) {
    const handbook = await handbookOf({ isOnlyLook });
    const [first, second] = trackAll((judging) => [
      judging(a, () => headings(handbook, handbook.page(b)!)),
      judging(c, () => headings(handbook, handbook.page(b)!)),
    ]).result;
    expect([first?.value, second?.value]).toEqual([['B'], ['B']]);
    expect(second?.interfaces).toEqual(isOnlyLook ? [] : [b]);
  }
});

test('an answer that was asked for last is not taken for that of another key', async () => {
  const handbook = await handbookOf();
  const doubled = query('doubled', (_, number: number) => number * 2, { keep: 1 });
  expect([1, 1, 2, 1, 2, 2].map((number) => doubled(handbook, number))).toEqual([2, 2, 4, 2, 4, 4]);
});
