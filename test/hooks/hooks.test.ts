import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handbookRepository } from '../changes/judge.ts';
import { commandFolder, runIn } from '../support/command.ts';
import { gitRepository, type TestRepository } from '../support/git-repository.ts';

const bin = commandFolder();

function withHook(work: TestRepository, body: string, name = 'pre-commit'): TestRepository {
  const hook = join(work.folder, '.git/hooks', name);
  mkdirSync(join(work.folder, '.git/hooks'), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\n${body}\n`);
  chmodSync(hook, 0o755);
  return work;
}

const commit = (work: TestRepository, ...args: string[]) =>
  runIn(work.folder, bin, 'git', ['commit', '--quiet', '--message', 'x', ...args]);

describe('git itself', () => {
  it('holds up a commit that breaks a link on another page, and lets others pass', () => {
    const work = withHook(handbookRepository(), 'handbook-lint --staged');
    work.git('rm', '--quiet', 'content/leave.md');
    const held = commit(work);
    expect(held.out).toContain('content/_index.md');
    expect(held.out).toContain('This change deletes the page "Leave"');
    expect(held.out).toMatch(/\n\nThe whole handbook: 3 pages, .*\nThis change brings \d errors?\.\n$/);
    expect(held.code).toBe(1);
    work.git('reset', '--quiet', '--hard');
    work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\nTake it.\n' });
    work.git('add', '--all');
    expect(commit(work)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /(?:^|\n)The whole handbook: 4 pages, .* 2 broken, .*\nThis change breaks nothing\.\n$/,
      ),
    });
    expect(work.git('log', '--format=%s')).toBe('x\nStart');
  });

  it('judges what is committed when that is not the whole index', () => {
    const work = withHook(handbookRepository(), 'handbook-lint --staged');
    work.write({
      'content/team.md': '[broken](/nope/)\n',
      'content/pay.md': '---\ntitle: Pay\n---\n\n## Salary\n\n## Bonus\n',
    });
    expect(commit(work, '--all').out).toContain('content/team.md');
    expect(commit(work, 'content/pay.md')).toMatchObject({ code: 0 });
    expect(commit(work, 'content/team.md')).toMatchObject({ code: 1 });
  });

  it('may call it in a folder of the repository', () => {
    const work = withHook(
      handbookRepository({ 'docs/handbook.yaml': 'site: plain\n', 'docs/content/a.md': '# A\n' }),
      'cd docs && handbook-lint --staged',
    );
    work.write({ 'docs/content/b.md': '[x](missing.md)\n' });
    work.git('add', '--all');
    const held = commit(work);
    expect(held.out).toContain('content/b.md');
    expect(held.code).toBe(1);
  });

  it('may have Windows line ends, as editors leave them in the file of a hook manager', () => {
    const work = handbookRepository({ '.husky/pre-commit': 'handbook-lint --staged\r\n' });
    work.git('config', 'core.hooksPath', '.husky');
    chmodSync(join(work.folder, '.husky/pre-commit'), 0o755);
    work.git('rm', '--quiet', 'content/leave.md');
    const held = commit(work);
    expect(held.out).toContain('This change deletes the page "Leave"');
    expect(held.code).toBe(1);
  });

  it('holds up a merge without conflicts for what neither side had, and lets pass what one side had', () => {
    const work = withHook(handbookRepository(), 'handbook-lint --staged', 'pre-merge-commit');
    const branch = (name: string, link: string) => {
      work.git('checkout', '--quiet', '-b', name);
      work.write({ [`content/${name}.md`]: `[x](${link})\n` });
      work.commit(name);
      work.git('checkout', '--quiet', 'main');
    };
    branch('old', '/their-mistake/');
    branch('team', '/leave/');
    work.write({ 'content/ours.md': 'x\n' });
    work.commit('Ours');
    const merge = (name: string) => runIn(work.folder, bin, 'git', ['merge', '--quiet', '--no-edit', name]);
    expect(merge('old')).toMatchObject({ code: 0, out: expect.stringContaining('This change breaks nothing.') });
    work.git('rm', '--quiet', 'content/leave.md');
    work.git('commit', '--quiet', '--message', 'Delete');
    const held = merge('team');
    expect(held.out).toContain('content/team.md');
    expect(held.out).not.toContain('their-mistake');
    expect(held.code).toBe(1);
  });

  it('judges the commits that pre-commit names before a push or in a pipeline, where nothing is staged', () => {
    const work = handbookRepository();
    work.git('checkout', '--quiet', '-b', 'other');
    work.write({ 'content/other.md': '[x](/nope/)\n' });
    work.commit('Other');
    const staged = (from: string, to: string) => {
      const env = { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to };
      return runIn(work.folder, bin, 'handbook-lint', ['--staged'], env);
    };
    const known = staged('main', 'HEAD');
    expect(known).toMatchObject({ code: 1, out: expect.stringContaining('content/other.md') });
    expect(staged('main', work.git('rev-parse', 'HEAD')).code).toBe(1);
    expect(staged('HEAD', 'HEAD').code).toBe(0);
    // Another branch is pushed than the one that is checked out.
    expect(staged('other', 'main').code).toBe(0);
  });

  it('judges the first commit of all', () => {
    const work = withHook(gitRepository(), 'handbook-lint --staged');
    work.write({ 'handbook.yaml': 'site: hugo\n', 'content/a.md': '[x](/nope/)\n' });
    work.git('add', '--all');
    expect(commit(work)).toMatchObject({ code: 1, out: expect.stringContaining('/nope/') });
    const init = () => runIn(work.folder, bin, 'handbook-lint', ['init', '--yes']).out;
    expect(init()).toContain('The first commit of all may bring them by git commit --no-verify.');
    expect(commit(work, '--no-verify')).toMatchObject({ code: 0 });
    expect(init()).toContain('0 of 1 would stop a commit or a merge request today');
    work.git('update-ref', '-d', 'HEAD');
    work.write({ 'content/a.md': 'x\n' });
    work.git('add', '--all');
    expect(commit(work)).toMatchObject({ code: 0 });
  });

  it('is told in one line what is missing', () => {
    const work = handbookRepository();
    const outcome = runIn(work.folder, bin, 'handbook-lint', ['--since', 'mian']);
    expect(outcome).toEqual({
      code: 2,
      out: 'handbook-lint: git knows no commit, branch or tag mian. Check its name, or run `git fetch origin` first.\n',
    });
    expect(runIn(work.folder, bin, 'handbook-lint', ['--since=--exec=x'])).toMatchObject({ code: 2 });
    expect(runIn(work.folder, bin, 'handbook-lint', ['--since', 'main', '--since-merge-base', 'main'])).toMatchObject({
      code: 2,
    });
    expect(runIn(work.folder, bin, 'handbook-lint', ['--update-baseline']).out).toMatch(
      /^handbook-lint: .*--baseline FILE\.\n$/,
    );
  });
});

describe('a baseline', () => {
  it('is written, holds when lines move, and loses what was mended', () => {
    const work = handbookRepository();
    const lint = (...args: string[]) => runIn(work.folder, bin, 'handbook-lint', ['--baseline', 'old.json', ...args]);
    expect(lint()).toEqual({ code: 2, out: 'handbook-lint: old.json does not exist.\n' });
    expect(lint('--update-baseline')).toMatchObject({ code: 0 });
    const pay = readFileSync(join(work.folder, 'content/pay.md'), 'utf8');
    work.write({ 'content/pay.md': pay.replace('## Salary', 'New.\n\n## Salary') });
    expect(lint()).toMatchObject({ code: 0 });
    work.write({ 'content/pay.md': pay.replace('/nowhere/', '/leave/') });
    const mended = lint();
    expect(mended.code).toBe(0);
    expect(mended.out).toContain('1 finding of old.json no longer occur');
    const pruned = lint('--update-baseline');
    expect(pruned.out).toContain('1 no longer occurred and were removed');
    expect(readFileSync(join(work.folder, 'old.json'), 'utf8')).not.toContain('nowhere');
    work.write({ 'content/team.md': '[new](/nope/)\n' });
    expect(lint()).toMatchObject({ code: 1 });
  });
});
