import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-link-positional-anchor')!;

async function messages(text: string, config = 'site: hugo\n'): Promise<string[]> {
  const handbook = await memoryHandbook({ 'handbook.yaml': config, 'content/a.md': text, 'a.md': text });
  return lint(handbook, { rules: [rule] }).findings.map(({ message }) => message);
}

test.each([
  [1, 'second'],
  [2, 'third'],
  [9, 'tenth'],
  [10, '11th'],
  [11, '12th'],
  [20, '21st'],
  [21, '22nd'],
  [22, '23rd'],
  [23, '24th'],
  [110, '111th'],
  [111, '112th'],
  [120, '121st'],
])('#goals-%i is the %s heading of that name', async (number, expected) => {
  const [message] = await messages(`${'## Goals\n\n'.repeat(130)}[a](#goals-${number})\n`);
  expect(message).toContain(`means the ${expected} heading "Goals" on this page, but only`);
});

test('ids are counted as the generator writes them', async () => {
  const text = `${'## Goals\n\n'.repeat(5)}[a](a.md#goals_3)\n`;
  const handbook = await memoryHandbook({ 'mkdocs.yml': '', 'docs/a.md': text });
  const [found] = lint(handbook, { rules: [rule] }).findings;
  expect(found?.message).toContain('means the fourth heading "Goals" on this page');
});

test('the id to write is named after what the heading stands below', async () => {
  const id = async (text: string) => /\{#(.*?)\}/.exec((await messages(text))[0]!)?.[1];
  expect(await id('## Goals\n\n## Engine room\n\n### Goals\n\n[a](#goals-1)\n')).toBe('engine-room-goals');
  expect(await id('## Goals\n\n## Engine {#engine}\n\n### Goals\n\n[a](#goals-1)\n')).toBe('engine-goals');
  expect(await id('## Goals\n\n## Goals\n\n[a](#goals-1)\n')).toBe('second-goals');
  expect(await id(`${'## Goals\n\n'.repeat(12)}[a](#goals-10)\n`)).toBe('other-goals');
  // What stands above on the same level is no parent.
  expect(await id('### Engine\n\n## Goals\n\n## Goals\n\n[a](#goals-1)\n')).toBe('second-goals');
});

test('where headings cannot have ids of their own, another name is asked for', async () => {
  const [message] = await messages('## Goals\n\n## Goals\n\n[a](#goals-1)\n', 'site: plain\n');
  expect(message).toMatch(/Give that heading a name of its own, and link to that\.$/);
});

test('a heading that ends in a number of its own is no repeated one', async () => {
  expect(await messages('## Goals 1\n\n[a](#goals-1)\n')).toEqual([]);
  expect(await messages('## Goals\n\n## Goals {#goals-1}\n\n[a](#goals-1)\n')).toEqual([]);
});
