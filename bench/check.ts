/**
 * `npm run bench:check [-- --update]`: whether the command got slower. What it costs is divided by what remark-parse costs in the same
 * minutes, cold over a part of the same pages and one page over one, so that neither the machine nor its other work counts much: most of
 * one page is the start of Node, which took 1.4 times as long beside parsing on one machine as on another.
 * Compares with bench/baseline.json and fails when a ratio is more than 15 % above it, twice in a row.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeHandbook } from './make-handbook.ts';
import { type Command, type Measured, measure } from './measure.ts';

const LIMIT = 1.15;
const root = new URL('..', import.meta.url).pathname;
const record = join(root, 'bench/baseline.json');
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, update: { type: 'boolean', default: false } },
});

const work = mkdtempSync(join(tmpdir(), 'handbook-check-'));
const handbook = join(work, 'handbook');
makeHandbook(handbook, 600);
makeHandbook(join(work, 'parsed'), 60);
makeHandbook(join(work, 'one'), 1);
const lint = (cache: string, ...paths: string[]) => [
  process.execPath,
  join(root, 'dist/cli/main.js'),
  '--root',
  handbook,
  '--format',
  'json',
  '--cache-location',
  join(work, cache),
  ...paths,
];
const page = join(handbook, 'content/handbook/area-1/section-1/_index.md');
// One thread, since a second one's start would be counted as work.
const env = { HANDBOOK_LINT_WORKERS: '0' };

// It depends on the run that made it how long it takes to load.
for (const name of readdirSync(join(root, 'dist/cli'))) if (name.endsWith('.v8')) rmSync(join(root, 'dist/cli', name));

const parse = (pages: string) => [process.execPath, join(root, 'bench/remark-parse.mjs'), join(work, pages)];
// Several in a row: a single run is too short for the operating system's account.
const eightTimes = (argv: readonly string[]) => ['sh', '-c', 'for i in 1 2 3 4 5 6 7 8; do "$@"; done', 'sh', ...argv];

const commands: readonly Command[] = [
  { name: 'parsing', argv: parse('parsed') },
  { name: 'parsing one', argv: eightTimes(parse('one')) },
  {
    name: 'cold',
    argv: lint('cold'),
    env,
    before: () => rmSync(join(work, 'cold'), { recursive: true, force: true }),
  },
  { name: 'one page', argv: eightTimes(lint('warm', page)), env },
];

/** Other work on the machine only ever adds, so the least is the truest. */
const least = (one: Measured) => Math.min(...one.runs.map(({ cpu }) => cpu));

function measureRatios(): Readonly<Record<string, number>> {
  const [parsing, parsingOne, cold, onePage] = measure(commands, Number(values.rounds)).map(least);
  const ratio = (cost: number, calibration: number) => Number((cost / calibration).toFixed(3));
  return { cold: ratio(cold!, parsing!), 'one page': ratio(onePage!, parsingOne!) };
}

function readRecord(): Readonly<Record<string, number>> {
  if (!existsSync(record))
    throw new Error('There is no bench/baseline.json; write it with npm run bench:check -- --update');
  return JSON.parse(readFileSync(record, 'utf8')) as Readonly<Record<string, number>>;
}

/** Whether nothing is slower than it was; prints each ratio. */
function hold(ratios: Readonly<Record<string, number>>): boolean {
  const known = readRecord();
  return Object.entries(ratios)
    .map(([name, ratio]) => {
      const growth = ratio / (known[name] ?? 0);
      const holds = growth <= LIMIT;
      console.log(`${name}: ${ratio} × parsing, ${growth.toFixed(2)} × the baseline${holds ? '' : ', too slow'}`);
      return holds;
    })
    .every(Boolean);
}

try {
  if (values.update) {
    const ratios = measureRatios();
    writeFileSync(record, `${JSON.stringify(ratios, null, 2)}\n`);
    console.log(`Written to bench/baseline.json: ${JSON.stringify(ratios)}`);
  } else if (!hold(measureRatios()) && !hold(measureRatios())) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
