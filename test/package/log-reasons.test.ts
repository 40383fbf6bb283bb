/** What the end of the log of .ci/run says of failures. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { repository } from '../support/workspace.ts';

const reasonsIn = (log: string) =>
  spawnSync(join(repository, '.ci/reasons'), [join(temporaryFolder({ log }), 'log')], { encoding: 'utf8' }).stdout;

const failure = (name: string, ...said: string[]) =>
  [` FAIL  test/a.test.ts > ${name}`, ...said, '', '⎯⎯⎯⎯[1/9]⎯', ''].join('\n');
const manyLines = Array.from({ length: 40 }, (_, at) => `+ line ${at}`);

test('of tests that fail, what they said and where, at most fifteen lines of five of them', () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  const log = [
    '— types\nall is well\n— tests\n ✓ test/b.test.ts\n\n⎯⎯⎯ Failed Tests 6 ⎯⎯⎯\n',
    failure('long', 'AssertionError: too long', '', ...manyLines, ' ❯ test/a.test.ts:7:3', '    6| code'),
    ...names.map((name) => failure(name, `Error: ${name} went wrong`)),
    '\n1 passed, 6 failed\n',
  ].join('\n');
  const reasons = reasonsIn(log);
  expect(reasons).toContain(' FAIL  test/a.test.ts > long\nAssertionError: too long\n+ line 0\n');
  expect(reasons).toContain('+ line 10\n ❯ test/a.test.ts:7:3\n\n FAIL  test/a.test.ts > one\nError: one went wrong\n');
  expect(reasons).toContain('Error: four went wrong');
  expect(reasons).not.toMatch(/five|all is well|passed/);
});

test('of steps that fail, the first lines; of another program, the last', () => {
  expect(reasonsIn('— types\nsrc/a.ts(1,2): error\n\n— lint\nfine\n\nFailed: types\n\n1 passed, 1 failed\n')).toBe(
    '\n FAIL  types\nsrc/a.ts(1,2): error\n',
  );
  expect(reasonsIn(manyLines.join('\n'))).toBe(`${manyLines.slice(-15).join('\n')}\n`);
});
