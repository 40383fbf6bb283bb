import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { openHandbook, openOver } from '../../src/incremental/open.ts';
import { ChangeCache } from '../../src/incremental/results/change-cache.ts';
import { onlyChanged } from '../../src/incremental/results/judge-changed.ts';
import { keepChange, recallChange } from '../../src/incremental/results/recall-change.ts';
import { ResultCache } from '../../src/incremental/results/result-cache.ts';
import { givenConfig } from '../../src/incremental/watch/stat-snapshot.ts';
import { type Base, baseOfPipeline } from '../../src/lint/changes/base.ts';
import { judgeChange } from '../../src/lint/changes/index.ts';
import { lint } from '../../src/lint/run.ts';
import { type TestRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';
import { handbookRepository } from './judge.ts';

withOwnGitSettings();
afterEach(() => void vi.useRealTimers());

interface Run {
  /** As the run before found it, without anything being judged. */
  readonly isKnown: boolean;
  readonly findings: unknown;
}

/** Runs that share a cache, which the files on disk were judged with at the first; each must find what a run without one finds. */
function runsOf(root: string, staged: boolean, base: () => Base | null) {
  const folder = new CacheFolder(temporaryFolder('cache'));
  const onDisk = () => new ResultCache(folder, 'files on disk');
  let isJudged: Promise<unknown> | undefined;
  const judgeDisk = async (since: number) =>
    lint(await openHandbook({ root, tree: diskTree(root) }), { rules, plan: onlyChanged(onDisk(), since) });
  return async ({ key = 'this code', since = Date.now() + 10_000 } = {}): Promise<Run> => {
    isJudged ??= judgeDisk(since);
    await isJudged;
    const open = (tree: FileTree) => openHandbook({ root, tree });
    const options = { root, base: base(), staged, rules, open, openOver };
    const cache = new ChangeCache(folder, staged ? 'index' : 'disk', key);
    // Files that were just written count as settled from ten seconds on.
    const recalled = await recallChange(options, { cache, onDisk: onDisk() }, givenConfig(undefined, undefined), since);
    const onJudged: Parameters<typeof judgeChange>[0]['onJudged'] = (judged, after, before) =>
      keepChange(judged, recalled, after, before);
    const result = recalled.known?.result ?? (await judgeChange({ ...options, pair: recalled.pair, onJudged }));
    const anew = await judgeChange(options);
    const findings = JSON.parse(JSON.stringify(anew.findings));
    expect(JSON.parse(JSON.stringify(result.findings))).toEqual(findings);
    expect({ ...result.summary, milliseconds: 0 }).toEqual({ ...anew.summary, milliseconds: 0 });
    return { isKnown: recalled.known !== null, findings };
  };
}

/** A branch `work` whose index and files rename a heading that two pages link to; `main` stays behind. */
function renamedHeading(): TestRepository {
  const work = handbookRepository({
    'content/part.md': '---\ntitle: Part\n---\n\n{{< mark >}}\n',
    'layouts/shortcodes/mark.html': '<a id="mark"></a>\n',
  });
  work.git('checkout', '--quiet', '-b', 'work');
  work.write({
    'content/pay.md': page('Pay', '## Salary\n\n## Premium\n'),
    'content/team.md': page('Team', '[Part](/part/#mark) and ![us](/us.png)\n'),
  });
  work.git('add', '--all');
  return work;
}

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}`;

type Edits = Readonly<Record<string, (work: TestRepository) => void>>;

const index: Edits = {
  'a page that is staged': (work) => {
    work.write({ 'content/leave.md': page('Leave', '[Nope](/nope/)\n') });
    work.git('add', 'content/leave.md');
  },
  'a staged page that is staged again, as long as it was and as old': (work) => {
    rewrite(work, 'content/pay.md', 'Premium', 'Subsidy');
    work.git('add', 'content/pay.md');
  },
  'a page that is staged no more': (work) => work.git('reset', '--quiet', '--', 'content/pay.md'),
  'a deletion that is staged': (work) => work.git('rm', '--quiet', 'content/leave.md'),
  'a page that only the index loses': (work) => work.git('rm', '--quiet', '--cached', 'content/leave.md'),
  'a rename that is staged': (work) => work.git('mv', 'content/leave.md', 'content/rest.md'),
  'a template that is staged': (work) => {
    work.write({ 'layouts/shortcodes/mark.html': '<a id="note"></a>\n' });
    work.git('add', 'layouts');
  },
  'another configuration that is staged': (work) => {
    work.write({ 'handbook.yaml': 'site: hugo\nrules:\n  handbook-link-anchor: off\n' });
    work.git('add', 'handbook.yaml');
  },
  'a commit of part of it': (work) => work.git('commit', '--quiet', '--message', 'x', '--', 'content/pay.md'),
  'another commit checked out': (work) =>
    work.git('reset', '--quiet', '--soft', work.git('commit-tree', '-m', 'x', work.git('write-tree'))),
  'the same change of another commit': (work) => {
    const staged = work.git('rev-parse', ':content/pay.md');
    const leave = blob(work, page('Leave', '[Parents](#parents)\n'));
    const team = work.git('rev-parse', ':content/team.md');
    work.git('read-tree', 'HEAD');
    work.git('update-index', '--cacheinfo', `100644,${leave},content/leave.md`);
    work.git('reset', '--quiet', '--soft', work.git('commit-tree', '-m', 'x', work.git('write-tree')));
    work.git('update-index', '--cacheinfo', `100644,${team},content/team.md`);
    work.git('update-index', '--cacheinfo', `100644,${staged},content/pay.md`);
  },
  'another index': (work) => {
    work.git('read-tree', '--index-output=.git/other', 'HEAD');
    vi.stubEnv('GIT_INDEX_FILE', join(work.folder, '.git/other'));
  },
};

const disk: Edits = {
  'a page with other words of the same length, its time set back': (work) =>
    rewrite(work, 'content/pay.md', 'Premium', 'Subsidy'),
  'a page that the change had not touched': (work) => work.write({ 'content/leave.md': page('Leave', '[No](/no/)\n') }),
  'a new page': (work) => work.write({ 'content/new.md': page('New', '[Nope](/nope/)\n') }),
  'a page gone': (work) => work.remove('content/leave.md'),
  'a served file gone': (work) => work.remove('static/us.png'),
  'a template': (work) => work.write({ 'layouts/shortcodes/mark.html': '<a id="note"></a>\n' }),
  'another configuration': (work) =>
    work.write({ 'handbook.yaml': 'site: hugo\nrules:\n  handbook-link-anchor: off\n' }),
};

/** Puts a text into the repository, and nowhere else; its id. */
function blob(work: TestRepository, text: string): string {
  work.write({ 'text.txt': text });
  const id = work.git('hash-object', '-w', 'text.txt');
  work.remove('text.txt');
  return id;
}

function rewrite(work: TestRepository, path: string, from: string, to: string): void {
  const file = join(work.folder, path);
  const { atime, mtime } = statSync(file);
  work.write({ [path]: page('Pay', `## Salary\n\n## ${from}\n`).replace(from, to) });
  utimesSync(file, atime, mtime);
}

