import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changedFiles, headCommit, openRepository } from '../../src/git/git.ts';
import { gitEnvironment, gitRepository } from '../support/git-repository.ts';

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(gitEnvironment())) if (name.startsWith('GIT_')) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('a hook of the repository around a submodule says nothing of the index of the submodule', () => {
  const handbook = gitRepository({ 'content/a.md': '# A\n' });
  const around = gitRepository({ 'readme.md': '# Around\n' });
  around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', handbook.folder, 'docs');
  around.commit('With the handbook');
  const folder = join(around.folder, 'docs');
  around.write({ 'docs/content/b.md': '# B\n' });
  around.git('-C', 'docs', 'add', '--all');
  vi.stubEnv('GIT_INDEX_FILE', '.git/index');
  const repository = openRepository(folder);
  expect(changedFiles(repository, headCommit(repository), 'index').map(({ path }) => path)).toEqual(['content/b.md']);
});
