/**
 * Keeps one vitest ready and runs the tests for whatever file it is told was changed; names one that fails, or says `null`.
 * A process of its own, as a change may make it hang.
 */
import { join } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';

/** The tests that see the most of a folder, its own first; what they let pass goes through the slower ones. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  'src/links': ['links', 'rules', 'lint'],
  'src/markdown': ['markdown', 'rules', 'links', 'lint'],
  'src/model': ['model', 'links', 'rules', 'lint', 'sites', 'incremental'],
  'src/sites': ['sites', 'links', 'rules', 'files'],
  'src/sections': ['sections', 'rules'],
  'src/competencies': ['competencies', 'rules'],
  'src/lint/changes': ['changes'],
  rules: ['rules', 'competencies', 'links', 'lint'],
};
const SLOW = /growth|hostile|mutations|incremental.results|required-sections/;
const FAR = ['reporters', 'example-handbook.test.ts', 'plain-handbook.test.ts'];
/** Tests of bounds, of processes and of disks, which say little on what is found. */
const LEFT_OUT =
  /robustness|comment\.test|controls|corpus\.test|remark-cli|pattern\.test|readers|session|lazy-reader|disk-|\/cache\./;

/** A run that hangs nowhere takes a part of this, of the processor's time; the first one has to load everything. */
const HANG_SECONDS = { first: 900, later: 60 };

const root = process.cwd();
const rank = ({ moduleId }: TestSpecification, order: readonly string[]) => {
  const at = order.indexOf(moduleId.slice(join(root, 'test/').length).split('/', 1)[0]!);
  return at < 0 ? order.length : at;
};

let order: readonly string[] = [];
let last = '';
class InOrder {
  readonly shard = (specifications: TestSpecification[]) => specifications;
  readonly sort = (specifications: TestSpecification[]) =>
    [...specifications].sort((a, b) => rank(a, order) - rank(b, order));
}

const vitest = await createVitest('test', {
  config: join(root, 'test/vitest.config.ts'),
  root,
  watch: false,
  bail: 1,
  pool: 'threads',
  isolate: false,
  maxWorkers: 1,
  reporters: [{}],
  sequence: { sequencer: InOrder },
});
let all = (await vitest.globTestSpecifications()).filter(({ moduleId }) => !LEFT_OUT.test(moduleId));

let failed: string | null = null;

async function failing(chosen: TestSpecification[]): Promise<string | null> {
  // Failures of the last run would count towards the one after which it stops.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(chosen);
  const module = testModules.find((each) => each.state() === 'failed');
  failed = module?.moduleId ?? null;
  if (module === undefined) return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : null;
  const [test] = module.children.allTests('failed');
  return `${module.relativeModuleId}: ${test?.fullName ?? module.errors()[0]?.message}`;
}

// Tests run in a thread of their own, so one that hangs leaves this one to end the process.
let before = process.cpuUsage();
let most = HANG_SECONDS.first;
setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1e6 > most) process.exit(1);
}, 1000);

/** More tests than this that fail without any change mean that something is wrong. */
const MOST_UNFIT = 12;

async function failingOf(): Promise<string | null> {
  const near = all.filter((each) => rank(each, order) < order.length && !SLOW.test(each.moduleId));
  const far = all.filter((each) => !near.includes(each) && rank(each, [...order, ...FAR]) < order.length + FAR.length);
  return (await failing(near)) ?? failing(far);
}

process.on('message', async (file: string) => {
  before = process.cpuUsage();
  most = file === '' ? HANG_SECONDS.first : HANG_SECONDS.later;
  // For no file those of all folders that are changed.
  const folders = file === '' ? process.argv.slice(2) : [file];
  const seen = Object.entries(NEAR).filter(([each]) => folders.some((one) => `${one}/`.startsWith(`${each}/`)));
  order = [...new Set((seen.length > 0 ? seen : Object.entries(NEAR)).flatMap(([, tests]) => tests))];
  // The one before has its own text again.
  for (const each of [last, file]) if (each !== '') vitest.invalidateFile(join(root, each));
  last = file;
  let answer = await failingOf();
  // Tests that need more than this copy has, such as the built command, say nothing of changes.
  for (let left = file === '' ? MOST_UNFIT : 0; answer !== null && failed !== null && left > 0; left--) {
    process.stderr.write(`left out: ${answer}\n`);
    const unfit = failed;
    all = all.filter(({ moduleId }) => moduleId !== unfit);
    answer = await failingOf();
  }
  most = Number.POSITIVE_INFINITY;
  process.send!(answer);
});
process.send!('ready');
