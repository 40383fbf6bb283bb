/** Links that anyone can commit: no walk is endless, and none looks outside of the root. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rootFolder } from '../../src/files/root-folder.ts';
import { type Visit, walk } from '../../src/files/walk.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { DiskWatch } from '../../src/incremental/watch/disk-watch.ts';
import { watchedPaths } from '../../src/incremental/watch/watched-paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Links = Readonly<Record<string, string>>;

function folderWith(files: Readonly<Record<string, string>>, links: Links): string {
  const root = temporaryFolder(files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return root;
}

const visits = (root: string, start = ''): readonly Visit[] => [...walk(rootFolder(root), start)];
const filesOf = (root: string, start = '') => visits(root, start).flatMap(({ files }) => files);

describe('a walk', () => {
  test('ends, and visits a folder by its own name and by one link', () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const links = names.flatMap((from) =>
      names.filter((to) => to !== from).map((to) => [`content/${from}/to-${to}`, `../${to}`] as const),
    );
    const root = folderWith(
      Object.fromEntries(names.map((name) => [`content/${name}/x.md`, ''])),
      Object.fromEntries(links),
    );
    const folders = visits(root, 'content').map(({ folder }) => folder);
    expect(folders).toHaveLength(1 + 2 * names.length);
    expect(folders).toEqual(expect.arrayContaining(names.map((name) => `content/${name}`)));
    expect(filesOf(root, 'content')).toHaveLength(2 * names.length);
  });

  test('enters no link that lies in the folder it leads to', () => {
    const root = folderWith(
      { 'a/b/x.md': '' },
      { 'a/here': '.', 'a/b/up': '..', 'a/b/top': '../..', 'a/b/self': 'self' },
    );
    expect(visits(root).map(({ folder }) => folder)).toEqual(['', 'a', 'a/b']);
  });

  test('stays inside, by whatever way a link leads out or in', () => {
    const top = temporaryFolder({ 'outside/secret.md': '', 'root/inside/x.md': '' });
    const root = join(top, 'root');
    symlinkSync(top, join(temporaryFolder(), 'alias'));
    const links: Links = {
      out: '../outside',
      'out-by-in': 'inside/../../outside',
      'out-absolute': join(top, 'outside'),
      'back-in': '../root/inside',
      'in-absolute': join(root, 'inside'),
      'beside-with-the-same-beginning': '../root-2',
      'out-by-link': 'out/x',
      above: '..',
    };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
    mkdirSync(join(top, 'root-2'));
    const found = visits(root);
    expect(found.map(({ folder }) => folder)).toEqual([
      '',
      'inside',
      expect.stringMatching(/^(?:back-in|in-absolute)$/),
    ]);
    expect(found[0]?.linkedFiles.toSorted()).toEqual(
      Object.keys(links)
        .filter((name) => !/^(?:back-in|in-absolute)$/.test(name))
        .sort(),
    );
  });

  test('knows the root by the name that it was given, too', () => {
    const top = temporaryFolder({ 'root/inside/x.md': '' });
    symlinkSync(join(top, 'root'), join(top, 'alias'));
    symlinkSync(join(top, 'alias/inside'), join(top, 'root/link'));
    expect(filesOf(join(top, 'alias'))).toEqual(['inside/x.md', 'link/x.md']);
  });

  test('tells of chains of links that lead nowhere in the end', () => {
    const chain = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`l${index}`, `l${index + 1}`]));
    const root = folderWith({ 'x.md': '' }, { ...chain, a: 'b', b: 'a' });
    expect(filesOf(root)).toEqual(['x.md']);
    expect(() => rootFolder(root).real('l0')).toThrow('is a link that leads to itself');
    expect(() => rootFolder(root).real('l50')).toThrow('is not there');
  });

  test('has an end, however much there is', () => {
    const root = temporaryFolder(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`d${index}/x.md`, ''])));
    expect(() => [...walk(rootFolder(root), '', 50)]).toThrow('holds more than 50 files and folders');
  });

  test('enters no folder of tools, by a link of that name either', () => {
    const root = folderWith(
      { 'a/x.md': '', '.git/y.md': '', 'node_modules/z.md': '' },
      { 'a/node_modules': '../a', 'a/.b': '.' },
    );
    expect(filesOf(root)).toEqual(['a/x.md']);
  });
});

const loops: readonly [string, Links][] = [
  ['layouts', { 'layouts/a': '.', 'layouts/b': '.', 'layouts/shortcodes/c': '..', 'layouts/d': '../layouts' }],
  ['configuration', { 'config/_default/a': '.', 'config/_default/b': '.', 'config/_default/c': '..' }],
  ['layouts that lead out', { 'layouts/out': '/usr', 'layouts/root': '/' }],
  ['layouts that are a link out', { layouts: '/usr' }],
  ['configuration that is a link out', { 'config/_default': '/usr' }],
  ['static files', { 'static/a': '.', 'static/b': '..', 'static/out': '/' }],
];

test.each(loops)('%s', async (_, links) => {
  const root = folderWith(
    { 'content/_index.md': '# Home\n\n{{< box >}}\n', 'content/a.md': '# A\n', 'hugo.toml': 'title = "x"\n' },
    links,
  );
  const handbook = await openHandbook({ root });
  expect(handbook.pages.map(({ path }) => path)).toEqual(['content/_index.md', 'content/a.md']);
  const watch = new DiskWatch(root);
  watch.look(handbook, Date.now() + 10_000);
  expect(watch.changed()).toBeNull();
  const paths = watchedPaths(root, handbook.config, []);
  expect(paths.filter((path) => path.includes('/bin') || path.split('/').length > 4)).toEqual([]);
});
