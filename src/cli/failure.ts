import { printable } from '../reporters/printable.ts';

/** The run cannot start or go on, for a reason its user can change; the message is one clear line. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The one line for stderr; with HANDBOOK_LINT_DEBUG=1 the stack as well. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `handbook-lint: ${String(error)}`;
  if (process.env.HANDBOOK_LINT_DEBUG === '1') return `handbook-lint: ${withCauses(error)}`;
  return `handbook-lint: ${printable(oneLine(isSystemError(error) ? describeSystemError(error) : error.message))}`;
}

function withCauses(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\nCaused by ${withCauses(error.cause)}` : own;
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function isSystemError(error: Error): error is NodeJS.ErrnoException {
  return 'code' in error && 'syscall' in error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EISDIR: 'is a folder',
  ENOENT: 'does not exist',
  ENOSPC: 'cannot be written, the disk is full',
  ENOTDIR: 'lies below something that is no folder',
  EPERM: 'may not be read or written',
  EROFS: 'cannot be written, the disk is read only',
};

function describeSystemError(error: NodeJS.ErrnoException): string {
  const reason = reasons[error.code ?? ''];
  return reason === undefined || error.path === undefined ? error.message : `${error.path} ${reason}.`;
}
