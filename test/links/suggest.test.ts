import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { normalisedKey, onlyBest } from '../../src/links/best-match.ts';
import { suggestAnchor } from '../../src/links/suggest-anchor.ts';
import { suggestFile } from '../../src/links/suggest-file.ts';
import { suggestPage } from '../../src/links/suggest-page.ts';
import { typos } from '../../src/phrases/typos.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const pages = (...paths: string[]) => Object.fromEntries(paths.map((path) => [`content/${path}.md`, '']));

describe('typos', () => {
  test.each([
    ['collaboration', 'colaboration', 1],
    ['values', 'vlaues', 1],
    ['call-centre-rotation', 'call-center-rotaton', 2],
    ['on-call', 'on-cal', null],
    ['sec', 'dev', null],
    ['goals-fy24', 'goals-fy25', null],
    ['step-1', 'step-2', null],
    ['past-days', 'last-days', 1],
    ['past', 'upcoming', null],
    ['usat-score', 'pcsat-score', null],
    ['a-b', 'a-b-c', null],
    ['decks', 'dekcs', 1],
    ['deck', 'dekc', 1],
    ['deck', 'dock', 1],
    ['deck', 'dick-a', null],
    ['deck', 'duke', null],
    ['the', 'teh', null],
    ['harbour', 'harbr', null],
    ['harbourside', 'harbrside', 2],
    ['harbours', 'hrbrs', null],
    ['harbourside-deck', 'harbrside-dock', 3],
    ['harbourside-deck-plan', 'harbrside-dock-plam', null],
    ['version-2-plan', 'version-2-plam', 1],
    ['version2', 'version3', null],
    ['version2a', 'version2b', 1],
    ['a-deck', 'b-deck', null],
    ['deck-', 'deck', null],
    ['ladders', 'laddder', null],
  ])('%s and %s', (a, b, expected) => {
    expect(typos(a, b)).toBe(expected);
    expect(typos(b, a)).toBe(expected);
  });

  test('are few, and none between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', '1', 'é'), maxLength: 20 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typos(a, a)).toBe(0);
        expect(typos(a, b) ?? 0).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('normalisedKey forgets how words are joined', () => {
    expect(normalisedKey('/Night_Log/')).toBe(normalisedKey('night-log'));
  });

  test('a tie has no best', () => {
    expect(onlyBest([1, 2, 2], (n) => -n)).toBeUndefined();
    expect(onlyBest([2, 1, 2], (n) => n)).toEqual({ best: 1, cost: 1 });
    expect(onlyBest([1], () => null)).toBeUndefined();
  });
});

describe('a missing page', () => {
  test.each([
    ['a slip in the last name', '/crew/hirring/', '/crew/hiring/', true],
    ['a slip in a short middle', '/crww/hiring/', '/crew/hiring/', false],
    ['a slip in a longer middle', '/departmnt/hiring/plan/', '/department/hiring/plan/', true],
    ['underscores and capitals', '/Crew/Hiring', '/crew/hiring/', true],
    ['an ending', '/crew/hiring.md', '/crew/hiring/', true],
    ['a folder too many', '/crew/people/hiring/', '/crew/hiring/', false],
    ['a folder too few', '/department/plan/', '/department/hiring/plan/', false],
    ['names in another order', '/hiring/department/plan/', '/department/hiring/plan/', false],
    ['a page that moved', '/harbour/safety-drill/', '/deck/safety-drill/', false],
    ['another name altogether', '/crew/payroll/', undefined, undefined],
    ['a short name', '/crew/faq/', undefined, undefined],
    ['another year', '/goals/fy24-plan/', undefined, undefined],
  ])('%s', async (_, address, expected, safe) => {
    const handbook = await memoryHandbook(
      pages('crew/hiring', 'crew/faqs', 'department/hiring/plan', 'deck/safety-drill', 'goals/fy25-plan'),
    );
    const near = suggestPage(address, handbook);
    expect([near?.page.address ?? undefined, near?.safe]).toEqual([expected, safe]);
  });

  test('is not guessed among several', async () => {
    const handbook = await memoryHandbook(pages('a/overview', 'b/overview', 'c/teams', 'c/terms'));
    expect(suggestPage('/d/overview/', handbook)).toBeUndefined();
    expect(suggestPage('/c/tems/', handbook)).toBeUndefined();
  });
});

describe('a missing anchor', () => {
  test.each([
    ['Being-On-Time', 'being-on-time', true],
    ['being_on_time/', 'being-on-time', true],
    ['being-on-tome', 'being-on-time', true],
    ['notes-4', 'notes', false],
    ['how-we-choose', 'how-we-choose-people', false],
    ['people-we-choose', 'how-we-choose-people', false],
    ['how-we-choose-people-for-the-very-long-night-shifts', undefined, undefined],
    ['how-we-pay-people', undefined, undefined],
    ['q2-goals', undefined, undefined],
    ['music', undefined, undefined],
    ['notez', 'notes', false],
    ['notes-14', undefined, undefined],
    ['notes.x', undefined, undefined],
    ['notesqq', undefined, undefined],
    ['being-on-time-2', 'being-on-time', false],
    ['being%2Don%2Dtyme', 'being-on-time', true],
    ['beeng-on-tome', 'being-on-time', false],
    ['people-choose', undefined, undefined],
    ['choose-people-now-and-then-often-always', undefined, undefined],
    ['2-goals', undefined, undefined],
    ['goals-q1', 'q1-goals', false],
    ['q1-goals-of-the-kitchen', 'q1-goals', false],
    ['-1', undefined, undefined],
  ])('#%s', async (fragment, expected, safe) => {
    const text = '## Being on time\n\n## Notes\n\n## How we choose people\n\n## Q1 goals\n';
    const handbook = await memoryHandbook({ 'content/a.md': text });
    const near = suggestAnchor(handbook.page('content/a.md')!, fragment, handbook);
    expect([near?.anchor.id, near?.safe]).toEqual([expected, safe]);
  });
});

