import { describe, expect, test } from 'vitest';
import { suggestPage } from '../../src/links/suggest-page.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** What is suggested for an address where these pages are: `!` behind it where a machine may write it. */
async function suggest(address: string, ...paths: string[]): Promise<string | undefined> {
  const handbook = await memoryHandbook(Object.fromEntries(paths.map((path) => [`content/${path}.md`, ''])));
  const near = suggestPage(address, handbook);
  return near && `${near.page.address}${near.safe ? '!' : ''}`;
}

describe('a misspelt name', () => {
  test.each([
    ['/crew/watches-of-deck/', ['crew/watches-on-deck'], undefined],
    ['/crew/wathces/', ['crew/watches'], '/crew/watches/!'],
    ['/crew/rotas/', ['crew/rotax', 'crew/rotay'], undefined],
    ['/crew/watches/', ['crew/watchers', 'crew/watchmes'], undefined],
    // Two names of five letters and more: the nearer one, but no machine chooses.
    ['/crew/timetabels/', ['crew/timetables', 'crew/timetabelxx'], '/crew/timetables/'],
    ['/crww/watches/plan/', ['crew/watches/plan'], '/crew/watches/plan/'],
    ['/crww/wathces/', ['crew/watches'], undefined],
    ['/crew/watchs/', ['crew/watchs-a', 'crew/watche'], '/crew/watche/!'],
    ['/crew/watch/', ['crew/wetch'], '/crew/wetch/'],
    ['/crew/watchs/', ['crew/wetchs'], '/crew/wetchs/!'],
  ])('%s with %j is %s', async (address, paths, expected) => {
    expect(await suggest(address, ...paths)).toBe(expected);
  });
});

describe('a page in another place', () => {
  test.each([
    // One folder too many, or too few.
    ['/a/b/plan/', ['a/plan'], '/a/plan/'],
    ['/a/plan/', ['a/b/plan'], '/a/b/plan/'],
    ['/b/plan/', ['a/b/plan'], '/a/b/plan/'],
    ['/a/plan/', ['a/b/plan', 'a/c/plan'], undefined],
    ['/a/d/plan/', ['a/plan', 'd/plan'], undefined],
    ['/x/plan/', ['plan'], undefined],
    // The same names in another order say something from three names on.
    ['/b/a/plan/', ['a/b/plan'], '/a/b/plan/'],
    ['/plan/crew/', ['crew/plan'], undefined],
    // A name that tells enough is found wherever it is, if it is alone.
    ['/a/night-watch/', ['b/c/night-watch'], '/b/c/night-watch/'],
    ['/a/night-watch/', ['b/c/night-watch', 'd/e/night-watch'], undefined],
    ['/a/nightwatch/', ['b/c/nightwatch'], undefined],
    ['/a/on-deck/', ['b/c/on-deck'], undefined],
    // Any other needs a folder on the way in common.
    ['/a/crew/plan/', ['b/crew/d/plan'], '/b/crew/d/plan/'],
    ['/a/crew/plan/', ['b/hold/d/plan'], undefined],
    ['/a/crew/plan/', ['b/crew/d/plan', 'b/hold/d/plan'], '/b/crew/d/plan/'],
    ['/a/night-crew/plan/', ['b/old-night-crew/d/plan'], '/b/old-night-crew/d/plan/'],
    ['/a/old-night-crew/plan/', ['b/night-crew/d/plan'], '/b/night-crew/d/plan/'],
    ['/a/crew/plan/', ['b/old-crew/d/plan'], undefined],
    // Of a name that many pages have, nearly the whole way has to be the same.
    ['/a/b/c/plan/', ['x/b/y/plan', 'm/n/o/plan', 'p/q/r/plan'], undefined],
    ['/a/b/c/plan/', ['x/b/c/plan', 'm/n/o/plan', 'p/q/r/plan'], '/x/b/c/plan/'],
    // Its folder is still there, so it is another page.
    ['/a/crew/plan/', ['b/crew/d/plan', 'a/crew/other'], undefined],
    ['/a/crew/night-watch/', ['b/crew/d/night-watch', 'a/crew/other'], '/b/crew/d/night-watch/'],
  ])('%s with %j is %s', async (address, paths, expected) => {
    expect(await suggest(address, ...paths)).toBe(expected);
  });
});

test('endings and index files count for nothing', async () => {
  expect(await suggest('/crew/index.html', 'crew/_index')).toBe('/crew/!');
  expect(await suggest('/crew/_index.md', 'crew/_index')).toBe('/crew/!');
  expect(await suggest('/Crew/Night_Watch.HTM', 'crew/night-watch')).toBe('/crew/night-watch/!');
  expect(await suggest('/', 'crew/_index')).toBeUndefined();
});

test('an address deeper than any page is not looked for', async () => {
  const deep = (depth: number) => `${Array.from({ length: depth }, (_, i) => `level${i}`).join('/')}/wacthes`;
  const page = (depth: number) => deep(depth).replace('wacthes', 'watches');
  expect(await suggest(`/${deep(31)}/`, page(31))).toBe(`/${page(31)}/!`);
  expect(await suggest(`/${deep(32)}/`, page(32))).toBeUndefined();
});
