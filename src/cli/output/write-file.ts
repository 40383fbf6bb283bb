import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { writeAll, writeTo, writeWhole } from '../../files/write-whole.ts';

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
    for (const block of joinPieces(pieces)) writeAll(descriptor, bytesIn(block));
  };
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'open' });
    if (state !== undefined && (!state.isFile() || state.nlink > 1 || /^\/(?:dev|proc)\//.test(path)))
      writeTo(path, 'w', write);
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

/** Joins small pieces, so that each block is worth a call of the system. */
export function* joinPieces(pieces: Pieces): Generator<string | Uint8Array> {
  if (typeof pieces === 'string' || pieces instanceof Uint8Array) {
    yield pieces;
    return;
  }
  let block: (string | Uint8Array)[] = [];
  let length = 0;
  for (const piece of pieces) {
    const isLarge = piece.length >= BLOCK;
    if (!isLarge) {
      block.push(piece);
      length += piece.length;
    }
    if (length > 0 && (isLarge || length >= BLOCK)) {
      yield joined(block);
      block = [];
      length = 0;
    }
    if (isLarge) yield piece;
  }
  if (length > 0) yield joined(block);
}

function joined(block: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (block.every((piece) => typeof piece === 'string')) return block.join('');
  return Buffer.concat(block.map(bytesIn));
}

/** Text in UTF-8; bytes as they are. */
export function bytesIn(piece: string | Uint8Array): Uint8Array {
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
