import { spawnSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { fixtures } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const judge = (root: string, page: string, input: string | Uint8Array, ...args: string[]) => {
  const { stdout, ...rest } = runBundle(builtCommand(), [...args, '--stdin-filename', page], root, {}, input);
  return { ...rest, stdout: stdout.replace(/, in [\d.]+ s/, '') };
};
const told = (stdout: string): string[] =>
  (JSON.parse(stdout) as { findings: { path: string; message: string }[] }).findings.map(
    ({ path, message }) => `${path} ${message}`,
  );

const files = {
  'handbook.yaml': 'site: hugo\nignore: [content/old/**]\n',
  'content/_index.md': '---\ntitle: Home\n---\n\n[pay](/pay/#bonus)\n',
  'content/pay.md': '---\ntitle: Pay\n---\n\n## Bonus\n\nOnce a year.\n',
};

describe('--stdin-filename', () => {
  test.each(['content/handbook/hiring/_index.md', 'content/handbook/support/support-manager.md'])(
    'judges %s as its file is judged',
    (page) => {
      const root = `${fixtures}example-handbook`;
      const args = ['--format', 'json', '--no-cache'];
      const byFile = runBundle(builtCommand(), [...args, page], root);
      const byInput = judge(root, page, readFileSync(join(root, page)), ...args);
      expect(byFile.code).toBe(1);
      expect(byInput).toEqual(byFile);
    },
  );

  test('judges a text in place of what is on disk, which stays as it is, for the next run as well', () => {
    const root = temporaryFolder(files);
    const changed = judge(root, 'content/_index.md', '# Home\n\n[pay](/pay/#bonuses) [gone](/gone/)\n');
    expect(changed).toMatchObject({ code: 1, stderr: '' });
    expect(changed.stdout).toContain('3:13-3:20 error');
    expect(changed.stdout).toContain('1 page, 2 links checked, 2 broken');
    expect(runBundle(builtCommand(), [], root)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 pages') });
    expect(judge(join(root, 'content'), 'pay.md', '\r\n[x](/pay/#bonus)\r\n', '-', '-q')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^pay\.md\n2:11-2:16 error /),
    });
  });

  test('judges a page that is not there yet, and bytes that are no UTF-8, as such', () => {
    const root = temporaryFolder(files);
    const page = judge(root, 'content/deep/new.md', '[a](../gone.md)', '--format', 'json');
    expect(told(page.stdout)).toEqual([expect.stringContaining('content/deep/new.md This link goes to')]);
    const latin = judge(root, 'content/pay.md', Buffer.from('# Caf\xe9\n', 'latin1'), '--format', 'json');
    expect(told(latin.stdout)).toEqual([expect.stringMatching(/content\/pay\.md .*UTF-8/)]);
    expect(judge(root, 'content/pay.md', '', '--max-warnings', '0').code).toBe(0);
  });

  test('judges a page of a folder that is not there yet, where nothing says where a handbook starts', () => {
    const root = temporaryFolder({ 'a.md': '# A\n' });
    const page = judge(root, 'new/deep/b.md', '[a](../../a.md) [gone](gone.md)', '--format', 'json');
    expect(told(page.stdout)).toEqual([expect.stringContaining('new/deep/b.md This link goes to /new/deep/gone.md')]);
  });

  test('does not take a folder for an empty text', () => {
    const root = temporaryFolder(files);
    const stdio = [openSync(root, 'r'), 'pipe', 'pipe'] as const;
    const args = [builtCommand(), '--stdin-filename', 'content/pay.md'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, stdio: [...stdio], encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'handbook-lint: Standard input is a folder. Give it the text of one page.\n',
    });
  });

  test('says of a file that is no page, or is ignored, that nothing was judged', () => {
    const root = temporaryFolder(files);
    for (const path of ['content/style.css', 'content/old/a.md', 'handbook.txt'])
      expect(judge(root, path, '[a](/gone/)', '-q')).toEqual({
        code: 0,
        stdout: '',
        stderr: `handbook-lint: ${path} is no page of this handbook, so nothing was judged.\n`,
      });
  });

  test.each([
    [['--fix'], 'content/pay.md', 'it does not go with --fix.'],
    [['--staged'], 'content/pay.md', 'it does not go with --staged.'],
    [['content/_index.md'], 'content/pay.md', 'it does not go with content/_index.md.'],
    [['--root', 'content'], 'handbook.yaml', 'handbook.yaml lies outside of the handbook'],
    [[], 'content', 'content is a folder.'],
    [['links'], 'content/pay.md', 'handbook-lint links has no option --stdin-filename.'],
  ])('refuses %j with %s', (args, page, words) => {
    const { code, stdout, stderr } = judge(temporaryFolder(files), page, '', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('is what "-" alone asks for', () => {
    const { code, stderr } = runBundle(builtCommand(), ['-'], temporaryFolder(files));
    expect(code).toBe(2);
    expect(stderr).toContain('--stdin-filename PAGE');
  });
});

test('--quiet tells errors and nothing else, in every report', () => {
  const root = temporaryFolder({
    ...files,
    'content/_index.md': '[pay](/pay/#bonus) [pay](/Pay/)\n',
    'content/team.md': '[gone](/gone/)\n',
  });
  const run = (...args: string[]) => runBundle(builtCommand(), args, root);
  expect(run('-q', 'content/_index.md')).toEqual({ code: 0, stdout: '', stderr: '' });
  const stderr = 'handbook-lint: There are more warnings than --max-warnings 0 allows.\n';
  expect(run('--quiet', '--max-warnings', '0', 'content/_index.md')).toEqual({ code: 1, stdout: '', stderr });
  const comment = run('-q', '--max-warnings', '0', '--format', 'markdown', 'content/_index.md');
  expect(comment).toMatchObject({ code: 1, stdout: expect.stringMatching(/❌ .*1 warning, so the check fails/) });
  const { stdout } = run('-q');
  expect(stdout).toMatch(/^content\/team\.md\n1:8-1:14 error .*\n\n✖ 1 error\n$/);
  const json = JSON.parse(run('-q', '--format', 'json').stdout);
  expect(json.findings).toMatchObject([{ severity: 'error' }]);
  expect(json.summary).toMatchObject({ errors: 1, warnings: 1 });
});
