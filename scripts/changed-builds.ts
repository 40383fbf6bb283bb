/**
 * Renames headings and moves pages and folders of a handbook at random, and compares what real Hugo builds before and after.
 *
 *     tsx scripts/changed-builds.ts <handbook> <tools> --hugo <program> [--config FILE] [--changes 200] [--builds 5] [--seed 1]
 *
 * <tools> holds `build-site` and `extract`, which build a handbook with Hugo and list its links with their verdicts. The handbook is
 * copied first. Fails when a file has more dead links than before, under whichever path it has by then.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { carryOut } from '../src/edits/carry-out.ts';
import { editedTexts } from '../src/edits/changed-tree.ts';
import { movesOf, planMove } from '../src/edits/move-files.ts';
import { readOriginals } from '../src/edits/originals.ts';
import { type EditPlan, type Ground, Refusal } from '../src/edits/plan.ts';
import { planRename } from '../src/edits/rename-heading.ts';
import { diskTree } from '../src/files/disk-tree.ts';
import { openSession } from '../src/incremental/open.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hugo: { type: 'string', default: 'hugo' },
    config: { type: 'string' },
    changes: { type: 'string', default: '200' },
    builds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    host: { type: 'string' },
  },
});
const [handbook = '.', tools = '.'] = positionals;
const scratch = mkdtempSync(join(tmpdir(), 'changed-builds-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const root = join(scratch, 'handbook');
cpSync(handbook, root, { recursive: true });
if (values.config !== undefined) cpSync(values.config, join(root, 'handbook.yaml'));

interface BuiltLink {
  readonly file: string;
  readonly href: string;
  readonly verdict: string;
}

/** The dead links of a real build, by file. */
function deadLinks(): ReadonlyMap<string, readonly string[]> {
  const out = join(scratch, 'out');
  rmSync(out, { recursive: true, force: true });
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync(join(tools, 'build-site'), [root, out, '--hugo', resolve(values.hugo)], quiet);
  execFileSync(join(tools, 'extract'), [out, ...(values.host ? ['--self-host', values.host] : [])], quiet);
  const dead = new Map<string, string[]>();
  for (const line of readFileSync(join(out, 'links.jsonl'), 'utf8').trim().split('\n')) {
    const { file, href, verdict } = JSON.parse(line) as BuiltLink;
    if (!/missing/.test(verdict)) continue;
    dead.set(file, [...(dead.get(file) ?? []), href]);
  }
  return dead;
}

interface Change {
  readonly page: number;
  readonly heading: number;
  readonly isRename: boolean;
  readonly isFolder: boolean;
  readonly keepsId: boolean;
  readonly words: string;
  readonly folder: string;
  readonly keepBy: 'alias' | 'nothing';
}

const change: fc.Arbitrary<Change> = fc.record({
  page: fc.nat(100_000),
  heading: fc.nat(100_000),
  isRename: fc.boolean(),
  isFolder: fc.boolean(),
  keepsId: fc.boolean(),
  words: fc.constantFrom('Quite other words', 'A & B: “quoted”', 'Ways, *and* means', 'Über Maß', 'kept `code` here'),
  folder: fc.constantFrom('moved', 'handbook/moved here', 'handbook/deep/er'),
  keepBy: fc.constantFrom('alias', 'nothing'),
});

async function planOf(asked: Change, ground: Ground): Promise<EditPlan> {
  const { content } = ground.handbook.config;
  if (asked.isRename) {
    const pages = ground.handbook.pages.filter(({ facts }) => facts.headings.length > 0);
    const page = pages[asked.page % pages.length]!;
    const index = asked.heading % page.facts.headings.length;
    return planRename(ground, { page, index, words: asked.words, keepsId: asked.keepsId });
  }
  const pages = ground.handbook.pages.filter(
    ({ path, kind }) =>
      kind !== 'redirects' && kind !== 'include' && content.some((folder) => path.startsWith(`${folder}/`)),
  );
  const { path } = pages[asked.page % pages.length]!;
  const from = asked.isFolder && path.split('/').length > 3 ? path.slice(0, path.lastIndexOf('/')) : path;
  const top = content.find((folder) => path.startsWith(`${folder}/`)) ?? '';
  const to = `${top}/${asked.folder}/${from.slice(from.lastIndexOf('/') + 1)}`;
  return planMove(ground, movesOf(from, to, ground.tree), asked.keepBy);
}

const tree = diskTree(root);
const session = await openSession({ root, tree });

/** Carries a change out on disk; gives its moves, and `null` for a change that is refused or that breaks what it names. */
async function carriedOut(asked: Change): Promise<EditPlan | null> {
  const ground: Ground = { handbook: await session.refresh(), tree, over: (other) => session.over(other) };
  try {
    const plan = await planOf(asked, ground);
    if (plan.untouched.some(({ kind }) => kind === 'breaks')) return null;
    const originals = readOriginals(root);
    carryOut(
      editedTexts(plan.edits, (path) => originals.get(path)?.text ?? ''),
      plan.moves,
      originals,
    );
    return plan;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const changes = fc.sample(change, { seed: Number(values.seed), numRuns: Number(values.changes) });
const perBuild = Math.ceil(changes.length / Number(values.builds));
let before = deadLinks();
const count = (dead: typeof before) => [...dead.values()].flat().length;
console.log(`before            ${count(before)} dead links`);
let [done, left, fresh] = [0, 0, 0];
while (done + left < changes.length) {
  const paths = new Map([...before.keys()].map((path) => [path, path]));
  for (const asked of changes.slice(done + left, done + left + perBuild)) {
    const plan = await carriedOut(asked);
    if (plan === null) left += 1;
    else done += 1;
    const moved = new Map(plan?.moves.map(({ from, to }) => [from, to]));
    for (const [path, now] of paths) paths.set(path, moved.get(now) ?? now);
  }
  const after = deadLinks();
  const allowed = new Map([...before].map(([path, hrefs]) => [paths.get(path) ?? path, hrefs]));
  for (const [path, hrefs] of after) {
    const more = hrefs.length - (allowed.get(path)?.length ?? 0);
    if (more <= 0) continue;
    fresh += more;
    const known = new Set(allowed.get(path));
    console.log(`  ${path}: ${hrefs.filter((href) => !known.has(href)).join(' ') || `${more} more`}`);
  }
  before = after;
  console.log(`after ${done} changes   ${count(after)} dead links, ${fresh} of them new; ${left} changes were refused`);
}
process.exitCode = fresh === 0 ? 0 : 1;
