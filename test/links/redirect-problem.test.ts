import { describe, expect, test } from 'vitest';
import { problemOfRedirect } from '../../src/links/redirect-problem.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test.each([
  ['/jobs/* /roles/:splat 301', 'unknown: []', 'gone-below'],
  ['/jobs/* /roles/:splat 301', 'unknown: [/roles/]', undefined],
  // Some of what the line sends on is known to be elsewhere, so nobody knows about the rest.
  ['/jobs/* /roles/:splat 301', 'unknown: [/roles/engineering/]', undefined],
  ['/jobs/* /roles/engineering/:splat 301', 'unknown: [/roles/]', undefined],
  ['/jobs/* /roles/:splat 301', 'unknown: [/people/]', 'gone-below'],
])('%s with %s', async (line, config, kind) => {
  const files = { 'static/_redirects': `${line}\n`, 'content/_index.md': '' };
  const handbook = await memoryHandbook(files, { config: `site: hugo\n${config}\n` });
  expect(problemOfRedirect(handbook.redirects[0]!, handbook)?.kind).toBe(kind);
});

describe('the last of these lines', () => {
  test.each([
    [['/old/ /crew/'], undefined],
    [['/old/ /crew'], undefined],
    [['/old/ /none/'], 'gone /none/'],
    [['/old/ /crew/#watch'], undefined],
    [['/old/ /crew/#none'], 'anchor-gone /crew/#none'],
    [['/old/ https://handbook.example.com/none/'], 'gone /none/'],
    [['/old/ https://handbook.example.com/crew/'], undefined],
    [['/old/ https://example.org/none/'], undefined],
    [['/old/ mailto:crew@example.com'], undefined],
    [['/:year/ /:year/none/'], undefined],
    [['/crew /deck/'], 'shadowed /crew/'],
    [['/crew/ /deck/'], 'shadowed /crew/'],
    [['/crew/* /deck/'], undefined],
    // As Netlify documents them.
    [['/crew/ /deck/ 301!'], undefined],
    [['/crew/ /none/ 301!'], 'gone /none/'],
    [['/old/ /crew/ 302 Language=de', '/old/ /deck/'], undefined],
    [['/old/ id=:id /crew/ 301', '/old/ /deck/'], undefined],
    [['/old/ /crew/', '/old/ /deck/ 302 Language=de'], 'doubled by 1'],
    [['/hands/* /crew/:splat'], undefined],
    [['/hands/* /staff/:splat'], 'gone-below /staff/'],
    // What lies below may be sent on itself.
    [['/staff/a/ /crew/', '/hands/* /staff/:splat'], undefined],
    [['/staff /crew/', '/hands/* /staff:splat'], undefined],
    [['/old/ /crew/', '/old/ /deck/'], 'doubled by 1'],
    [['/old /crew/', '/old/ /deck/'], 'doubled by 1'],
    [['/old/ /crew/', '/old /deck/'], 'doubled by 1'],
    // Written for hosts that tell the two apart.
    [['/old /crew/', '/old/ /crew'], undefined],
    [['/old /crew/', '/old /crew/'], 'doubled by 1'],
    [['/old /none/', '/old/ /none/'], 'gone /none/'],
    [['/old/ /crew/', '/old/a/ /deck/'], undefined],
    [['/ /crew/', '/old/ /deck/'], undefined],
    [['/old/* /crew/', '/old/a/ /deck/'], 'doubled by 1'],
    [['/old/* /crew/', '/old/ /deck/'], 'doubled by 1'],
    [['/old/* /crew/', '/older/ /deck/'], undefined],
    [['/old* /crew/', '/older/ /deck/'], 'doubled by 1'],
    [['/old/* /crew/', '/old/a/* /deck/'], 'doubled by 1'],
    [['/old/* /crew/', '/old/* /deck/'], 'doubled by 1'],
    [['/old/a/* /crew/', '/old/* /deck/'], undefined],
    [['/old/* /crew/', '/old/:name/ /deck/'], undefined],
    [['/:any/* /crew/', '/old/a/ /deck/'], undefined],
    // The first of all that apply is the one that does.
    [['/old/a/* /crew/', '/old/* /crew/', '/old/a/b/ /deck/'], 'doubled by 1'],
    [['/old/* /crew/', '/old/a/* /crew/', '/old/a/b/ /deck/'], 'doubled by 1'],
    [['/old/b/* /crew/', '/old/* /crew/', '/old/a/b/ /deck/'], 'doubled by 2'],
    [['/old/* /crew/', '/old/* /deck/', '/old/a/ /deck/'], 'doubled by 1'],
  ])('%j has this fate: %s', async (lines, expected) => {
    const handbook = await memoryHandbook({
      'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\n',
      'content/_index.md': '',
      'content/crew/_index.md': '## Watch\n',
      'content/deck/_index.md': '',
      'static/_redirects': lines.map((line) => `${line} 301\n`).join(''),
    });
    const fate = problemOfRedirect(handbook.redirects.at(-1)!, handbook);
    expect(fate && describeFate(fate, handbook.redirects)).toBe(expected);
  });
});

test('a line that a later one repeats does its work', async () => {
  const handbook = await memoryHandbook({
    'content/crew/_index.md': '',
    'static/_redirects': '/old/a/ /crew/ 301\n/old/* /crew/ 301\n/old/a/ /crew/ 301\n',
  });
  expect(handbook.redirects.map((rule) => problemOfRedirect(rule, handbook)?.kind)).toEqual([
    undefined,
    undefined,
    'doubled',
  ]);
});

type RedirectProblem = NonNullable<ReturnType<typeof problemOfRedirect>>;

function describeFate(fate: RedirectProblem, redirects: readonly unknown[]): string {
  switch (fate.kind) {
    case 'gone':
      return `gone ${fate.address}`;
    case 'gone-below':
      return `gone-below ${fate.prefix}`;
    case 'anchor-gone':
      return `anchor-gone ${fate.page.address}#${fate.fragment}`;
    case 'doubled':
      return `doubled by ${redirects.indexOf(fate.by) + 1}`;
    case 'shadowed':
      return `shadowed ${fate.page.address}`;
  }
}