/** Two runs find the same, the second without judging; after the edit a run finds something else. */
async function expectSeen(run: () => Promise<Run>, edit: () => void): Promise<void> {
  const first = await run();
  expect(first.findings).not.toEqual([]);
  expect(first.isKnown).toBe(false);
  expect(await run()).toEqual({ ...first, isKnown: true });
  // A file system's clock may tick a few times a second only.
  await new Promise((resolve) => setTimeout(resolve, 20));
  edit();
  expect((await run()).findings).not.toEqual(first.findings);
}

const main = { kind: 'ref', ref: 'main' } as const;

describe('what --staged found is found again without judging, until there is', () => {
  it.each(Object.entries(index))('%s', async (_, edit) => {
    const work = renamedHeading();
    await expectSeen(
      runsOf(work.folder, true, () => null),
      () => edit(work),
    );
  });
});

describe('what --since found is found again without judging, until there is', () => {
  it.each(Object.entries(disk))('%s', async (_, edit) => {
    const work = renamedHeading();
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => edit(work),
    );
  });

  it('another commit under the name of the branch', async () => {
    const work = renamedHeading();
    work.git('commit', '--quiet', '--message', 'x');
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => work.git('branch', '--force', 'main', 'work'),
    );
  });

  it('another place where the branch left the other', async () => {
    const work = renamedHeading();
    work.git('commit', '--quiet', '--message', 'x');
    const run = runsOf(work.folder, false, () => ({ kind: 'merge-base', branch: 'main' }));
    await expectSeen(run, () => work.git('branch', '--force', 'main', 'work'));
  });

  it('another commit in the variables of the pipeline', async () => {
    const work = renamedHeading();
    const commit = work.commit();
    let target = work.git('rev-parse', 'main');
    const variables = () => ({ CI_MERGE_REQUEST_IID: '1', CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target });
    const run = runsOf(work.folder, false, () => baseOfPipeline(variables()));
    await expectSeen(run, () => {
      target = commit;
    });
  });

  it('a page that is ignored no more', async () => {
    const work = renamedHeading();
    work.write({ '.gitignore': 'content/own.md\n', 'content/own.md': page('Own', '[Nope](/nope/)\n') });
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => work.write({ '.gitignore': '\n' }),
    );
  });

  it('another edit of an edited page', async () => {
    const work = renamedHeading();
    rewrite(work, 'content/pay.md', 'Premium', 'Subsidy');
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => rewrite(work, 'content/pay.md', 'Premium', 'Payment'),
    );
  });

  it('another text of an ignored file that the old state alone shows', async () => {
    const work = handbookRepository({
      '.gitignore': 'assets/own/\n',
      'content/team.md': page('Team', '{{< include "own/part.md" >}}\n'),
      'content/leave.md': page('Leave', '[Own](/team/#own) and [Other](/team/#other)\n'),
    });
    work.write({ 'assets/own/part.md': '## Own\n', 'content/team.md': page('Team', 'Nothing.\n') });
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => work.write({ 'assets/own/part.md': '## Other\n' }),
    );
  });

  it('an ignored page that says something else', async () => {
    const work = renamedHeading();
    work.write({ '.gitignore': 'content/own.md\n', 'content/own.md': page('Own', '{#bonus}\n') });
    work.write({ 'content/team.md': page('Team', '[Own](/own/#later)\n') });
    await expectSeen(
      runsOf(work.folder, false, () => main),
      () => work.write({ 'content/own.md': page('Own', '## Later\n') }),
    );
  });
});

