import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replaceFiles } from '../../src/files/replace-files.ts';
import { temporaryFolder } from '../support/git-repository.ts';

/** A disk of 64 KiB in a folder; `null` where this process may not mount one. */
function smallDisk(): string | null {
  const folder = temporaryFolder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

test('files on a full disk are what they were', (context) => {
  const disk = smallDisk();
  if (disk === null) return context.skip('mounting needs root');
  const names = ['a.md', 'b.md'];
  const before = Buffer.from('Old words.\n'.repeat(1500));
  for (const name of names) writeFileSync(join(disk, name), before);
  writeFileSync(join(disk, 'full'), Buffer.alloc(24 * 1024));
  const after = Buffer.from('New words, and more of them.\n'.repeat(1500));
  const replacements = names.map((name) => ({ name, target: join(disk, name), before, after }));
  expect(() => replaceFiles(replacements)).toThrow(/ENOSPC/);
  for (const name of names) expect(readFileSync(join(disk, name)).equals(before)).toBe(true);
});
