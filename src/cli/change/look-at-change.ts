import { loadConfig, readConfigSource } from '../../config/load.ts';
import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import { FolderConfigMemory } from '../../incremental/config-memory.ts';
import { ChangeMemory } from '../../lint/changes/change-memory.ts';
import { type ChangeLook, lookAtChange } from '../../lint/changes/look.ts';
import { verdictsKey } from '../../lint/results/verdicts.ts';
import type { Arguments } from '../arguments.ts';
import { cacheLocation } from '../cache-location.ts';
import { configOf } from '../config-of.ts';
import { type AskedChange, scopeOf } from './asked-change.ts';

/** Looks at the change that is asked for, and whether an earlier run has judged it. */
export async function lookAt(
  root: string,
  change: AskedChange,
  paths: readonly string[] | undefined,
  args: Arguments,
): Promise<ChangeLook> {
  const location = cacheLocation(root, args);
  const folder = location === false ? null : new CacheFolder(location);
  // What other machines have read is judged anew, and a baseline asks for more than findings.
  const isKept = folder !== null && build !== null && args.index.length === 0 && args.baseline === undefined;
  const key = () => JSON.stringify([verdictsKey(build ?? '', args.levels), scopeOf(change, paths) ?? null]);
  const memory = isKept ? new ChangeMemory(folder, change.staged ? 'index' : 'disk', key()) : null;
  return lookAtChange({ root, ...change }, memory, (tree) => {
    const { config: source = readConfigSource(tree) } = configOf(args);
    return loadConfig(tree, source, folder === null ? undefined : new FolderConfigMemory(folder), args.hugo);
  });
}
