import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { attempt } from './attempt.ts';
import type { FileState, Stamp, TakenFile } from './file-tree.ts';

/** Whether a file can be opened only if it is no link: Windows has no such flag. */
export const canRefuseLinks = constants.O_NOFOLLOW !== undefined;

/** Flags to open a file for reading, unless it is a link where the system can tell. */
export const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** What the system tells of a path, links followed; `undefined` for what is not there or may not be looked at. */
export function statOf(path: string): Stats | undefined {
  return attempt(() => statSync(path, { throwIfNoEntry: false }), undefined);
}

/** `null` for what is no file. */
export function stampOf(stat: Stats): Stamp | null {
  return stat.isFile() ? stampOfState(stat) : null;
}

export function stampOfState(state: FileState): Stamp {
  return new FileStamp(state);
}

/** Makes the key when it is asked for: the keys of 100,000 files take as much memory as all else that is known of their states. */
class FileStamp implements Stamp, FileState {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;

  constructor({ size, mtimeMs, ctimeMs, ino }: FileState) {
    this.size = size;
    this.mtimeMs = mtimeMs;
    this.ctimeMs = ctimeMs;
    this.ino = ino;
  }

  get key(): string {
    return `${this.size} ${this.mtimeMs} ${this.ctimeMs} ${this.ino}`;
  }

  get mtime(): number {
    return Math.max(this.mtimeMs, this.ctimeMs);
  }

  get state(): FileState {
    return this;
  }
}

/** A file's bytes. A link is an error, `ELOOP`, where the system can tell. */
export function readNoLink(file: string): Buffer {
  return opened(file, READ_NO_LINK, (descriptor) => readFileSync(descriptor));
}

/** A file's bytes and the stamp of that very file; a link is an error. The bytes lie in `room`, if it is larger than the file. */
export function takeNoLink(file: string, room: Uint8Array): TakenFile {
  return opened(file, READ_NO_LINK, (descriptor) => {
    const stat = fstatSync(descriptor);
    return { stamp: stampOf(stat), bytes: readInto(room, descriptor, stat.size) };
  });
}

/** A byte more than there should be is asked for, which tells whether there is one by now. */
function readInto(room: Uint8Array, descriptor: number, size: number): Uint8Array {
  const isWhole = size < room.length && readSync(descriptor, room, 0, size + 1, 0) === size;
  return isWhole ? room.subarray(0, size) : readFileSync(descriptor);
}

/** Reads bytes from a place on until the room is full; says whether there were as many. */
export function readFully(descriptor: number, room: Uint8Array, at: number): boolean {
  for (let done = 0; done < room.length; ) {
    const count = readSync(descriptor, room, done, room.length - done, at + done);
    if (count === 0) return false;
    done += count;
  }
  return true;
}

/** Opens a file for `use` and closes it again. */
export function opened<T>(file: string, flags: string | number, use: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
