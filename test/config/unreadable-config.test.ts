/** What has the name of the configuration and is none is an error: its reader meant something else than the defaults. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const outside = () => join(temporaryFolder({ 'handbook.yaml': 'site: plain\n' }), 'handbook.yaml');
const link = (target: () => string) => (path: string) => symlinkSync(target(), path);

test.each<[string, (path: string) => void, string]>([
  ['a link out of the root', link(outside), 'is a link that leads out of the handbook'],
  ['a link to nowhere', link(() => 'nowhere.yaml'), 'is a link to something that is not there'],
  ['a link to a link to nowhere', link(() => 'content/loose.yaml'), 'is a link to something that is not there'],
  ['a link to itself', link(() => 'handbook.yaml'), 'is a link that leads to itself'],
  ['a folder', (path) => mkdirSync(path), 'is a folder'],
  ['a link to a folder', link(() => 'content'), 'is a folder'],
  ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'is no file'],
])('handbook.yaml that is %s', (_, make, why) => {
  for (const name of ['handbook.yaml', 'handbook.yml']) {
    const root = temporaryFolder({ 'content/_index.md': '# Home\n\n[x](/nowhere/)\n', '.git/HEAD': '' });
    symlinkSync('gone.yaml', join(root, 'content/loose.yaml'));
    try {
      make(join(root, name));
    } catch {
      return;
    }
    // Found from a folder below as well.
    for (const folder of [root, join(root, 'content')]) {
      const { code, stdout, stderr } = runBundle(builtCommand(), ['--no-cache'], folder);
      const own = why.endsWith('itself') && name.endsWith('yml') ? 'is a link to something that is not there' : why;
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `handbook-lint: ${name}, which is to be a file that can be read, ${own}.\n`,
      });
    }
  }
});

test('a link inside of the root is the configuration', () => {
  const root = temporaryFolder({ 'docs/settings.yaml': 'content: [docs]\nsite: plain\n', 'docs/a.md': '# A\n' });
  symlinkSync('docs/settings.yaml', join(root, 'handbook.yaml'));
  expect(runBundle(builtCommand(), ['--no-cache'], root).stdout).toContain('1 page');
});

test.each([
  ['Latin-1', (text: string) => Buffer.from(text, 'latin1'), ' line 2'],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), ' line 1'],
])('handbook.yaml in %s is told so, with the line', (_, encode, line) => {
  const root = temporaryFolder({ 'content/_index.md': '# Home\n', 'handbook.yaml': '' });
  writeFileSync(join(root, 'handbook.yaml'), encode('site: plain\n# Für alle\n'));
  for (const args of [[], ['--config', 'handbook.yaml']])
    expect(runBundle(builtCommand(), ['--no-cache', ...args], root)).toEqual({
      code: 2,
      stdout: '',
      stderr: `handbook-lint: handbook.yaml${line}, the file is not saved as UTF-8. Save it again as UTF-8.\n`,
    });
});

test('a handbook.yaml of more than 10 MB is refused before it is parsed', () => {
  const root = temporaryFolder({ 'content/_index.md': '# Home\n' });
  writeFileSync(join(root, 'handbook.yaml'), '# x\n'.repeat(3_000_000));
  const { code, stderr } = runBundle(builtCommand(), ['--no-cache'], root);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'handbook-lint: handbook.yaml, the file is larger than 10 MB.\n',
  });
});

test('U+FFFD that someone wrote into handbook.yaml is a letter as any other', () => {
  const root = temporaryFolder({
    'content/_index.md': '# Home\n',
    'handbook.yaml': '# the sign \ufffd\nsite: plain\n',
  });
  expect(runBundle(builtCommand(), ['--no-cache'], root).code).toBe(0);
});

test('a handbook.yaml with a merge conflict is told so, with the line', () => {
  const text = 'site: plain\n<<<<<<< HEAD\nhosts: [a.example]\n=======\nhosts: [b.example]\n>>>>>>> other\n';
  const root = temporaryFolder({ 'content/_index.md': '# Home\n', 'handbook.yaml': text });
  expect(runBundle(builtCommand(), ['--no-cache'], root)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'handbook-lint: handbook.yaml line 2, a merge conflict is not resolved here.\n',
  });
});
