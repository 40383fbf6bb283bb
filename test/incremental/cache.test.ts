import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openHandbook, openSession, saveCache } from '../../src/incremental/open.ts';
import { PageStore } from '../../src/incremental/pages/page-store.ts';
import { storedOf } from '../../src/incremental/stored-handbook.ts';
import { GRAIN } from '../../src/incremental/watch/stat-snapshot.ts';
import { answers } from '../support/answers.ts';
import { runs } from '../support/runs.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const pages = {
  'content/_index.md': '---\ntitle: Home\n---\n\n# Welcome\n\nSee [values](/values/#collaboration).\n',
  'content/values/_index.md':
    '---\ntitle: "Values: ours"\ntags: [culture]\naliases: [/our-values/]\n---\n\n## Collaboration {#collab}\n\n- one\n- two\n',
  'content/values/café.md': '---\ntitle: Café\n---\n\n## Goals 🎯\n\n{{% include "includes/goals.md" %}}\n\n## Goals\n',
  'content/broken.md': '---\ntitle: [\n---\n\n{{< team "x" >}}\n\n<!--lint disable handbook-link-page-->\n',
  'assets/includes/goals.md': '## Goals\n\n[back](/)\n',
  'layouts/index.redirects': '/old/ /values/ 301\n',
};

/** Enough pages that one which is new is not reason enough to write all of them again. */
const manyPages: Record<string, string> = {
  ...pages,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`content/n${index}.md`, `# Number ${index}\n`])),
};

/** Runs once with the cache and once without, and wants the same answers. */
async function expectSameAnswers(root: string, cache: string): Promise<void> {
  const cached = await openHandbook({ root, cache });
  const plain = await openHandbook({ root });
  expect(answers(cached)).toEqual(answers(plain));
  saveCache(cached);
}

function packs(cache: string): string[] {
  return readdirSync(cache)
    .filter((name) => name.startsWith('pages-'))
    .sort();
}

/** Files that lie there for a while: their stamps are trusted. */
function settle(root: string, paths = Object.keys(pages)): void {
  for (const path of paths) {
    const { mtimeMs } = statSync(join(root, path));
    utimesSync(join(root, path), mtimeMs / 1000 - 60, mtimeMs / 1000 - 60);
  }
}

async function warm(files: Readonly<Record<string, string>> = pages, age = 0) {
  const root = temporaryFolder(files);
  await new Promise((done) => setTimeout(done, age));
  return { root, ...(await warmed(root)) };
}

/** Many pages that lie there for a while. */
async function warmMany() {
  const root = temporaryFolder(manyPages);
  settle(root, Object.keys(manyPages));
  return { root, ...(await warmed(root)) };
}

async function warmed(root: string) {
  const cache = join(temporaryFolder(), 'deep', 'cache');
  await expectSameAnswers(root, cache);
  expect(packs(cache)).toHaveLength(1);
  return { cache, pack: join(cache, packs(cache)[0]!) };
}

// Files that get old enough to be trusted between two runs of a slow machine are written down once more.
test('a second run finds everything again, contents too', async () => {
  const { root, cache, pack } = await warm(pages, GRAIN + 200);
  const written = readFileSync(pack);
  await expectSameAnswers(root, cache);
  expect(readFileSync(pack).equals(written)).toBe(true);
});

test('a cut file is as good as none, wherever it is cut', async () => {
  const { root, cache, pack } = await warm(pages, GRAIN + 200);
  const whole = readFileSync(pack);
  for (const length of [0, 1, 15, 16, 17, 100, whole.length >> 1, whole.length - 1]) {
    writeFileSync(pack, whole.subarray(0, length));
    await expectSameAnswers(root, cache);
    expect(readFileSync(pack).length).toBe(whole.length);
  }
});

test('a flipped bit anywhere does not change an answer', async () => {
  const { root, cache, pack } = await warm();
  const whole = readFileSync(pack);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      const damaged = Buffer.from(whole);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(pack, damaged);
      await expectSameAnswers(root, cache);
    }),
    { numRuns: runs(8, 60) },
  );
});

test('after an edit what was kept stays as it is, and what is new lies beside it', async () => {
  const { root, cache, pack } = await warmMany();
  const written = readFileSync(pack);
  for (const word of ['One', 'Two', 'Three']) {
    writeFiles(root, { 'content/n3.md': `# ${word}\n\n[home](/)\n` });
    await expectSameAnswers(root, cache);
    expect(readFileSync(pack).equals(written)).toBe(true);
    expect(packs(cache)).toEqual([basename(pack), `${basename(pack)}-new`]);
    expect(statSync(`${pack}-new`).size).toBeLessThan(written.length / 4);
  }
  // Back to what it was, and what was in between moved elsewhere: neither is read.
  writeFiles(root, { 'content/n3.md': '# Number 3\n', 'content/n4.md': '# One\n\n[home](/)\n' });
  const reads = vi.spyOn(PageStore.prototype, 'read');
  await openHandbook({ root, cache });
  expect(reads).not.toHaveBeenCalled();
  reads.mockRestore();
  await expectSameAnswers(root, cache);
});

