/**
 * `npx tsx scripts/mutate.ts [--sample N] [--seed N] [--folders src/links,rules] [--at FILE:LINE,…] [--only test/links] [--keep FOLDER]`: changes one sign of the source at
 * a time, in a copy, and runs the tests that reach it. All changes of a sample are in the copy at once, each behind a switch; every
 * test runs as it is, and again with each change that it reached and that nothing noticed yet. What no test notices is printed; a
 * change that the type check refuses counts as noticed, one that hangs or crashes too. With `--keep` a run that was stopped goes on where it was.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forgetful, type Mutant, mutantsOf, switched, typeCheck } from './mutation/mutants.ts';
import type { Entry } from './mutation/switch.ts';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    folders: {
      type: 'string',
      default: 'src/links,src/markdown,src/model,src/sections,src/competencies,src/sites,src/lint/changes,rules',
    },
    at: { type: 'string' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});
const COPIED = 'src rules test fixtures templates scripts docs README.md package.json tsconfig.json'.split(' ');
/** In a process that a test starts, no change is switched on. */
const ALL_OFF = 'globalThis.mutation={is:()=>false,forgetful:(make)=>make()}';
/** A test that takes longer than this with a change never ends. */
const HANG_SECONDS = 300;

const copy = values.keep ?? mkdtempSync(join(tmpdir(), 'mutate-'));
const log = join(copy, 'mutation.log');
const list = join(copy, 'mutants.json');
if (!existsSync(list)) prepare();
const mutants = new Map(JSON.parse(readFileSync(list, 'utf8')) as [number, Mutant][]);
await runAll();
report();
if (values.keep === undefined) rmSync(copy, { recursive: true });

/** The same numbers for the same seed. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

function drawn(all: readonly Mutant[]): readonly Mutant[] {
  const places = values.at?.split(',');
  if (places !== undefined) return all.filter(({ file, line }) => places.includes(`${file}:${line}`));
  const left = [...all];
  const numbers = randomNumbers(Number(values.seed) + 1);
  const count = Math.min(Number(values.sample), left.length);
  return Array.from({ length: count }, () => left.splice(numbers.next().value % left.length, 1)[0]!);
}

function prepare(): void {
  mkdirSync(copy, { recursive: true });
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const all = values.folders.split(',').flatMap((folder) => mutantsOf(copy, folder));
  const numbered = drawn(all).map((mutant, id) => [id, mutant] as const);
  for (const file of new Set(all.map((mutant) => mutant.file))) {
    const source = readFileSync(join(copy, file), 'utf8');
    const inFile = new Map(numbered.filter(([, mutant]) => mutant.file === file));
    writeFileSync(join(copy, file), forgetful(switched(source, inFile)));
  }
  console.log(`${numbered.length} of ${all.length} changes that there are`);
  writeFileSync(log, '');
  writeFileSync(list, JSON.stringify(numbered));
}

function entries(): readonly Entry[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Runs the tests until all are done; a change that makes one hang is noticed, and the rest goes on without it. */
async function runAll(): Promise<void> {
  for (let isDone = false; !isDone; ) {
    const env = {
      ...process.env,
      MUTATION_LOG: log,
      MUTATION_LIST: list,
      NODE_OPTIONS: `--no-warnings --import data:text/javascript,${ALL_OFF}`,
    };
    const config = ['--config', 'scripts/mutation/vitest.config.ts'];
    const args = ['node_modules/vitest/vitest.mjs', 'run', ...config, ...values.only.split(',').filter(Boolean)];
    const tests = spawn(process.execPath, args, {
      cwd: copy,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    });
    isDone = await ended(tests);
  }
}

function ended(tests: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => {
      process.kill(-tests.pid!, 'SIGKILL');
      process.exit(1);
    });
    /** Counts the change that was being tried as noticed, if one was. */
    const isLost = (how: string) => {
      const last = entries().at(-1);
      if (last === undefined || !('begins' in last)) return false;
      writeFileSync(log, `${JSON.stringify({ killed: last.begins, test: `${last.test} ${how}` })}\n`, { flag: 'a' });
      return true;
    };
    const watch = setInterval(() => {
      if (Date.now() - statSync(log).mtimeMs < HANG_SECONDS * 1000 || !isLost('hangs')) return;
      process.kill(-tests.pid!, 'SIGKILL');
    }, 1000);
    tests.on('exit', (_, signal) => {
      clearInterval(watch);
      const hung = signal === 'SIGKILL';
      resolve(!hung && !isLost('crashes'));
    });
  });
}

function report(): void {
  const all = entries();
  const killed = new Set(all.flatMap((entry) => ('killed' in entry ? [entry.killed] : [])));
  const reached = new Map<number, number>();
  for (const entry of all)
    if ('done' in entry) for (const id of entry.left) reached.set(id, (reached.get(id) ?? 0) + 1);
  for (const entry of all) if ('unfit' in entry) console.log(`fails without any change: ${entry.unfit} (${entry.why})`);
  const isRefused = typeCheck(root);
  const sums = new Map<string, { tried: number; noticed: number }>();
  let refused = 0;
  for (const [id, mutant] of mutants) {
    const { file, line, start, end, text } = mutant;
    let isNoticed = killed.has(id);
    if (!isNoticed && isRefused(mutant)) {
      refused += 1;
      isNoticed = true;
    }
    const folder = file
      .split('/')
      .slice(0, file.startsWith('src/') ? 2 : 1)
      .join('/');
    const sum = sums.get(folder) ?? { tried: 0, noticed: 0 };
    sums.set(folder, { tried: sum.tried + 1, noticed: sum.noticed + (isNoticed ? 1 : 0) });
    if (isNoticed) continue;
    const short = (words: string) => words.replace(/\s+/g, ' ').slice(0, 80);
    const before = short(readFileSync(join(root, file), 'utf8').slice(start, end));
    console.log(`NOT NOTICED ${file}:${line} ${before} -> ${short(text)} (${reached.get(id) ?? 0} tests reach it)`);
  }
  for (const [folder, { tried, noticed }] of sums) console.log(`${folder}: ${noticed} of ${tried}`);
  const noticed = [...sums.values()].reduce((sum, each) => sum + each.noticed, 0);
  const percent = Math.round((100 * noticed) / mutants.size);
  console.log(
    `${noticed} of ${mutants.size} noticed (${percent} %), ${refused} of them by the type check, seed ${values.seed}`,
  );
}
