import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handbookRepository } from '../changes/judge.ts';
import { runIn } from '../support/command.ts';
import { gitEnvironment, temporaryFolder } from '../support/git-repository.ts';

const top = new URL('../..', import.meta.url).pathname;
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;

/** This package as a repository of its own, as it is on disk now. */
function hookRepository(): { folder: string; revision: string } {
  const folder = temporaryFolder('hooks');
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, env: gitEnvironment(), encoding: 'utf8' });
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  });
  for (const path of listed.stdout.split('\0').filter((name) => name !== '' && existsSync(join(top, name)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(top, path), join(folder, path));
  }
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Release');
  return { folder, revision: git('rev-parse', 'HEAD').stdout.trim() };
}

// On a developer's machine it may be missing; .ci/packages.txt has it.
describe.skipIf(!isInstalled && process.env.CI !== 'true')('pre-commit', () => {
  it('builds the hook, holds up what breaks another page, and lets the rest pass', { timeout: 900_000 }, () => {
    const { folder, revision } = hookRepository();
    const work = handbookRepository({
      '.pre-commit-config.yaml': `repos:\n  - repo: ${folder}\n    rev: ${revision}\n    hooks:\n      - id: handbook-lint\n      - id: handbook-lint-all\n`,
    });
    const env = { PRE_COMMIT_HOME: temporaryFolder('pre-commit') };
    const run = (program: string, ...args: string[]) => runIn(work.folder, '/nowhere', program, args, env);
    expect(run('pre-commit', 'install', '--install-hooks')).toMatchObject({ code: 0 });

    work.git('rm', '--quiet', 'content/leave.md');
    const held = run('git', 'commit', '--message', 'Delete');
    expect(held.out).toContain('This change deletes the page "Leave"');
    expect(held.out).toContain('content/_index.md');
    expect(held.code).toBe(1);

    work.git('reset', '--quiet', '--hard');
    work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\nTake it when you need it.\n' });
    work.git('add', '--all');
    expect(run('git', 'commit', '--message', 'Edit')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/handbook-lint\.+Passed/),
    });

    const all = run('pre-commit', 'run', '--hook-stage', 'manual', 'handbook-lint-all');
    expect(all.out).toContain('/nowhere/');
    expect(all.code).toBe(1);
  });
});
