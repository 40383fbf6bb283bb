/** Faults injected for real, around the command as its own process: with the cache, it says what it says without. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { gitRepository } from '../support/git-repository.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { pagesWithFaults, type RunOptions, run } from './handbook.ts';

// Each test starts many processes, which a busy machine gives their turn late.
vi.setConfig({ testTimeout: 300_000 });

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Runs with the cache, and wants what a run without finds. */
async function expectTruth(root: string, options: RunOptions & { readonly cache: string }): Promise<void> {
  const cached = await run(root, options);
  const truth = await run(root);
  expect(truth.code).toBe(1);
  expect(cached).toEqual(truth);
}

async function warm(count = 300) {
  const root = temporaryFolder(pagesWithFaults(count));
  const cache = join(temporaryFolder(), 'cache');
  await expectTruth(root, { cache });
  return { root, cache, pack: join(cache, readdirSync(cache).find((name) => name.startsWith('pages-'))!) };
}

/** Whether this process may mount a file system there; it is gone when the test is over. */
function mounted(folder: string, ...options: string[]): boolean {
  try {
    execFileSync('mount', [...options, folder], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', [folder]));
    return true;
  } catch {
    return false;
  }
}

const canMount = (() => {
  if (!isRoot) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test('two runs at once, and twenty', async () => {
  const root = temporaryFolder(pagesWithFaults(100));
  const cache = join(temporaryFolder(), 'cache');
  const truth = await run(root);
  for (const count of [2, 20]) {
    const all = await Promise.all(Array.from({ length: count }, () => run(root, { cache })));
    expect(all).toEqual(Array.from({ length: count }, () => truth));
    writeFiles(root, { 'content/_index.md': '# New\n' });
  }
  await expectTruth(root, { cache });
});

test('killed at any moment, writing too', async () => {
  const root = temporaryFolder(pagesWithFaults(400));
  const cache = join(temporaryFolder(), 'cache');
  const start = performance.now();
  await run(root, { cache });
  const whole = performance.now() - start;
  for (let moment = 1; moment <= 8; moment++) {
    writeFiles(root, { 'content/_index.md': `# Changed ${moment}\n` });
    await run(root, { cache, killAfter: (whole * (moment + 4)) / 12 });
  }
  await expectTruth(root, { cache });
});

test('a cut cache, flipped bits in it, and what another version has written', async () => {
  const { root, cache, pack } = await warm();
  const { size } = statSync(pack);
  for (const break_ of [
    'head -c $(($1 / 2)) "$0" >"$0.x" && mv "$0.x" "$0"',
    'printf "\\377" | dd of="$0" bs=1 seek=$(($1 / 3)) conv=notrunc status=none',
    'printf "\\377" | dd of="$0" bs=1 seek=9 conv=notrunc status=none',
    'printf "handbook-lint cache 99\\n{}" >"$0"',
  ]) {
    execFileSync('sh', ['-c', break_, pack, String(size)]);
    await expectTruth(root, { cache });
  }
});

test.skipIf(!isRoot)('a folder that the user may not write to, nor read', async () => {
  const { root, cache } = await warm();
  for (const folder of [root, dirname(cache)]) chmodSync(folder, 0o755);
  for (const mode of [0o555, 0o000]) {
    chmodSync(cache, mode);
    writeFiles(root, { 'content/_index.md': `# ${mode}\n` });
    const truth = await run(root);
    expect(await run(root, { cache, uid: NOBODY })).toEqual(truth);
  }
  chmodSync(cache, 0o755);
});

test.skipIf(!canMount)('a read-only file system', async () => {
  const { root, cache } = await warm();
  expect(mounted(cache, '--bind', cache)).toBe(true);
  execFileSync('mount', ['-o', 'remount,ro,bind', cache]);
  writeFiles(root, { 'content/_index.md': '# Changed\n' });
  await expectTruth(root, { cache });
});

test.skipIf(!canMount)('a full disk', async () => {
  const root = temporaryFolder(pagesWithFaults(300));
  const cache = temporaryFolder();
  expect(mounted(cache, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs')).toBe(true);
  await expectTruth(root, { cache });
  await expectTruth(root, { cache });
  // Nothing is left to fill it further.
  expect(readdirSync(cache)).toEqual(['CACHEDIR.TAG']);
});

test('a clock that is behind, and one that is ahead', async () => {
  const { root, cache } = await warm(50);
  for (const days of [-1, 1]) {
    const shifted = `const now=Date.now;Date.now=()=>now()+${days * 86_400_000}`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shifted)}` };
    await expectTruth(root, { cache, env });
    const path = join(root, 'content/_index.md');
    for (const word of ['Aa', 'Bb']) {
      const { atimeMs, mtimeMs } = statSync(path);
      writeFileSync(path, `# ${word}\n\n[x](/${word}/)\n`);
      utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
      await expectTruth(root, { cache, env });
      await expectTruth(root, { cache });
    }
  }
});

test('another text of the same size and time', async () => {
  const { root, cache } = await warm(50);
  const path = join(root, 'content/team-1/page-1.md');
  const { atimeMs, mtimeMs } = statSync(path);
  for (const word of ['gane', 'gine', 'gone']) {
    writeFileSync(path, `[x](/${word}-1/)\n`);
    utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
    await expectTruth(root, { cache });
  }
});

test('branches that git switches between', async () => {
  const work = gitRepository();
  work.write(pagesWithFaults(60));
  work.git('add', '--all');
  work.git('commit', '--quiet', '--message', 'One');
  work.git('branch', 'one');
  work.git('checkout', '--quiet', '-b', 'two');
  work.git('mv', 'content/team-1/page-1.md', 'content/team-1/other.md');
  work.write({ 'content/_index.md': '# Two\n', 'content/team-2/page-2.md': '[x](/two/)\n' });
  work.git('add', '--all');
  work.git('commit', '--quiet', '--message', 'Two');
  const cache = join(temporaryFolder(), 'cache');
  for (const branch of ['one', 'two', 'one', 'one', 'two']) {
    work.git('checkout', '--quiet', branch);
    await expectTruth(work.folder, { cache });
  }
});

test('a page renamed in capital letters alone', async () => {
  const { root, cache } = await warm(60);
  const folder = join(root, 'content/team-1');
  renameSync(join(folder, 'page-1.md'), join(folder, 'Page-1.md'));
  await expectTruth(root, { cache });
  renameSync(join(folder, 'Page-1.md'), join(folder, 'PAGE-1.md'));
  await expectTruth(root, { cache });
});

test('pages that change, come and go while they are read', async () => {
  const { root, cache } = await warm(400);
  const path = join(root, 'content/team-1');
  mkdirSync(join(root, 'aside'));
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    for (let index = 1; index < 400; index += 20)
      writeFileSync(join(path, `page-${index}.md`), `[x](/gone-${turn}/)\n`.repeat(1 + (turn % 50)));
    try {
      if (turn % 2) renameSync(join(path, 'page-1.md'), join(root, 'aside/page-1.md'));
    } catch {
      // It was just taken away.
    }
  }, 3);
  try {
    for (let again = 0; again < 4; again++) {
      const { code, errors } = await run(root, { cache });
      expect([code, errors]).toEqual([1, '']);
    }
  } finally {
    clearInterval(timer);
  }
  await expectTruth(root, { cache });
  await expectTruth(root, { cache });
});
