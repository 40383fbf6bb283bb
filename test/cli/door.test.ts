/** The command as it is built: a door that looks, and modules behind it that judge. */
import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, ownCommand, runBundle } from '../support/command.ts';
import { gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A file younger than this is not known by its times.
const settled = () => new Promise((resolve) => setTimeout(resolve, 3000));
const door = builtCommand();

const files = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md': '# Home\n\n[gone](/gone/)\n',
  'content/a.md': '# A\n\n[lost](/lost/)\n',
};

function commandIn(folder: string) {
  const cache = temporaryFolder();
  return (...args: string[]) => {
    const { code, stdout, stderr } = runBundle(door, ['--stats', '--cache-location', cache, ...args], folder);
    const [, judged] = /pages judged +(\d+) of/.exec(stderr) ?? [];
    return { code, judged, report: stdout.replace(/in [\d.]+ s\n/, ''), cache };
  };
}

test('what the modules have found and remembered, the door knows', async () => {
  const root = temporaryFolder(files);
  const run = commandIn(root);
  await settled();
  const first = run();
  expect(first).toMatchObject({ code: 1, judged: '2', report: expect.stringContaining('/lost/') });
  expect(run()).toEqual({ ...first, judged: '0' });
  // The configuration that one has read is the one that the other finds.
  expect(readdirSync(first.cache).filter((name) => name.startsWith('answer-config-'))).toHaveLength(1);
  const page = run('content/a.md', '--format', 'json');
  expect(page).toMatchObject({ code: 1, judged: '0' });
  expect(JSON.parse(page.report).findings).toMatchObject([{ path: 'content/a.md' }]);

  writeFileSync(join(root, 'content/a.md'), '# A\n\n[astray](/astray/)\n');
  expect(run()).toMatchObject({ judged: '1', report: expect.stringContaining('/astray/') });
});

test('a change that the door has looked at is judged behind it', async () => {
  const work = gitRepository();
  work.write(files);
  work.git('add', '--all');
  work.git('commit', '--quiet', '--message', 'one');
  work.write({ 'content/a.md': '# A\n\n[astray](/astray/)\n' });
  work.git('add', '--all');
  const run = commandIn(work.folder);
  await settled();
  const first = run('--staged');
  expect(first).toMatchObject({ code: 1, report: expect.stringContaining('/astray/') });
  expect(first.judged).not.toBe('0');
  expect(run('--staged')).toEqual({ ...first, judged: '0' });
  const kinds = new Set(readdirSync(first.cache).map((name) => name.split('-')[0]!));
  expect([...kinds].sort()).toEqual(['CACHEDIR.TAG', 'answer', 'pages', 'results']);
});

test('what the door says of a file that cannot be read is understood behind it', () => {
  const root = temporaryFolder(files);
  symlinkSync('/etc/hostname', join(root, 'content/out.md'));
  expect(commandIn(root)()).toMatchObject({ code: 1, report: expect.stringContaining('content/out.md') });
});

test.each([
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['--help'], 0, /^handbook-lint /],
  [['explain', 'link-page'], 0, /handbook-link-page/],
  [['explain-config'], 0, /content/],
  [['--format', 'text'], 1, /handbook-link-page/],
  [['completion', 'bash'], 0, /handbook-lint/],
])('%s is answered by the modules that it needs', (args, code, words) => {
  const answer = { code, stdout: expect.stringMatching(words), stderr: '' };
  expect(runBundle(door, ['--no-cache', ...args], temporaryFolder(files))).toEqual(answer);
});

test('a configuration that cannot be read is told in one line, as is a wrong option', () => {
  const root = temporaryFolder({ ...files, 'handbook.yaml': 'hosts: a.example\n' });
  expect(runBundle(door, [], root)).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^handbook-lint: handbook.yaml line 1, "hosts" should be a list.*\n$/),
  });
  expect(runBundle(door, ['--nope'], root)).toMatchObject({ code: 2, stdout: '' });
});

