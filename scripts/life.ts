/**
 * `npm run life -- [--minutes N] [--commits N] [--seed N]`: months of a handbook's life, one after another, until the time is up.
 * Ten authors edit, move, merge, revert, push by force and configure; every commit is judged by `--staged`, by `--since` in a
 * shallow clone with a cache of other branches, by the language server, and cold, and all must agree. Needs what `npm run build` makes.
 */
import { parseArgs } from 'node:util';
import { loadParsers } from '../src/markdown/parse.ts';
import { live } from '../test/life/live.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    commits: { type: 'string', default: '300' },
    seed: { type: 'string', default: '18' },
  },
});
const command = new URL('../dist/cli/main.js', import.meta.url).pathname;
const until = Date.now() + Number(values.minutes) * 60_000;
await loadParsers({ reference: true });
let [commits, findings, months] = [0, 0, 0];
for (let seed = Number(values.seed); Date.now() < until; seed++) {
  const life = await live(seed, Number(values.commits), command, () => Date.now() > until);
  commits += life.commits;
  findings += life.findings;
  months += 1;
  if (life.problem === null) continue;
  console.log(life.problem);
  process.exitCode = 1;
  break;
}
console.log(
  `${commits} commits of ${months} histories judged alike by all doors, ${findings} findings, from seed ${values.seed}`,
);
