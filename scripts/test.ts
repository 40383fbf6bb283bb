/**
 * `npm test`: types, build, generated files, lint, imports and all tests; every step runs, and the last line counts. A step that
 * is no test run counts as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['build', 'tsx', 'scripts/build.ts'],
  ['generated files', 'tsx', 'scripts/generate.ts', '--check'],
  ['lint', 'biome', 'check', '--config-path=test', '--error-on-warnings', '.'],
  ['imports', 'depcruise', '--config', 'test/import-rules.cjs', 'src', 'rules'],
  ['our own pages', 'remark', '--frail', '--quiet', '--no-stdout', 'README.md', 'CONTRIBUTING.md', 'docs'],
];

/** Runs one of the installed programs; what it prints is shown as it comes. */
function run(command: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

const failed: string[] = [];
let passed = 0;
for (const [name, command, ...args] of steps) {
  console.log(`\n— ${name}`);
  if (run(command, args)) passed++;
  else failed.push(name);
}

console.log('\n— tests');
const folder = mkdtempSync(join(tmpdir(), 'handbook-lint-'));
const file = join(folder, 'vitest.json');
const vitest = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'];
const isGreen = run('vitest', [...vitest, `--outputFile.json=${file}`, ...process.argv.slice(2)]);
const counts: { numPassedTests?: number; numFailedTests?: number } = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {};
rmSync(folder, { recursive: true });
passed += counts.numPassedTests ?? 0;
// A file that cannot be loaded fails without a failed test.
const failures = Math.max(counts.numFailedTests ?? 0, isGreen ? 0 : 1);

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${passed} passed, ${failed.length + failures} failed`);
process.exitCode = failed.length + failures === 0 ? 0 : 1;
