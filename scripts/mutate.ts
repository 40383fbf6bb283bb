/**
 * `npx tsx scripts/mutate.ts [--sample N] [--seed N] [--folders src/links,src/markdown,rules] [--at FILE:LINE,…]`: changes one
 * sign of the source at a time, in a copy, and runs the tests that can see it: a change that no test notices is printed. A
 * change that the type check refuses is not counted; one that hangs is noticed. By hand only, since it takes long.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf, mutated, typeCheck } from './mutation/mutants.ts';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    folders: { type: 'string', default: 'src/links,src/markdown,rules' },
    at: { type: 'string' },
  },
});
const COPIED = 'src rules test fixtures templates scripts docs README.md package.json tsconfig.json'.split(' ');

/** The same numbers for the same seed. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

function* inRandomOrder(mutants: readonly Mutant[]): Generator<Mutant> {
  const left = [...mutants];
  const numbers = randomNumbers(Number(values.seed) + 1);
  while (left.length > 0) yield left.splice(numbers.next().value % left.length, 1)[0]!;
}

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'mutate-')));
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const lineOf = ({ file, start }: Mutant) => readFileSync(join(copy, file), 'utf8').slice(0, start).split('\n').length;
const mutants = values.folders.split(',').flatMap((folder) => mutantsOf(copy, folder));
const places = values.at?.split(',');
const chosen = places
  ? mutants.filter((mutant) => places.includes(`${mutant.file}:${lineOf(mutant)}`))
  : inRandomOrder(mutants);
const most = places ? Number.POSITIVE_INFINITY : Number(values.sample);

let tests: ChildProcess | undefined;

async function start(): Promise<ChildProcess> {
  const runner = join(root, 'scripts/mutation/watch-tests.ts');
  const child = fork(runner, values.folders.split(','), {
    cwd: copy,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answerOf(child);
  return child;
}

/** What it says next; it ends where a test hangs. */
const answerOf = (child: ChildProcess) =>
  new Promise<string | null>((resolve) => {
    const settle = (answer: string | null) => {
      child.off('message', settle as never).off('exit', lose);
      resolve(answer);
    };
    const lose = () => {
      tests = undefined;
      settle('it hangs');
    };
    child.on('message', settle as never).on('exit', lose);
  });

/** A test that sees the file and fails as the copy stands now; any test for no file. */
async function failing(file: string): Promise<string | null> {
  tests ??= await start();
  tests.send(file);
  return answerOf(tests);
}

/** Without a change nothing may fail, or all that is said of changes is worth nothing. */
async function expectGreen(): Promise<void> {
  const test = await failing('');
  if (test !== null) throw new Error(`without any change, ${test} fails`);
}

await expectGreen();
const isAllowed = typeCheck(copy);
const tried = new Map<string, { tried: number; killed: number }>();
let [killed, refused, count] = [0, 0, 0];
for (const mutant of chosen) {
  if (count === most) break;
  if (!isAllowed(mutant)) {
    refused += 1;
    continue;
  }
  count += 1;
  const { file, start, end, text } = mutant;
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const what = `${source.slice(start, end).replace(/\s+/g, ' ').slice(0, 60)} -> ${text.slice(0, 60)}`;
  const place = `${file}:${lineOf(mutant)}`;
  const started = Date.now();
  writeFileSync(path, mutated(source, mutant));
  const test = await failing(file);
  const noticed = test !== null;
  writeFileSync(path, source);
  if (noticed && killed === 0) await expectGreen();
  if (noticed) killed += 1;
  const folder = file.slice(0, file.lastIndexOf('/'));
  const sum = tried.get(folder) ?? { tried: 0, killed: 0 };
  tried.set(folder, { tried: sum.tried + 1, killed: sum.killed + (noticed ? 1 : 0) });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${count} ${noticed ? 'killed  ' : 'SURVIVED'} ${place} ${what} (${seconds} s)${noticed ? ` by ${test}` : ''}`,
  );
}
tests?.kill('SIGKILL');
rmSync(copy, { recursive: true });
for (const [folder, sum] of tried) console.log(`${folder}: ${sum.killed} of ${sum.tried} killed`);
console.log(`${killed} of ${count} killed (${Math.round((100 * killed) / count)} %), seed ${values.seed}`);
console.log(`${mutants.length} changes there are; ${refused} of those drawn were refused by the type check`);
