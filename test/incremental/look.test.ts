import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { isAsSeen, look } from '../../src/incremental/look.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { GRAIN } from '../../src/incremental/page-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md': '# Home\n',
  'content/a/b.md': '# B\n',
  'assets/includes/part.md': 'A part.\n',
  'layouts/shortcodes/box.html': '<a id="box"></a>\n',
  'static/logo.svg': '<svg/>\n',
  'shared/part.txt': '',
};
// Files that were just written count as settled from here.
const later = () => Date.now() + 10_000;

// A file system's clock may tick a few times a second only.
const tick = () => wait(20);

const looks = {
  'with folders listed anew': () => new Map(),
  'with folders as the tree has listed them': ({ listings }: FileTree) => listings,
};

async function seen(listingsOf: (tree: FileTree) => FileTree['listings'] = looks['with folders listed anew']) {
  const root = temporaryFolder(files);
  symlinkSync('../../shared', join(root, 'content/a/shared'));
  const tree = diskTree(root);
  const { config, pages } = await openHandbook({ root, tree });
  for (const folder of [...config.static, ...config.layouts]) tree.list(folder);
  const paths = pages.map(({ path }) => path);
  return { root, config, paths, sight: look(root, config, paths, later(), undefined, listingsOf(tree))! };
}

const edits: Readonly<Record<string, (at: (path: string) => string) => void>> = {
  'a page with other words of the same length, its time set back': (at) => {
    const { atime, mtime } = statSync(at('content/a/b.md'));
    writeFileSync(at('content/a/b.md'), '# C\n');
    utimesSync(at('content/a/b.md'), atime, mtime);
  },
  'an include': (at) => writeFileSync(at('assets/includes/part.md'), 'Another part.\n'),
  'a template': (at) => writeFileSync(at('layouts/shortcodes/box.html'), '<a id="cage"></a>\n'),
  'a new page': (at) => writeFileSync(at('content/a/c.md'), '# C\n'),
  'a new template': (at) => writeFileSync(at('layouts/shortcodes/new.html'), ''),
  'a new folder': (at) => mkdirSync(at('content/new')),
  'a served file gone': (at) => rmSync(at('static/logo.svg')),
  'a served file with another name': (at) => renameSync(at('static/logo.svg'), at('static/Logo.svg')),
  'a folder with another name': (at) => renameSync(at('content/a'), at('content/b')),
  'a new file behind a link': (at) => writeFileSync(at('shared/new.txt'), ''),
  'a folder of includes gone': (at) => rmSync(at('assets'), { recursive: true }),
};

describe.each(Object.entries(looks))('%s', (_, listings) => {
  test.each(Object.entries(edits))('%s is seen', async (_, edit) => {
    const { root, config, sight } = await seen(listings);
    expect(isAsSeen(root, config, sight)).toBe(true);
    await tick();
    edit((path) => join(root, path));
    expect(isAsSeen(root, config, sight)).toBe(false);
  });

  test('a folder that was not there is seen when it comes', async () => {
    const root = temporaryFolder({ 'handbook.yaml': 'site: hugo\n', 'content/_index.md': '# Home\n' });
    const tree = diskTree(root);
    const { config } = await openHandbook({ root, tree });
    for (const folder of config.static) expect(tree.list(folder)).toEqual([]);
    const sight = look(root, config, [], later(), undefined, listings(tree))!;
    expect(isAsSeen(root, config, sight)).toBe(true);
    mkdirSync(join(root, 'static'));
    expect(isAsSeen(root, config, sight)).toBe(false);
  });
});

test('a link that led nowhere is seen when it leads somewhere', async () => {
  const root = temporaryFolder({ ...files, 'elsewhere/x.txt': '' });
  symlinkSync('../../elsewhere/later', join(root, 'content/a/later'));
  const tree = diskTree(root);
  const { config } = await openHandbook({ root, tree });
  const sight = look(root, config, [], later(), undefined, tree.listings)!;
  expect(isAsSeen(root, config, sight)).toBe(true);
  mkdirSync(join(root, 'elsewhere/later'));
  expect(isAsSeen(root, config, sight)).toBe(false);
});

test('a file that comes after its folder was listed is no part of what is seen', async () => {
  const root = temporaryFolder(files);
  await tick();
  // What is older counts as settled.
  const moment = Date.now() + GRAIN;
  await tick();
  const tree = diskTree(root);
  const { config } = await openHandbook({ root, tree });
  expect(look(root, config, [], moment, undefined, tree.listings)).not.toBeNull();
  writeFileSync(join(root, 'content/a/new.md'), '# New');
  expect(look(root, config, [], moment, undefined, tree.listings)).toBeNull();
});

test('another configuration is seen', async () => {
  const { root, config, sight } = await seen();
  expect(isAsSeen(root, { ...config, unknown: ['/jobs/'] }, sight)).toBe(false);
});

test('what was written just now is not trusted', async () => {
  const { root, config, paths } = await seen();
  expect(look(root, config, paths, Date.now())).toBeNull();
});
