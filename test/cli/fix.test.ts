import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { findFixes } from '../../src/cli/commands/fix-command.ts';
import { diffOf, readOriginals, writeTexts } from '../../src/edits/originals.ts';
import { replaceFiles } from '../../src/files/replace-files.ts';
import { runs } from '../support/runs.ts';
import { type Workspace, workspace } from '../support/workspace.ts';

const files = {
  'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\n',
  'content/handbook/a.md':
    '\ufeff---\r\ntitle: A\r\n---\r\n\r\nSee [b](/handbook/B/) and [c](https://handbook.example.com/handbook/c/#here),\r\n' +
    '<a href="/handbook/old-c/">💡</a> or [nothing](/handbook/nowhere-at-all/).\r\n',
  'content/handbook/b.md': '---\ntitle: B\n---\n\nText without a line end at the end, [c](/handbook/old-c/#here)',
  'content/handbook/c.md': '---\ntitle: C\naliases: [/handbook/old-c/]\n---\n\n## Here\n\nText.\n',
};

const find = (disk: Workspace) => findFixes(disk.root, null, readArguments([]));

async function fixOnDisk(disk: Workspace): Promise<number> {
  const { fixed, originals } = await find(disk);
  writeTexts(fixed.texts, originals);
  return fixed.edits.length;
}

const read = (disk: Workspace, path: string) => readFileSync(disk.path(path), 'utf8');

