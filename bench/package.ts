/** `npm run bench:package`: what installing the package costs, and how long the installed command takes to start. Build first. */
import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';

const root = new URL('..', import.meta.url).pathname;
const rounds = Number(process.argv[2] ?? 7);
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
} finally {
  rmSync(folder, { recursive: true });
}

interface PackedFile {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(2)} MiB`;
}

function sizeOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.reduce((sum, each) => sum + (each.isFile() ? lstatSync(join(each.parentPath, each.name)).size : 0), 0);
}

function countPackages(modules: string): number {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names.reduce((sum, name) => sum + (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1), 0);
}
