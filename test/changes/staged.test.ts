import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { rules } from '../../rules/index.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { openHandbook, openOver, saveCache } from '../../src/incremental/open.ts';
import { ChangeCache } from '../../src/incremental/results/change-cache.ts';
import { onlyChanged } from '../../src/incremental/results/judge-changed.ts';
import { keepChange, recallChange } from '../../src/incremental/results/recall-change.ts';
import { ResultCache } from '../../src/incremental/results/result-cache.ts';
import { givenConfig } from '../../src/incremental/watch/stat-snapshot.ts';
import { judgeChange } from '../../src/lint/changes/index.ts';
import { pairOf } from '../../src/lint/changes/pair.ts';
import { lint } from '../../src/lint/run.ts';
import { hugo } from '../../src/sites/hugo/site.ts';
import { gitRepository, type TestRepository, temporaryFolder, withOwnGitSettings } from '../support/git-repository.ts';
import { runs } from '../support/runs.ts';
import { handbookRepository, judge, told } from './judge.ts';

withOwnGitSettings();

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;

/** A step: what somebody does, with two numbers that choose a page and a text. */
type Step = readonly [name: string, page: number, text: number];

const paths = ['content/pay.md', 'content/leave.md', 'content/team.md', 'content/new.md', 'content/a/b.md'];
const texts = [
  page('Pay', '## Salary\n\n## Bonus\n\n[Nowhere](/nowhere/)'),
  page('Leave', '[ever](/pay/#salary), with a [bonus](/pay/#bonus) and {{< mark >}}'),
  page('Team', '[New](/new/) [b](/a/b/#salary) [mark](/leave/#mark)'),
  page('Other', '## Premium\n\n[Pay](/pay/#premium) [old](/old/)'),
  '',
];

const steps: Readonly<Record<string, (work: TestRepository, path: string, text: string) => void>> = {
  edit: (work, path, text) => work.write({ [path]: text }),
  'edit a little': (work, path, text) => work.write({ [path]: `${text}\nMore.\n` }),
  stage: (work, path) => work.git('add', '--all', '--ignore-errors', '--', path),
  'stage all': (work) => work.git('add', '--all'),
  'stage no more': (work, path) => work.git('reset', '--quiet', '--', path),
  'intend to add': (work, path, text) => {
    work.write({ [path]: text });
    work.git('add', '--intent-to-add', path);
  },
  'remove from the index': (work, path) => work.git('rm', '--quiet', '--cached', '--ignore-unmatch', path),
  remove: (work, path) => rmSync(join(work.folder, path), { force: true }),
  rename: (work, path) => {
    if (existsSync(join(work.folder, path))) work.git('mv', '--force', path, 'content/moved.md');
  },
  commit: (work) => work.git('commit', '--quiet', '--allow-empty', '--message', 'x'),
  'commit a part': (work, path) => work.git('commit', '--quiet', '--allow-empty', '--message', 'x', '--', path),
  'go back': (work) => work.git('reset', '--quiet', '--soft', 'main'),
  'start anew': (work) => work.git('reset', '--quiet', '--hard'),
  'assume unchanged': (work, path) => {
    work.git('update-index', '--assume-unchanged', path);
    work.write({ [path]: page('Hidden', '[Nope](/hidden/)') });
  },
  'another configuration': (work, _, text) =>
    work.write({ 'handbook.yaml': `site: hugo\nrules:\n  handbook-link-anchor: ${text === '' ? 'off' : 'warn'}\n` }),
  'another template': (work, _, text) =>
    work.write({ 'layouts/shortcodes/mark.html': text === '' ? 'none\n' : '<a id="mark"></a>\n' }),
  'an ignored page': (work, path) => work.write({ '.gitignore': `${path}\n` }),
};

/** Judges what is staged by a cache, as the command does. */
async function judgeByCache(root: string, cache: string) {
  const folder = new CacheFolder(cache);
  const onDisk = new ResultCache(folder, 'on disk');
  const after = new ResultCache(folder, 'after', [onDisk]);
  const known = () => [after, onDisk].flatMap((results) => results.recallStored()?.placementBefore(null) ?? []);
  const open = (tree: FileTree) => openHandbook({ root, tree, cache, known: known() });
  const options = { root, base: null, staged: true, rules, open, openOver };
  const changes = new ChangeCache(folder, 'index', 'this code');
  const recalled = await recallChange(options, { cache: changes, onDisk }, givenConfig(undefined, undefined));
  if (recalled.known) return recalled.known.result;
  const before = new ResultCache(folder, 'before', [after, onDisk]);
  const result = await judgeChange({
    ...options,
    pair: recalled.pair,
    plans: { after: onlyChanged(after), before: onlyChanged(before) },
    onJudged: (judged, now, then) => keepChange(judged, recalled, now, then),
  });
  if (result.handbook !== null) saveCache(result.handbook);
  return result;
}