test('content that was read while judging is kept as well', async () => {
  const root = temporaryFolder(manyPages);
  settle(root, Object.keys(manyPages));
  const cache = temporaryFolder();
  const first = await openSession({ root, cache });
  expect(first.handbook.page('content/values/_index.md')!.content.blocks).toHaveLength(2);
  first.save();
  const second = await openSession({ root, cache });
  for (const path of ['content/values/_index.md', 'content/n3.md'])
    expect(second.handbook.page(path)!.content).toBeDefined();
  expect(
    storedOf(second.handbook)!
      .newContents()
      .map(([path]) => path),
  ).toEqual(['content/n3.md']);
});

test('when much is new, everything is written again', async () => {
  const { root, cache, pack } = await warmMany();
  const written = readFileSync(pack);
  writeFiles(root, { 'content/n3.md': '# Three\n' });
  await expectSameAnswers(root, cache);
  const changed = Array.from({ length: 9 }, (_, index) => [`content/n${index}.md`, `# Changed ${index}\n`]);
  writeFiles(root, Object.fromEntries(changed));
  await expectSameAnswers(root, cache);
  expect(readFileSync(pack).equals(written)).toBe(false);
  expect(packs(cache)).toEqual([basename(pack)]);
});

test('when most pages are gone, what was kept of them goes as well', async () => {
  const { root, cache, pack } = await warmMany();
  const { size } = statSync(pack);
  for (let index = 0; index < 30; index++) rmSync(join(root, `content/n${index}.md`));
  await expectSameAnswers(root, cache);
  expect(statSync(pack).size).toBeLessThan(size);
});

test('what is new without what was kept before, and the other way round', async () => {
  const { root, cache, pack } = await warmMany();
  const edit = async (word: string) => {
    writeFiles(root, { 'content/n3.md': `# ${word}\n` });
    await expectSameAnswers(root, cache);
    expect(packs(cache)).toEqual([basename(pack), `${basename(pack)}-new`]);
  };
  await edit('One');
  rmSync(pack);
  await expectSameAnswers(root, cache);
  expect(packs(cache)).toEqual([basename(pack)]);
  settle(root, Object.keys(manyPages));
  await expectSameAnswers(root, cache);
  await edit('Two');
  rmSync(`${pack}-new`);
  await expectSameAnswers(root, cache);
});

test('damage in what is new, and in what was kept before, does not change an answer, and does not last', async () => {
  const { root, cache, pack } = await warmMany();
  writeFiles(root, { 'content/n3.md': '# One\n', 'content/_index.md': '# Home\n\n[three](/n3/#one)\n' });
  await expectSameAnswers(root, cache);
  settle(root, Object.keys(manyPages));
  await expectSameAnswers(root, cache);
  const whole = [pack, `${pack}-new`].map((path) => [path, readFileSync(path)] as const);
  await fc.assert(
    fc.asyncProperty(fc.nat(1), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, mask) => {
      for (const [path, bytes] of whole) writeFileSync(path, bytes);
      const [path, bytes] = whole[which]!;
      const damaged = Buffer.from(bytes);
      damaged[at % bytes.length]! ^= mask;
      writeFileSync(path, damaged);
      await expectSameAnswers(root, cache);
      await expectSameAnswers(root, cache);
      const reads = vi.spyOn(PageStore.prototype, 'read');
      const handbook = await openHandbook({ root, cache });
      for (const page of handbook.pages) void page.facts.headings;
      expect(reads).not.toHaveBeenCalled();
      reads.mockRestore();
    }),
    { numRuns: runs(6, 40) },
  );
});

test("another program's file and a folder in the pack's place are passed over", async () => {
  const { root, cache, pack } = await warm();
  writeFileSync(pack, '{"not": "ours"}'.repeat(100));
  await expectSameAnswers(root, cache);
  rmSync(pack);
  mkdirSync(pack);
  await expectSameAnswers(root, cache);
});

test('a place that cannot be written to', async () => {
  const root = temporaryFolder(pages);
  const file = join(root, 'content/_index.md');
  await expectSameAnswers(root, join(file, 'below-a-file'));
  await expectSameAnswers(root, '/proc/nothing-here');
});

test('a file of the same size and time, written right after it was read', async () => {
  const { root, cache } = await warm();
  const path = join(root, 'content/_index.md');
  const { atimeMs, mtimeMs } = statSync(path);
  writeFileSync(path, pages['content/_index.md'].replace('Welcome', 'Goodbye'));
  utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
  await expectSameAnswers(root, cache);
  expect((await openHandbook({ root, cache })).page('content/_index.md')?.facts.headings[0]?.text).toBe('Goodbye');
});

