import { existsSync, realpathSync } from 'node:fs';
import { once } from '../collections/once.ts';
import { blobName, hashOf } from '../files/checksum.ts';
import { type FileTree, isToolFolder } from '../files/file-tree.ts';
import type { BlobPlace } from './blobs.ts';
import { changedFiles, indexedFiles, QUESTIONS_OF_INDEX } from './changes.ts';
import { type FileChange, newFile } from './diff.ts';
import { HeldFiles } from './held-files.ts';
import { indexTree } from './index-tree.ts';
import { linkedTree, readLinkTargets, throughLinks } from './links.ts';
import { listFiles } from './listed-files.ts';
import { overlay } from './overlay.ts';
import { QUESTIONS_OF_REPOSITORY, type Repository } from './repository.ts';
import { askAhead } from './run-git.ts';
import { pagesNotHeld, withUnread } from './sparse.ts';

/** Two states of a handbook and the files in which they differ. */
export interface TreePair {
  readonly before: FileTree;
  readonly after: FileTree;
  readonly changes: readonly FileChange[];
  /** What could not be compared, a sentence each. */
  readonly notes: readonly string[];
  /** A name for all that git said. Pairs of one name are the same states, as long as files on disk that are judged are the same. */
  readonly name: () => string;
  /** While a merge is committed: what differs from each commit that is merged. Together with `before` these are its parents. */
  readonly merged?: readonly TreePair[];
  /** Whether git has held everything that was asked of it so far. What it lacks, it may get without another name. */
  readonly isWhole: () => boolean;
}

/** Asks git ahead what `openRepository` and `treesOfStaged` ask. Once the promise is kept, they need not wait for it. */
export async function askForStaged(root: string): Promise<void> {
  if (!existsSync(root)) return;
  await askAhead(realpathSync(root), [...QUESTIONS_OF_INDEX, ...QUESTIONS_OF_REPOSITORY]);
}

/**
 * The state of a commit and the files on disk. The first is the second but for the files that git reports as different, so what did
 * not change costs nothing twice and what git does not hold (large files kept elsewhere) counts for both. `laid` is a
 * name for what `disk` holds besides the files on disk.
 */
export function treesOfChange(repository: Repository, disk: FileTree, from: string | null, laid = ''): TreePair {
  const { changes: told, notes } = changedFiles(repository, from, 'disk');
  const { links, unfollowed } = listFiles(repository);
  const own = withUnfollowed(told, unfollowed, disk);
  const changed = new Set(own.flatMap(({ path, oldPath }) => [path, oldPath]));
  const listed = once(() => disk.list(''));
  const isListed = (link: string) => listed().some((path) => path === link || path.startsWith(`${link}/`));
  // Of links that did not change, only those that the files on disk are listed behind.
  const kept = [...links.values()].filter(({ path }) => changed.has(path) || isListed(path));
  const pair = pairOver({ repository, tree: disk, links: kept, isOfIndex: false }, own);
  return { ...pair, after: disk, notes, name: () => hashOf(JSON.stringify([pair.changes, laid])) };
}

/** Tells of each commit how its state differs from what the next commit will hold: the files of git's index, whatever lies on disk. */
export function treesOfStaged(repository: Repository): (from: string | null) => TreePair {
  const { folder } = repository;
  const { changes: files, notes } = indexedFiles(repository);
  const lost = pagesNotHeld(repository, files);
  const texts = new Map<string, FileChange>();
  for (const file of files) if (file.special === null && !lost.has(file.path)) texts.set(file.path, file);
  const index = new HeldFiles(repository, texts, true);
  const links = files.filter(({ special }) => special === 'link');
  const tree = withUnread(indexTree(folder, index), lost);
  // What is there of a submodule, and what a filter makes of a file, does not follow from the commits and what differs.
  const others = once(() =>
    [...texts.values()]
      .filter((file) => file.within !== '' || index.isFiltered(file))
      .map((file) => [file.path, index.stamp(file).key]),
  );
  return (from) => {
    const told = changedFiles(repository, from, 'index');
    const pair = pairOver({ repository, tree, links, isOfIndex: true }, told.changes);
    return {
      ...pair,
      notes: [...new Set([...told.notes, ...notes])],
      name: () => hashOf(JSON.stringify([repository.head, from, pair.changes, others()])),
      isWhole: () => index.isWhole && pair.isWhole(),
    };
  };
}

interface NewState {
  readonly repository: Repository;
  readonly tree: FileTree;
  /** The links in it that are followed. */
  readonly links: readonly BlobPlace[];
  readonly isOfIndex: boolean;
}

/** A state with the names that its links give to its files, and the one before it, which differs from it by these changes. */
function pairOver({ repository, tree, links, isOfIndex }: NewState, own: readonly FileChange[]) {
  const newNames = new Set(own.map(({ path }) => path));
  const keptLinks = links.filter(({ path }) => !newNames.has(path));
  const oldLinks = readLinkTargets(repository, [...keptLinks, ...heldBefore(own, 'link')]);
  const newLinks = readLinkTargets(repository, links);
  const after = linkedTree(tree, newLinks);
  const old = new HeldFiles(repository, new Map(heldBefore(own, null).map((place) => [place.path, place])), isOfIndex);
  return {
    before: linkedTree(overlay(isOfIndex ? after : tree, goneBefore(own), old), oldLinks),
    after,
    changes: throughLinks(own, oldLinks, newLinks),
    isWhole: () => old.isWhole,
  };
}

/** What the old state does not hold: new names, and what lies behind a new link. */
function goneBefore(changes: readonly FileChange[]): readonly string[] {
  return changes
    .filter(({ kind, special }) => kind === 'added' || kind === 'renamed' || (kind === 'changed' && special === 'link'))
    .map(({ path }) => path);
}

/** Where git holds what is there no more, or otherwise: texts, or links. */
function heldBefore(changes: readonly FileChange[], kind: 'link' | null): readonly BlobPlace[] {
  return changes
    .filter(({ oldSpecial, oldId }) => oldSpecial === kind && oldId !== '')
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
    const origin = deleted.size === 0 || !disk.exists(path) ? undefined : deleted.get(blobName(disk.read(path), hash));
    if (origin === undefined || renamed.has(origin.oldPath)) return newFile(path);
    const change: FileChange = { ...origin, kind: 'renamed', path };
    renamed.set(origin.oldPath, change);
    return change;
  });
  return [...changes.filter((change) => !renamed.has(change.oldPath) || change.kind !== 'deleted'), ...news];
}