describe('--fix', () => {
  it('changes only the words that are wrong', async () => {
    const disk = workspace(files);
    await fixOnDisk(disk);
    expect(read(disk, 'content/handbook/a.md')).toBe(
      files['content/handbook/a.md']
        .replace('/handbook/B/', '/handbook/b/')
        .replace('https://handbook.example.com/handbook/c/#here', '/handbook/c/#here')
        .replace('/handbook/old-c/', '/handbook/c/'),
    );
    expect(read(disk, 'content/handbook/b.md')).toBe(files['content/handbook/b.md'].replace('old-c', 'c'));
    expect(read(disk, 'content/handbook/c.md')).toBe(files['content/handbook/c.md']);
  });

  it('changes nothing the second time', async () => {
    const disk = workspace(files);
    expect(await fixOnDisk(disk)).toBeGreaterThan(2);
    const times = () => Object.keys(files).map((path) => statSync(disk.path(path)).mtimeMs);
    const before = times();
    expect(await fixOnDisk(disk)).toBe(0);
    expect(times()).toEqual(before);
  });

  it('shows as a patch exactly what it would do', async () => {
    const [shown, done] = [workspace(files), workspace(files)];
    await fixOnDisk(done);
    const { fixed, originals } = await find(shown);
    const patch = diffOf(fixed.texts, originals);
    expect(read(shown, 'content/handbook/a.md')).toBe(files['content/handbook/a.md']);
    execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: shown.root, input: patch });
    for (const path of Object.keys(files)) expect(read(shown, path)).toBe(read(done, path));
  });

  it('keeps the mode of a file and leaves nothing else behind', async () => {
    const disk = workspace(files);
    chmodSync(disk.path('content/handbook/b.md'), 0o640);
    await fixOnDisk(disk);
    expect(statSync(disk.path('content/handbook/b.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(disk.path('content/handbook')).sort()).toEqual(['a.md', 'b.md', 'c.md']);
  });

  it('writes through a link inside the root', async () => {
    const disk = workspace({ ...files, 'shared/d.md': '[c](/handbook/old-c/)\n' });
    symlinkSync('../../shared/d.md', disk.path('content/handbook/d.md'));
    await fixOnDisk(disk);
    expect(read(disk, 'shared/d.md')).toBe('[c](/handbook/c/)\n');
    expect(statSync(disk.path('content/handbook/d.md')).isFile()).toBe(true);
  });

  it('leaves a file alone whose bytes are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('[c](/handbook/old-c/) caf'), Buffer.from([0xe9, 0x0a])]);
    const disk = workspace({ ...files, 'content/handbook/d.md': bytes });
    await fixOnDisk(disk);
    expect(readFileSync(disk.path('content/handbook/d.md'))).toEqual(bytes);
  });

  it('writes nothing at all when one file changed meanwhile', async () => {
    const disk = workspace(files);
    const { fixed, originals } = await find(disk);
    disk.write('content/handbook/b.md', 'new text');
    expect(() => writeTexts(fixed.texts, originals)).toThrow(/b\.md changed meanwhile/);
    expect(read(disk, 'content/handbook/a.md')).toBe(files['content/handbook/a.md']);
    expect(readdirSync(disk.path('content/handbook'))).toHaveLength(3);
  });

  it('keeps the other names and the owner of a file', async () => {
    const disk = workspace({ ...files, 'elsewhere.txt': '' });
    rmSync(disk.path('elsewhere.txt'));
    linkSync(disk.path('content/handbook/b.md'), disk.path('elsewhere.txt'));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(disk.path('content/handbook/a.md'), 65_534, 65_533);
    const before = statSync(disk.path('content/handbook/b.md'));
    await fixOnDisk(disk);
    expect(read(disk, 'elsewhere.txt')).toBe(files['content/handbook/b.md'].replace('old-c', 'c'));
    expect(statSync(disk.path('content/handbook/b.md'))).toMatchObject({ ino: before.ino, nlink: 2 });
    if (isRoot) expect(statSync(disk.path('content/handbook/a.md'))).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  it.each(['link', 'hard link'])('mends a file once that a %s names as well', async (kind) => {
    const page = '[c](/handbook/old-c/)\n';
    const disk = workspace({ ...files, 'content/handbook/z.md': page });
    if (kind === 'link') symlinkSync('z.md', disk.path('content/handbook/0.md'));
    else linkSync(disk.path('content/handbook/z.md'), disk.path('content/handbook/zz.md'));
    const { fixed, originals } = await find(disk);
    expect(fixed.edits.filter(({ path }) => /\/(?:0|zz?)\.md$/.test(path)).map(({ path }) => path)).toEqual([
      'content/handbook/z.md',
    ]);
    expect(fixed.findings.filter(({ path }) => /\/(?:0|zz?)\.md$/.test(path))).toEqual([]);
    writeTexts(fixed.texts, originals);
    for (const name of ['z.md', kind === 'link' ? '0.md' : 'zz.md'])
      expect(read(disk, `content/handbook/${name}`)).toBe('[c](/handbook/c/)\n');
  });

  it('writes a file back when another one cannot be replaced', () => {
    const disk = workspace({ 'a.md': 'one', 'b.md': 'two' });
    linkSync(disk.path('a.md'), disk.path('a-too.md'));
    const replacement = (name: string, before: string) => ({
      name,
      target: disk.path(name),
      before: Buffer.from(before),
      after: Buffer.from('three, which is longer'),
    });
    const rest = { ...replacement('b.md', 'two') };
    // Edited after it was looked at first.
    Object.defineProperty(rest, 'after', {
      get() {
        writeFileSync(disk.path('b.md'), 'edited');
        return Buffer.from('three');
      },
    });
    expect(() => replaceFiles([replacement('a.md', 'one'), rest])).toThrow('b.md changed meanwhile');
    expect([read(disk, 'a.md'), read(disk, 'a-too.md'), read(disk, 'b.md')]).toEqual(['one', 'one', 'edited']);
    expect(readdirSync(disk.root).sort()).toEqual(['a-too.md', 'a.md', 'b.md']);
  });

  it('mends only the pages that are named', async () => {
    const disk = workspace(files);
    const { fixed } = await findFixes(disk.root, ['content/handbook/b.md'], readArguments([]));
    expect([...fixed.texts.keys()]).toEqual(['content/handbook/b.md']);
  });
});

describe('originals', () => {
  it('give back every byte of what is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const disk = workspace({ 'a.md': text });
        expect(existsSync(disk.path('a.md'))).toBe(true);
        const { mark, text: rest } = readOriginals(disk.root).get('a.md')!;
        expect(mark + rest).toBe(text);
      }),
      { numRuns: runs(5, 20) },
    );
  });
});
