/** Reports go where they are sent, or one line says why not; no link is replaced. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/cli/output/write-file.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bundle = builtCommand();
const handbook = () => temporaryFolder({ 'content/_index.md': '# Home\n\n[x](/nowhere/)\n' });
const isReport = (path: string) => JSON.parse(readFileSync(path, 'utf8')).findings.length === 1;

/** Both ways to name the file. */
const ways = [
  ['--output', (file: string) => ['--format', 'json', '--output', file]],
  ['--format x=FILE', (file: string) => [`--format=json=${file}`]],
] as const;

describe.each(ways)('%s', (_, args) => {
  const run = (file: string, root = handbook()) => runBundle(bundle, ['--no-cache', ...args(file)], root);

  test('writes through links, to files that are there and that are not', () => {
    const folder = temporaryFolder({ 'there.json': 'old', 'deep/x': '' });
    symlinkSync('there.json', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    symlinkSync('deep/new.json', join(folder, 'c'));
    for (const [link, target] of [
      ['b', 'there.json'],
      ['c', 'deep/new.json'],
    ] as const) {
      const leads = readlinkSync(join(folder, link));
      expect(run(join(folder, link))).toMatchObject({ code: 1, stderr: '' });
      expect(readlinkSync(join(folder, link))).toBe(leads);
      expect(lstatSync(join(folder, target)).isFile()).toBe(true);
      expect(isReport(join(folder, target))).toBe(true);
    }
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c', 'deep', 'there.json']);
  });

  test('keeps other names and the mode of a file', () => {
    const folder = temporaryFolder({ 'a.json': 'old' });
    linkSync(join(folder, 'a.json'), join(folder, 'b.json'));
    expect(run(join(folder, 'a.json')).code).toBe(1);
    expect(isReport(join(folder, 'b.json'))).toBe(true);
    writeFileSync(join(folder, 'c.json'), '', { mode: 0o600 });
    expect(run(join(folder, 'c.json')).code).toBe(1);
    expect(statSync(join(folder, 'c.json')).mode & 0o777).toBe(0o600);
  });

  test.skipIf(process.platform !== 'linux')('writes to devices', () => {
    expect(run('/dev/null')).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const words = args('/dev/stdout').join(' ');
    const line = `"${process.execPath}" "${bundle}" --no-cache ${words} | cat`;
    const { stdout } = spawnSync('sh', ['-c', line], { cwd: handbook(), encoding: 'utf8' });
    expect(JSON.parse(stdout).findings).toHaveLength(1);
    expect(run('/dev/full')).toMatchObject({
      code: 2,
      stderr: 'handbook-lint: /dev/full cannot be written, the disk is full.\n',
    });
  });

  test('says in one line what is in the way', () => {
    const folder = temporaryFolder({ file: 'mine' });
    symlinkSync('loop', join(folder, 'loop'));
    mkdirSync(join(folder, 'folder'));
    const expected = {
      'file/x.json': 'lies below something that is no folder',
      'file/x/y.json': 'lies below something that is no folder',
      loop: 'is a link that leads to itself',
      folder: 'is a folder',
      [`${'x'.repeat(300)}.json`]: 'has a name that is too long',
    };
    for (const [name, reason] of Object.entries(expected)) {
      const path = join(folder, name);
      expect(run(path)).toMatchObject({ code: 2, stdout: '', stderr: `handbook-lint: ${path} ${reason}.\n` });
    }
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder', 'loop']);
  });

  test.skipIf(process.platform !== 'linux')('ends where no folder can be made', () => {
    const { code, stderr } = run('/proc/handbook/x/y.json');
    expect([code, stderr.split('\n').length]).toEqual([2, 2]);
  });
});

test.skipIf(process.platform !== 'linux')('standard output that is full is one line and exit code 2', () => {
  for (const format of ['text', 'json']) {
    const line = `exec "${process.execPath}" "${bundle}" --no-cache --format ${format} > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: handbook(), encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'handbook-lint: The report cannot be written, the disk is full.\n']);
  }
});

test('what should be a file and is a folder', () => {
  const root = handbook();
  for (const args of [
    ['--config', 'content'],
    ['--index', 'content'],
    ['--baseline', 'content'],
  ])
    expect(runBundle(bundle, ['--no-cache', ...args], root)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'handbook-lint: content is a folder.\n',
    });
  for (const args of [
    ['--config', 'gone'],
    ['--index', 'gone'],
    ['--baseline', 'gone'],
  ])
    expect(runBundle(bundle, ['--no-cache', ...args], root).stderr).toBe('handbook-lint: gone does not exist.\n');
});

test.skipIf(process.platform === 'win32')('a folder that is gone while the command is in it', () => {
  const folder = temporaryFolder();
  const line = `mkdir gone && cd gone && rmdir ../gone && exec "${process.execPath}" "${bundle}"`;
  const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'handbook-lint: The folder that this runs in is not there any more.\n']);
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
});

test('pieces of any size and kind are written as they are, in blocks', () => {
  const large = 'é'.repeat(50_000);
  const pieces = ['a', Buffer.from('b'), '', '“日本👩‍💻”\n', large, Buffer.from(large), 'x'.repeat(30_000)];
  const all = Array.from({ length: 5 }, () => pieces).flat();
  const blocks = [...blocksOf(all)];
  expect(Buffer.concat(blocks).equals(Buffer.concat(all.map((piece) => Buffer.from(piece))))).toBe(true);
  expect(blocks.length).toBeLessThan(all.length);
  expect([...blocksOf('é')]).toEqual([Buffer.from('é')]);
});

describe.skipIf(process.platform === 'win32')('where nobody reads any more', () => {
  /** The exit code of a run one of whose outputs is closed before it has begun. */
  async function codeOf(closed: 'stdout' | 'stderr', args: readonly string[], folder = handbook()): Promise<unknown> {
    const child = spawn(process.execPath, [bundle, '--no-cache', ...args], { cwd: folder });
    child[closed].destroy();
    child[closed === 'stdout' ? 'stderr' : 'stdout'].resume();
    const [code] = await once(child, 'exit');
    return code;
  }

  test.each([
    [[], 1],
    [['--format', 'json'], 1],
    [['--rule', 'link-page=off'], 0],
    [['links'], 0],
    [['explain-config'], 0],
    [['--fix'], 1],
  ] as const)('the exit code is that of the run: %j', async (args, code) => {
    expect(await codeOf('stdout', args)).toBe(code);
  });

  test('what was begun is done', async () => {
    const folder = handbook();
    expect(await codeOf('stdout', ['init', '--yes'], folder)).toBe(0);
    expect(existsSync(join(folder, 'handbook.yaml'))).toBe(true);
  });

  test('a run that fails without being able to say so fails all the same', async () => {
    expect(await codeOf('stderr', ['nowhere.md'])).toBe(2);
    expect(await codeOf('stderr', ['move', 'content/nowhere.md', 'content/x.md'])).toBe(2);
    expect(await codeOf('stderr', ['--stats'])).toBe(1);
  });

  test('a server ends', async () => {
    const child = spawn(process.execPath, [bundle, '--stdio'], { cwd: handbook(), stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdout.destroy();
    child.stdin.on('error', () => undefined);
    const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    child.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
    await once(child, 'exit');
  });
});
