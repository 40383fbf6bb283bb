import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHandbook } from '../../src/incremental/open.ts';
import { pagesInScope } from '../../src/lint/scope.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { gitRepository } from '../support/git-repository.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const files = {
  'README.md': '[x](out/made.md)\n',
  'docs/a.md': '',
  'docs/notes/b.md': '',
  'out/made.md': '[y](gone.md)\n',
};

/** The pages that a run judges, and whether all are known. */
async function judged(root: string): Promise<readonly string[]> {
  const handbook = await openHandbook({ root });
  return pagesInScope(handbook, undefined).map(({ path }) => path);
}

describe('files that git ignores are not judged', () => {
  test('below a folder of the repository, too', async () => {
    const { folder } = gitRepository({ ...files, '.gitignore': 'out/\nnotes\n' });
    expect(await judged(folder)).toEqual(['README.md', 'docs/a.md']);
    expect(await judged(join(folder, 'docs'))).toEqual(['a.md']);
  });

  test('but are known', async () => {
    const { folder } = gitRepository({ ...files, '.gitignore': 'out/\n' });
    expect((await openHandbook({ root: folder })).page('out/made.md')).toBeDefined();
  });

  test('unless git follows them all the same', async () => {
    const { folder, git } = gitRepository(files);
    writeFiles(folder, { '.gitignore': 'out/\n' });
    git('add', '--force', 'out/made.md');
    expect(await judged(folder)).toContain('out/made.md');
  });

  test('unless they are what was asked for', async () => {
    const { folder } = gitRepository({ ...files, '.gitignore': 'out/\n' });
    expect(await judged(join(folder, 'out'))).toEqual(['made.md']);
    mkdirSync(join(folder, 'out/more'));
    writeFiles(join(folder, 'out/more'), { 'c.md': '' });
    expect(await judged(join(folder, 'out/more'))).toEqual(['c.md']);
  });

  test('and outside of a repository nothing is ignored', async () => {
    expect(await judged(temporaryFolder({ ...files, '.gitignore': 'out/\n' }))).toContain('out/made.md');
  });

  test('by the command either', () => {
    const { folder } = gitRepository({ ...files, '.gitignore': 'out/\n' });
    expect(runBundle(builtCommand(), [], folder).stdout).toMatch(/No findings/);
    writeFiles(folder, { '.gitignore': '' });
    expect(runBundle(builtCommand(), [], folder).stdout).toMatch(/gone\.md/);
  });
});
