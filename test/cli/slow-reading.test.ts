import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';

const top = new URL('../..', import.meta.url).pathname;

test('where the fast parser cannot be loaded, the run is slower, says so once, and finds the same', () => {
  const run = (env?: NodeJS.ProcessEnv) =>
    runBundle(builtCommand(), ['fixtures/example-handbook', '--no-cache', '--format', 'json'], top, env);
  const fast = run();
  const slow = run({ NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere' });
  expect(JSON.parse(slow.stdout).findings).toEqual(JSON.parse(fast.stdout).findings);
  expect(fast.stderr).toBe('');
  expect(slow.stderr).toMatch(
    /^handbook-lint: pages are read by the slower of two parsers, since the fast one could not be loaded \(Cannot find native binding\..*\)\. The findings are the same\.\n$/,
  );
});
