import type { HandbookConfig } from '../../config/config.ts';
import type { FileTree } from '../../files/file-tree.ts';
import type { TreePair } from '../../git/git-tree.ts';
import { findAsSeen } from '../../incremental/look.ts';
import { type LintResult, summed } from '../result.ts';
import type { ChangeMemory } from './change-memory.ts';
import { type Comparison, pairOf } from './pair.ts';

/** What git and a look at the files' names and stamps say of a change, before anything is read. */
export interface ChangeLook {
  readonly pair: TreePair;
  readonly memory: ChangeMemory | null;
  /** When it began, in ms since 1970. */
  readonly since: number;
  /** What there is to find, when that is nothing, or has been found by an earlier run. */
  readonly result: LintResult | null;
  /** The configuration that the earlier run had. */
  readonly config: HandbookConfig | null;
}

/**
 * Looks whether an earlier run has judged this very change. Git is asked every time: whatever moves (a branch, the commit
 * checked out, the index, what is ignored), the change is the same as long as git's answers are.
 */
export async function lookAtChange(
  comparison: Comparison,
  memory: ChangeMemory | null,
  readConfig: (tree: FileTree) => Promise<HandbookConfig>,
  since = Date.now(),
): Promise<ChangeLook> {
  const pair = pairOf(comparison);
  const look = { pair, memory, since, config: null };
  if (pair.changes.length === 0) return { ...look, result: summed([], [], null) };
  const known = memory?.recall() ?? null;
  if (known === null || known.name !== pair.name) return { ...look, result: null };
  const config = await readConfig(pair.after);
  const seen = findAsSeen(pair.after.root, config, known.sight);
  return { ...look, result: seen && known.result, config: seen };
}
