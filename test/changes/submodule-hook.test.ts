import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { changedFiles } from '../../src/git/changes.ts';
import { headCommit, openRepository } from '../../src/git/repository.ts';
import { gitRepository, withOwnGitSettings } from '../support/git-repository.ts';

withOwnGitSettings();

/** What git tells a hook of the repository around, and of a work tree of that, which names all by absolute paths. */
const hooks = {
  plain: () => ({ GIT_INDEX_FILE: '.git/index' }),
  'in a work tree': (around: string) => ({
    GIT_DIR: join(around, '.git'),
    GIT_INDEX_FILE: join(around, '.git/index'),
  }),
  'with the index alone': (around: string) => ({ GIT_INDEX_FILE: join(around, '.git/index') }),
};

it.each(Object.entries(hooks))(
  'a hook of the repository around a submodule says nothing of its index (%s)',
  (_, hook) => {
    const handbook = gitRepository({ 'content/a.md': '# A\n' });
    const around = gitRepository({ 'readme.md': '# Around\n' });
    around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', handbook.folder, 'docs');
    around.commit('With the handbook');
    const folder = join(around.folder, 'docs');
    around.write({ 'docs/content/b.md': '# B\n' });
    around.git('-C', 'docs', 'add', '--all');
    for (const [name, value] of Object.entries(hook(around.folder))) vi.stubEnv(name, value);
    const repository = openRepository(folder);
    expect(changedFiles(repository, headCommit(repository), 'index').changes.map(({ path }) => path)).toEqual([
      'content/b.md',
    ]);
  },
);
