/** A repository whose Hugo site lies in a folder of its own, judged from the top. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTarget } from '../../src/cli/find-target.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { gitRepository } from '../support/git-repository.ts';

const files = {
  'README.md': '[x](gone.md)\n',
  'site/hugo.toml': '',
  'site/content/b.md': '# B\n',
  'site/content/a.md': '# A\n\n[lost](/lost/)\n',
};

function repository() {
  const work = gitRepository();
  work.write(files);
  work.commit();
  const run = (args: readonly string[], folder = '.') => {
    const { code, stdout } = runBundle(builtCommand(), ['--no-cache', ...args], join(work.folder, folder));
    return { code, stdout: stdout.replace(/in [\d.]+ s\n/, '') };
  };
  return { ...work, run };
}

test('the first line says which folder is judged, and that others are not', () => {
  const { run } = repository();
  const note =
    'Taken for a Hugo site, by hugo.toml. The site lies in site/: pages outside of that folder are not judged.';
  expect(run([]).stdout).toMatch(new RegExp(`^${note}\nsite/content/a.md\n`));
  expect(JSON.parse(run(['--format', 'json']).stdout)).toMatchObject({
    site: note,
    findings: [{ path: 'content/a.md' }],
  });
  expect(run(['explain-config']).stdout).toContain(note);
  expect(run([], 'site').stdout).toMatch(/^Taken for a Hugo site, by hugo.toml.\ncontent\/a.md\n/);
});

test.each(['gitlab', 'sarif'])('%s names files from the top, as a run in the folder does', (format) => {
  const { run } = repository();
  const { stdout } = run(['--format', format]);
  expect(stdout).toContain('site/content/a.md');
  expect(stdout.replaceAll(/ The site lies in .*? judged\./g, '')).toBe(run(['--format', format], 'site').stdout);
});

test('--root that names the top finds what a run there finds', () => {
  const { run } = repository();
  expect(run(['--root', '.'])).toEqual(run([]));
});

test('what is staged is judged alike, whatever names a hook gives', () => {
  const { run, write, git } = repository();
  write({ 'site/content/a.md': '# A\n\n[lost](/lost/) [astray](/astray/)\n', 'README.md': '[y](lost.md)\n' });
  git('add', '--all');
  const bare = run(['--staged']);
  expect(bare).toMatchObject({ code: 1, stdout: expect.stringContaining('/astray/') });
  for (const names of [['README.md', 'site/content/a.md'], ['site']]) {
    const named = run(['--staged', ...names]);
    expect(named.stdout.split('\n').slice(1)).toEqual(bare.stdout.split('\n').slice(1));
  }
  expect(run(['--since', 'HEAD']).stdout).toBe(run(['--since', 'HEAD', '.']).stdout);
});

describe('the target', () => {
  const target = (...paths: readonly string[]) => {
    const { folder } = repository();
    mkdirSync(join(folder, 'site/empty'));
    const found = findTarget({
      positionals: paths.map((path) => join(folder, path)),
      root: undefined,
      config: undefined,
    });
    return { ...found, root: found.root.slice(folder.length + 1) };
  };

  test('is the folder of the site for the top, and for pages of it beside others', () => {
    expect(target('.')).toEqual({ root: 'site', paths: null, folder: 'site' });
    expect(target('README.md', 'site/content/a.md')).toEqual({ root: 'site', paths: ['content/a.md'], folder: 'site' });
    expect(target('site/content/a.md', 'README.md')).toEqual({ root: 'site', paths: ['content/a.md'], folder: 'site' });
  });

  test('is the top for pages beside the site alone, and the site for its own', () => {
    expect(target('README.md')).toEqual({ root: '', paths: ['README.md'] });
    expect(target('site/content/a.md')).toEqual({ root: 'site', paths: ['content/a.md'] });
    expect(target('site')).toEqual({ root: 'site', paths: null });
  });
});
