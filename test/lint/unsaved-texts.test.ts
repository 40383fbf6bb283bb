import { utimesSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { lifetime, UnsavedTexts } from '../../src/remark/unsaved-texts.ts';
import { workspace } from '../support/workspace.ts';

function start() {
  const disk = workspace({ 'content/a.md': 'saved', 'content/b.md': 'saved' });
  let time = 0;
  const texts = new UnsavedTexts(diskTree(disk.root), () => time);
  return { disk, texts, wait: (milliseconds: number) => (time += milliseconds) };
}

it('counts what differs from disk, until it is the same again', () => {
  const { texts } = start();
  texts.see('content/a.md', 'typing');
  expect([...texts.current()]).toEqual([['content/a.md', 'typing']]);
  texts.see('content/a.md', 'saved');
  expect(texts.current().size).toBe(0);
});

it('counts a page that is not on disk at all', () => {
  const { texts } = start();
  texts.see('content/new.md', '');
  expect([...texts.current()]).toEqual([['content/new.md', '']]);
});

it('forgets a text when the file changes on disk, by a save or otherwise', () => {
  const { disk, texts } = start();
  texts.see('content/a.md', 'typing');
  texts.see('content/b.md', 'typing');
  disk.write('content/a.md', 'typing');
  expect([...texts.current().keys()]).toEqual(['content/b.md']);
  utimesSync(disk.path('content/b.md'), 1, 1);
  expect(texts.current().size).toBe(0);
});

it('forgets a text some time after its last check', () => {
  const { texts, wait } = start();
  texts.see('content/a.md', 'typing');
  wait(lifetime - 1);
  texts.see('content/b.md', 'typing');
  wait(2);
  expect([...texts.current().keys()]).toEqual(['content/b.md']);
});

it('forgets what is not open when all open pages are named', () => {
  const { texts } = start();
  texts.see('content/a.md', 'typing');
  texts.see('content/b.md', 'typing');
  texts.keepOnly(new Set(['content/b.md']));
  expect([...texts.current().keys()]).toEqual(['content/b.md']);
});
