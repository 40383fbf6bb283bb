import { expect, test } from 'vitest';
import { loadParsers } from '../../src/markdown/parse.ts';
import { builtCommand } from '../support/command.ts';
import { live } from './live.ts';

await loadParsers({ reference: true });

// The first days of a history that is the same every time; `npm run life` goes on for as long as it is told.
test('every commit is judged alike by the hook, the job, the editor and a cold run', { timeout: 300_000 }, async () => {
  const { problem, commits, findings } = await live(18, 12, builtCommand());
  expect(problem).toBeNull();
  expect(commits).toBe(12);
  expect(findings).toBeGreaterThan(0);
});
