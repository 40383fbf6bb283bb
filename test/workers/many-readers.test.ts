import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeHandbook } from '../../bench/make-handbook.ts';
import { bundle } from '../../scripts/bundle.ts';
import { hashOf } from '../../src/files/checksum.ts';
import { GRAIN } from '../../src/incremental/watch/stat-snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const top = new URL('../..', import.meta.url).pathname;
const built = join(top, `node_modules/.cache/many-readers-test-${process.pid}`);
let handbook: string;

beforeAll(async () => {
  const options = { packages: 'external', define: { HANDBOOK_LINT_BUILD: '"this build"' } } as const;
  await bundle(join(built, 'dist'), {}, options);
  handbook = join(built, 'handbook');
  // Enough that threads judge as well.
  makeHandbook(handbook, 520);
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
  const script = join(built, 'dist/cli/thread.js');
  const alone = () => run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: '0' });

  test('any number of them finds the same', () => {
    const expected = alone();
    expect(expected.stdout).toContain('"rule": "handbook-link-page"');
    for (const count of ['1', '3']) {
      expect(run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: count })).toEqual(expected);
    }
  });

  test('each judges some of the pages', () => {
    const whole = readFileSync(script, 'utf8');
    const counts = join(built, 'counts');
    const watch = `const { appendFileSync } = require('node:fs');
const { parentPort: watched } = require('node:worker_threads');
const post = watched.postMessage.bind(watched);
watched.postMessage = (answer) => {
  if (answer.texts) appendFileSync(${JSON.stringify(counts)}, answer.texts.flatMap(JSON.parse).length + '\\n');
  post(answer);
};
`;
    try {
      writeFileSync(script, watch + whole);
      run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: '2' });
      expect(readFileSync(counts, 'utf8').trim().split('\n')).toHaveLength(2);
    } finally {
      writeFileSync(script, whole);
    }
  });

  test.each([
    ['ends', 'process.exit(3);'],
    ['cannot start', 'throw new Error("it cannot start");'],
    ['ends when asked', onTask('process.exit(3);')],
    ['fails when asked', onTask('throw new Error("it fails");')],
    ['fails to open', onTask('if (task.task === "open") throw new Error("it fails"); parentPort.postMessage(null);')],
    ['fails to judge', onTask('if (task.task === "judge") throw new Error("it fails"); parentPort.postMessage(null);')],
    [
      'ends with pages that it has taken',
      onTask(
        'if (task.task === "judge") { Atomics.add(new Int32Array(task.claims), 0, 50); process.exit(3); } parentPort.postMessage(null);',
      ),
    ],
  ])('a thread that %s changes nothing', (_, code) => {
    const expected = alone();
    const whole = readFileSync(script, 'utf8');
    const started = join(built, 'started');
    const note = `const { parentPort } = require('node:worker_threads');\nrequire('node:fs').writeFileSync(${JSON.stringify(started)}, '');\n`;
    try {
      writeFileSync(script, note + code);
      expect(run(['--no-cache', '--format', 'json'], { HANDBOOK_LINT_WORKERS: '2' })).toEqual(expected);
      expect(existsSync(started)).toBe(true);
    } finally {
      writeFileSync(script, whole);
      rmSync(started, { force: true });
    }
  });

  test('what they read and judge is remembered as if one had done it all', () => {
    const [one, many] = [temporaryFolder(), temporaryFolder()];
    const first = (cache: string, workers: string) =>
      run(['--cache-location', cache, '--format', 'json'], { HANDBOOK_LINT_WORKERS: workers });
    expect(first(many, '2')).toEqual(first(one, '0'));
    const page = join(handbook, 'content/_index.md');
    const before = readFileSync(page, 'utf8');
    try {
      for (const text of [`${before}\n[new](/no/such/page/)\n`, `${before}\n## A new heading\n`]) {
        writeFileSync(page, text);
        const expected = alone();
        expect(first(many, '2')).toEqual(expected);
        expect(first(one, '0')).toEqual(expected);
      }
    } finally {
      writeFileSync(page, before);
    }
  });
});

describe('a thread that keeps what was read', () => {
  const script = join(built, 'dist/cli/thread.js');
  // From then on stamps are kept.
  beforeAll(() => setTimeout(GRAIN));
  const kept = (cache: string) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('pages-'))
      .map((name) => [name, hashOf(readFileSync(join(cache, name)))]);
  const keep = (workers: string) => {
    const cache = temporaryFolder();
    run(['--cache-location', cache], { HANDBOOK_LINT_WORKERS: workers });
    return kept(cache);
  };
  /** Runs with threads that do this before they keep something. */
  const keepAfter = (code: string) => {
    const whole = readFileSync(script, 'utf8');
    const asked = join(built, 'asked');
    const watch = `const { parentPort: watched } = require('node:worker_threads');
const on = watched.on.bind(watched);
watched.on = (event, answer) => on(event, (task) => {
  if (task.task === 'save') { require('node:fs').appendFileSync(${JSON.stringify(asked)}, 'asked '); ${code} }
  answer(task);
});
`;
    try {
      writeFileSync(script, watch + whole);
      return { kept: keep('2'), asked: readFileSync(asked, 'utf8') };
    } finally {
      writeFileSync(script, whole);
      rmSync(asked, { force: true });
    }
  };

  test('keeps what the main one would', () => {
    const expected = keep('0');
    expect(expected).toHaveLength(1);
    expect(keepAfter('')).toEqual({ kept: expected, asked: 'asked ' });
  });

  test.each([
    ['ends', 'process.exit(3);'],
    ['fails', 'throw new Error("it fails");'],
  ])('and %s leaves it to the main one', (_, code) => {
    expect(keepAfter(code)).toEqual({ kept: keep('0'), asked: 'asked ' });
  });
});

function onTask(code: string): string {
  return `parentPort.on('message', (task) => { ${code} });`;
}

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
