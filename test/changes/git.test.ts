import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readBlobs } from '../../src/git/blobs.ts';
import { changedFiles } from '../../src/git/changes.ts';
import { headCommit, mergeBase, openRepository, resolveCommit } from '../../src/git/repository.ts';
import { GitProblem } from '../../src/git/run-git.ts';
import { gitRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';

withOwnGitSettings();

const page = '---\ntitle: Values\n---\n\nWe write things down, and we keep them short enough to be read.\n';

/** The problem's message, which must be one line. */
function problem(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(GitProblem);
    const { message } = error as GitProblem;
    expect(message).not.toMatch(/\n|\bat .*\.ts/);
    return message;
  }
  throw new Error('no problem was reported');
}

describe('what differs', () => {
  it('follows renames, with ids of both sides, to the index and to the disk', () => {
    const work = gitRepository({ 'content/a.md': page, 'content/b.md': `${page}b`, 'content/c.md': `${page}c` });
    work.git('mv', 'content/a.md', 'content/ä.md');
    work.remove('content/b.md');
    work.write({ 'content/c.md': `${page}changed` });
    const repository = openRepository(work.folder);
    const staged = changedFiles(repository, null, 'index').changes;
    expect(staged.map(({ kind, oldPath, path }) => [kind, oldPath, path])).toEqual([
      ['renamed', 'content/a.md', 'content/ä.md'],
    ]);
    expect(staged[0]?.id).toBe(work.git('hash-object', 'content/ä.md'));
    const onDisk = changedFiles(repository, resolveCommit(repository, 'main'), 'disk').changes;
    expect(onDisk.map(({ kind, oldPath, path }) => [kind, oldPath, path])).toEqual([
      ['deleted', 'content/b.md', 'content/b.md'],
      ['changed', 'content/c.md', 'content/c.md'],
      ['renamed', 'content/a.md', 'content/ä.md'],
    ]);
  });

  it('is told relative to the handbook when that is a folder of the repository', () => {
    const work = gitRepository({ 'docs/site/content/a.md': page, 'other.md': page });
    work.write({ 'docs/site/content/a.md': 'new', 'other.md': 'new' });
    const repository = openRepository(join(work.folder, 'docs/site'));
    expect(changedFiles(repository, 'HEAD', 'disk').changes.map(({ path }) => path)).toEqual(['content/a.md']);
    vi.stubEnv('GIT_INDEX_FILE', '.git/index');
    work.git('add', '--all');
    expect(changedFiles(repository, null, 'index').changes.map(({ path }) => path)).toEqual(['content/a.md']);
  });

  it('takes everything as added on a branch without commits', () => {
    const work = gitRepository();
    work.write({ 'content/a.md': page });
    work.git('add', '--all');
    expect(changedFiles(openRepository(work.folder), null, 'index').changes.map(({ kind }) => kind)).toEqual(['added']);
  });

  it('reads many blobs in one call, whatever their bytes', () => {
    const texts = ['', '\n', 'blob 3\nabc\n', 'é\0ü', 'x'.repeat(100_000)];
    const work = gitRepository(Object.fromEntries(texts.map((text, index) => [`${index}.md`, text])));
    const ids = texts.map((_, index) => work.git('hash-object', `${index}.md`));
    const missing = '0123456789012345678901234567890123456789';
    const places = [...ids, missing].map((id, index) => ({ id, path: `${index}.md`, within: '' }));
    const blobs = readBlobs(openRepository(work.folder), places);
    expect(ids.map((_, index) => blobs.get(`${index}.md`)?.toString('utf8'))).toEqual(texts);
    expect(blobs.size).toBe(texts.length);
  });
});

