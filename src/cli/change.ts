import type { LintOptions } from '../lint/run.ts';
import type { Arguments } from './arguments.ts';
import type { AskedChange } from './asked-change.ts';
import { openFor } from './open-for.ts';

/** Judges the change. Hook managers pass the files that still exist, which says less than the index does. */
export async function judgeChangeFor(
  root: string,
  { base, staged }: AskedChange,
  options: LintOptions,
  args: Arguments,
) {
  const { judgeChange } = await import('../lint/changes/index.ts');
  const { paths, ...rest } = options;
  const scope = staged || paths === undefined ? {} : { paths };
  return judgeChange({ ...rest, ...scope, root, base, staged, open: (tree) => openFor(root, args, tree) });
}
