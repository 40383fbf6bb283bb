import type { Comparison } from '../../lint/changes/pair.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';

/** A change to judge instead of the whole handbook. */
export type AskedChange = Omit<Comparison, 'root'>;

/** The change that the command line asks for, or that the pipeline of a GitLab merge request is about; else `null`. */
export async function askedChange(args: Arguments): Promise<AskedChange | null> {
  const { since, sinceMergeBase, staged } = args;
  if (since !== undefined && sinceMergeBase !== undefined)
    throw new Failure('--since and --since-merge-base name two commits to compare with. Use one of them.');
  if (args.all && (staged || since !== undefined || sinceMergeBase !== undefined))
    throw new Failure('--all judges everything, so it does not go with --since, --since-merge-base or --staged.');
  const isAsked = staged || since !== undefined || sinceMergeBase !== undefined;
  if (isAsked && args.updateBaseline)
    throw new Failure(
      '--update-baseline needs all findings, so it does not go with --since, --since-merge-base or --staged.',
    );
  if (since !== undefined) return { base: { kind: 'ref', ref: since }, staged };
  if (sinceMergeBase !== undefined) return { base: { kind: 'merge-base', branch: sinceMergeBase }, staged };
  if (staged) return { base: null, staged };
  // A baseline is another answer to old findings.
  if (args.all || args.baseline !== undefined || process.env.GITLAB_CI !== 'true') return null;
  const base = (await import('../../lint/changes/base.ts')).baseOfPipeline(process.env);
  return base === null ? null : { base, staged: false };
}

/** Which paths of the change to judge. Hook managers pass the files that still exist, which says less than the index does. */
export function scopeOf({ staged }: AskedChange, paths: readonly string[] | undefined): readonly string[] | undefined {
  return staged ? undefined : paths;
}
