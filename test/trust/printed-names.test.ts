/** No command prints a character of a name or a page that steers a terminal, and no line that a CI runner reads as a command. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { gitEnvironment, gitRepository } from '../support/git-repository.ts';

const NAMES = [
  'content/a\n::error file=x::forged.md',
  'content/b\r##vso[task.complete]x.md',
  'content/\u001b]0;title\u0007.md',
  'content/c\u001b[31m/_index.md',
  'content/\u202egpj.md',
  'content/\u009b31m.md',
  'content/\u2028::error::line.md',
  '::error::top.md',
];
const PAGE =
  '# H\u001b[32m\n\n[x](gone.md) [y](/nix/\u001b[32mz/) [z](#\u0007bell) [old](/old/)\n\n## ::error::forged\n\n[::error::x](##vso[task.complete]/)\n';

const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
const isCommand = (line: string) => /^\s*::[^:]*::/.test(line) || /##(?:\[|vso\[|teamcity\[)/i.test(line);

let folder = '';
beforeAll(() => {
  const work = gitRepository({ 'hugo.toml': 'baseURL = "https://crew.example/"\n', 'content/_index.md': '# Home\n' });
  folder = join(work.folder, 'a\u001b[31m\n::error::b');
  const files = { 'hugo.toml': '', 'content/new.md': '---\naliases: [/old/]\n---\n', 'content/_index.md': '# Home\n' };
  for (const name of [...Object.keys(files), ...NAMES]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), files[name as keyof typeof files] ?? PAGE);
  }
  writeFileSync(join(folder, 'baseline.json'), '');
  work.commit();
});

const [forged = '', azure = '', title = ''] = NAMES;
test.each([
  [[]],
  ...['json', 'gitlab', 'sarif', 'junit', 'markdown'].map((format) => [['--format', format]]),
  [['--statistics']],
  [['--fix-dry-run']],
  [['--baseline', 'baseline.json', '--update-baseline']],
  [['--baseline', '::error::x\n::error::y']],
  [['links']],
  [['links', '--external']],
  [['links', '--format', 'json']],
  [['explain', forged]],
  [['explain', azure, '--format', 'json']],
  [['explain', `${title}x`]],
  [['explain-config']],
  [['report', '--json']],
  [['report', '--output', '::error::x\u001b[31m.html']],
  [['init', '--yes', '--dry-run']],
  [['new', 'role', 'content/new\n::error::x.md']],
  [['move', forged, 'content/to\n::error::x.md', '--dry-run']],
  [['rename', forged, 'H\n::error::x', 'J', '--dry-run']],
  [['--since', '::error::x\n::error::y']],
  [['--config', 'no\n::error::x']],
  [['--rule', 'x\n::error::y=warn']],
  [['x\n::error::y']],
])('%j', (args) => {
  for (const env of [{}, { CI: 'true', GITHUB_ACTIONS: 'true' }]) {
    const { stdout, stderr } = runBundle(builtCommand(), [...args, '--no-cache'], folder, env);
    // A patch is to be applied: outside of a job it keeps words that command nothing there.
    const isForged = (line: string) => steering.test(line) || ('CI' in env && isCommand(line));
    for (const printed of [stdout, stderr]) expect(printed.split('\n').filter(isForged)).toEqual([]);
  }
});

test('the report as a page', () => {
  const { code } = runBundle(builtCommand(), ['report', '--output', 'report.html'], folder);
  expect(code).toBe(0);
  const lines = readFileSync(join(folder, 'report.html'), 'utf8').split('\n');
  expect(lines.filter((line) => steering.test(line.replaceAll('\r', '')))).toEqual([]);
});

test('a patch that moves such a file is applied by git', () => {
  const [from, to] = ['content/plain\n::error::x.md', 'content/to\n::error::x.md'];
  writeFileSync(join(folder, from), '# Plain\n\n[home](_index.md)\n');
  const { stdout } = runBundle(builtCommand(), ['move', from, to, '--dry-run'], folder);
  // Outside of a repository its paths start where git runs.
  const env = { ...gitEnvironment(), GIT_CEILING_DIRECTORIES: dirname(folder) };
  const { status } = spawnSync('git', ['apply', '-'], { cwd: folder, env, input: stdout });
  expect(status).toBe(0);
  expect([existsSync(join(folder, from)), existsSync(join(folder, to))]).toEqual([false, true]);
});
