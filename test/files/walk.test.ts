import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rootFolder } from '../../src/files/root-folder.ts';
import { listAgain, listBelow } from '../../src/files/walk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = { 'content/a/b.md': '', 'content/a/c/d.md': '', 'content/e/f.md': '', 'other/g.md': '' };

function listed() {
  const root = temporaryFolder(files);
  const listing = { ...listBelow(root, 'content'), links: [] };
  return {
    root,
    listing,
    again: (changed: readonly string[]) =>
      listAgain(rootFolder(root), 'content', listing, (folder) => changed.includes(folder)),
  };
}

test('only folders that have changed, and new ones, are looked into', () => {
  const { root, again } = listed();
  writeFileSync(join(root, 'content/a/new.md'), '');
  mkdirSync(join(root, 'content/a/h/i'), { recursive: true });
  writeFileSync(join(root, 'content/a/h/i/j.md'), '');
  writeFileSync(join(root, 'content/e/unseen.md'), '');
  const found = again(['content/a']);
  expect(found?.files.toSorted()).toEqual([
    'content/a/b.md',
    'content/a/c/d.md',
    'content/a/h/i/j.md',
    'content/a/new.md',
    'content/e/f.md',
  ]);
  expect(found?.folders).toEqual(expect.arrayContaining(['content', 'content/a/h', 'content/a/h/i', 'content/e']));
});

test('where a link has come, all is listed anew', () => {
  const { root, again } = listed();
  symlinkSync('../../other', join(root, 'content/a/other'));
  expect(again(['content/a'])).toBeNull();
});

test('a listing with links is used only while nothing has changed', () => {
  const { root, listing } = listed();
  symlinkSync('../../other', join(root, 'content/a/other'));
  const linked = { ...listing, ...listBelow(root, 'content') };
  expect(linked.hasLinks).toBe(true);
  expect(listAgain(rootFolder(root), 'content', linked, () => false)).toBe(linked);
  expect(listAgain(rootFolder(root), 'content', linked, (folder) => folder === 'content/e')).toBeNull();
});

test('what leads out of the root by now is not looked into', () => {
  const root = temporaryFolder({ 'content/a.md': '' });
  const inner = { files: [], folders: ['linked'], hasLinks: false, links: [] };
  symlinkSync(temporaryFolder({ 'secret.md': '' }), join(root, 'linked'));
  expect(listAgain(rootFolder(root), 'linked', inner, () => true)).toBeNull();
});
