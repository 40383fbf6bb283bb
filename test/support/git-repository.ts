import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { writeFiles } from './temporary-folder.ts';

/** A real git repository in a temporary folder, whatever the git settings of this machine. */
export interface TestRepository {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(...paths: string[]): void;
  git(...args: string[]): string;
  /** Stages everything and commits; the new commit's id. */
  commit(message?: string): string;
}

/** The environment for git without what a hook that runs these tests may have set. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && !name.startsWith('CI_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
  };
}

/** Has git in each test of the file ask none of this machine's settings, nor those of a hook that runs the tests. */
export function withOwnGitSettings(): void {
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(gitEnvironment())) if (name.startsWith('GIT_')) vi.stubEnv(name, value);
  });
  afterEach(() => void vi.unstubAllEnvs());
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the test file is done: `temporaryFolder('hook')`. */
export function temporaryFolder(name: string, parent = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(parent, `handbook-lint-${name}-`)));
  made.push(folder);
  return folder;
}

/** Starts a repository with branch `main` and, when there are files, a first commit. */
export function gitRepository(files: Readonly<Record<string, string>> = {}): TestRepository {
  const folder = temporaryFolder('git');
  const git = (...args: string[]) => {
    const result = spawnSync('git', args, { cwd: folder, env: gitEnvironment(), encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`);
    return result.stdout.trim();
  };
  const repository: TestRepository = {
    folder,
    git,
    write: (more) => writeFiles(folder, more),
    remove: (...paths) => {
      for (const path of paths) rmSync(join(folder, path), { recursive: true });
    },
    commit(message = 'Change') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
  git('init', '--quiet', '--initial-branch=main');
  if (Object.keys(files).length > 0) {
    repository.write(files);
    repository.commit('Start');
  }
  return repository;
}