test('what V8 compiles in a short run is kept for the next one, but not by a run that may keep nothing', async () => {
  const own = await ownCommand();
  const folder = dirname(own);
  const kept = () => readdirSync(folder).filter((name) => name.endsWith('.v8'));
  const root = temporaryFolder({ ...files, 'content/b.md': '# B\n', 'content/c.md': '# C\n' });
  const cache = ['--cache-location', temporaryFolder()];
  const run = (...args: string[]) => runBundle(own, ['--format', 'json', ...args], root);
  const first = run('--no-cache');
  expect(first.code).toBe(1);
  // All was judged; what that takes is more than one page does.
  expect(run(...cache)).toEqual(first);
  expect(kept()).toEqual([]);
  writeFileSync(join(root, 'content/c.md'), '# C, edited\n');
  const page = run(...cache, 'content/a.md');
  const [name] = kept();
  const written = statSync(join(folder, name!)).mtimeMs;
  expect(run(...cache, 'content/a.md')).toEqual(page);
  expect(run('--no-cache')).toEqual(first);
  expect(run('--cache-location', temporaryFolder())).toEqual(first);
  // The flags of the next run are those of the first, so it was believed, and not written again.
  expect(kept()).toEqual([name]);
  expect(statSync(join(folder, name!)).mtimeMs).toBe(written);
});

test('what V8 compiles in a run that finds nothing changed is kept for the next one, but not by a run that may keep nothing', async () => {
  const own = await ownCommand();
  const root = temporaryFolder(files);
  await settled();
  const cache = ['--cache-location', temporaryFolder()];
  const run = (...args: string[]) => runBundle(own, ['--format', 'json', ...args], root);
  const kept = () => readdirSync(dirname(own)).filter((name) => name.startsWith('command-'));
  const first = run(...cache);
  expect(kept()).toEqual([]);
  expect(run(...cache)).toEqual(first);
  expect(kept()).toEqual([expect.stringMatching(/\.v8$/)]);
  const written = statSync(join(dirname(own), kept()[0]!)).mtimeMs;
  expect(run(...cache)).toEqual(first);
  expect(run('--no-cache')).toEqual(first);
  expect(statSync(join(dirname(own), kept()[0]!)).mtimeMs).toBe(written);
  // V8 believes no code that was compiled with other flags, so that it is kept anew, in the same place.
  const withFlag = () =>
    runBundle(own, ['--format', 'json', ...cache], root, { NODE_OPTIONS: '--stack-trace-limit=20' });
  const [name] = kept();
  expect(withFlag()).toEqual(first);
  expect(kept()).toEqual([name]);
  const anew = statSync(join(dirname(own), name!)).mtimeMs;
  expect(anew).not.toBe(written);
  expect(withFlag()).toEqual(first);
  expect(statSync(join(dirname(own), name!)).mtimeMs).toBe(anew);
});

test('a commit hook, which judges a few pages, keeps what V8 compiles as well', async () => {
  const own = await ownCommand();
  const repository = gitRepository({ ...files, 'content/b.md': '# B\n', 'content/c.md': '# C\n' });
  const cache = temporaryFolder();
  const run = (...args: string[]) => runBundle(own, ['--cache-location', cache, ...args], repository.folder);
  const kept = () => readdirSync(dirname(own)).filter((name) => name.endsWith('.v8'));
  run();
  expect(kept()).toEqual([]);
  repository.write({ 'content/c.md': '# C\n\nA word.\n' });
  repository.git('add', '--all');
  run('--staged');
  expect(kept()).toHaveLength(1);
});

test('what V8 compiles in a first run over many pages is kept for the next one', async () => {
  const own = await ownCommand();
  const folder = dirname(own);
  const many = Array.from(
    { length: 200 },
    (_, index) => [`content/p${index}.md`, `# P${index}\n\n[a](/a/)\n`] as const,
  );
  const root = temporaryFolder({ ...files, ...Object.fromEntries(many) });
  const kept = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.v8'))
      .map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const run = () =>
    runBundle(own, ['--format', 'json', '--cache-location', join(temporaryFolder(), 'none yet')], root, {
      HANDBOOK_LINT_WORKERS: '1',
    });
  const first = run();
  expect(first.code).toBe(1);
  const before = kept();
  expect(before).toEqual([[expect.stringContaining('-long-'), expect.any(Number)]]);
  expect(run()).toEqual(first);
  expect(kept()).toEqual(before);
});

test('what --fix mends is judged again by the same engine', () => {
  const root = temporaryFolder({ ...files, 'content/b.md': '# B\n\n[a](/A/)\n' });
  const { code, stdout, stderr } = runBundle(door, ['--no-cache', '--fix', '--format', 'json'], root);
  expect(stderr).toBe('Mended one place in one file.\n');
  expect(code).toBe(1);
  expect(JSON.parse(stdout).findings.map(({ path }: { path: string }) => path)).toEqual([
    'content/_index.md',
    'content/a.md',
  ]);
});
