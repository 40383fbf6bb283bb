import { once } from 'node:events';
import { fstatSync, statSync, writeSync } from 'node:fs';
import { describeFailure } from '../failure.ts';
import { blocksOf, type Pieces } from '../output/write-file.ts';

const OUTPUT = 1;
const ERRORS = 2;
const noTerminal = { isTTY: false } as NodeJS.WriteStream;
let opened: NodeJS.WriteStream | undefined;
let errors: NodeJS.WriteStream | undefined;
/** Whether the reader of the standard output has stopped, as `| head` does. That is no failure: the run goes on to its end. */
let isUnread = false;

/** Node's stream for the standard output, which takes it milliseconds to load. */
export function outputStream(): NodeJS.WriteStream {
  if (opened === undefined) {
    opened = process.stdout;
    opened.on('error', fail);
  }
  return opened;
}

/** Node's stream for the standard error. What cannot be written there is said nowhere, and the exit code stays what it is. */
export function errorStream(): NodeJS.WriteStream {
  if (errors === undefined) {
    errors = process.stderr;
    errors.on('error', () => undefined);
  }
  return errors;
}

/** What to ask whether the standard output is a terminal. */
export function outputTerminal(): NodeJS.WriteStream {
  return isPlain(OUTPUT) ? noTerminal : outputStream();
}

/** What to ask whether the standard error is a terminal. */
export function errorTerminal(): NodeJS.WriteStream {
  return isPlain(ERRORS) ? noTerminal : errorStream();
}

/** Prints, and waits for whoever reads, so that what is not read yet does not pile up. */
export async function print(pieces: Pieces): Promise<void> {
  const isAtOnce = isPlain(OUTPUT);
  for (const block of blocksOf(pieces)) {
    if (isUnread) return;
    const left = isAtOnce && opened === undefined ? writeNow(block) : block;
    if (left.length > 0 && !outputStream().write(left)) await once(outputStream(), 'drain').catch(fail);
  }
}

/**
 * Ends the process at once, unless something waits for whoever reads it. By itself Node would give memory back piece by piece first,
 * which takes a tenth of a short run.
 */
export function leave(code: number): void {
  if ([opened, errors].every((stream) => (stream?.writableLength ?? 0) === 0)) process.exit(code);
}

/** Files, pipes and /dev/null, which Node's streams write to at once as well, but on Windows. */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isFIFO() || (stat.isCharacterDevice() && stat.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/** Gives what is left when somebody else has told the system not to wait for the pipe's reader. */
function writeNow(bytes: Uint8Array): Uint8Array {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(OUTPUT, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') fail(error as NodeJS.ErrnoException);
  }
  return isUnread ? bytes.subarray(bytes.length) : bytes.subarray(at);
}

function fail(error: NodeJS.ErrnoException): void {
  isUnread = error.code === 'EPIPE';
  if (isUnread) return;
  errorStream().write(`${describeFailure(Object.assign(error, { path: 'The report' }))}\n`);
  process.exit(2);
}