describe('problems', () => {
  it('outside of a repository', () => {
    expect(problem(() => openRepository(temporaryFolder('plain')))).toContain('is not in a git repository');
    expect(problem(() => openRepository('/no/such/folder'))).toBe('There is no folder /no/such/folder.');
  });

  it('a bare repository', () => {
    const folder = temporaryFolder('bare');
    gitRepository({ a: 'a' }).git('clone', '--quiet', '--bare', '.', folder);
    expect(problem(() => openRepository(folder))).toContain('bare repository');
  });

  it('a broken repository', () => {
    const folder = temporaryFolder('broken');
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'nonsense');
    expect(problem(() => openRepository(folder))).toMatch(/is broken \(.*\)\. Run `git fsck`/);
    const work = gitRepository({ 'a.md': 'a' });
    rmSync(join(work.folder, '.git/objects'), { recursive: true });
    mkdirSync(join(work.folder, '.git/objects'));
    const repository = openRepository(work.folder);
    expect(problem(() => headCommit(repository))).toContain('git fsck');
  });

  it('no git at all', () => {
    vi.stubEnv('PATH', temporaryFolder('empty'));
    expect(problem(() => openRepository(temporaryFolder('plain')))).toContain('git is not installed');
  });

  it('a ref that is missing, empty or an option', () => {
    const repository = openRepository(gitRepository({ 'a.md': 'a' }).folder);
    expect(problem(() => resolveCommit(repository, 'mian'))).toBe(
      'git knows no commit, branch or tag mian. Check its name, or run `git fetch origin` first.',
    );
    for (const ref of ['--output=/tmp/x', '-v', ''])
      expect(problem(() => resolveCommit(repository, ref))).toContain('is no name');
    expect(problem(() => resolveCommit(repository, 'main:a.md'))).toContain('git knows no commit');
  });

  it('a branch without commits', () => {
    const repository = openRepository(gitRepository().folder);
    expect(problem(() => resolveCommit(repository, 'HEAD'))).toContain('no commit yet');
  });

  it('a shallow clone says what to fetch', () => {
    const work = gitRepository({ 'a.md': '1' });
    const first = work.git('rev-parse', 'HEAD');
    work.git('switch', '--quiet', '--create', 'topic');
    for (const text of ['2', '3', '4']) {
      work.write({ 'a.md': text });
      work.commit();
    }
    work.git('switch', '--quiet', 'main');
    work.write({ 'b.md': 'b' });
    work.commit();
    const folder = temporaryFolder('shallow');
    work.git('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=topic', `file://${work.folder}`, folder);
    const repository = openRepository(folder);
    expect(repository.shallow).toBe(true);
    expect(problem(() => mergeBase(repository, 'main'))).toContain('`git fetch --deepen=200 origin main`');
    for (const [ref, advice] of [
      [first, `\`git fetch --depth=1 origin ${first}\` first, or`],
      ['origin/later', '`git fetch --depth=1 origin later` first, and name it FETCH_HEAD, or'],
      ['HEAD~1', '`git fetch --unshallow` first, or'],
    ] as const)
      expect(problem(() => resolveCommit(repository, ref))).toContain(advice);
  });
});

describe('bases', () => {
  it('are found where the branch left, from a detached head, and where only origin has the branch', () => {
    const work = gitRepository({ 'a.md': '1' });
    const start = work.git('rev-parse', 'HEAD');
    work.git('switch', '--quiet', '--create', 'topic');
    work.write({ 'a.md': '2' });
    const tip = work.commit();
    work.git('switch', '--quiet', 'main');
    work.write({ 'b.md': 'b' });
    work.commit();
    const folder = temporaryFolder('clone');
    work.git('clone', '--quiet', '.', folder);
    work.git('-C', folder, 'checkout', '--quiet', '--detach', tip);
    work.git('-C', folder, 'branch', '--quiet', '-D', 'main');
    const repository = openRepository(folder);
    expect(mergeBase(repository, 'main')).toBe(start);
    expect(mergeBase(repository, 'origin/main')).toBe(start);
    expect(resolveCommit(repository, 'HEAD')).toBe(tip);
  });

  it('are refused when histories have nothing in common', () => {
    const work = gitRepository({ 'a.md': '1' });
    work.git('switch', '--quiet', '--orphan', 'other');
    work.write({ 'c.md': 'c' });
    work.commit();
    expect(problem(() => mergeBase(openRepository(work.folder), 'main'))).toContain('no commit in common');
  });
});
