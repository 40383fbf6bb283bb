import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { readBlobs } from '../../src/git/blobs.ts';
import { openRepository } from '../../src/git/repository.ts';
import { wholeCheckout } from '../../src/git/sparse.ts';
import { pairOf } from '../../src/lint/changes/pair.ts';
import { gitRepository, type TestRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';
import { handbookRepository, judge, told } from './judge.ts';

withOwnGitSettings();

const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

describe('a submodule that content is read from', () => {
  function withSubmodule(): TestRepository {
    const shared = gitRepository({
      'perks.md': page('Perks', '## Bikes\n\n[Nothing](/nothing/)'),
      'cars.md': page('Cars', 'Cars.'),
    });
    const around = handbookRepository({ 'content/more.md': page('More', '[Bikes](/shared/perks/#bikes)') });
    around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared.folder, 'content/shared');
    around.commit('With perks');
    return around;
  }
  const inSubmodule = (around: TestRepository, files: Readonly<Record<string, string>>) =>
    around.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/shared/${path}`, text])));

  it('breaks what its new commit breaks, staged and against a commit, and nothing that was broken before', async () => {
    const around = withSubmodule();
    inSubmodule(around, { 'perks.md': page('Perks', '## Trains\n\n[Nothing](/nothing/)') });
    const onDisk = told(await judge(around.folder));
    expect(onDisk.map((each) => each.split(' ')[0])).toEqual(['content/more.md:5', 'content/shared/perks.md:5']);
    for (const each of onDisk) expect(each).toContain('#bikes');
    expect(told(await judge(around.folder, 'index'))).toEqual([]);
    around.git('-C', 'content/shared', 'commit', '--quiet', '--all', '--message', 'Trains');
    expect(told(await judge(around.folder, 'index'))).toEqual([]);
    around.git('add', 'content/shared');
    expect(told(await judge(around.folder, 'index'))).toEqual(onDisk);
  });

  it('is as the index has it, whatever lies in its folder', async () => {
    const around = withSubmodule();
    inSubmodule(around, { 'perks.md': page('Perks', 'None.'), 'new.md': page('New', '[x](/shared/none/)') });
    around.write({ 'content/team.md': page('Team', '[Bikes](/shared/perks/#bikes) [New](/shared/new/)') });
    around.git('add', 'content/team.md');
    const staged = told(await judge(around.folder, 'index'));
    expect(staged).toHaveLength(1);
    expect(staged[0]).toContain('content/team.md:5 This link goes to /shared/new/');
  });

  it('that is added brings its own findings', async () => {
    const shared = gitRepository({ 'perks.md': page('Perks', '[Nothing](/nothing/)') });
    const around = handbookRepository();
    around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared.folder, 'content/shared');
    const staged = told(await judge(around.folder, 'index'));
    expect(staged).toHaveLength(1);
    expect(staged[0]).toContain('content/shared/perks.md:5');
  });

  it('that is taken away is said to be beyond comparison', () => {
    const around = withSubmodule();
    around.git('rm', '--quiet', 'content/shared');
    expect(pairOf({ root: around.folder, base: null, staged: true }).notes).toEqual([
      'What the submodule content/shared held before cannot be compared',
    ]);
  });
});

describe('a folder that content links to', () => {
  function withLink(): TestRepository {
    const work = handbookRepository({
      'shared/perks.md': page('Perks', '## Bikes\n\n[Nothing](/nothing/)'),
      'shared/cars.md': page('Cars', 'Cars.'),
      'content/more.md': page('More', '[Bikes](/shared/perks/#bikes) [Cars](/shared/cars/)'),
    });
    symlinkSync('../shared', join(work.folder, 'content/shared'));
    work.commit('With perks');
    return work;
  }

  it.each(['disk', 'index'] as const)('breaks links by its name in content (%s)', async (how) => {
    const work = withLink();
    work.write({ 'shared/perks.md': page('Perks', '## Trains\n\n[Nothing](/nothing/)') });
    work.remove('shared/cars.md');
    work.git('add', '--all');
    const findings = told(await judge(work.folder, how));
    const places = findings.map((each) => each.split(' ')[0]);
    expect(places).toEqual(['content/more.md:5', 'content/more.md:5', 'content/shared/perks.md:5']);
    expect(findings[0]).toContain('#bikes');
    expect(findings[1]).toContain('/shared/cars/');
    expect(findings[2]).toContain('#bikes');
  });

  it('is as the index has it, whatever lies in it', async () => {
    const work = withLink();
    work.write({ 'content/team.md': page('Team', '[Bikes](/shared/perks/#bikes)') });
    work.git('add', '--all');
    work.write({ 'shared/perks.md': page('Perks', 'None.') });
    work.remove('shared/cars.md');
    expect(told(await judge(work.folder, 'index'))).toEqual([]);
  });

  it('may be linked anew, elsewhere, or no more', async () => {
    const work = withLink();
    work.write({ 'other/perks.md': page('Perks', '## Bikes') });
    rmSync(join(work.folder, 'content/shared'));
    symlinkSync('../other', join(work.folder, 'content/shared'));
    work.git('add', '--all');
    for (const how of ['disk', 'index'] as const) {
      const findings = told(await judge(work.folder, how));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain('/shared/cars/');
    }
    rmSync(join(work.folder, 'content/shared'));
    work.git('add', '--all');
    for (const how of ['disk', 'index'] as const) expect(told(await judge(work.folder, how))).toHaveLength(2);
    work.git('reset', '--quiet', '--hard');
    mkdirSync(join(work.folder, 'content/again'));
    symlinkSync('../../shared/perks.md', join(work.folder, 'content/again/perks.md'));
    work.git('add', '--all');
    for (const how of ['disk', 'index'] as const)
      expect(told(await judge(work.folder, how)).map((each) => each.split(' ')[0])).toEqual([
        'content/again/perks.md:7',
      ]);
  });
});

describe('a page that is a link to nothing', () => {
  it.each(['disk', 'index'] as const)('is told when it comes, and no more later (%s)', async (how) => {
    const work = handbookRepository();
    const link = (path: string) => symlinkSync('gone.md', join(work.folder, path));
    link('content/old.md');
    work.commit('An old one');
    link('content/new.md');
    work.write({ 'content/team.md': page('Team', '[What it says is not known](/new/#crew)') });
    work.git('add', '--all');
    expect(told(await judge(work.folder, how))).toEqual([
      'content/new.md:1 This file could not be opened. It is a link to something that is not there.',
    ]);
  });
});

describe('a sparse checkout', () => {
  const files = {
    'content/there/a.md': page('A', '## Here'),
    'content/here/b.md': page('B', '[A](/there/a/#here) [not](/there/b/)'),
  };

  it('has the pages that it leaves out', async () => {
    const work = handbookRepository(files);
    work.git('sparse-checkout', 'set', 'content/here');
    const { tree, name } = wholeCheckout(diskTree(work.folder));
    expect(tree.exists('content/there/a.md')).toBe(true);
    expect(new TextDecoder().decode(tree.read('content/there/a.md'))).toBe(files['content/there/a.md']);
    expect(tree.list('content')).toContain('content/there/a.md');
    expect(name).not.toBe('');
    work.write({ 'content/here/b.md': page('B', '[A](/there/a/#here) [not](/there/b/) [nor](/there/c/)') });
    for (const how of ['disk', 'index'] as const) {
      work.git('add', '--all');
      const findings = told(await judge(work.folder, how));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain('/there/c/');
    }
  });

  it('is nothing to ask git about elsewhere', () => {
    const { folder } = handbookRepository(files);
    vi.stubEnv('PATH', temporaryFolder('empty'));
    expect(wholeCheckout(diskTree(folder)).name).toBe('');
  });

  it('of a clone without blobs does not know what it leaves out, and fetches nothing for that', () => {
    const work = gitRepository({ ...files, 'content/_index.md': page('Start', '.') });
    work.git('config', 'uploadpack.allowFilter', 'true');
    work.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const folder = temporaryFolder('sparse');
    work.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${work.folder}`, folder);
    work.git('-C', folder, 'sparse-checkout', 'set', 'content/here');
    work.git('-C', folder, 'checkout', '--quiet', 'main');
    const { tree } = wholeCheckout(diskTree(folder));
    expect(tree.exists('content/there/a.md')).toBe(false);
    expect([...(tree.unread?.keys() ?? [])]).toEqual(['content/there']);
  });
});

