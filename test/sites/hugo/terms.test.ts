import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { describeHugo } from '../../../src/sites/hugo/describe.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

// By Hugo 0.169.0.
test.each([
  ['Mast\n: Holds the sail.\n', 'found'],
  ['Mast\n\n: Holds the sail.\n', 'found'],
  ['Mast\n\n: a | b\n---|---\n1 | 2\n', 'found'],
  ['Mast\n\n: Holds the sail.\n====\n', 'found'],
  ['Mast\n\nHolds the sail.\n', 'broken'],
  ['Mast\n\n:Holds the sail.\n', 'broken'],
  ['Mast\n\n- Holds the sail.\n', 'broken'],
  ['Mast\n', 'broken'],
  ['> Mast\n\n: Holds the sail.\n', 'broken'],
  [': Holds the sail.\n\n> Mast\n', 'broken'],
  ['Text.\n\n- Mast\n\n: Holds the sail.\n', 'broken'],
])('the id of a term where autoDefinitionTermID is on: %j', async (text, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': '[markup.goldmark.parser]\nautoDefinitionTermID = true\n',
    'content/a.md': '[x](/b/#mast)\n',
    'content/b.md': text,
  });
  expect(judgeLinks(handbook.page('content/a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test.each([
  ['', []],
  ['[languages.en]\nweight = 1\n', []],
  ['[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n', ['languages: en, de']],
])('languages are told where there are several: %j', async (text, wanted) => {
  const { hugo } = (await memoryHandbook({ 'hugo.toml': text, 'content/a.md': '' })).config;
  expect(describeHugo(hugo).filter((line) => line.startsWith('languages'))).toEqual(wanted);
});
