import { describe, expect, test } from 'vitest';
import { destinationOf, pathRange } from '../../src/links/destination.ts';
import { internalLinks, judgeLinks } from '../../src/links/judge.ts';
import { escaped, relativePath } from '../../src/sites/destination.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test.each([
  ['a/b/c.md', 'a/d/e.md', '../d/e.md'],
  ['a/b/c.md', 'a/b/e.md', 'e.md'],
  ['a/c.md', 'a/b/e.md', 'b/e.md'],
  ['c.md', 'a/e.md', 'a/e.md'],
  ['a/b/c.md', 'e.md', '../../e.md'],
  ['a/b/c.md', 'a/x/b/e.md', '../x/b/e.md'],
  ['a/b/c.md', 'a/b', '../b'],
  ['a/b.md', 'a', '../a'],
])('from %s to %s is %s', (from, to, expected) => {
  expect(relativePath(from, to)).toBe(expected);
});

test('whatever would end a destination is escaped, and what is escaped stays', () => {
  expect(escaped('/a b/(c)/<d>/"\'\\/%20/é')).toBe('/a%20b/%28c%29/%3Cd%3E/%22%27%5C/%20/é');
  expect(escaped('/a\tb')).toBe('/a%09b');
});

describe('what to write for a page', () => {
  const files = {
    'content/_index.md': '# Home\n',
    'content/crew/_index.md': '# Crew\n',
    'content/crew/rules.md': '# Rules\n',
    'content/crew/trip/index.md': '# Trip\n',
    'content/crew/plan.v2.md': '# Plan\n',
    'content/top.md': '# Top\n',
  };
  const written = async (markdown: string, target: string, config = 'site: hugo\n') => {
    const handbook = await memoryHandbook({ ...files, 'handbook.yaml': config, 'content/deck/a.md': `${markdown}\n` });
    const page = handbook.page('content/deck/a.md')!;
    const link = internalLinks(page, handbook)[0]!;
    const text = destinationOf(handbook.page(target)!, link, page, handbook);
    return page.text.slice(0, pathRange(link)[0]) + text + page.text.slice(pathRange(link)[1]).trimEnd();
  };

  test.each([
    ['[x](/old/#a)', 'content/crew/rules.md', '[x](/crew/rules/#a)'],
    ['[x](/old/?q=1#a)', 'content/crew/rules.md', '[x](/crew/rules/?q=1#a)'],
    ['[x](/old#a?b)', 'content/crew/rules.md', '[x](/crew/rules/#a?b)'],
    ['[x](/old/)', 'content/_index.md', '[x](/)'],
    ['[x]({{< ref "old.md" >}})', 'content/crew/rules.md', '[x]({{< ref "/crew/rules" >}})'],
    ['[x]({{< ref "old.md#a" >}})', 'content/crew/trip/index.md', '[x]({{< ref "/crew/trip#a" >}})'],
    ['[x]({{< ref "old.md" >}})', 'content/crew/_index.md', '[x]({{< ref "/crew" >}})'],
    ['[x]({{< ref "old.md" >}})', 'content/crew/plan.v2.md', '[x]({{< ref "/crew/plan.v2" >}})'],
    ['[x]({{< ref "old.md" >}})', 'content/top.md', '[x]({{< ref "/top" >}})'],
  ])('%s for %s', async (markdown, target, expected) => {
    const text = await written(markdown, target);
    expect(text).toBe(expected);
    const handbook = await memoryHandbook({ ...files, 'content/deck/a.md': `${text}\n` });
    const resolution = judgeLinks(handbook.page('content/deck/a.md')!, handbook)[0]!.resolution;
    expect(resolution.page?.path).toBe(target);
  });

  test('in a plain folder is the way to its file', async () => {
    expect(await written('[x](old.md#a)', 'content/crew/rules.md', 'site: plain\n')).toBe('[x](../crew/rules.md#a)');
  });
});
