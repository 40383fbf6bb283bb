import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('a mend inside of a heading is safe only where the heading has an id of its own', async () => {
  const link = '[pay](/Pay/)';
  const page = `${link}\n\n## About ${link}\n\n## On ${link} {#on-pay}\n\nUnder ${link}\n\n${link}\n---\n\n${link}\n`;
  const handbook = await memoryHandbook({ 'content/_index.md': page, 'content/pay.md': '' });
  const { findings } = lint(handbook, { rules });
  expect(findings.map(({ start, suggestions }) => [start.line, suggestions.map(({ safe }) => safe)])).toEqual([
    [1, [true]],
    [3, [false]],
    [5, [true]],
    [7, [true]],
    [9, [false]],
    [12, [true]],
  ]);
});
