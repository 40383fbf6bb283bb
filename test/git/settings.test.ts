import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBlobs } from '../../src/git/blobs.ts';
import { changedFiles, indexedFiles } from '../../src/git/changes.ts';
import { ignoredBelow } from '../../src/git/ignored.ts';
import { listFiles } from '../../src/git/listed-files.ts';
import { ignoredFiles, openRepository } from '../../src/git/repository.ts';
import { hooksFolder, remotesOf } from '../../src/git/settings.ts';
import { gitRepository, type TestRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';

withOwnGitSettings();

const page = (name: string) => `# ${name}\n\n${Array.from({ length: 9 }, (_, at) => `${name} ${at}`).join('\n')}\n`;

/** A repository with a file of each kind of change, staged and not. */
function changedWork(): TestRepository {
  const names = ['a', 'b', 'c', 'd', 'ä', 'touched'];
  const work = gitRepository({
    ...Object.fromEntries(names.map((name) => [`docs/${name}.md`, page(name)])),
    '.gitattributes': '*.md diff=own\n',
    '.gitignore': '*.tmp\n',
  });
  work.git('mv', 'docs/a.md', 'docs/moved.md');
  work.write({ 'docs/moved.md': `${page('a')}more\n`, 'docs/b.md': 'new\n', 'docs/ä.md': 'new\n' });
  work.git('mv', 'docs/d.md', 'docs/moved too.md');
  work.git('add', 'docs');
  work.write({
    'docs/c.md': 'new\n',
    'docs/new.md': 'new\n',
    'docs/x.tmp': '',
    'docs/moved too.md': `${page('d')}x\n`,
  });
  utimesSync(join(work.folder, 'docs/touched.md'), 1, 1);
  return work;
}

/** All that is asked of git anywhere. */
function answers(folder: string): unknown {
  const repository = openRepository(folder);
  const { changes } = changedFiles(repository, 'HEAD', 'disk');
  const places = changes
    .map(({ oldId: id, oldPath: path }) => ({ id, path, within: '' }))
    .filter(({ id }) => id !== '');
  return {
    changes,
    staged: changedFiles(repository, null, 'index'),
    indexed: indexedFiles(repository),
    unfollowed: listFiles(repository).unfollowed,
    ignored: [ignoredFiles(folder), ignoredBelow(folder)],
    texts: [...readBlobs(repository, places)].map(([path, bytes]) => [path, bytes.toString()]),
    hooks: hooksFolder(folder)?.slice(folder.length),
    remotes: remotesOf(folder),
  };
}

test.each([
  { 'core.fsmonitor': 'COMMAND' },
  { 'core.fsmonitor': 'COMMAND', 'core.fsmonitorHookVersion': '1' },
  { 'core.untrackedCache': 'true' },
  { 'core.splitIndex': 'true', 'feature.manyFiles': 'true' },
  { 'core.pager': 'COMMAND', 'pager.diff': 'true', 'core.editor': 'COMMAND' },
  { 'core.quotePath': 'true', 'core.precomposeUnicode': 'false' },
  { 'diff.external': 'COMMAND' },
  { 'diff.own.command': 'COMMAND', 'diff.own.textconv': 'COMMAND', 'diff.own.cachetextconv': 'false' },
  { 'diff.renames': 'false' },
  { 'diff.renames': 'copies' },
  { 'diff.renameLimit': '1' },
  { 'diff.orderFile': 'gone' },
  { 'diff.autoRefreshIndex': 'false' },
  { 'diff.relative': 'false', 'diff.noprefix': 'true', 'diff.mnemonicPrefix': 'true' },
  { 'diff.ignoreSubmodules': 'all', 'diff.submodule': 'log' },
  { 'color.ui': 'always', 'color.diff': 'always' },
  { 'status.showUntrackedFiles': 'no', 'status.relativePaths': 'false', 'status.renames': 'false' },
  { 'alias.diff': '!COMMAND', 'alias.ls-files': '!COMMAND' },
])('settings of a repository change no answer and run nothing: %j', (settings) => {
  const bin = temporaryFolder('bin');
  const [command, mark] = [join(bin, 'command.sh'), join(bin, 'ran')];
  writeFileSync(command, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
  const work = changedWork();
  const plain = answers(work.folder);
  for (const [name, value] of Object.entries(settings)) work.git('config', name, value.replace('COMMAND', command));
  expect(answers(work.folder)).toEqual(plain);
  expect(existsSync(mark)).toBe(false);
});

test("git's own folder, committed as a folder of pages, is no repository: none of its settings count", () => {
  const bin = temporaryFolder('bin');
  const [command, mark] = [join(bin, 'command.sh'), join(bin, 'ran')];
  writeFileSync(command, `#!/bin/sh\ntouch '${mark}'\ncat\n`, { mode: 0o755 });
  const work = gitRepository({
    'docs/HEAD': 'ref: refs/heads/main\n',
    'docs/config': `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${command}\n[filter "own"]\n\tclean = ${command}\n\tsmudge = ${command}\n`,
    'docs/objects/.keep': '',
    'docs/refs/.keep': '',
    'docs/.gitattributes': '*.md filter=own\n',
    'docs/content/a.md': page('a'),
  });
  work.write({ 'docs/content/a.md': page('b') });
  const folder = join(work.folder, 'docs');
  expect(() => openRepository(folder)).toThrow(/git's own folder/);
  expect(ignoredBelow(folder).patterns).toEqual([]);
  expect([hooksFolder(folder), remotesOf(folder)]).toEqual([null, '']);
  expect(existsSync(mark)).toBe(false);
});

test('objects that a clone without blobs fetches take no tag and no branch away', () => {
  const origin = gitRepository({ 'a.md': page('a'), 'b.md': page('b') });
  origin.git('config', 'uploadpack.allowFilter', 'true');
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = gitRepository();
  clone.git('fetch', '--quiet', '--filter=blob:none', `file://${origin.folder}`, 'main');
  clone.git('remote', 'add', 'origin', `file://${origin.folder}`);
  for (const [name, value] of [
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialclonefilter', 'blob:none'],
    ['fetch.prune', 'true'],
    ['fetch.pruneTags', 'true'],
  ] as const)
    clone.git('config', name, value);
  const commit = clone.git('rev-parse', 'FETCH_HEAD');
  clone.git('update-ref', 'refs/remotes/origin/ours', commit);
  clone.git('tag', 'ours', commit);
  const ids = clone.git('ls-tree', commit).split('\n');
  const places = ids.map((line) => ({ id: line.split(/\s/)[2]!, path: line.split(/\s/)[3]!, within: '' }));
  expect(readBlobs(openRepository(clone.folder), places).size).toBe(2);
  expect(clone.git('for-each-ref', '--format=%(refname)')).toBe('refs/remotes/origin/ours\nrefs/tags/ours');
});