test('stamps are trusted only when the file was old enough to tell a change', async () => {
  const { root, cache, pack } = await warm();
  // All files are younger than the grain of file times: a second run has to hash them, and may trust nothing either.
  expect(stampsIn(pack).every((stamp) => stamp === '')).toBe(true);
  settle(root);
  await new Promise((resolve) => setTimeout(resolve, 2600));
  await expectSameAnswers(root, cache);
  expect(stampsIn(pack).every((stamp) => stamp !== '')).toBe(true);
});

function stampsIn(pack: string): string[] {
  const lines = readFileSync(pack, 'utf8').split('\n');
  const files = lines[lines.findLastIndex((line) => line.startsWith('{"version":')) + 1]!;
  return (JSON.parse(files) as [path: string, key: string, stamp: string][]).map(([, , stamp]) => stamp);
}

test('a clock that was wrong: files from the future, files older than before', async () => {
  const { root, cache } = await warm();
  const path = join(root, 'content/_index.md');
  const tomorrow = Date.now() / 1000 + 86_400;
  utimesSync(path, tomorrow, tomorrow);
  await expectSameAnswers(root, cache);
  writeFileSync(path, '# New\n');
  utimesSync(path, tomorrow, tomorrow);
  await expectSameAnswers(root, cache);
  writeFileSync(path, '# Old\n');
  utimesSync(path, 1000, 1000);
  await expectSameAnswers(root, cache);
});

test('branches: pages change, vanish, move, and come back', async () => {
  const { root, cache } = await warm();
  writeFiles(root, { 'content/values/_index.md': '# Other\n', 'content/new.md': '# New\n' });
  rmSync(join(root, 'content/broken.md'));
  renameSync(join(root, 'content/values/café.md'), join(root, 'content/Café.md'));
  await expectSameAnswers(root, cache);
  rmSync(join(root, 'content/new.md'));
  renameSync(join(root, 'content/Café.md'), join(root, 'content/café.md'));
  writeFiles(root, pages);
  await expectSameAnswers(root, cache);
});

test('another configuration does not get the answers of the first', async () => {
  const { root, cache } = await warm();
  writeFiles(root, { 'handbook.yaml': 'includes:\n  shortcodes: [insert]\nshortcodes:\n  anchors: {team: 0}\n' });
  await expectSameAnswers(root, cache);
  writeFiles(root, { 'handbook.yaml': 'includes:\n  folders: [content/values]\n' });
  await expectSameAnswers(root, cache);
});

test('a configuration is checked again when it changes, not when it does not', async () => {
  const { root, cache } = await warm({ ...pages, 'handbook.yaml': 'hosts: [a.example]\n' });
  expect((await openHandbook({ root, cache })).config.hosts).toEqual(['a.example']);
  writeFiles(root, { 'handbook.yaml': 'hosts: a.example\n' });
  await expect(openHandbook({ root, cache })).rejects.toThrow('handbook.yaml line 1, "hosts" should be a list');
  for (const name of readdirSync(cache).filter((file) => file.startsWith('answer-config-')))
    writeFileSync(join(cache, name), 'x');
  writeFiles(root, { 'handbook.yaml': 'hosts: [a.example]\n' });
  await expectSameAnswers(root, cache);
});

test('what a killed run left behind is not read, and is swept away in time', async () => {
  const { root, cache, pack } = await warm();
  const half = join(cache, '.pages-0123456789ab.99.x');
  writeFileSync(half, readFileSync(pack).subarray(0, 50));
  utimesSync(half, 1000, 1000);
  writeFiles(root, { 'content/_index.md': '# Changed\n' });
  await expectSameAnswers(root, cache);
  expect(readdirSync(cache).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('runs at the same time, some killed, leave a cache that is whole', async () => {
  const root = temporaryFolder(pages);
  const cache = join(temporaryFolder(), 'cache');
  // While one of them removes the folder, an other may write into it.
  const script = `
    const { rmSync } = await import('node:fs');
    const { openHandbook, saveCache } = await import(${JSON.stringify(new URL('../../src/incremental/open.ts', import.meta.url).href)});
    for (let i = 0; i < 5; i++) { const h = await openHandbook({ root: ${JSON.stringify(root)}, cache: ${JSON.stringify(cache)} });
      for (const p of h.pages) p.content; saveCache(h); try { rmSync(${JSON.stringify(cache)}, { recursive: true, force: true }); } catch {} saveCache(h); }`;
  const runs = Array.from({ length: 4 }, (_, index) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: 'ignore',
    });
    if (index % 2 === 1) setTimeout(() => child.kill('SIGKILL'), 900 + 40 * index);
    return new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  });
  const codes = await Promise.all(runs);
  expect(codes.filter((_, index) => index % 2 === 0)).toEqual([0, 0]);
  await expectSameAnswers(root, cache);
});

test('unsaved text of an editor is never kept as the file', async () => {
  const { root, cache } = await warm();
  const session = await openSession({ root, cache, overlays: new Map([['content/_index.md', '# Unsaved\n']]) });
  expect(session.handbook.page('content/_index.md')?.title).toBe('Unsaved');
  session.save();
  await expectSameAnswers(root, cache);
});
