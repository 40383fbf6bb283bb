/**
 * `npm run bench:package -- [--rounds 7] [--before TARBALL] [--before-hooks REPOSITORY]`: what installing the package costs, and how long the
 * installed command takes to start; beside an older tarball, and an older repository of pre-commit hooks, in turns. Build first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countPackages, firstStart, type Installed, install, preCommit, sizeOf } from './install.ts';
import { measure, median } from './measure.ts';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    before: { type: 'string' },
    'before-hooks': { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'handbook-package-'));
const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });

try {
  const [packed] = JSON.parse(npm('pack', root, '--ignore-scripts', '--json')) as [PackedFile];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm('install', '--silent', '--no-audit', '--no-fund', join(folder, packed.filename));
  cpSync(`${root}fixtures/example-handbook`, join(folder, 'handbook'), { recursive: true });

  const modules = join(folder, 'node_modules');
  console.log(`tarball                 ${mebibytes(packed.size)}`);
  console.log(`unpacked                ${mebibytes(packed.unpackedSize)}`);
  console.log(`with dependencies       ${mebibytes(sizeOf(modules))}, ${countPackages(modules)} packages`);

  const main = join(modules, 'remark-preset-lint-handbook/dist/cli/main.js');
  const node = (name: string, ...args: string[]) => ({ name, argv: [process.execPath, ...args], cwd: folder });
  const preset = "import('remark-preset-lint-handbook')";
  const measured = measure(
    [
      node('node alone', '-e', '0'),
      node('--version', main, '--version'),
      node('--help', main, '--help'),
      node('import of the preset', '--input-type=module', '-e', preset),
      node('the example handbook', main, '--no-cache', 'handbook'),
    ],
    rounds,
  );
  for (const { name, median } of measured)
    console.log(`${name.padEnd(24)}${median.wall.toFixed(2)} s, ${median.memory.toFixed(0)} MiB`);
  if (values.before !== undefined) compare(join(folder, packed.filename), values.before, values['before-hooks']);
} finally {
  rmSync(folder, { recursive: true });
}

/** Ratios to an older package, in turns. */
function compare(tarball: string, before: string, hooks: string | undefined): void {
  const turns = (work: (of: string) => number) => {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < Math.min(rounds, 3); round++)
      for (const [at, of] of [tarball, before].entries()) times[at]!.push(work(of));
    return times.map(median);
  };
  const installed = new Map<string, Installed>();
  const [now = 0, then = 1] = turns((of) => {
    const { seconds, installed: there } = install(of);
    installed.set(of, there);
    return seconds;
  });
  const [own, old] = [installed.get(tarball)!, installed.get(before)!];
  console.log(`packages                ${own.packages} (at most 25), before ${old.packages}`);
  console.log(`unpacked                ${mebibytes(own.bytes)} (at most 14), before ${mebibytes(old.bytes)}`);
  console.log(
    `npm install             ${(now / then).toFixed(2)} (at most 0.35): ${now.toFixed(2)} s, before ${then.toFixed(2)} s`,
  );
  const { first, second } = firstStart(tarball);
  console.log(
    `first npx : second      ${(first / second).toFixed(2)} (at most 1.5): ${first.toFixed(2)} s, ${second.toFixed(2)} s`,
  );
  if (hooks === undefined) return;
  const [ours, theirs] = [preCommit({ tarball }), preCommit({ repository: hooks })];
  console.log(
    `pre-commit's first run  ${(ours / theirs).toFixed(2)} (at most 0.25): ${ours.toFixed(1)} s, before ${theirs.toFixed(1)} s`,
  );
}

interface PackedFile {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(2)} MiB`;
}
