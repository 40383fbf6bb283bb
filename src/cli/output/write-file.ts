import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { opened } from '../../files/plain-file.ts';
import { makeFolder, writeAll, writeWhole } from '../../files/write-whole.ts';

/** What is written, piece by piece: text or bytes. */
export type Pieces = string | Uint8Array | Iterable<string | Uint8Array>;

/** Small pieces are written together. */
const BLOCK = 1 << 16;
const MOST_LINKS = 40;

/**
 * Writes a whole file or nothing: beside its place first, then renamed. A link stays one: what it leads to is written. Pipes,
 * devices, and files with several names are written to directly.
 */
export function writeFile(path: string, pieces: Pieces): void {
  const write = (descriptor: number) => {
    for (const block of blocksOf(pieces)) writeAll(descriptor, block);
  };
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'open' });
    if (state !== undefined && (!state.isFile() || state.nlink > 1 || /^\/(?:dev|proc)\//.test(path)))
      opened(path, 'w', write);
    else replace(state === undefined ? endOfLinks(path) : realpathSync(path), write, state?.mode);
  } catch (error) {
    // The file that its user knows is the one to complain about.
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}

/** Writes a text to a file, or to standard output where there is none. */
export function writeOrPrint(file: string | null, text: string): void {
  if (file === null) process.stdout.write(text);
  else writeFile(file, text);
}

/** What is written, in bytes: small pieces together, so that each block is worth a call of the system. */
export function* blocksOf(pieces: Pieces): Generator<Uint8Array> {
  if (typeof pieces === 'string' || pieces instanceof Uint8Array) {
    yield bytesIn(pieces);
    return;
  }
  let block = Buffer.allocUnsafe(BLOCK);
  let length = 0;
  for (const piece of pieces) {
    // A letter of UTF-16 takes three bytes at most.
    const most = typeof piece === 'string' ? 3 * piece.length : piece.length;
    if (length + most > BLOCK && length > 0) {
      yield block.subarray(0, length);
      // Whoever reads the last one may not be done.
      block = Buffer.allocUnsafe(BLOCK);
      length = 0;
    }
    if (most > BLOCK) yield bytesIn(piece);
    // One by one, since a letter beyond Latin-1 makes all text slow to encode that it stands in.
    else if (typeof piece === 'string') length += block.write(piece, length);
    else {
      block.set(piece, length);
      length += piece.length;
    }
  }
  if (length > 0) yield block.subarray(0, length);
}

/** Text in UTF-8; bytes as they are. */
function bytesIn(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

function replace(path: string, write: (descriptor: number) => void, mode: number | undefined): void {
  makeFolder(dirname(path));
  writeWhole(path, write, mode);
}

/** Where a link to nothing leads, which is then made; any other path is its own end. */
function endOfLinks(path: string): string {
  let end = resolve(path);
  for (let links = 0; lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink(); links++) {
    if (links === MOST_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP', syscall: 'open' });
    end = resolve(realpathSync(dirname(end)), readlinkSync(end));
  }
  return end;
}
