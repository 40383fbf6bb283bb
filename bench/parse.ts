/**
 * `npm run bench:parse -- <handbook> [rounds]`: the whole command, without cache, against remark-parse with GFM and front matter alone
 * on the same pages, interleaved. Prints the ratio and the command's peak memory.
 */
import { measure, ratio, toTable } from './measure.ts';

const root = new URL('..', import.meta.url).pathname;
const [handbook, rounds = '3'] = process.argv.slice(2);
if (!handbook) throw new Error('Usage: npm run bench:parse -- <handbook> [rounds]');
const config = process.env.CONFIG ? ['--config', process.env.CONFIG] : [];

const [lint, parse] = measure(
  [
    {
      name: 'handbook-lint --format json, cold',
      argv: [
        process.execPath,
        `${root}dist/cli/main.js`,
        '--root',
        handbook,
        '--format',
        'json',
        '--no-cache',
        ...config,
      ],
    },
    {
      name: 'remark-parse + GFM + front matter, parsing alone',
      argv: [process.execPath, `${root}bench/remark-parse.mjs`, handbook],
      exits: [0],
    },
  ],
  Number(rounds),
  (line) => console.error(line),
);
console.log(
  toTable([
    ['', 'wall s (median)', 'CPU s', 'peak MiB'],
    ...[lint!, parse!].map(({ name, median }) => [
      name,
      median.wall.toFixed(2),
      median.cpu.toFixed(2),
      median.memory.toFixed(0),
    ]),
  ]),
);
console.log(`\nhandbook-lint takes 1/${(1 / ratio(lint!, parse!)).toFixed(1)} of the parser's time.`);
