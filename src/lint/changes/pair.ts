import { getOrInsert } from '../../collections/get-or-insert.ts';
import { diskTree } from '../../files/disk-tree.ts';
import type { FileTree, KnownFiles, Stamp } from '../../files/file-tree.ts';
import { type TreePair, treesOfChange, treesOfStaged } from '../../git/git-tree.ts';
import {
  headCommit,
  mergeBase,
  mergedCommits,
  openRepository,
  type Repository,
  resolveCommit,
} from '../../git/repository.ts';
import { wholeCheckout } from '../../git/sparse.ts';
import { type Base, baseOfPreCommit } from './base.ts';

/** Which two states are compared. */
export interface Comparison {
  /** The handbook's root: the top of a git repository, or a folder in one. */
  readonly root: string;
  /** What to compare with; `null`, for `staged` alone, is the checked-out commit, or what pre-commit names. */
  readonly base: Base | null;
  /** Judge what the next commit holds instead of the files on disk. */
  readonly staged: boolean;
}

/** Asks git for the two states and what differs. What is `known` of the files on disk is not asked again. */
export function pairOf({ root, base: asked, staged }: Comparison, known?: KnownFiles): TreePair {
  const repository = openRepository(root);
  const base = asked ?? pushedSince(repository);
  const commit = commitOf(base, repository);
  if (!staged) {
    const { tree: disk, name } = wholeCheckout(askedOnce(diskTree(root, [], known)));
    return treesOfChange(repository, disk, commit, name);
  }
  const treesSince = treesOfStaged(repository);
  const pair = treesSince(commit);
  // What a merge brings from either side was judged there.
  const merged = (base === null ? mergedCommits(repository) : []).map(treesSince);
  if (merged.length === 0) return pair;
  const all = [pair, ...merged];
  return {
    ...pair,
    merged,
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
    name: () => all.map((each) => each.name()).join(' '),
    isWhole: () => all.every((each) => each.isWhole()),
  };
}

/** The base that pre-commit names where it asks about the commits up to the checked-out one; else `null`. */
function pushedSince(repository: Repository): Base | null {
  const pushed = baseOfPreCommit(process.env);
  return pushed !== null && resolveCommit(repository, pushed.upTo) === repository.head ? pushed.base : null;
}

function commitOf(base: Base | null, repository: Repository): string | null {
  if (base === null) return headCommit(repository);
  return base.kind === 'ref' ? resolveCommit(repository, base.ref) : mergeBase(repository, base.branch);
}

/** The tree as it was when each question was first asked, for a run that looks at several states of the same files. */
function askedOnce(tree: FileTree): FileTree {
  const lists = new Map<string, readonly string[]>();
  const stamps = new Map<string, Stamp | null>();
  return {
    ...tree,
    list: (folder) => getOrInsert(lists, folder, () => tree.list(folder)),
    stamp: (path) => getOrInsert(stamps, path, () => tree.stamp(path)),
  };
}
