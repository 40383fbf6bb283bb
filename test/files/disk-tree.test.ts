import { chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { cleanRelative, joinInside } from '../../src/files/paths.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const list = (root: string, folder = '') => [...diskTree(root).list(folder)].sort();

describe('on disk', () => {
  test("tools' folders are left out, everything else is listed", () => {
    const root = temporaryFolder({
      'content/a.md': '',
      'content/a b#c?d%20.md': '',
      'content/.git/x.md': '',
      '.github/x.md': '',
      'node_modules/x/readme.md': '',
      'static/.well-known/security.txt': '',
    });
    expect(list(root)).toEqual(['content/a b#c?d%20.md', 'content/a.md', 'static/.well-known/security.txt']);
    expect(list(root, 'content')).toEqual(['content/a b#c?d%20.md', 'content/a.md']);
    expect(list(root, 'nowhere')).toEqual([]);
    expect(list(root, 'content/a.md')).toEqual([]);
  });

  test('links inside of the root are followed, links out of it are only names', () => {
    const secret = temporaryFolder({ 'secret.md': '# secret', 'folder/more.md': '# secret' });
    const root = temporaryFolder({ 'content/_index.md': '', 'shared/part.md': '# part' });
    symlinkSync('../shared', join(root, 'content/shared'));
    symlinkSync('../shared/part.md', join(root, 'content/alias.md'));
    symlinkSync(join(secret, 'secret.md'), join(root, 'content/secret.md'));
    symlinkSync(secret, join(root, 'content/outside'));
    symlinkSync('nowhere.md', join(root, 'content/dangling.md'));
    const tree = diskTree(root);
    expect([...tree.list('content')].sort()).toEqual([
      'content/_index.md',
      'content/alias.md',
      'content/dangling.md',
      'content/outside',
      'content/secret.md',
      'content/shared/part.md',
    ]);
    expect(Buffer.from(tree.read('content/alias.md')).toString()).toBe('# part');
    expect(() => tree.read('content/secret.md')).toThrow('content/secret.md is a link that leads out of the handbook');
    expect(() => tree.read('content/outside/folder/more.md')).toThrow('leads out of the handbook');
    expect(() => tree.read('content/dangling.md')).toThrow('is not there');
    expect(() => tree.list('content/outside/folder')).toThrow('leads out of the handbook');
    expect(tree.stamp('content/secret.md')).toBeNull();
    expect(tree.exists('content/secret.md')).toBe(false);
    for (const path of ['../x.md', '/etc/passwd', 'a/../../x', 'C:\\x', '..\\x'])
      expect(() => tree.read(path)).toThrow('lies outside of the handbook');
  });

  test('a page that cannot be read is an empty page with a problem', async () => {
    const secret = temporaryFolder({ 'secret.md': '---\ntitle: secret\n---\n' });
    const root = temporaryFolder({ 'content/_index.md': '# Home' });
    symlinkSync(join(secret, 'secret.md'), join(root, 'content/secret.md'));
    symlinkSync('loop.md', join(root, 'content/loop.md'));
    const handbook = await openHandbook({ root });
    expect(handbook.page('content/secret.md')).toMatchObject({ title: 'secret', text: '' });
    expect(handbook.page('content/secret.md')?.facts.problems).toEqual([
      { kind: 'unreadable', range: [0, 0], detail: 'is a link that leads out of the handbook' },
    ]);
    expect(handbook.page('content/loop.md')?.facts.problems[0]?.detail).toBe('is a link that leads to itself');
    expect(handbook.page('content/_index.md')?.facts.problems).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission is a page with a problem', async () => {
    const root = temporaryFolder({ 'content/_index.md': '# Home', 'content/closed.md': '# x' });
    chmodSync(join(root, 'content/closed.md'), 0);
    const handbook = await openHandbook({ root });
    expect(handbook.page('content/closed.md')?.facts.problems[0]?.detail).toBe('may not be read');
  });

  test('links in a circle end', () => {
    const root = temporaryFolder({ 'content/a/x.md': '', 'content/b/y.md': '' });
    symlinkSync('..', join(root, 'content/a/up'));
    symlinkSync('../b', join(root, 'content/a/b'));
    symlinkSync('../a', join(root, 'content/b/a'));
    symlinkSync('.', join(root, 'content/self'));
    const files = list(root, 'content');
    expect(files).toEqual(expect.arrayContaining(['content/a/x.md', 'content/b/y.md', 'content/a/b/y.md']));
    expect(files.length).toBeLessThan(30);
  });

  test('a root that is itself a link', () => {
    const root = temporaryFolder({ 'content/a.md': 'x' });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(root, link);
    expect(list(link)).toEqual(['content/a.md']);
  });

  test('a plain file that becomes a link out of the root later', () => {
    const secret = temporaryFolder({ 'secret.md': 'secret' });
    const root = temporaryFolder({ 'content/a.md': 'x' });
    expect(list(root)).toEqual(['content/a.md']);
    unlinkSync(join(root, 'content/a.md'));
    symlinkSync(join(secret, 'secret.md'), join(root, 'content/a.md'));
    expect(() => diskTree(root).read('content/a.md')).toThrow('leads out of the handbook');
    const tree = diskTree(root);
    tree.list('');
    expect(() => tree.read('content/a.md')).toThrow('leads out of the handbook');
  });

  test('a plain file, and a folder of plain files, that become links out of the root while an editor is open', () => {
    const secret = temporaryFolder({ 'a.md': 'secret' });
    const root = temporaryFolder({ 'content/a.md': 'x', 'content/b/a.md': 'x' });
    const tree = diskTree(root);
    expect([...tree.list('')].sort()).toEqual(['content/a.md', 'content/b/a.md']);
    unlinkSync(join(root, 'content/a.md'));
    symlinkSync(join(secret, 'a.md'), join(root, 'content/a.md'));
    expect(() => tree.read('content/a.md')).toThrow('leads out of the handbook');
    expect(tree.stamp('content/a.md')).toBeNull();
    expect(tree.exists('content/a.md')).toBe(false);
    rmSync(join(root, 'content/b'), { recursive: true });
    symlinkSync(secret, join(root, 'content/b'));
    expect([...tree.list('')].sort()).toEqual(['content/a.md', 'content/b']);
    expect(() => tree.read('content/b/a.md')).toThrow('leads out of the handbook');
    expect(tree.exists('content/b/a.md')).toBe(false);
  });

  // Windows cannot be told to follow no link.
  test.skipIf(process.platform === 'win32')('a plain file and its stamp are taken at once', () => {
    const root = temporaryFolder({ 'a.md': 'four', 'empty.md': '', 'gone.md': 'x', 'linked.md': 'x' });
    symlinkSync('a.md', join(root, 'link.md'));
    const tree = diskTree(root);
    const room = Buffer.alloc(5);
    expect(tree.take?.('a.md', room)).toBeNull();
    tree.list('');
    const taken = tree.take?.('a.md', room);
    expect(taken).toEqual({ bytes: tree.read('a.md'), stamp: tree.stamp('a.md') });
    expect(taken?.bytes.buffer).toBe(room.buffer);
    expect(tree.take?.('a.md', Buffer.alloc(4))).toEqual(taken);
    expect(tree.take?.('empty.md', room)).toEqual({ bytes: Buffer.alloc(0), stamp: tree.stamp('empty.md') });
    expect(tree.take?.('link.md', room)).toBeNull();
    unlinkSync(join(root, 'gone.md'));
    expect(() => tree.take?.('gone.md', room)).toThrow('gone.md is not there');
    mkdirSync(join(root, 'gone.md'));
    expect(() => tree.take?.('gone.md', room)).toThrow('gone.md is a folder');
    unlinkSync(join(root, 'linked.md'));
    symlinkSync('a.md', join(root, 'linked.md'));
    expect(tree.take?.('linked.md', room)).toBeNull();
    expect(Buffer.from(tree.read('linked.md')).toString()).toBe('four');
  });

  test.skipIf(process.platform !== 'linux')('a file that is longer than it says is read to its end', () => {
    const tree = diskTree('/proc/sys/kernel', ['ostype']);
    expect(tree.stamp('ostype')?.key).toMatch(/^0 /);
    expect(tree.take?.('ostype', Buffer.alloc(100))?.bytes).toEqual(Buffer.from('Linux\n'));
  });

  test('names count in upper and lower case', () => {
    const root = temporaryFolder({ 'content/Page.md': 'x' });
    expect(diskTree(root).exists('content/Page.md')).toBe(true);
    expect(diskTree(root).exists('content/page.md')).toBe(false);
    expect(diskTree(root).exists('content')).toBe(false);
  });

  test('a stamp changes with the file, and is gone with it', () => {
    const root = temporaryFolder({ 'a.md': 'x' });
    const tree = diskTree(root);
    const before = tree.stamp('a.md');
    writeFileSync(join(root, 'a.md'), 'yy');
    expect(tree.stamp('a.md')).not.toEqual(before);
    unlinkSync(join(root, 'a.md'));
    expect(tree.stamp('a.md')).toBeNull();
    mkdirSync(join(root, 'a.md'));
    expect(tree.stamp('a.md')).toBeNull();
  });
});

describe('paths', () => {
  test.each([
    ['a/b', 'a/b'],
    ['./a//b/', 'a/b'],
    ['a\\b\\c.md', 'a/b/c.md'],
    ['a/../b', 'b'],
    ['', ''],
    ['..', null],
    ['a/../../b', null],
    ['..\\b', null],
    ['/a', null],
    ['\\\\server\\share', null],
    ['C:\\site\\a.md', null],
    ['c:a.md', null],
    ['a\0b', null],
  ])('cleanRelative(%j) is %j', (path, clean) => {
    expect(cleanRelative(path)).toBe(clean);
  });

  test('joinInside never leaves, whatever it is given', () => {
    const segment = fc.constantFrom('a', '.', '..', '', 'b c');
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment), (folder, path) => {
        const joined = joinInside(folder.join('/'), path.join('/'));
        if (joined !== null) expect(`/${joined}/`).not.toMatch(/\/\.\.?\/|\/\/./);
      }),
    );
  });
});

test('in memory, folders of tools are left out as well', () => {
  const tree = memoryTree({
    'content/a.md': '',
    'content/.x/b.md': '',
    'node_modules/a/c.md': '',
    'contents/d.md': '',
  });
  expect(tree.list('content')).toEqual(['content/a.md']);
  expect(tree.list('')).toEqual(['content/a.md', 'contents/d.md']);
});
