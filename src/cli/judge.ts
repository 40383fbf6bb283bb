import { rules } from '../../rules/index.ts';
import { diskTree } from '../files/disk-tree.ts';
import { overlayTree } from '../files/overlay-tree.ts';
import { wholeCheckout } from '../git/sparse.ts';
import { saveCache, saveCacheInThread } from '../incremental/open.ts';
import { onlyChanged } from '../incremental/results/judge-changed.ts';
import { lintTogether } from '../incremental/sharing/judge-together.ts';
import { now } from '../lint/clock.ts';
import { describeUnknownRule } from '../lint/levels.ts';
import { packer } from '../lint/results/packed-findings.ts';
import { type LintOptions, lint } from '../lint/run.ts';
import { pageInScope } from '../lint/scope.ts';
import type { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import type { RecalledRun } from './change/recall-run.ts';
import { Failure } from './failure.ts';
import { openFor } from './open-for.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { collectEagerly } from './tune-v8.ts';

/** Throws a Failure when a `--rule` names no rule. */
export function checkLevels({ levels }: Pick<Arguments, 'levels'>): void {
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(levels))
    if (!known.includes(id)) throw new Failure(`--rule, ${describeUnknownRule(id, known)}`);
}

/** Judges a text as the page whose path is the only one in `options`. Nothing of it is kept. */
export async function judgeText(
  root: string,
  text: Uint8Array,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
): Promise<Outcome> {
  const { paths = [] } = options;
  const tree = overlayTree(wholeCheckout(diskTree(root)).tree, new Map(paths.map((path) => [path, text])));
  const handbook = await openFor(root, args, tree);
  const opened = now();
  const result = lint(handbook, { rules, ...options });
  const outcome = outcomeOf({ result, handbook, judged: undefined }, root, options, args);
  const isPage = paths.some((path) => pageInScope(handbook, path) !== undefined);
  const notes = isPage ? [] : [`${paths[0]} is no page of this handbook, so nothing was judged`];
  const source = (path: string) => (paths.includes(path) ? new TextDecoder().decode(text) : null);
  return { ...outcome, isChange: false, notes, opened, source, save: async () => undefined };
}

/** Judges the whole handbook with the help of threads, which `save` closes. Pages that no change concerns keep the results of an earlier run. */
export async function judgeWhole(
  root: string,
  recalled: RecalledRun,
  options: Omit<LintOptions, 'rules'>,
  args: Arguments,
  threads: Threads,
): Promise<Outcome> {
  try {
    const { cache, since, changed } = recalled;
    const last = changed === null ? null : cache?.recallStored();
    const known = last ? [last.placementBefore(changed)] : [];
    const handbook = await openFor(root, args, recalled.tree, threads, known);
    const opened = now();
    const asked = { rules, ...options, plan: cache === null ? undefined : onlyChanged(cache, since, changed) };
    let inThread: Promise<boolean> | undefined;
    const result = await lintTogether(handbook, asked, threads, packer(collectEagerly), () => {
      inThread = saveCacheInThread(handbook);
      threads.release();
    });
    const save = async () => {
      if ((await inThread) !== true) saveCache(handbook);
      threads.close();
    };
    const judged = cache?.judged;
    const outcome = outcomeOf({ result, handbook, judged }, root, options, args);
    return { ...outcome, isChange: false, opened, judged, save };
  } catch (error) {
    threads.close();
    throw error;
  }
}
