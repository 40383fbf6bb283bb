import { readFileSync } from 'node:fs';
import { rules } from '../../../rules/index.ts';
import { pairOf } from '../../lint/changes/pair.ts';
import { compareWithBaseline, readBaseline } from '../../lint/results/baseline.ts';
import { fingerprint } from '../../lint/results/fingerprint.ts';
import type { LintResult } from '../../lint/results/result.ts';
import { lint } from '../../lint/run.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { Circumstances } from '../../report/collect.ts';
import type { Arguments } from '../arguments.ts';
import { askedChange } from '../change/asked-change.ts';
import { openFor } from '../open-for.ts';

/**
 * What became worse or better against the revision or the baseline that the command line names; `null` when it names none. Unlike
 * `--since` of a plain run it compares two whole states: a finding on a renamed page counts as gone and as new.
 */
export async function changeSince(
  root: string,
  result: LintResult,
  handbook: Handbook,
  args: Arguments,
): Promise<Circumstances['change']> {
  if (args.baseline !== undefined) {
    const entries = readBaseline(readFileSync(args.baseline, 'utf8'), args.baseline);
    const run = { isJudged: () => true, exists: (path: string) => handbook.page(path) !== undefined };
    const { fresh, vanished } = compareWithBaseline(result.findings, entries, run);
    const gone = vanished.reduce((sum, { count }) => sum + count, 0);
    return { against: args.baseline, fresh: new Set(fresh.map(fingerprint)), gone };
  }
  const change = await askedChange(args);
  if (change === null) return null;
  const before = lint(await openFor(root, args, pairOf({ root, ...change }).before), { rules, levels: args.levels });
  const old = new Set(before.findings.map(fingerprint));
  const present = result.findings.map(fingerprint);
  const fresh = new Set(present.filter((id) => !old.has(id)));
  const { base } = change;
  const against = base === null ? 'HEAD' : base.kind === 'ref' ? base.ref : base.branch;
  return { against, fresh, gone: old.size - (present.length - fresh.size) };
}
