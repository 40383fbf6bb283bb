import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { askForStaged } from '../../src/git/git-tree.ts';
import { pairOf } from '../../src/lint/changes/pair.ts';
import { gitRepository, type TestRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';

withOwnGitSettings();

/** One page staged, one edited after that, one new. */
function stagedWork(commits: boolean): TestRepository {
  const work = gitRepository(commits ? { 'docs/a.md': '1', 'docs/b.md': '1', 'docs/c/d.md': '1' } : {});
  work.write({ 'docs/a.md': '2', 'docs/b.md': '1', 'docs/c/d.md': '1' });
  work.git('add', '--all');
  work.write({ 'docs/b.md': '3', 'docs/new.md': '' });
  return work;
}

const staged = (root: string) => {
  const { changes, notes, name, after } = pairOf({ root, base: null, staged: true });
  return { changes, notes, name: name(), files: after.list('').toSorted() };
};

test.each([
  ['with a commit', true],
  ['before the first commit', false],
])('what is asked ahead is answered as when it is asked at once, %s', async (_, commits) => {
  const { folder } = stagedWork(commits);
  const root = join(folder, 'docs');
  const atOnce = staged(root);
  await askForStaged(root);
  expect(staged(root)).toEqual(atOnce);
  expect(atOnce.changes.map(({ path }) => path)).toEqual(commits ? ['a.md'] : ['a.md', 'b.md', 'c/d.md']);
});

test('nothing is asked of git twice, and all that is asked ahead is used', async () => {
  const { folder } = stagedWork(true);
  const asked = join(temporaryFolder('trace'), 'asked');
  vi.stubEnv('GIT_TRACE', asked);
  const commands = () => readFileSync(asked, 'utf8').match(/built-in: git \S+/g);
  await askForStaged(folder);
  const ahead = commands();
  expect(ahead?.length).toBeGreaterThan(3);
  staged(folder);
  expect(commands()).toEqual(ahead);
  // A later look asks anew.
  staged(folder);
  expect(commands()?.toSorted()).toEqual([...(ahead ?? []), ...(ahead ?? [])].toSorted());
});

test('where git cannot be asked ahead, the question itself says why', async () => {
  const { folder } = stagedWork(true);
  vi.stubEnv('PATH', temporaryFolder('empty'));
  await askForStaged(folder);
  expect(() => staged(folder)).toThrow(/git is not installed/);
  await askForStaged(join(folder, 'gone'));
  expect(() => staged(join(folder, 'gone'))).toThrow(/There is no folder/);
});
