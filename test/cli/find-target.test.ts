import { relative } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findTarget } from '../../src/cli/find-target.ts';
import { gitRepository } from '../support/git-repository.ts';
import { writeFiles } from '../support/temporary-folder.ts';

const page = '# A\n';
const site = { 'web/hugo.yaml': '', 'web/content/a.md': page, 'web/content/b.md': page };

/** The root of a run that starts at the top of a repository, relative to it. */
function rootAt(folder: string, config?: string): string {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  onTestFinished(() => void vi.restoreAllMocks());
  return relative(folder, findTarget({ positionals: [], root: undefined, config }).root);
}

describe('a run at the top of a repository is about', () => {
  test('the Hugo site that holds most of its pages', () => {
    expect(rootAt(gitRepository({ ...site, 'notes/a.md': page }).folder)).toBe('web');
  });

  test('the top, where a configuration is given, whose paths begin there', () => {
    expect(
      rootAt(gitRepository({ ...site, 'ci/handbook.yaml': 'content: [web/content]\n' }).folder, 'ci/handbook.yaml'),
    ).toBe('');
  });

  test('no site that git ignores', () => {
    const { folder } = gitRepository({ '.gitignore': 'web/\n', 'notes/a.md': page });
    writeFiles(folder, site);
    expect(rootAt(folder)).toBe('');
  });

  test('no site of another repository', () => {
    const { folder } = gitRepository({ 'notes/a.md': page });
    writeFiles(folder, { ...site, 'web/.git/HEAD': '' });
    expect(rootAt(folder)).toBe('');
  });
});
