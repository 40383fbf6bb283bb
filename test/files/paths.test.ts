import { describe, expect, test } from 'vitest';
import { encodedPath, folderOf, folderPrefix, nameOf, withoutEnding } from '../../src/files/paths.ts';
import { topFolder } from '../../src/report/top-folder.ts';

describe('a path', () => {
  test.each([
    ['a/b/c.d.md', 'a/b', 'a/b/', 'c.d.md', 'a/b/c.d'],
    ['c.md', '', '', 'c.md', 'c'],
    ['a.b/c', 'a.b', 'a.b/', 'c', 'a.b/c'],
  ])('%s', (path, folder, prefix, name, bare) => {
    expect([folderOf(path), folderPrefix(path), nameOf(path), withoutEnding(path)]).toEqual([
      folder,
      prefix,
      name,
      bare,
    ]);
  });

  test('is encoded name by name', () => {
    expect(encodedPath('a b/ä#.md')).toBe('a%20b/%C3%A4%23.md');
  });

  test('counts for a folder of at most three names', () => {
    expect(['x.md', 'a/b/x.md', 'a/b/c/d/x.md'].map(topFolder)).toEqual(['./', 'a/b/', 'a/b/c/']);
  });
});
