import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeHandbook } from '../../bench/make-handbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const top = new URL('../..', import.meta.url).pathname;
const built = join(top, `node_modules/.cache/many-readers-test-${process.pid}`);
let handbook: string;

beforeAll(() => {
  buildSync({
    absWorkingDir: top,
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      'handbook/load-reader': 'src/handbook/load-reader.ts',
      'handbook/read-worker': 'src/handbook/read-worker.ts',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: join(built, 'dist'),
    logLevel: 'error',
  });
  handbook = join(built, 'handbook');
  makeHandbook(handbook, 300);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const argv = [join(built, 'dist/cli/main.js'), ...args, '--root', handbook];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1e9,
  });
  return { status, stderr, stdout };
}

const judge = (...args: string[]) => run(['--no-cache', '--format', 'json', ...args]);

describe('threads', () => {
  test('any number of them finds the same, a failing one too', () => {
    const alone = run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: '0' });
    expect(alone.stdout).toContain('"rule": "handbook-link-page"');
    for (const count of ['1', '3']) {
      expect(run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: count })).toEqual(alone);
    }
    const script = join(built, 'dist/handbook/read-worker.js');
    const whole = readFileSync(script, 'utf8');
    const started = join(built, 'started');
    const fails = [
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(started)}, '');\nprocess.exit(3);`,
      'throw new Error("it cannot start");',
      `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => process.exit(3));`,
      `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { throw new Error('it fails'); });`,
    ];
    for (const failing of fails) {
      writeFileSync(script, failing);
      expect(run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: '2' })).toEqual(alone);
    }
    expect(existsSync(started)).toBe(true);
    writeFileSync(script, whole);
  });
});

describe('parts of the index', () => {
  const parts = (of: number) =>
    Array.from({ length: of }, (_, index) => {
      const file = join(temporaryFolder(), 'part');
      expect(run(['index', '--no-cache', '--shard', `${index + 1}/${of}`, '--output', file])).toMatchObject({
        status: 0,
        stdout: '',
        stderr: '',
      });
      return file;
    });

  test('judging with all, with some, or with old ones finds the same', () => {
    const whole = judge();
    const four = parts(4);
    expect(judge(...four.flatMap((file) => ['--index', file]))).toEqual(whole);
    expect(judge('--index', four[2]!)).toEqual(whole);
    const page = join(handbook, 'content/_index.md');
    const before = readFileSync(page, 'utf8');
    writeFileSync(page, `${before}\n[new](/no/such/page/)\n`);
    try {
      const changed = judge();
      expect(changed.stdout).not.toBe(whole.stdout);
      expect(judge(...four.flatMap((file) => ['--index', file]))).toEqual(changed);
    } finally {
      writeFileSync(page, before);
    }
  });

  test('what is no part of this index ends the run', () => {
    const file = join(temporaryFolder(), 'part');
    writeFileSync(file, 'something else');
    expect(judge('--index', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${file} is no part of this index. Write it again with handbook-lint index`),
    });
    const [part] = parts(1);
    writeFileSync(file, readFileSync(part!).subarray(0, -9));
    expect(judge('--index', file)).toMatchObject({ status: 2 });
    expect(judge('--index', join(file, 'gone'))).toMatchObject({ status: 2, stdout: '' });
  });

  test.each(['0/4', '5/4', '4', 'a/b', '1/0'])('--shard %s is told how to be written', (shard) => {
    expect(run(['index', '--shard', shard])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Write --shard 2/4 for the second of four parts.'),
    });
  });
});
