import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { openHandbook, saveCache } from '../../src/incremental/open.ts';
import { GRAIN } from '../../src/incremental/watch/stat-snapshot.ts';
import { answers } from '../support/answers.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const files = { 'hugo.toml': '', 'content/_index.md': '# Home\n', 'content/a.md': '# A\n', 'content/b.md': '# B\n' };

/** A tree on disk that writes down how its pages are asked for. */
function watchedTree(root: string, asked: string[]): FileTree {
  const { take, ...disk } = diskTree(root);
  const note = (what: string, path: string) => {
    if (path.endsWith('.md')) asked.push(`${what} ${path}`);
  };
  return {
    ...disk,
    read(path) {
      note('read', path);
      return disk.read(path);
    },
    stamp(path) {
      note('stamp', path);
      return disk.stamp(path);
    },
    take(path, room) {
      note('take', path);
      return take?.(path, room) ?? null;
    },
  };
}

test.skipIf(process.platform === 'win32')(
  'a file is opened once if nobody has met it, and looked at otherwise',
  async () => {
    const root = temporaryFolder(files);
    const cache = join(temporaryFolder(), 'cache');
    const asked: string[] = [];
    const opened = async () => {
      asked.length = 0;
      const handbook = await openHandbook({ root, cache, tree: watchedTree(root, asked) });
      const seen = [...asked];
      expect(answers(handbook)).toEqual(answers(await openHandbook({ root })));
      saveCache(handbook);
      return seen;
    };
    await new Promise((done) => setTimeout(done, GRAIN + 200));
    expect(await opened()).toEqual(['take content/_index.md', 'take content/a.md', 'take content/b.md']);
    expect(await opened()).toEqual(['stamp content/_index.md', 'stamp content/a.md', 'stamp content/b.md']);
    writeFiles(root, { 'content/a.md': '# Another\n', 'content/c.md': '# C\n' });
    expect(await opened()).toEqual([
      'stamp content/_index.md',
      'stamp content/a.md',
      'read content/a.md',
      'stamp content/b.md',
      'take content/c.md',
    ]);
  },
);

test('pages larger than the room for a batch, and many small ones, say what they say', async () => {
  const many = Array.from({ length: 300 }, (_, index) => [
    `content/n${index}.md`,
    `# Number ${index}\n\n${'word '.repeat(300)}\n`,
  ]);
  const root = temporaryFolder({ 'content/_index.md': '# Home\n', ...Object.fromEntries(many) });
  writeFiles(root, { 'content/n7.md': `# Large\n\n${'word '.repeat(100_000)}\n\n## End\n` });
  const { pages } = await openHandbook({ root });
  expect(pages.find(({ path }) => path === 'content/n7.md')?.facts.headings.map(({ text }) => text)).toEqual([
    'Large',
    'End',
  ]);
  for (const [path, text] of many) {
    const page = pages.find((each) => each.path === path)!;
    if (path !== 'content/n7.md') expect(`# ${page.facts.headings[0]!.text}`).toBe(text!.split('\n')[0]);
  }
});
