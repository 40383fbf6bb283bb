import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gitEnvironment, temporaryFolder } from './git-repository.ts';

const top = new URL('../..', import.meta.url).pathname;

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
  const run = `exec "${process.execPath}" --import "${top}node_modules/tsx/dist/loader.mjs" "${top}src/cli/main.ts" "$@"`;
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
