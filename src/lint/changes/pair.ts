import { diskTree } from '../../files/disk-tree.ts';
import { headCommit, openRepository } from '../../git/git.ts';
import { type TreePair, treesOfChange } from '../../git/git-tree.ts';
import { type Base, commitOfBase } from './base.ts';

/** Which two states are compared. */
export interface Comparison {
  /** The handbook's root: the top of a git repository, or a folder in one. */
  readonly root: string;
  /** What to compare with; `null`, for `staged` alone, is the checked-out commit. */
  readonly base: Base | null;
  /** Judge what the next commit holds instead of the files on disk. */
  readonly staged: boolean;
}

/** Asks git for the two states and what differs. */
export function pairOf({ root, base, staged }: Comparison): TreePair {
  const repository = openRepository(root);
  const commit = base === null ? headCommit(repository) : commitOfBase(repository, base);
  return treesOfChange(repository, diskTree(root), commit, staged);
}
