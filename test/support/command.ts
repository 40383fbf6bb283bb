import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundle } from '../../scripts/bundle.ts';
import { gitEnvironment, temporaryFolder } from './git-repository.ts';

const top = new URL('../..', import.meta.url).pathname;

/** The command in one bundle of this source, which starts in a fraction of the time that tsx takes. Unbuilt, it remembers no verdicts. */
export function bundleCommand(): string {
  // Below node_modules, so that the packages it needs are found from there.
  mkdirSync(join(top, 'node_modules/.cache'), { recursive: true });
  const outdir = temporaryFolder('bundle', join(top, 'node_modules/.cache'));
  const shared = { bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' } as const;
  buildSync({
    ...shared,
    entryPoints: [join(top, 'src/cli/main.ts')],
    packages: 'external',
    outdir,
    logLevel: 'error',
  });
  return join(outdir, 'main.js');
}

/** The command as it is built, in all its files, the other doors' `entries` among them. */
export async function builtCommand(entries: Readonly<Record<string, string>> = {}): Promise<string> {
  mkdirSync(join(top, 'node_modules/.cache'), { recursive: true });
  const folder = join(temporaryFolder('built', join(top, 'node_modules/.cache')), 'dist');
  await bundle(folder, entries, { define: { HANDBOOK_LINT_BUILD: '"this build"' } });
  return join(folder, 'cli/main.js');
}

/** What a process said and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
}

/**
 * A folder for the PATH with `handbook-lint`, and `npx` for it alone, both running this source. `--package …` and what else
 * stands before the command's name is left out, since nothing is to be installed.
 */
export function commandFolder(): string {
  const folder = temporaryFolder('bin');
  const run = `exec "${process.execPath}" "${bundleCommand()}" "$@"`;
  const skip = 'while [ "$#" -gt 0 ] && [ "$1" != handbook-lint ]; do shift; done\nshift';
  for (const [name, body] of [
    ['handbook-lint', run],
    ['npx', `${skip}\n${run}`],
  ] as const) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Runs a program with our commands on the PATH and without this machine's git settings; both its outputs in one. */
export function runIn(
  folder: string,
  bin: string,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Outcome {
  const own = { ...gitEnvironment(), PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1', ...env };
  const result = spawnSync(program, args, { cwd: folder, env: own, encoding: 'utf8' });
  if (result.error !== undefined) throw result.error;
  return { code: result.status, out: result.stdout + result.stderr };
}

/** What a run of the command said on each stream, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a bundle of the command without what this machine's CI system or terminal says of itself. */
export function runBundle(bundle: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Ran {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
