import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/lint/finding.ts';
import { judgeCold, judgeKnown, runCommand, shown } from './doors.ts';
import { randomBy } from './random.ts';
import { git, LivingHandbook } from './repository.ts';
import { startServer } from './server.ts';

/** How often the built command is run besides. */
const SAMPLE = 5;

/** What was tried; `problem` is the first time that two doors did not agree, in a folder that is kept. */
export interface Life {
  readonly commits: number;
  readonly findings: number;
  readonly problem: string | null;
}

/** Lets ten people work on a handbook, and has every commit judged by every door. Ends early when `isOver`. */
export async function live(
  seed: number,
  commits: number,
  command: string,
  isOver: () => boolean = () => false,
): Promise<Life> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-life-')));
  const [work, clone, caches] = ['work', 'clone', 'caches'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(work);
  const random = randomBy(seed);
  const handbook = new LivingHandbook(work, random);
  git(folder, ['clone', '--quiet', '--depth=1', `file://${work}`, clone]);
  const server = await startServer(command, work);
  let [done, found] = [0, 0];
  let before = await judgeCold(work);
  try {
    while (done < commits && !isOver()) {
      const step = handbook.next();
      if (step === null) continue;
      const isSample = done % SAMPLE === 0;
      const context = `commit ${done + 1} of seed ${seed}, ${step.what}`;
      const last = handbook.head;
      if (last !== lastJudged(work)) before = await coldAt(clone, last);
      const problem = (text: string): Life => ({
        commits: done,
        findings: found,
        problem: `${context}, in ${folder}: ${text}`,
      });

      const staged = await judgeKnown(work, null, join(caches, 'hook'));
      const hook = isSample
        ? runCommand(command, work, ['--staged', '--cache-location', join(caches, 'hook-command')])
        : staged;
      step.commit();
      git(clone, ['fetch', '--quiet', '--depth=2', '--force', 'origin', handbook.head]);
      git(clone, ['checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD']);
      const since = await judgeKnown(clone, { kind: 'ref', ref: 'HEAD^1' }, join(caches, 'job'));
      const job = isSample
        ? runCommand(command, clone, ['--since', 'HEAD^1', '--cache-location', join(caches, 'job-command')])
        : since;
      const cold = await judgeCold(work);
      const told = await server.all();
      const all = isSample ? runCommand(command, work, ['--no-cache']) : cold;

      const differing =
        differs('--staged by two doors', staged, hook) ??
        differs('--since by two doors', since, job) ??
        differs('a cold run by two doors', cold, all) ??
        (step.isMerge ? additional('--staged of a merge beside --since', staged, since) : null) ??
        (step.isMerge ? null : differs('--staged and --since', staged, since)) ??
        differsText('a cold run and the server', cold.map((each) => shown(each, true)).sort(), told) ??
        strange(since, before, isBeyondNames(clone) ? [] : cold, cold);
      if (differing !== null) return problem(differing);
      git(work, ['update-ref', 'refs/judged', handbook.head]);
      before = cold;
      done += 1;
      found += since.length;
    }
    rmSync(folder, { recursive: true, force: true });
    return { commits: done, findings: found, problem: null };
  } finally {
    server.stop();
  }
}

const lastJudged = (work: string) => git(work, ['rev-parse', '--verify', '--quiet', 'refs/judged'], true);

/** What is wrong in a commit that was not the last one that was judged. */
async function coldAt(clone: string, commit: string): Promise<readonly Finding[]> {
  git(clone, ['fetch', '--quiet', '--depth=1', '--force', 'origin', commit]);
  git(clone, ['checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD']);
  return judgeCold(clone);
}

function differs(what: string, one: readonly Finding[], other: readonly Finding[]): string | null {
  return differsText(what, one.map((each) => shown(each)).sort(), other.map((each) => shown(each)).sort());
}

function differsText(what: string, one: readonly string[], other: readonly string[]): string | null {
  const [more, less] = [one.filter((each) => !other.includes(each)), other.filter((each) => !one.includes(each))];
  if (more.length === 0 && less.length === 0 && one.length === other.length) return null;
  return `${what} differ\n${[...more.map((each) => `  first: ${each}`), ...less.map((each) => `  second: ${each}`)].join('\n')}`;
}

/** Where one has findings that the other has not; of a moved page, how many links its change leaves behind may differ. */
function additional(what: string, one: readonly Finding[], other: readonly Finding[]): string | null {
  const said = (each: Finding) => shown(each).replace(/\d+ links? on \d+ pages? still go(?:es)? /, 'links still go ');
  const known = new Set(other.map(said));
  const more = one.filter((each) => !known.has(said(each)));
  return more.length === 0 ? null : `${what} has more\n${more.map((each) => `  ${shown(each)}`).join('\n')}`;
}

/**
 * Whether links may be broken as before by other names: a moved page's address stands in them, or both states are judged by a new
 * configuration.
 */
function isBeyondNames(clone: string): boolean {
  const names = git(clone, ['diff', '--name-status', '-M', 'HEAD^1', 'HEAD']);
  return /^R|\thandbook\.yaml$|\thugo\.toml$/m.test(names);
}

/** What a change is told of stands in the new state, and what nothing like was there before is told. */
function strange(
  fresh: readonly Finding[],
  before: readonly Finding[],
  expected: readonly Finding[],
  after: readonly Finding[],
): string | null {
  const place = ({ path, start, rule }: Finding) => `${path}:${start.offset} ${rule}`;
  const told = new Set(fresh.map(place));
  const there = new Set(after.map(place));
  const invented = fresh.filter((each) => each.data.outcome !== undefined && !there.has(place(each)));
  const kind = ({ rule, data }: Finding) => `${rule} ${data.href ?? ''} ${data.target ?? ''}`;
  const old = new Set(before.map(kind));
  // Words of a link may be edited, by hand in a move of its target that git does not see: what is wrong with it stays.
  const words = ({ path, rule, message }: Finding) => `${path} ${rule} ${message}`;
  const oldWords = new Set(before.map(words));
  // A link by an old address stays one when what it leads to gets another address.
  const link = ({ path, rule, data }: Finding) => `${path} ${rule} ${data.href} ${data.outcome}`;
  const works = new Set(before.filter(({ data }) => data.outcome === 'found').map(link));
  const lost = expected.filter(
    (each) =>
      typeof each.data.href === 'string' &&
      !old.has(kind(each)) &&
      !works.has(link(each)) &&
      !oldWords.has(words(each)) &&
      !told.has(place(each)),
  );
  if (invented.length === 0 && lost.length === 0) return null;
  const lines = [
    ...invented.map((each) => `  not there: ${shown(each)}`),
    ...lost.map((each) => `  not told: ${shown(each)}`),
  ];
  return `what the change is told of is not what changed\n${lines.join('\n')}`;
}
