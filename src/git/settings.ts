import { resolve } from 'node:path';
import { GitProblem, run } from './run-git.ts';

/** Where git looks for hooks: `core.hooksPath`, else the folder of the repository, also from a worktree. `null` when git does not say. */
export function hooksFolder(top: string): string | null {
  const path = ask(top, 'rev-parse', '--git-path', 'hooks');
  return path === '' ? null : resolve(top, path);
}

/** The name and address of each remote, one a line; empty when there is none. */
export function remotesOf(top: string): string {
  return ask(top, 'config', '--get-regexp', '^remote\\..*\\.url$');
}

function ask(top: string, ...args: string[]): string {
  try {
    const { status, stdout } = run(top, args);
    return status === 0 ? stdout.toString('utf8').trim() : '';
  } catch (error) {
    if (error instanceof GitProblem) return '';
    throw error;
  }
}