async function judgeDisk(root: string, cache: string): Promise<void> {
  const handbook = await openHandbook({ root, cache });
  lint(handbook, { rules, plan: onlyChanged(new ResultCache(new CacheFolder(cache), 'on disk'), Date.now()) });
  saveCache(handbook);
}

/** What is found where the files on disk are those of the index, against the last commit. */
async function judgeCheckout(work: TestRepository): Promise<unknown> {
  const folder = temporaryFolder('checkout');
  const tree = work.git('write-tree');
  cpSync(join(work.folder, '.git'), join(folder, '.git'), { recursive: true });
  work.git('--git-dir', join(folder, '.git'), '--work-tree', folder, 'read-tree', '--reset', tree);
  work.git('--git-dir', join(folder, '.git'), '--work-tree', folder, 'checkout-index', '--all', '--force');
  const open = (files: FileTree) => openHandbook({ root: folder, tree: files });
  const base = { kind: 'ref', ref: 'HEAD' } as const;
  return plain(await judgeChange({ root: folder, base, staged: false, rules, open, openOver }));
}

const plain = ({ findings }: { readonly findings: Iterable<unknown> }) => JSON.parse(JSON.stringify([...findings]));

test('whatever is edited, staged, committed and taken back, a run finds by its cache what one without finds, and what a checkout of the index shows', async () => {
  const step = fc.tuple(
    fc.constantFrom(...Object.keys(steps), 'judge the files on disk', 'judge the files on disk'),
    fc.nat(paths.length - 1),
    fc.nat(texts.length - 1),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (taken: readonly Step[]) => {
      const work = handbookRepository({ 'layouts/shortcodes/mark.html': '<a id="mark"></a>\n' });
      work.git('checkout', '--quiet', '-b', 'work');
      const cache = temporaryFolder('cache');
      for (const [name, at, text] of taken) {
        try {
          steps[name]?.(work, paths[at]!, texts[text]!);
        } catch {
          // git refuses some of it: to forget what it does not know, for instance.
        }
        if (steps[name] === undefined) await judgeDisk(work.folder, cache);
        const open = (tree: FileTree) => openHandbook({ root: work.folder, tree });
        const anew = await judgeChange({ root: work.folder, base: null, staged: true, rules, open, openOver });
        expect(plain(await judgeByCache(work.folder, cache))).toEqual(plain(anew));
        expect(plain(anew)).toEqual(await judgeCheckout(work));
      }
    }),
    { numRuns: runs(4, 60), endOnFailure: true },
  );
}, 300_000);

