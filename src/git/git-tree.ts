import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { hashOf } from '../files/checksum.ts';
import { type FileTree, isToolFolder } from '../files/file-tree.ts';
import type { BlobPlace } from './blobs.ts';
import { changedFiles, QUESTIONS_OF_INDEX, unstagedFiles } from './changes.ts';
import { type FileChange, newFile } from './diff.ts';
import { type LinkTargets, linkedTree, readLinkTargets, throughLinks } from './links.ts';
import { listFiles, listQuestion } from './listed-files.ts';
import { overlay } from './overlay.ts';
import { QUESTIONS_OF_REPOSITORY, type Repository } from './repository.ts';
import { askAhead } from './run-git.ts';

/** Two states of a handbook and the files in which they differ. */
export interface TreePair {
  readonly before: FileTree;
  readonly after: FileTree;
  readonly changes: readonly FileChange[];
  /** What could not be compared, a sentence each. */
  readonly notes: readonly string[];
  /** Names all that git said: with the same name and the same files on disk, both states are the same. */
  readonly name: string;
  /** While a merge is committed: what differs from each commit that is merged. Together with `before` these are its parents. */
  readonly merged?: readonly TreePair[];
  /** Whether git has held everything that was asked of it so far. What it lacks, it may get without another name. */
  readonly isWhole: () => boolean;
}

/** Asks git ahead what `openRepository` and `treesOfChange` ask of what is staged. Once the promise is kept, they need not wait for it. */
export async function askForStaged(root: string): Promise<void> {
  if (!existsSync(root)) return;
  await askAhead(realpathSync(root), [...QUESTIONS_OF_INDEX, listQuestion(true), ...QUESTIONS_OF_REPOSITORY]);
}

/**
 * The state of the commit and the state that is to be judged: the files on disk, or with `staged` what the next commit holds.
 * Both are the files on disk but for those that git reports as different, so what did not change costs nothing twice and
 * what git does not hold (large files kept elsewhere) counts for both. `laid` names what else than the disk is in `disk`.
 */
export function treesOfChange(
  repository: Repository,
  disk: FileTree,
  from: string | null,
  staged: boolean,
  laid = '',
): TreePair {
  let isWhole = true;
  const lay = (below: FileTree, gone: readonly string[], blobs: Blobs, links: LinkTargets) =>
    linkedTree(
      overlay(repository, below, gone, blobs, () => {
        isWhole = false;
      }),
      links,
    );
  const told = changedFiles(repository, from, staged ? 'index' : 'disk');
  const { links, unfollowed } = listFiles(repository, staged);
  const own = staged ? told.changes : withUnfollowed(told.changes, unfollowed, disk);
  const besides = staged ? besidesIndex(repository, unfollowed) : null;
  const { before: oldLinks, after: newLinks } = linksOf(repository, links, disk, own, besides?.changes ?? []);
  const after = besides === null ? disk : lay(disk, besides.gone, oldBlobs(besides.changes), newLinks);
  const before = lay(after, goneBefore(own), oldBlobs(own), oldLinks);
  const changes = throughLinks(own, oldLinks, newLinks);
  const notes = [...new Set([...told.notes, ...(besides?.notes ?? [])])];
  const name = hashOf(JSON.stringify([changes, besides && [besides.gone, besides.changes], laid]));
  return { before, after, changes, notes, name, isWhole: () => isWhole };
}

type Blobs = ReadonlyMap<string, BlobPlace>;

/** What of the files on disk the index does not hold, and what it holds instead. */
function besidesIndex(repository: Repository, unfollowed: readonly string[]) {
  const { changes, notes } = unstagedFiles(repository);
  // `git add --intent-to-add` names a file to the index without its content.
  return { gone: [...unfollowed, ...goneBefore(changes)], changes, notes };
}

/** What the old state does not hold: new names, and what lies behind a new link. */
function goneBefore(changes: readonly FileChange[]): readonly string[] {
  return changes
    .filter(({ kind, special }) => kind === 'added' || kind === 'renamed' || (kind === 'changed' && special === 'link'))
    .map(({ path }) => path);
}

function oldBlobs(changes: readonly FileChange[]): Blobs {
  const texts = changes.filter(({ oldId, oldSpecial }) => oldId !== '' && oldSpecial === null);
  return new Map(texts.map(({ oldPath: path, oldId: id, within }) => [path, { id, path, within }]));
}

/** The links of both states. Of those that did not change, only those that the files on disk are listed behind. */
function linksOf(
  repository: Repository,
  indexed: ReadonlyMap<string, BlobPlace>,
  disk: FileTree,
  changes: readonly FileChange[],
  unstaged: readonly FileChange[],
): { readonly before: LinkTargets; readonly after: LinkTargets } {
  const ofChanges = oldLinksOf(changes);
  if (indexed.size === 0 && ofChanges.length === 0) return { before: new Map(), after: new Map() };
  const listed = disk.list('');
  const changed = new Set([...changes, ...unstaged].flatMap(({ path, oldPath }) => [path, oldPath]));
  const isListed = (link: string) => listed.some((path) => path === link || path.startsWith(`${link}/`));
  const kept = [...indexed.values()].filter(({ path }) => changed.has(path) || isListed(path));
  const newNames = new Set(changes.map(({ path }) => path));
  return {
    before: readLinkTargets(repository, [...kept.filter(({ path }) => !newNames.has(path)), ...ofChanges]),
    after: readLinkTargets(repository, kept),
  };
}

function oldLinksOf(changes: readonly FileChange[]): readonly BlobPlace[] {
  return changes
    .filter(({ oldSpecial, oldId }) => oldSpecial === 'link' && oldId !== '')
    .map(({ oldPath: path, oldId: id, within }) => ({ id, path, within }));
}

/** New files that git does not follow yet; one with the very bytes of a deleted file is that file, renamed. */
function withUnfollowed(
  changes: readonly FileChange[],
  unfollowed: readonly string[],
  disk: FileTree,
): readonly FileChange[] {
  // A folder here is a repository of its own, which git does not look into.
  const isFile = (path: string) => !path.endsWith('/') && !path.split('/').some(isToolFolder);
  const added = unfollowed.filter(isFile);
  if (added.length === 0) return changes;
  const deleted = new Map<string, FileChange>();
  for (const change of changes) if (change.kind === 'deleted') deleted.set(change.oldId, change);
  // Repositories name their objects by one of the two.
  const hash = changes.some(({ oldId }) => oldId.length === 64) ? 'sha256' : 'sha1';
  const renamed = new Map<string, FileChange>();
  const news = added.map((path): FileChange => {
    const origin = deleted.size === 0 || !disk.exists(path) ? undefined : deleted.get(blobId(disk.read(path), hash));
    if (origin === undefined || renamed.has(origin.oldPath)) return newFile(path);
    const change: FileChange = { ...origin, kind: 'renamed', path };
    renamed.set(origin.oldPath, change);
    return change;
  });
  return [...changes.filter((change) => !renamed.has(change.oldPath) || change.kind !== 'deleted'), ...news];
}

/** The id that git gives to a file of these bytes: `blobId(Buffer.from(''), 'sha1')` is `e69de29b…`. */
function blobId(bytes: Uint8Array, hash: 'sha1' | 'sha256'): string {
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
