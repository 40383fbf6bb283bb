import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { storedOf } from '../../src/incremental/stored-handbook.ts';
import {
  changedSince,
  GRAIN,
  givenConfig,
  isSettled,
  isUnchanged,
  type StatSnapshot,
  stillKnown,
  takeSnapshot,
} from '../../src/incremental/watch/stat-snapshot.ts';
import { watchedPaths } from '../../src/incremental/watch/watched-paths.ts';
import type { Handbook } from '../../src/model/handbook.ts';
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

const given = givenConfig(undefined, undefined);

const ways: Readonly<Record<string, (handbook: Handbook, moment: number) => StatSnapshot | null>> = {
  'with folders listed anew': ({ root, config, pages }, moment) =>
    takeSnapshot(
      root,
      {
        given,
        paths: watchedPaths(
          root,
          config,
          pages.map(({ path }) => path),
        ),
      },
      moment,
    ),
  'with folders as the tree has listed them': (handbook, moment) => storedOf(handbook)!.snapshotBefore(moment, []),
};
const [, asKept] = Object.values(ways) as [unknown, (typeof ways)[string]];

async function opened(more: Readonly<Record<string, string>> = files) {
  const root = temporaryFolder(more);
  const tree = diskTree(root);
  const handbook = await openHandbook({ root, tree });
  for (const folder of [...handbook.config.static, ...handbook.config.layouts]) tree.list(folder);
  return { root, handbook };
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
  'a folder in the place of a page': (at) => {
    rmSync(at('content/a/b.md'));
    mkdirSync(at('content/a/b.md'));
    writeFileSync(at('content/a/b.md/c.md'), '');
  },
  'a link in the place of a folder': (at) => {
    renameSync(at('content/a'), at('elsewhere'));
    symlinkSync('../elsewhere', at('content/a'));
  },
  'a folder with folders': (at) => {
    mkdirSync(at('content/x/y'), { recursive: true });
    writeFileSync(at('content/x/y/z.md'), '');
  },
  'a folder of includes gone': (at) => rmSync(at('assets'), { recursive: true }),
};

const withLink = Object.entries(edits).map((edit) => [...edit, true] as const);
const withoutLink = withLink.flatMap(([what, edit]) => (what.includes('link') ? [] : [[what, edit, false] as const]));

describe.each(Object.entries(ways))('%s', (_, snapshotOf) => {
  test.each([...withLink, ...withoutLink])('%s is seen', async (_, edit, hasLink) => {
    const root = temporaryFolder(files);
    if (hasLink) symlinkSync('../../shared', join(root, 'content/a/shared'));
    const tree = diskTree(root);
    const handbook = await openHandbook({ root, tree });
    for (const folder of [...handbook.config.static, ...handbook.config.layouts]) tree.list(folder);
    const snapshot = snapshotOf(handbook, later())!;
    expect(isUnchanged(root, given, snapshot)).toBe(true);
    await tick();
    edit((path) => join(root, path));
    expect(isUnchanged(root, given, snapshot)).toBe(false);

    // What has not changed is not asked again.
    const known = stillKnown(snapshot, changedSince(root, given, snapshot)!);
    const [recalling, fresh] = [diskTree(root, [], known), diskTree(root)];
    for (const folder of ['content', 'static', 'assets', 'layouts', 'shared']) {
      expect(recalling.list(folder).toSorted(), folder).toEqual(fresh.list(folder).toSorted());
      for (const path of fresh.list(folder)) expect(recalling.stamp(path), path).toEqual(fresh.stamp(path));
    }
    expect([...recalling.plain!].sort()).toEqual([...fresh.plain!].sort());
  });

  test('a folder that was not there is seen when it comes', async () => {
    const { root, handbook } = await opened({ 'handbook.yaml': 'site: hugo\n', 'content/_index.md': '# Home\n' });
    const snapshot = snapshotOf(handbook, later())!;
    expect(isUnchanged(root, given, snapshot)).toBe(true);
    mkdirSync(join(root, 'static'));
    expect(isUnchanged(root, given, snapshot)).toBe(false);
  });
});

