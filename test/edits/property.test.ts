import { diffWordsWithSpace } from 'diff';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { movesOf, planMove } from '../../src/edits/move-files.ts';
import { type EditPlan, type Ground, Refusal } from '../../src/edits/plan.ts';
import { planRename } from '../../src/edits/rename-heading.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import type { Handbook } from '../../src/model/handbook.ts';
import { fixtures } from '../support/fixtures.ts';
import { carriedOut, groundOver } from './ground.ts';

/** What tells of links; a heading with other words may rightly miss in a list of wanted sections. */
const followed = rules.filter(({ id }) => /^handbook-(?:link-(?!positional)|redirect|include)/.test(id));

const { CORPUS: corpus, CHANGES: changes = '200', SEED: seed = '7' } = process.env;
const handbooks = [
  { name: 'the example handbook', root: `${fixtures}example-handbook`, runs: 60 },
  { name: 'plain files', root: `${fixtures}plain-handbook`, runs: 60 },
  ...(corpus ? [{ name: 'a real handbook', root: corpus, runs: Number(changes) / 2 }] : []),
];

/** Findings with the words they are about; paths are those after the change. */
function counted(handbook: Handbook, moved: (path: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const keyOf = ({ rule, path }: Finding) => `${rule} ${moved(path)}`;
  for (const finding of lint(handbook, { rules: followed, known: rules.map(({ id }) => id) }).findings)
    counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return new Map([...counts].sort());
}

async function expectSameFindings(ground: Ground, plan: EditPlan, before: ReadonlyMap<string, number>): Promise<void> {
  const newPaths = new Map(plan.moves.map(({ from, to }) => [from, to]));
  const renamed = new Map<string, number>();
  for (const [key, count] of before) {
    const [rule, path = ''] = key.split(/ (.*)/s);
    renamed.set(`${rule} ${newPaths.get(path) ?? path}`, count);
  }
  const tree = carriedOut(plan, ground);
  const after = await ground.over(tree);
  expect(plan.untouched.filter(({ kind }) => kind === 'breaks')).toEqual([]);
  const now = counted(after, (path) => path);
  for (const [key, count] of renamed) {
    // A destination that is written anew comes in the right case and by the straight way.
    if (/^handbook-link-(?:case|redirect) /.test(key)) renamed.set(key, Math.min(count, now.get(key) ?? 0));
    if (renamed.get(key) === 0) renamed.delete(key);
  }
  expect(now).toEqual(new Map([...renamed].sort()));
  expectOnlyDestinations(ground, plan, tree);
}

/** Every edit stands on a destination, the heading's words or a line of old addresses, and nothing else differs. */
function expectOnlyDestinations(ground: Ground, plan: EditPlan, tree: FileTree): void {
  const newPaths = new Map(plan.moves.map(({ from, to }) => [from, to]));
  const edited = new Set(plan.edits.map(({ path }) => path));
  for (const path of [...edited].slice(0, 5)) {
    const text = Buffer.from(tree.read(newPaths.get(path) ?? path)).toString('utf8');
    const before = ground.handbook.page(path)!.text;
    const parts = diffWordsWithSpace(before, text).filter(({ added, removed }) => added || removed);
    const own = plan.edits.filter((edit) => edit.path === path);
    const largest = Math.max(...own.map(({ start, end, text: words }) => Math.max(end - start, words.length)));
    for (const { value } of parts) expect(value.length).toBeLessThanOrEqual(largest);
  }
}

describe.each(handbooks)('a change of $name leaves every finding as it was', ({ root, runs }) => {
  let ground: Ground;
  let before: ReadonlyMap<string, number>;
  const check = { seed: Number(seed), numRuns: runs, endOnFailure: true };

  beforeAll(async () => {
    ground = await groundOver(diskTree(root));
    before = counted(ground.handbook, (path) => path);
  });

  it('when a heading is renamed', { timeout: 7_200_000 }, async () => {
    const withHeadings = ground.handbook.pages.filter(({ facts }) => facts.headings.length > 0);
    const words = fc.constantFrom(
      'Quite other words',
      'A & B: “quoted”',
      'Ways, *and* means',
      'Über Maß',
      'kept `code` here',
    );
    const run = async (pageAt: number, headingAt: number, next: string, keepsId: boolean) => {
      const page = withHeadings[pageAt % withHeadings.length]!;
      const index = headingAt % page.facts.headings.length;
      const plan = await planRename(ground, { page, index, words: next, keepsId }).catch(refused);
      if (plan !== null) await expectSameFindings(ground, plan, before);
    };
    await fc.assert(fc.asyncProperty(fc.nat(100_000), fc.nat(100_000), words, fc.boolean(), run), check);
  });

  it('when a page, a folder or a file is moved', { timeout: 7_200_000 }, async () => {
    const { content } = ground.handbook.config;
    const inContent = ground.handbook.pages.filter(
      ({ path, kind }) =>
        kind !== 'redirects' && kind !== 'include' && content.some((folder) => path.startsWith(folder)),
    );
    const folders = ['moved', 'handbook/moved here', 'handbook/deep/er'];
    const run = async (
      pageAt: number,
      folderAt: number,
      isFolder: boolean,
      keepBy: 'alias' | 'redirect' | 'nothing',
    ) => {
      const { path } = inContent[pageAt % inContent.length]!;
      const from = isFolder && path.split('/').length > 3 ? path.slice(0, path.lastIndexOf('/')) : path;
      const top = content.find((folder) => folder !== '' && path.startsWith(`${folder}/`)) ?? '';
      const folder = folders[folderAt % folders.length]!;
      const to = `${top === '' ? '' : `${top}/`}${folder}/${from.slice(from.lastIndexOf('/') + 1)}`;
      const plan = await planMove(ground, movesOf(from, to, ground.tree), keepBy).catch(refused);
      if (plan !== null) await expectSameFindings(ground, plan, before);
    };
    const ways = fc.constantFrom('alias' as const, 'redirect' as const, 'nothing' as const);
    await fc.assert(fc.asyncProperty(fc.nat(100_000), fc.nat(2), fc.boolean(), ways, run), check);
  });
});

function refused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