describe('a change is judged again', () => {
  it('when the code or its options differ', async () => {
    const work = renamedHeading();
    const run = runsOf(work.folder, true, () => null);
    await run();
    expect(await run({ key: 'other code' })).toMatchObject({ isKnown: false });
  });

  it('when a page appears by its date', async () => {
    const work = renamedHeading();
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
    work.write({
      'content/leave.md': page('Leave', '').replace('---\n\n', `date: ${tomorrow.toISOString()}\n---\n\n`),
    });
    const run = runsOf(work.folder, false, () => main);
    const first = await run();
    expect((await run()).isKnown).toBe(true);
    vi.useFakeTimers({ now: tomorrow.getTime() + 1000, toFake: ['Date'] });
    expect((await run()).findings).not.toEqual(first.findings);
  });

  it('when a file was written so lately that its times may not tell of the next write', async () => {
    const work = renamedHeading();
    const run = runsOf(work.folder, false, () => main);
    await run({ since: Date.now() });
    expect(await run({ since: Date.now() })).toMatchObject({ isKnown: false });
  });

  it('when git lacked something', async () => {
    const work = renamedHeading();
    work.git('commit', '--quiet', '--message', 'x');
    const id = work.git('rev-parse', 'main:content/pay.md');
    const object = join('.git/objects', id.slice(0, 2), id.slice(2));
    const text = `${work.git('cat-file', 'blob', id)}\n`;
    work.remove(object);
    const run = runsOf(work.folder, false, () => main);
    const first = await run();
    expect(blob(work, text)).toBe(id);
    expect((await run()).findings).not.toEqual(first.findings);
  });
});

describe('what does not belong to a change', () => {
  it('is no matter: files on disk for --staged', async () => {
    const work = renamedHeading();
    const run = runsOf(work.folder, true, () => null);
    const first = await run();
    work.write({
      'content/leave.md': page('Leave', '[Nope](/nope/)\n'),
      'content/new.md': page('New', '[Nope](/nope/)\n'),
      'handbook.yaml': 'site: hugo\nrules:\n  handbook-link-anchor: off\n',
    });
    expect((await run()).findings).toEqual(first.findings);
    work.git('stash', '--quiet', '--keep-index', '--include-untracked');
    expect((await run()).findings).toEqual(first.findings);
  });

  it('is that nothing differs any more', async () => {
    const work = renamedHeading();
    const run = runsOf(work.folder, true, () => null);
    await run();
    work.git('commit', '--quiet', '--message', 'x');
    expect(await run()).toEqual({ isKnown: true, findings: [] });
  });
});