test('what lies in folders is recalled while they are as they were', async () => {
  const { root, handbook } = await opened();
  const snapshot = asKept(handbook, later())!;
  const known = stillKnown(snapshot, changedSince(root, given, snapshot)!);
  expect(known.listing('content')).toEqual({
    files: expect.arrayContaining(['content/_index.md', 'content/a/b.md']),
    folders: expect.arrayContaining(['content', 'content/a']),
    hasLinks: false,
    links: [],
  });
  await tick();
  writeFileSync(join(root, 'content/a/b.md'), '# Other words\n');
  const changed = changedSince(root, given, snapshot)!;
  expect([...changed]).toEqual(['content/a/b.md']);
  expect(stillKnown(snapshot, changed).hasChanged('content/a')).toBe(false);
  expect(stillKnown(snapshot, changed).state('content/a/b.md')).toBeUndefined();
});

/** What the configuration is read from, on sites of several kinds. */
const configEdits: readonly (readonly [what: string, site: Readonly<Record<string, string>>, path: string])[] = [
  ['handbook.yaml', files, 'handbook.yaml'],
  ['handbook.yaml, made later', { 'content/_index.md': '', 'hugo.toml': '' }, 'handbook.yaml'],
  ['a file of the generator', { 'content/_index.md': '', 'hugo.toml': 'title = "x"' }, 'hugo.toml'],
  ['a file of the generator, made later', { 'content/_index.md': '' }, 'hugo.toml'],
  ['a part of its configuration in a new folder', { 'content/_index.md': '' }, 'config/_default/taxonomies.toml'],
  ['a file that pins its version', { 'content/_index.md': '' }, 'netlify.toml'],
  ['a workflow that pins its version', { 'content/_index.md': '' }, '.github/workflows/pages.yml'],
  ["a theme's template", { 'content/_index.md': '' }, 'themes/x/layouts/shortcodes/y.html'],
  ['another generator', { 'a.md': '# A\n' }, 'docs/mkdocs.yml'],
  ['the configuration of MkDocs', { 'mkdocs.yml': 'site_name: x\n', 'docs/a.md': '# A\n' }, 'mkdocs.yml'],
  ['the configuration of Jekyll', { '_config.yml': 'title: x\n', 'a.md': '# A\n' }, '_config.yml'],
  ['a file of redirects that is found by its name', { 'a.md': '# A\n' }, '_redirects'],
];

test.each(configEdits)('%s is seen', async (_, site, path) => {
  const { root, handbook } = await opened(site);
  const snapshot = asKept(handbook, later())!;
  expect(isUnchanged(root, given, snapshot)).toBe(true);
  await tick();
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '# other\n');
  expect(isUnchanged(root, given, snapshot)).toBe(false);
});

test('what the command line says of the configuration is seen', async () => {
  const root = temporaryFolder(files);
  const handbook = await openHandbook({ root, tree: diskTree(root), hugo: '0.140.0' });
  const snapshot = asKept(handbook, later())!;
  expect(isUnchanged(root, givenConfig(undefined, '0.140.0'), snapshot)).toBe(true);
  expect(isUnchanged(root, given, snapshot)).toBe(false);
  expect(isUnchanged(root, givenConfig({ path: 'x.yaml', text: '' }, '0.140.0'), snapshot)).toBe(false);
});

test('a link that led nowhere is seen when it leads somewhere', async () => {
  const root = temporaryFolder({ ...files, 'elsewhere/x.txt': '' });
  symlinkSync('../../elsewhere/later', join(root, 'content/a/later'));
  const snapshot = asKept(await openHandbook({ root, tree: diskTree(root) }), later())!;
  expect(isUnchanged(root, given, snapshot)).toBe(true);
  mkdirSync(join(root, 'elsewhere/later'));
  expect(isUnchanged(root, given, snapshot)).toBe(false);
});

test('a file that comes after its folder was listed is no part of what is seen', async () => {
  const root = temporaryFolder(files);
  await tick();
  // What is older counts as settled.
  const moment = Date.now() + GRAIN;
  await tick();
  const handbook = await openHandbook({ root, tree: diskTree(root) });
  expect(isSettled(asKept(handbook, moment)!)).toBe(true);
  writeFileSync(join(root, 'content/a/new.md'), '# New');
  const snapshot = asKept(handbook, moment)!;
  expect(isSettled(snapshot)).toBe(false);
  expect([...changedSince(root, given, snapshot)!]).toEqual(['content/a']);
});

test('what was written just now is not trusted', async () => {
  const { root, handbook } = await opened();
  const moment = Date.now();
  utimesSync(join(root, 'content/_index.md'), 0, 0);
  const snapshot = asKept(handbook, moment)!;
  const changed = changedSince(root, given, snapshot)!;
  for (const path of ['content/a/b.md', 'content/_index.md', 'content/a', 'static']) expect(changed).toContain(path);
  expect(isUnchanged(root, given, snapshot)).toBe(false);
});
