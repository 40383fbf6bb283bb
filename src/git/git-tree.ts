import { createHash } from 'node:crypto';
import { extname } from 'node:path/posix';
import { hashOf } from '../files/checksum.ts';
import { type FileTree, isToolFolder, UnreadableFile } from '../files/file-tree.ts';
import { changedFiles, type FileChange, type Repository, readBlobs, unfollowedFiles, unstagedFiles } from './git.ts';

/** Two states of a handbook and the files in which they differ. */
export interface TreePair {
  readonly before: FileTree;
  readonly after: FileTree;
  readonly changes: readonly FileChange[];
  /** Names all that git said: with the same name and the same files on disk, both states are the same. */
  readonly name: string;
  /** While a merge is committed: what differs from each commit that is merged. Together with `before` these are its parents. */
  readonly merged?: readonly TreePair[];
  /** Whether git has held everything that was asked of it so far. What it lacks, it may get without another name. */
  readonly isWhole: () => boolean;
}

/**
 * The state of the commit and the state that is to be judged: the files on disk, or with `staged` what the next commit holds.
 * Both are the files on disk but for those that git reports as different, so what did not change costs nothing twice and
 * what git does not hold (submodules, large files kept elsewhere) counts for both.
 */
export function treesOfChange(repository: Repository, disk: FileTree, from: string | null, staged: boolean): TreePair {
  let isWhole = true;
  const lay = (below: FileTree, gone: readonly string[], blobs: ReadonlyMap<string, string>) =>
    overlay(repository, below, gone, blobs, () => {
      isWhole = false;
    });
  const changes = staged
    ? changedFiles(repository, from, 'index')
    : withUnfollowed(changedFiles(repository, from, 'disk'), repository, disk);
  const besides = staged ? besidesIndex(repository) : null;
  const after = besides === null ? disk : lay(disk, besides.gone, besides.blobs);
  const gone = changes
    .filter((change) => change.kind === 'added' || change.kind === 'renamed')
    .map((change) => change.path);
  const before = lay(after, gone, oldBlobs(changes));
  const name = hashOf(JSON.stringify([changes, besides && [besides.gone, [...besides.blobs]]]));
  return { before, after, changes, name, isWhole: () => isWhole };
}

/** What of the files on disk the index does not hold, and what it holds instead. */
function besidesIndex(repository: Repository) {
  const unstaged = unstagedFiles(repository);
  // `git add --intent-to-add` names a file to the index without its content.
  const intended = unstaged.filter((change) => change.kind === 'added').map((change) => change.path);
  return { gone: [...unfollowedFiles(repository, true), ...intended], blobs: oldBlobs(unstaged) };
}

function oldBlobs(changes: readonly FileChange[]): ReadonlyMap<string, string> {
  const texts = changes.filter((change) => change.oldId !== '' && !change.special);
  return new Map(texts.map((change) => [change.oldPath, change.oldId]));
}

/** New files that git does not follow yet; one with the very bytes of a deleted file is that file, renamed. */
function withUnfollowed(changes: readonly FileChange[], repository: Repository, disk: FileTree): readonly FileChange[] {
  // A folder here is a repository of its own, which git does not look into.
  const isFile = (path: string) => !path.endsWith('/') && !path.split('/').some(isToolFolder);
  const added = unfollowedFiles(repository, false).filter(isFile);
  if (added.length === 0) return changes;
  const deleted = new Map<string, FileChange>();
  for (const change of changes) if (change.kind === 'deleted') deleted.set(change.oldId, change);
  const renamed = new Map<string, FileChange>();
  const news = added.map((path): FileChange => {
    const origin = deleted.size === 0 || !disk.exists(path) ? undefined : deleted.get(blobId(disk.read(path)));
    if (origin === undefined || renamed.has(origin.oldPath)) {
      return { kind: 'added', oldPath: path, path, oldId: '', id: '', special: false };
    }
    const change: FileChange = { ...origin, kind: 'renamed', path };
    renamed.set(origin.oldPath, change);
    return change;
  });
  return [...changes.filter((change) => !renamed.has(change.oldPath) || change.kind !== 'deleted'), ...news];
}

/** The id that git gives to a file of these bytes: `blobId(Buffer.from(''))` is `e69de29b…`. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A tree with some files (or folders, ending in `/`) taken away and others, by path and blob id, laid over it. */
export function overlay(
  repository: Repository,
  below: FileTree,
  gone: readonly string[],
  blobs: ReadonlyMap<string, string>,
  onLack: () => void = () => undefined,
): FileTree {
  if (gone.length === 0 && blobs.size === 0) return below;
  const files = new Set(gone.filter((path) => !path.endsWith('/')));
  const folders = gone.filter((path) => path.endsWith('/'));
  const isGone = (path: string) =>
    !blobs.has(path) && (files.has(path) || folders.some((folder) => folder === './' || path.startsWith(folder)));
  const contents = new Map<string, Uint8Array>();

  function readBlob(path: string, id: string): Uint8Array {
    if (!contents.has(id)) {
      // Whoever asks for one page of a change asks for the others too; images are never asked for.
      const alike = [...blobs].filter(([other]) => extname(other) === extname(path)).map(([, blob]) => blob);
      for (const [blob, bytes] of readBlobs(repository, alike)) contents.set(blob, bytes);
    }
    const bytes = contents.get(id);
    if (bytes !== undefined) return bytes;
    onLack();
    throw new UnreadableFile(path, 'missing', 'is not in this clone of the repository');
  }

  return {
    root: below.root,
    ...(below.unread === undefined ? {} : { unread: below.unread }),
    list(folder) {
      const kept = below.list(folder).filter((path) => !isGone(path) && !blobs.has(path));
      const laid = [...blobs.keys()].filter((path) => isBelow(path, folder));
      return [...kept, ...laid];
    },
    exists: (path) => blobs.has(path) || (!isGone(path) && below.exists(path)),
    read(path) {
      const id = blobs.get(path);
      if (id !== undefined) return readBlob(path, id);
      if (isGone(path)) throw new UnreadableFile(path, 'missing', 'is not there');
      return below.read(path);
    },
    stamp(path) {
      const id = blobs.get(path);
      if (id !== undefined) return { key: id, mtime: 0 };
      return isGone(path) ? null : below.stamp(path);
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
  return !path
    .slice(folder === '' ? 0 : folder.length + 1)
    .split('/')
    .slice(0, -1)
    .some(isToolFolder);
}
