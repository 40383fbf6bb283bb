/**
 * `npm run bench:adversarial [-- --only NAME] [--sizes 1,4]`: pages made to hang or fill memory, through the whole lint, each in a
 * process of its own. Prints time and heap as a ratio to a plain page of that size, and how time grows with the size;
 * exit 1 where it grows faster than the page.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { adversarialHandbooks } from '../test/fuzz/adversarial-pages.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    judge: { type: 'string' },
    share: { type: 'string', default: '1' },
  },
});

if (values.judge !== undefined) {
  const { judgeAdversarial } = await import('../test/fuzz/judge-adversarial.ts');
  console.log(JSON.stringify(await judgeAdversarial(values.judge, Number(values.share))));
  process.exit(0);
}

/** What is quadratic has 2. Sorting, hash tables that leave the processor's cache and a busy machine make 1 a little more. */
const MOST_GROWTH = 1.5;
const SECONDS = 40;

interface Measured {
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly findings: number;
}

function measure(name: string, share: number): Measured | null {
  const script = new URL(import.meta.url).pathname;
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, '--judge', name, '--share', String(share)],
    { encoding: 'utf8', timeout: SECONDS * 1000, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return status === 0 ? (JSON.parse(stdout) as Measured) : null;
}

console.log('| pages | MB | s | to plain | MiB | to plain | growth | findings |\n|---|---|---|---|---|---|---|---|');
const plain = measure('plain prose', 1);
if (!plain) throw new Error('the plain page cannot be judged');
for (const name of Object.keys(adversarialHandbooks)) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const [quarter, whole] = [measure(name, 0.25), measure(name, 1)];
  if (!quarter || !whole) {
    console.log(`| ${name} | | more than ${SECONDS} s, or it failed |`);
    process.exitCode = 1;
    continue;
  }
  const growth = Math.log(whole.seconds / quarter.seconds) / Math.log(whole.bytes / quarter.bytes);
  const ratio = (pick: (measured: Measured) => number) =>
    (pick(whole) / whole.bytes / (pick(plain) / plain.bytes)).toFixed(1);
  const cells = [
    name,
    (whole.bytes / 1e6).toFixed(1),
    whole.seconds.toFixed(2),
    ratio(({ seconds }) => seconds),
    whole.megabytes.toFixed(0),
    ratio(({ megabytes }) => megabytes),
    growth.toFixed(2),
    String(whole.findings),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  // What takes no time at all has no growth to speak of.
  if (growth > MOST_GROWTH && whole.seconds > 1) process.exitCode = 1;
}
