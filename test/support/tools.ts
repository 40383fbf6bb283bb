import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitEnvironment } from './git-repository.ts';

const cache = new URL('../../node_modules/.cache/handbook-lint-tools/', import.meta.url).pathname;

/** Beside the Node that runs this (`null`), which may be 20: those that are supported. */
export const supportedNodes = [null, '22.23.5', '24.21.0', '26.12.1'];

/** The program of a Node, as the npm registry has it for this platform: `nodeProgram('24.21.0', skip)`. */
export function nodeProgram(version: string | null, skip: (why: string) => never): string {
  if (version === null) return process.execPath;
  return join(toolFolder(`node-${process.platform}-${process.arch}@${version}`, skip), 'bin/node');
}

/**
 * The folder of another project's program in just this version, `toolFolder('npm@9.9.4')`; installed once into a folder that
 * later runs find again. On a developer's machine `skip` is told why it could not be installed; in CI that is a failure.
 */
export function toolFolder(spec: string, skip: (why: string) => never): string {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const folder = join(cache, spec.replaceAll('/', '+'));
  if (!existsSync(folder)) {
    const why = install(spec, folder);
    if (why !== null && process.env.CI === 'true') throw new Error(why);
    if (why !== null) skip(why);
  }
  return join(folder, 'node_modules', name);
}

function install(spec: string, folder: string): string | null {
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(join(cache, 'half-'));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', ['install', '--prefix', half, ...flags, spec], {
    cwd: half,
    env: gitEnvironment(),
    encoding: 'utf8',
    timeout: 300_000,
  });
  try {
    if (status !== 0) return `${spec} cannot be installed: ${error?.message ?? stderr.trim().split('\n')[0]}`;
    // Another worker may have been faster.
    if (!existsSync(folder)) renameSync(half, folder);
    return null;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
