import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, bundleCommand, runBundle } from '../support/command.ts';

const top = new URL('../..', import.meta.url).pathname;

/** A start-up module for Node by which no native parser can be loaded. */
function withoutNativeParser(): string {
  const hook = `export const resolve = (name, context, next) => {
    if (name === 'satteri') throw new Error('no parser for this machine');
    return next(name, context);
  };`;
  const module = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
  return module(`import { register } from 'node:module'; register(${JSON.stringify(module(hook))});`);
}

test('where the fast parser cannot be loaded, the run is slower, says so once, and finds the same', () => {
  const command = bundleCommand();
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [...flags, command, 'fixtures/example-handbook', '--no-cache', '--format', 'json'], {
      cwd: join(top),
      encoding: 'utf8',
    });
  const fast = run();
  const slow = run('--import', withoutNativeParser());
  expect(JSON.parse(slow.stdout).findings).toEqual(JSON.parse(fast.stdout).findings);
  expect(fast.stderr).toBe('');
  expect(slow.stderr).toBe(
    'handbook-lint: pages are read by the slower of two parsers, since the fast one could not be loaded (no parser for this machine). The findings are the same.\n',
  );
});

test('the built command finds the fast parser from where its code is copied to, and the slow one without', async () => {
  const command = await builtCommand();
  const args = ['fixtures/example-handbook', '--no-cache', '--format', 'json'];
  const fast = runBundle(command, args, top);
  const slow = runBundle(command, args, top, { NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere' });
  expect(fast.stderr).toBe('');
  expect(slow.stderr).toContain('pages are read by the slower of two parsers');
  expect(JSON.parse(slow.stdout).findings).toEqual(JSON.parse(fast.stdout).findings);
});
