import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtCommand, type Ran, runBundle } from '../support/command.ts';
import { gitEnvironment } from '../support/git-repository.ts';
import { type Workspace, workspace } from '../support/workspace.ts';

const prose = 'Words about the team, more than one line of them, as pages have.\n'.repeat(5);

const files = {
  'hugo.yaml': '',
  'handbook.yaml': 'redirects: [static/_redirects]\n',
  'static/_redirects': '/old/ /team/ 301\n',
  'content/_index.md': '# Home\n\n[team](/team/#who-we-are) [values](/team/values/)\n',
  'content/team/_index.md': `---\ntitle: Team\n---\n\n## Who we are\n\n[values](/team/values/)\n\n${prose}`,
  'content/team/values.md': `\ufeff## Trust\r\n\r\n[team](/team/)\r\n\r\n${prose}`,
  'content/team/photo.png': new Uint8Array([0xff, 0x00]),
};

const run = (disk: Workspace, ...args: string[]): Ran => runBundle(builtCommand(), args, disk.root);
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, env: gitEnvironment(), encoding: 'utf8' });
const text = (disk: Workspace, path: string) => readFileSync(disk.path(path), 'utf8');
const paths = (disk: Workspace) => readdirSync(disk.root, { recursive: true, encoding: 'utf8' }).sort();

it('moves a folder: git sees renames, and nothing is left to complain about', () => {
  const disk = workspace(files);
  git(disk.root, 'init', '-q', '-b', 'main');
  git(disk.root, 'add', '-A');
  git(disk.root, 'commit', '-q', '-m', 'before');
  const { code, stderr } = run(disk, 'move', 'content/team', 'content/people/crew');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Moved 3 files, changed 7 places in 4 files.\n' });
  git(disk.root, 'add', '-A');
  expect(
    git(disk.root, 'status', '--porcelain')
      .split('\n')
      .filter((line) => line !== '' && !line.includes('cache'))
      .sort(),
  ).toEqual([
    'M  content/_index.md',
    'M  static/_redirects',
    'R  content/team/_index.md -> content/people/crew/_index.md',
    'R  content/team/photo.png -> content/people/crew/photo.png',
    'R  content/team/values.md -> content/people/crew/values.md',
  ]);
  expect(text(disk, 'content/people/crew/values.md')).toBe(
    `\ufeff---\naliases:\n  - /team/values/\n---\n\n## Trust\r\n\r\n[team](/people/crew/)\r\n\r\n${prose}`,
  );
  expect(text(disk, 'static/_redirects')).toBe('/old/ /people/crew/ 301\n');
  expect(run(disk, '--no-cache').code).toBe(0);
});

it('prints with --dry-run a patch that git applies to the same end, and writes nothing', () => {
  const [planned, done] = [workspace(files), workspace(files)];
  const before = paths(planned);
  const { code, stdout } = run(planned, 'move', '--dry-run', 'content/team/values.md', 'content/values.md');
  expect(code).toBe(0);
  expect(paths(planned).filter((path) => !path.includes('node_modules'))).toEqual(before);
  run(done, 'move', 'content/team/values.md', 'content/values.md');
  planned.write('change.patch', stdout);
  git(planned.root, 'init', '-q');
  git(planned.root, 'apply', 'change.patch');
  expect(text(planned, 'content/values.md')).toBe(text(done, 'content/values.md'));
  expect(text(planned, 'content/_index.md')).toBe(text(done, 'content/_index.md'));
  expect(existsSync(planned.path('content/team/values.md'))).toBe(false);
});

it('keeps the old address by a redirect when asked to', () => {
  const disk = workspace(files);
  run(disk, 'move', '--redirect', 'content/team/values.md', 'content/');
  expect(text(disk, 'static/_redirects')).toBe('/old/ /team/ 301\n/team/values/ /values/ 301\n');
  expect(text(disk, 'content/values.md')).toBe(files['content/team/values.md']);
});

it('renames a heading by its file or its address, and keeps the id when asked to', () => {
  const disk = workspace(files);
  expect(run(disk, 'rename', 'content/team/_index.md#who-we-are', 'The crew').stderr).toBe(
    'Changed 2 places in 2 files.\n',
  );
  expect(text(disk, 'content/_index.md')).toContain('/team/#the-crew');
  run(disk, 'rename', '--keep-id', '/team/#the-crew', 'All of us');
  expect(text(disk, 'content/team/_index.md')).toContain('## All of us {#the-crew}\n');
});

it('leaves everything as it was when a file cannot be written', () => {
  const disk = workspace({ ...files, 'content/team/more/page.md': '[up](../values.md) [values](/team/values/)\n' });
  const before = paths(disk).map((path) => [path, path.endsWith('.md') ? text(disk, path) : '']);
  mkdirSync(disk.path('content/closed'));
  chmodSync(disk.path('content/closed'), 0o500);
  // Root may write everywhere, so a place that is taken is the other thing in the way.
  const target = process.getuid?.() === 0 ? 'content/_index.md/values.md' : 'content/closed/values.md';
  const { code, stderr } = run(disk, 'move', 'content/team/values.md', target);
  expect(code).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  chmodSync(disk.path('content/closed'), 0o700);
  const after = paths(disk).filter((path) => !path.includes('node_modules') && path !== 'content/closed');
  expect(after.map((path) => [path, path.endsWith('.md') ? text(disk, path) : ''])).toEqual(before);
});

it.each([
  [['move', 'content/team'], 'Write handbook-lint move FROM TO'],
  [['move', 'content/nowhere.md', 'content/x.md'], 'There is no file or folder content/nowhere.md'],
  [['move', 'content/team/values.md', 'content/_index.md'], 'There is a file content/_index.md already'],
  [['move', 'content/team/values.md', '../x.md'], 'outside'],
  [['move', '--alias', '--redirect', 'content/team/values.md', 'content/x.md'], 'give one'],
  [['move', '.', 'content/x'], 'whole handbook'],
  [['rename', 'content/team/values.md', 'Words'], 'Write handbook-lint rename'],
  [['rename', 'content/team/values.md#trsut', 'Words'], 'Did you mean #trust?'],
  [['rename', '/nowhere/#x', 'Words'], 'neither a file nor the address'],
  [['rename', 'content/team/values.md#trust', ' '], 'A heading needs words'],
])('says in one line what is wrong with %j', (args, words) => {
  const disk = workspace(files);
  const { code, stderr } = run(disk, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
