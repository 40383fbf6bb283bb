import { expect, it } from 'vitest';
import { type TestRepository, withOwnGitSettings } from '../support/git-repository.ts';
import { handbookRepository, judge, told } from './judge.ts';

withOwnGitSettings();

const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

/** A branch that changes what `theirs` writes, beside which main changes what `ours` does; `other` is not merged yet. */
function diverged(theirs: Readonly<Record<string, string>>, ours: (work: TestRepository) => void): TestRepository {
  const work = handbookRepository();
  work.git('checkout', '--quiet', '-b', 'other');
  work.write(theirs);
  work.commit('Theirs');
  work.git('checkout', '--quiet', 'main');
  ours(work);
  work.commit('Ours');
  return work;
}

function merge(work: TestRepository): TestRepository {
  work.git('merge', '--quiet', '--no-commit', '--no-ff', 'other');
  return work;
}

/** A merge that is not committed yet, of a branch that brought a mistake; both sides changed other pages. */
function merging(): TestRepository {
  const theirs = { 'content/theirs.md': page('Theirs', '[old](/their-mistake/)') };
  return merge(diverged(theirs, (work) => work.write({ 'content/ours.md': page('Ours', '[old](/our-mistake/)') })));
}

it('brings nothing new that either side already had', async () => {
  const work = merging();
  expect(told(await judge(work.folder, 'index'))).toEqual([]);
});

it('is told of what it breaks itself', async () => {
  const work = merging();
  work.write({ 'content/theirs.md': page('Theirs', '[old](/their-mistake/) and [new](/merged-mistake/)') });
  work.git('add', '--all');
  expect(told(await judge(work.folder, 'index'))).toEqual([
    expect.stringMatching(/^content\/theirs\.md:5 .*\/merged-mistake\//),
  ]);
});

it('is told when one side moved what the other one links to', async () => {
  const theirs = { 'content/theirs.md': page('Theirs', '[team](/team/)') };
  const work = merge(diverged(theirs, ({ git }) => git('rm', '--quiet', 'content/team.md')));
  expect(told(await judge(work.folder, 'index'))).toEqual([expect.stringMatching(/^content\/theirs\.md:5 .*\/team\//)]);
});

it('is refused while a conflict is not resolved, as git refuses the commit', async () => {
  const theirs = { 'content/both.md': page('Theirs', '[old](/their-mistake/)') };
  const work = diverged(theirs, ({ write }) => write({ 'content/both.md': page('Ours', '[old](/our-mistake/)') }));
  expect(() => work.git('merge', '--quiet', 'other')).toThrow();
  await expect(judge(work.folder, 'index')).rejects.toThrow(/^content\/both\.md has a merge conflict, /);
  expect(told(await judge(work.folder, 'disk'))).toContainEqual(expect.stringMatching(/\/their-mistake\//));
});