test('two anchors that are as near are none', async () => {
  const handbook = await memoryHandbook({
    'content/a.md': '## Night watch\n\n## Night – watch\n\n## Deck plan of June\n\n## Deck plan of July\n',
  });
  const suggest = (fragment: string) => suggestAnchor(handbook.page('content/a.md')!, fragment, handbook)?.anchor.id;
  expect(suggest('nightwatch')).toBeUndefined();
  expect(suggest('deck-plan')).toBeUndefined();
  expect(suggest('deck-plan-for-june')).toBe('deck-plan-of-june');
});

test('on a page of thousands of headings only the same letters are looked for', async () => {
  const text = (count: number) =>
    `## Night watch\n\n${Array.from({ length: count - 1 }, (_, i) => `## Entry ${i}\n\n`).join('')}`;
  const suggest = async (count: number, fragment: string) => {
    const handbook = await memoryHandbook({ 'content/a.md': text(count) });
    return suggestAnchor(handbook.page('content/a.md')!, fragment, handbook)?.anchor.id;
  };
  expect(await suggest(2000, 'nihgt-watch')).toBe('night-watch');
  expect(await suggest(2001, 'nihgt-watch')).toBeUndefined();
  expect(await suggest(2001, 'Night_Watch')).toBe('night-watch');
  expect(await suggest(2001, 'night-watch-2')).toBe('night-watch');
});

test('an anchor of signs alone is like no other', async () => {
  const handbook = await memoryHandbook({ 'content/a.md': '## Notes {#-}\n' });
  expect(suggestAnchor(handbook.page('content/a.md')!, '__', handbook)).toBeUndefined();
});

describe('a missing file', () => {
  test.each([
    ['/img/Ferry.PNG', '/img/ferry.png', true],
    ['/img/ferry.jpg', '/img/ferry.png', false],
    ['/img/tickett.png', '/img/ticket.png', true],
    ['/img/deck/lounge.png', '/img/deck/old/lounge.png', false],
    ['/other/lounge.png', undefined, undefined],
    ['/img/horn.png', undefined, undefined],
    ['/img/Ferry_.png', '/img/ferry.png', true],
    ['/img/fery.png', '/img/ferry.png', false],
    ['/img/tikcet.png', '/img/ticket.png', true],
    ['/img/tickett.jpg', undefined, undefined],
    ['/img/ticket', '/img/ticket.png', false],
    ['/img/deck/LOUNGE.png', '/img/deck/old/lounge.png', false],
    ['/a/img/deck/lounge.png', '/img/deck/old/lounge.png', false],
    ['/img/plan.png', undefined, undefined],
    ['/img/deck/new/twice.png', undefined, undefined],
    ['/lounge.png', undefined, undefined],
  ])('%s', async (address, expected, safe) => {
    const files = [
      'img/ferry.png',
      'img/ticket.png',
      'img/deck/old/lounge.png',
      'img/plan.svg',
      'img/plan.jpg',
      'img/deck/a/twice.png',
      'img/deck/b/twice.png',
    ];
    const handbook = await memoryHandbook({
      'content/a.md': '',
      ...Object.fromEntries(files.map((path) => [`static/${path}`, ''])),
    });
    const near = suggestFile(address, handbook);
    expect([near?.address, near?.safe]).toEqual([expected, safe]);
  });
});

test('looking up thousands of broken links costs a small part of comparing each with every page', async () => {
  const names = ['crew', 'deck', 'engine', 'harbour', 'kitchen', 'office', 'safety', 'timetable'];
  const leaves = Array.from({ length: 60 }, (_, i) => `${names[i % 8]}-page-${'abcdefgh'[i >> 3]}`);
  const paths = names.flatMap((a) => names.flatMap((b) => leaves.map((leaf) => `${a}/${b}/${leaf}`)));
  const handbook = await memoryHandbook(pages(...paths));
  const broken = paths.slice(0, 2000).map((path) => `/${path.replace('page', 'pagge')}/`);
  suggestPage('/warm/up/', handbook);
  const clock = (work: () => void) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const ours = clock(() => {
    for (const address of broken) suggestPage(address, handbook);
  });
  const naive = clock(() => {
    for (const address of broken.slice(0, 20)) for (const path of paths) distance(address, path);
  });
  expect(ours).toBeLessThan((naive * 100) / 4);
});

test('an absurd address or fragment is answered at once', async () => {
  const handbook = await memoryHandbook({ 'content/a.md': '## Notes\n' });
  const start = performance.now();
  expect(suggestPage('/a'.repeat(200_000), handbook)).toBeUndefined();
  expect(suggestAnchor(handbook.page('content/a.md')!, 'a-'.repeat(200_000), handbook)).toBeUndefined();
  expect(suggestFile(`/${'a/'.repeat(200_000)}b.png`, handbook)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(5000);
});
