import { printable } from '../reporters/printable.ts';

/** The run cannot start or go on, for a reason that its user can change. The message is one line. */
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
  EDQUOT: 'cannot be written, the disk is full',
  EFBIG: 'cannot be written, it would be too large',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a name that is too long',
  ENOENT: 'does not exist',
  ENOSPC: 'cannot be written, the disk is full',
  ENOTDIR: 'lies below something that is no folder',
  ENXIO: 'has nobody who reads it',
  EPERM: 'may not be read or written',
  EROFS: 'cannot be written, the disk is read only',
};

function describeSystemError(error: NodeJS.ErrnoException): string {
  if (error.syscall === 'uv_cwd') return 'The folder that this runs in is not there any more.';
  const reason = reasons[error.code ?? ''];
  return reason === undefined || error.path === undefined ? error.message : `${error.path} ${reason}.`;
}