describe('a clone without blobs', () => {
  it('fetches what it lacks in one call', () => {
    const names = ['a.md', 'b.md', 'c.md'];
    const work = gitRepository(Object.fromEntries(names.map((name) => [name, `first ${name}`])));
    const places = names.map((path) => ({ id: work.git('rev-parse', `HEAD:${path}`), path, within: '' }));
    work.write(Object.fromEntries(names.map((name) => [name, `second ${name}`])));
    work.commit();
    work.git('config', 'uploadpack.allowFilter', 'true');
    work.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const folder = temporaryFolder('blobless');
    work.git('clone', '--quiet', '--filter=blob:none', `file://${work.folder}`, folder);
    const packs = () => Number(/^packs: (\d+)/m.exec(work.git('-C', folder, 'count-objects', '-v'))?.[1]);
    const before = packs();
    const blobs = readBlobs(openRepository(folder), places);
    expect(names.map((name) => blobs.get(name)?.toString())).toEqual(names.map((name) => `first ${name}`));
    expect(packs()).toBe(before + 1);
  });
});

describe('filters', () => {
  it('do not make old findings new: what git keeps is judged as it lies on disk', async () => {
    const work = handbookRepository();
    work.git('config', 'filter.turned.clean', 'tr a-z n-za-m');
    work.git('config', 'filter.turned.smudge', 'tr n-za-m a-z');
    work.write({ '.gitattributes': 'content/secret*.md filter=turned\n' });
    work.write({
      'content/secret one.md': page('One', '[Nothing](/nothing/)'),
      'content/secret2.md': page('Two', 'Two.'),
    });
    work.commit();
    expect(work.git('show', 'HEAD:content/secret2.md')).not.toContain('title');
    work.write({
      'content/secret one.md': page('One', '[Nothing](/nothing/) and more'),
      'content/secret2.md': page('2', '[N](/nor/)'),
    });
    for (const how of ['disk', 'index'] as const) {
      const findings = told(await judge(work.folder, how));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain('content/secret2.md:5');
      work.git('add', '--all');
    }
  });
});
