/**
 * The files of a handbook, wherever they lie: on disk, in memory, in a git tree. Paths are relative to the
 * root, with `/`, never starting with one, exactly as the files are named.
 */
export interface FileTree {
  /** Where it is, for messages: an absolute path. */
  readonly root: string;
  /** Whether git alone decides what is in it, whatever lies on disk. */
  readonly isOfGit?: boolean;
  /** Of files on disk only: what was seen as a plain file. Other threads can look at the same tree by it. */
  readonly plain?: ReadonlySet<string>;
  /** Of files on disk only: what `list` last found, by the folder that it was asked for. */
  readonly listings?: ReadonlyMap<string, Listing>;
  /** Why folders that were met while listing could not be listed, by path. */
  readonly unread?: ReadonlyMap<string, UnreadableFile>;
  /** Of a tree laid over another one: which files lie in it, or hold something else there. All others are the same. */
  readonly differs?: { readonly from: FileTree; readonly paths: readonly string[] };
  /** Every file below the folder (`''`: the root), in any order. Folders of tools (`node_modules`, `.git`, dot folders) are left out. */
  list(folder: string): readonly string[];
  /** Whether there is a file of exactly this name, upper and lower case included. */
  exists(path: string): boolean;
  /** Its bytes. Throws `UnreadableFile`. */
  read(path: string): Uint8Array;
  /**
   * Its bytes and the stamp that it had with them, opened once; they lie in `room` if it is large enough. `null` when the tree
   * has no such short way to this file. Throws `UnreadableFile`.
   */
  take?(path: string, room: Uint8Array): TakenFile | null;
  /** Changes when the file does. `null` when there is no such file. */
  stamp(path: string): Stamp | null;
}

/** What lies below a folder. */
export interface Listing {
  readonly files: readonly string[];
  /** The folder itself, all below it, and all links: what has to change before the files can be others. */
  readonly folders: readonly string[];
  /** Whether any link lies there, to whatever it may lead. */
  readonly hasLinks: boolean;
}

/** A listing, and which of its files are links. */
export interface KnownListing extends Listing {
  readonly links: readonly string[];
}

/** What an earlier look at the files on disk has told. */
export interface KnownFiles {
  /** What lay below a folder. */
  listing(folder: string): KnownListing | undefined;
  /** Whether other things may lie in a folder by now; what lies in the folders below it is asked of each. */
  hasChanged(folder: string): boolean;
  /** Of a file that is no link, if it still is in this state. */
  state(path: string): FileState | undefined;
}

/** A file's content in a known state. */
export interface TakenFile {
  readonly bytes: Uint8Array;
  readonly stamp: Stamp | null;
}

/** A cheap sign of a file's state. */
export interface Stamp {
  readonly key: string;
  /** When the file was last written, in ms; 0 where the key alone proves the content. */
  readonly mtime: number;
  /** What it was made of, if the file is on disk. */
  readonly state?: FileState;
  /** Git's name of the file's bytes, if that is known without reading them. */
  readonly blob?: string;
}

/** What a file system tells of a file without reading it. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** A file that is not there, may not be read, or lies outside of the root. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly path: string;
  readonly why: 'missing' | 'forbidden' | 'outside' | 'other';

  constructor(path: string, why: UnreadableFile['why'], detail: string) {
    super(`${path === '' ? 'The handbook' : path} ${detail}`);
    this.path = path;
    this.why = why;
  }

  /** What a tree throws that another bundle of this code has made is one as well; see scripts/bundle.ts. */
  static override [Symbol.hasInstance](error: unknown): error is UnreadableFile {
    return error instanceof Error && error.name === 'UnreadableFile';
  }
}

/**
 * What a tree lists below a folder, and nothing for a folder that leads out of the root: what lies there is not known, so links
 * to it are broken, a finding where a failure would stop the run.
 */
export function listInside(tree: Pick<FileTree, 'list'>, folder: string): readonly string[] {
  try {
    return tree.list(folder);
  } catch (error) {
    if (error instanceof UnreadableFile && error.why === 'outside') return [];
    throw error;
  }
}

/** A file's text, and where it lies. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A file's text as UTF-8, or its beginning where it has more than `most` characters. Throws `UnreadableFile`. */
export function readText(tree: Pick<FileTree, 'read'>, path: string, most = Number.POSITIVE_INFINITY): string {
  return new TextDecoder().decode(tree.read(path)).slice(0, most);
}

/** Whether a folder holds tools rather than a handbook. */
export function isToolFolder(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.well-known');
}

/** A tree of texts, for tests and for callers that have their own storage. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const contents = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return {
    root: '/handbook',
    list: (folder) => [...contents.keys()].filter((path) => isListed(path, folder)),
    exists: (path) => contents.has(path),
    read: (path) => {
      const content = contents.get(path);
      if (content === undefined) throw new UnreadableFile(path, 'missing', 'is not there');
      return content;
    },
    stamp: (path) => {
      const content = contents.get(path);
      return content === undefined ? null : { key: '', mtime: Number.POSITIVE_INFINITY };
    },
  };
}

/** Whether `list(folder)` gives a file: it lies below the folder, and in no folder of tools. */
export function isListed(path: string, folder: string): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!path.startsWith(prefix)) return false;
  const below = path.slice(prefix.length);
  // Most paths have nothing that looks like one.
  return !/(?:^|\/)(?:\.|node_modules\/)/.test(below) || !below.split('/').slice(0, -1).some(isToolFolder);
}
