import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import type { ChangeLook } from '../../lint/changes/look.ts';
import { VerdictMemory } from '../../lint/results/verdict-memory.ts';
import { verdictsKey } from '../../lint/results/verdicts.ts';
import type { LintOptions } from '../../lint/run.ts';
import type { Arguments } from '../arguments.ts';
import { cacheLocation } from '../cache-location.ts';
import { openFor } from '../open-for.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Judges the change. */
export async function judgeChangeFor(
  root: string,
  change: AskedChange,
  look: ChangeLook,
  options: LintOptions,
  args: Arguments,
) {
  const { judgeChange } = await import('../../lint/changes/index.ts');
  const { paths: _, ...rest } = options;
  const paths = scopeOf(change, options.paths);
  const memories = memoriesFor(root, args);
  return judgeChange({
    ...rest,
    ...change,
    ...(paths === undefined ? {} : { paths }),
    ...(memories === null ? {} : { memories }),
    root,
    look,
    open: (tree) => openFor(root, args, tree),
  });
}

/** Each state's own, so that neither pushes out what is known of the other or of the files on disk. */
function memoriesFor(root: string, args: Arguments): { before: VerdictMemory; after: VerdictMemory } | null {
  const location = cacheLocation(root, args);
  if (location === false || build === null || args.index.length > 0) return null;
  const folder = new CacheFolder(location);
  const memory = (state: string, ...others: VerdictMemory[]) =>
    new VerdictMemory(folder, verdictsKey(`${state}${build}`, args.levels), others);
  const onDisk = memory('');
  const after = memory('after ', onDisk);
  return { before: memory('before ', after, onDisk), after };
}
