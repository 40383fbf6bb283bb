import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';

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
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'open' });
    if (state !== undefined && (!state.isFile() || state.nlink > 1 || /^\/(?:dev|proc)\//.test(path)))
      writePieces(path, 'w', pieces);
    else replace(state === undefined ? endOfLinks(path) : realpathSync(path), pieces, state?.mode);
  } catch (error) {
    // The file that its user knows is the one to complain about.
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}

/** Joins small pieces, so that each block is worth a call of the system. */
export function* blocksOf(pieces: Pieces): Generator<string | Uint8Array> {
  if (typeof pieces === 'string' || pieces instanceof Uint8Array) {
    yield pieces;
    return;
  }
  let block: (string | Uint8Array)[] = [];
  let length = 0;
  for (const piece of pieces) {
    block.push(piece);
    length += piece.length;
    if (length < BLOCK) continue;
    yield joined(block);
    block = [];
    length = 0;
  }
  if (length > 0) yield joined(block);
}

function joined(block: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (block.every((piece) => typeof piece === 'string')) return block.join('');
  return Buffer.concat(block.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

function replace(path: string, pieces: Pieces, mode: number | undefined): void {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writePieces(temporary, 'wx', pieces);
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writePieces(path: string, flag: 'w' | 'wx', pieces: Pieces): void {
  const descriptor = openSync(path, flag);
  try {
    for (const block of blocksOf(pieces)) {
      const bytes = typeof block === 'string' ? Buffer.from(block) : block;
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  } finally {
    closeSync(descriptor);
  }
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