describe('what is staged is judged as git holds it', () => {
  const trace = () => {
    const asked = join(temporaryFolder('trace'), 'asked');
    vi.stubEnv('GIT_TRACE', asked);
    return () => readFileSync(asked, 'utf8').match(/built-in: git \S+/g) ?? [];
  };

  it('where lines end otherwise on disk', async () => {
    const work = handbookRepository();
    work.git('config', 'core.autocrlf', 'true');
    work.git('rm', '--quiet', '--cached', '-r', '.');
    work.git('reset', '--quiet', '--hard');
    expect(readFileSync(join(work.folder, 'content/pay.md'), 'utf8')).toContain('\r\n');
    work.write({ 'content/team.md': page('Team', '[Nope](/nope/)').replaceAll('\n', '\r\n') });
    work.git('add', '--all');
    const asked = trace();
    const { findings } = await judge(work.folder, 'index');
    expect(told({ findings } as never)).toEqual([
      expect.stringContaining('content/team.md:5 This link goes to /nope/'),
    ]);
    expect(asked().filter((each) => each.endsWith('cat-file')).length).toBeLessThan(12);
  });

  it('in a repository that names objects by SHA-256', async () => {
    const work = gitRepository();
    rmSync(join(work.folder, '.git'), { recursive: true });
    work.git('init', '--quiet', '--initial-branch=main', '--object-format=sha256');
    work.write({ 'handbook.yaml': 'site: hugo\n', 'content/_index.md': page('Start', '[A](/a/)') });
    for (const commit of [false, true]) {
      if (commit) work.commit();
      work.write({ 'content/b.md': page('B', commit ? '[No](/no/)' : '') });
      work.git('add', '--all');
      expect(told(await judge(work.folder, 'index'))).toEqual([
        expect.stringContaining(commit ? 'content/b.md:5' : 'content/_index.md:5'),
      ]);
    }
  });

  it('a link that leads out of the handbook is a page that cannot be read, and no configuration', async () => {
    const work = handbookRepository();
    symlinkSync('/etc/hostname', join(work.folder, 'content/out.md'));
    symlinkSync('../..', join(work.folder, 'content/up'));
    work.git('add', '--all');
    expect(told(await judge(work.folder, 'index'))).toEqual([expect.stringContaining('content/out.md:1 ')]);
    rmSync(join(work.folder, 'handbook.yaml'));
    symlinkSync('../elsewhere.yaml', join(work.folder, 'handbook.yaml'));
    work.git('add', '--all');
    await expect(judge(work.folder, 'index')).rejects.toThrow(/handbook\.yaml.* is a link that leads nowhere/);
  });

  it('but for a submodule whose commit is not there, which is as it is checked out', async () => {
    const shared = gitRepository({ 'perks.md': page('Perks', '## Bikes') });
    const around = handbookRepository();
    around.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared.folder, 'content/shared');
    around.commit('With perks');
    shared.write({ 'cars.md': page('Cars', '') });
    around.git('update-index', '--cacheinfo', `160000,${shared.commit()},content/shared`);
    around.git('commit', '--quiet', '--message', 'Cars');
    around.write({ 'content/team.md': page('Team', '[Perks](/shared/perks/#bikes)') });
    around.git('add', 'content/team.md');
    const { findings, notes } = await judge(around.folder, 'index');
    expect(findings).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^The commit [0-9a-f]{40} is not there \(in content\/shared\)$/)]);
  });

  it('and known by its name in git without being read, unless a filter writes it otherwise', () => {
    const work = gitRepository({ '.gitattributes': '*.png filter=own\nsecret/** filter=own\n', 'a.png': '1' });
    work.git('config', 'filter.own.smudge', 'tr a-z n-za-m');
    work.write({ 'a.md': '# A\n', 'secret/b.md': '# nopq\n' });
    work.git('add', '--all');
    work.write({ 'a.md': '# Later\n' });
    const { after } = pairOf({ root: work.folder, base: null, staged: true });
    const text = (path: string) => new TextDecoder().decode(after.read(path));
    expect([text('a.md'), text('secret/b.md')]).toEqual(['# A\n', '# abcd\n']);
    expect(after.stamp('a.md')?.blob).toBe(work.git('rev-parse', ':a.md'));
    expect(after.stamp('secret/b.md')?.blob).toBeUndefined();
  });

  it('and leaves what is known of the files on disk as it is', async () => {
    const work = handbookRepository({ 'content/more.md': page('More', '') });
    const [root, cache] = [work.folder, temporaryFolder('cache')];
    const moment = new Date(Date.now() - 60_000);
    for (const path of work.git('ls-files', 'content').split('\n')) utimesSync(join(root, path), moment, moment);
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
    const read: string[] = [];
    const files = diskTree(root);
    const tree: FileTree = {
      ...files,
      take: () => null,
      read(path) {
        read.push(path);
        return files.read(path);
      },
    };
    const open = async () => saveCache(await openHandbook({ root, cache, tree }));
    await open();
    read.length = 0;
    await open();
    const always = [...read];
    work.write({ 'content/pay.md': page('Pay', 'New.') });
    work.git('add', '--all');
    await judgeByCache(root, cache);
    read.length = 0;
    await open();
    vi.useRealTimers();
    expect(read.toSorted()).toEqual([...always, 'content/pay.md'].toSorted());
  });

  it('and each page at its place as an earlier run over what was staged has kept it, where nobody has judged the files on disk', async () => {
    const work = handbookRepository({ 'handbook.yaml': 'site: hugo\n' });
    const cache = temporaryFolder('cache');
    const judgeStaged = async (title: string, words: string) => {
      work.write({ 'content/pay.md': page(title, words) });
      work.git('add', '--all');
      await judgeByCache(work.folder, cache);
      work.commit(words);
    };
    await judgeStaged('Pay', 'One.');
    await judgeStaged('Salaries', 'Two.');
    const place = vi.spyOn(hugo, 'place');
    await judgeStaged('Salaries', 'Three.');
    expect(place).not.toHaveBeenCalled();
    await judgeStaged('Wages', 'Four.');
    expect(place).toHaveBeenCalled();
    place.mockRestore();
  });
});
