import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type FileTree, UnreadableFile } from '../files/file-tree.ts';
import { type BlobPlace, readBlobs } from './blobs.ts';
import type { FileChange } from './diff.ts';
import { ofBelow } from './overlay.ts';
import type { Repository } from './repository.ts';

/** Where symbolic links lead, by path; both below the root. */
type LinkTargets = ReadonlyMap<string, string>;

/** A link to a link, and so on; more lead nowhere. */
const MOST_STEPS = 40;

/**
 * Where links lead that git holds. One that leads out of the root is as one that leads to itself; one to a folder that it lies in leads to
 * nothing new, and is left out.
 */
export function readLinkTargets(repository: Repository, links: readonly BlobPlace[]): LinkTargets {
  const targets = new Map<string, string>();
  if (links.length === 0) return targets;
  const { folder } = repository;
  for (const [path, text] of readBlobs(repository, links)) {
    const target = relative(folder, resolve(folder, dirname(path), text.toString('utf8')))
      .split(sep)
      .join('/');
    if (target === '..' || target.startsWith('../') || isAbsolute(target)) targets.set(path, path);
    else if (target !== '' && !path.startsWith(`${target}/`)) targets.set(path, target);
  }
  return targets;
}

/** A tree in which these paths stand for others of the same tree, as symbolic links do. */
export function linkedTree(below: FileTree, links: LinkTargets): FileTree {
  if (links.size === 0) return below;
  const real = (path: string) => resolved(path, links);
  const listReal = (folder: string) => below.list(folder).filter((path) => real(path) === path);

  /** What lies behind a link, by the names that it has there. */
  function behind(link: string): readonly string[] {
    const target = real(link);
    // Reading it says that it leads nowhere.
    if (target === null || below.exists(target)) return [link];
    const inside = listReal(target);
    return inside.length === 0 ? [link] : inside.map((path) => link + path.slice(target.length));
  }

  return {
    root: below.root,
    ...ofBelow(below),
    list(folder) {
      const target = real(folder);
      if (target === null) return [];
      if (target !== folder) return listReal(target).map((path) => folder + path.slice(target.length));
      const within = [...links.keys()].filter((link) => folder === '' || link.startsWith(`${folder}/`));
      return [...new Set([...listReal(folder), ...within.flatMap(behind)])];
    },
    exists: (path) => {
      const target = real(path);
      return target !== null && below.exists(target);
    },
    read: (path) => {
      const target = real(path);
      if (target === null) throw new UnreadableFile(path, 'outside', 'is a link that leads nowhere in the handbook');
      if (target !== path && !below.exists(target))
        throw new UnreadableFile(path, 'other', 'is a link to something that is not there');
      return below.read(target);
    },
    stamp: (path) => {
      const target = real(path);
      return target === null ? null : below.stamp(target);
    },
  };
}

/** The path without links; `null` for one that never ends. */
function resolved(path: string, links: LinkTargets): string | null {
  let real = path;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = stepped(real, links);
    if (next === null) return real;
    real = next;
  }
  return null;
}

function stepped(path: string, links: LinkTargets): string | null {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const folder = end < 0 ? path : path.slice(0, end);
    const target = links.get(folder);
    if (target !== undefined) return target + path.slice(folder.length);
    if (end < 0) return null;
  }
}

/** The changes, and each once more by the names that links give to its file. */
export function throughLinks(
  changes: readonly FileChange[],
  before: LinkTargets,
  after: LinkTargets,
): readonly FileChange[] {
  if (before.size === 0 && after.size === 0) return changes;
  const kept = [...before].filter(([link, target]) => after.get(link) === target);
  const named = changes.flatMap((change) => kept.flatMap(([link, target]) => throughLink(change, link, target)));
  const known = new Set(changes.map(({ path }) => path));
  return [...changes, ...named.filter(({ path }) => !known.has(path))];
}

function throughLink(change: FileChange, link: string, target: string): readonly FileChange[] {
  const isBehind = (path: string) => path === target || path.startsWith(`${target}/`);
  const name = (path: string) => link + path.slice(target.length);
  const [old, now] = [isBehind(change.oldPath), isBehind(change.path)];
  if (change.kind !== 'renamed') return now ? [{ ...change, oldPath: name(change.path), path: name(change.path) }] : [];
  if (old && now) return [{ ...change, oldPath: name(change.oldPath), path: name(change.path) }];
  if (now) return [{ ...change, kind: 'added', oldPath: name(change.path), path: name(change.path), oldId: '' }];
  return old ? [{ ...change, kind: 'deleted', oldPath: name(change.oldPath), path: name(change.oldPath), id: '' }] : [];
}
