import { statOf } from '../../files/plain-file.ts';
import { askForStaged, type TreePair } from '../../git/git-tree.ts';
import { type Comparison, pairOf } from '../../lint/changes/pair.ts';
import { type LintResult, nothingFound } from '../../lint/results/result.ts';
import type { Handbook } from '../../model/handbook.ts';
import { describeTakenFor } from '../../sites/taken-for.ts';
import { storedOf } from '../stored-handbook.ts';
import { isSettled, isUnchanged, isYoung, stillKnownLater } from '../watch/stat-snapshot.ts';
import type { ChangeCache } from './change-cache.ts';
import type { ResultCache } from './result-cache.ts';

/** What git and the cache know about a change before any page is read. */
export interface RecalledChange {
  readonly pair: TreePair;
  readonly cache: ChangeCache | null;
  /** What was found on the files on disk. */
  readonly onDisk: ResultCache | null;
  /** When it began, in ms since 1970. */
  readonly since: number;
  /** What there is to find, when that is nothing, or has been found by an earlier run. */
  readonly known: { readonly result: LintResult; readonly site: string | null } | null;
}

/**
 * Looks whether an earlier run has judged this very change. Git is asked every time: whatever moves (a branch, the commit
 * checked out, the index, what is ignored), the change is the same as long as git's answers are. `given`: see `givenConfig`.
 */
export async function recallChange(
  comparison: Comparison,
  { cache, onDisk }: Pick<RecalledChange, 'cache' | 'onDisk'>,
  given: string,
  since = Date.now(),
): Promise<RecalledChange> {
  if (comparison.base === null) {
    const asked = askForStaged(comparison.root);
    // Results are read while git answers.
    onDisk?.recallStored();
    await asked;
  }
  const known = stillKnownLater(comparison.root, given, () => onDisk?.recallStored()?.snapshot);
  const pair = pairOf(comparison, known);
  const fresh = { pair, cache, onDisk, since, known: null };
  if (pair.changes.length === 0) return { ...fresh, known: { result: nothingFound(null), site: null } };
  const judged = cache?.recall() ?? null;
  const isSame = judged !== null && judged.name === pair.name() && isUnchanged(pair.after.root, given, judged.snapshot);
  return isSame ? { ...fresh, known: judged } : fresh;
}

/** Keeps what was found, if the files' times on disk will tell when it no longer holds. */
export function keepChange(
  judged: LintResult,
  { cache, pair, since }: RecalledChange,
  after: Handbook,
  before: Handbook | null,
): void {
  const [stored, storedBefore] = [storedOf(after), before === null ? null : storedOf(before)];
  if (cache === null || stored === null || after.pages.length === 0 || !pair.isWhole()) return;
  // Another configuration looks in other folders.
  if (before !== null && (storedBefore === null || before.config !== after.config)) return;
  // What was edited a moment ago decides it in most runs.
  if (!pair.after.isOfGit && pair.changes.some(({ path }) => isYoungFile(`${after.root}/${path}`, since))) return;
  // An ignored file may be a page in the old state alone.
  const snapshot = stored.snapshotBefore(since, before?.pages ?? []);
  if (snapshot === null || !isSettled(snapshot)) return;
  const until = Math.min(stored.holdsUntil, storedBefore?.holdsUntil ?? Number.POSITIVE_INFINITY);
  cache.keep({ name: pair.name(), snapshot, site: describeTakenFor(after.config), until, result: judged });
}

function isYoungFile(path: string, moment: number): boolean {
  const stat = statOf(path);
  return stat !== undefined && isYoung(stat, moment);
}
