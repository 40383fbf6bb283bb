import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { buildCommand } from './build-command.ts';
import { gitEnvironment, temporaryFolder } from './git-repository.ts';

/** The command as it is built, in all its files, which all tests of a run share. */
export function builtCommand(): string {
  return inject('command');
}

/** The same in a folder of its own, for tests that look at what lies there. */
export async function ownCommand(): Promise<string> {
  const { folder, command } = await buildCommand();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return command;
}

/** What a process said and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
}

/** A folder for the PATH with `handbook-lint`, which runs this source. */
export function commandFolder(): string {
  const folder = temporaryFolder('bin');
  const file = join(folder, 'handbook-lint');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${builtCommand()}" "$@"\n`);
  chmodSync(file, 0o755);
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
export function runBundle(
  bundle: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  input: string | Uint8Array = '',
): Ran {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
