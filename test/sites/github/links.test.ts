import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import type { Resolution } from '../../../src/sites/resolution.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const folder = {
  'handbook.yaml': 'site: plain\nunknown: [/wiki/]\n',
  'README.md': '## Start\n',
  'crew/rules.md': '## Watch\n',
  'crew/README.md': '## Crew\n',
  'crew/index.md': '## Not this one\n',
  'deck/index.md': '## Deck\n',
  'deck/_index.md': '## Not this one\n',
  'hold/_index.md': '## Hold\n',
  'log/2024/june.md': '',
  'crew/chart.txt': '',
  'html.md': '<h1 align="center">My <b>team</b></h1>\n\n<h7>No heading</h7><h3>The rest</h3>\n\n<h2>No end\n',
};

/** Where a link leads that stands on crew/rules.md, in a few words. */
async function follow(markdown: string): Promise<string> {
  const handbook = await memoryHandbook({ ...folder, 'crew/rules.md': `${folder['crew/rules.md']}\n${markdown}\n` });
  return inWords(judgeLinks(handbook.page('crew/rules.md')!, handbook).at(-1)!.resolution);
}

function inWords(resolution: Resolution): string {
  if (resolution.outcome === 'unknown') return `unknown ${resolution.reason} ${resolution.address}`;
  if (resolution.outcome === 'broken')
    return `${resolution.reason} ${resolution.page?.path ?? ''}${resolution.address}#${resolution.fragment}`;
  const { page, file, address, anchor } = resolution;
  return `${page?.path ?? file ?? `folder ${address}`}${anchor ? `#${anchor.id}` : ''}`;
}

describe('a link on crew/rules.md of a plain folder', () => {
  test.each([
    ['[x](#watch)', 'crew/rules.md#watch'],
    ['[x](#gone)', 'missing-anchor crew/rules.md/crew/rules.md#gone'],
    [
      '<!-- ALL-CONTRIBUTORS-LIST:START -->\n<a href="#ideas-ann" title="Ideas">x</a>',
      'unknown generated /crew/rules.md',
    ],
    ['<!-- ALL-CONTRIBUTORS-LIST:START -->\n[x](#watch-ann)', 'missing-anchor crew/rules.md/crew/rules.md#watch-ann'],
    ['<a href="#ideas-ann">x</a>', 'missing-anchor crew/rules.md/crew/rules.md#ideas-ann'],
    ['[x](README.md#crew)', 'crew/README.md#crew'],
    ['[x](../README.md#start)', 'README.md#start'],
    ['[x](/deck/index.md#deck)', 'deck/index.md#deck'],
    ['[x](.)', 'crew/README.md'],
    ['[x](..)', 'README.md'],
    ['[x](/)', 'README.md'],
    ['[x](../deck/)', 'deck/index.md'],
    ['[x](../deck)', 'deck/index.md'],
    ['[x](../hold#hold)', 'hold/_index.md#hold'],
    ['[x](../hold#deck)', 'missing-anchor hold/_index.md/hold/_index.md#deck'],
    ['[x](../log)', 'folder /log'],
    ['[x](../log/2024/)', 'folder /log/2024'],
    ['[x](../log/2023/)', 'missing-page /log/2023#'],
    ['[x](chart.txt)', 'crew/chart.txt'],
    ['[x](%63hart.txt)', 'crew/chart.txt'],
    ['[x](/chart.txt)', 'missing-file /chart.txt#'],
    ['[x](../../outside.md#a)', 'outside ../../outside.md#a'],
    ['[x](../../outside.md)', 'outside ../../outside.md#'],
    ['[x](none.md#a)', 'missing-page /crew/none.md#a'],
    ['![x](none)', 'missing-file /crew/none#'],
    ['<img src="none">', 'missing-file /crew/none#'],
    ['<a href="none">x</a>', 'missing-page /crew/none#'],
    ['[x](/wiki/page)', 'unknown unknown-tree /wiki/page'],
    ['[x](wiki/page)', 'missing-page /crew/wiki/page#'],
    ['[x](../html.md#my-team)', 'html.md'],
    ['[x](../html.md#the-rest)', 'html.md'],
    ['[x](../html.md#the-rest-1)', 'unknown generated /html.md'],
    ['[x](../html.md#no-end)', 'missing-anchor html.md/html.md#no-end'],
    ['[x](../html.md#no-heading)', 'missing-anchor html.md/html.md#no-heading'],
    ['[x](../html.md#user-content-my-team)', 'html.md'],
    ['[x](../html.md#user-content-gone)', 'missing-anchor html.md/html.md#user-content-gone'],
    ['[x](../html.md#L3-L5)', 'html.md'],
    ['[x](../html.md#readme)', 'unknown generated /html.md'],
    ['[x](README.md#readme)', 'crew/README.md'],
  ])('%s', async (markdown, expected) => {
    expect(await follow(markdown)).toBe(expected);
  });
});
