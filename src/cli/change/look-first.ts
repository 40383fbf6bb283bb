import type { HandbookConfig } from '../../config/config.ts';
import { loadConfig, readConfigSource } from '../../config/load.ts';
import { diskTree } from '../../files/disk-tree.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { build } from '../../incremental/build.ts';
import { CacheFolder } from '../../incremental/cache-folder.ts';
import { FolderConfigMemory } from '../../incremental/config-memory.ts';
import { findAsSeen } from '../../incremental/look.ts';
import { VerdictMemory } from '../../lint/results/verdict-memory.ts';
import { type Verdict, verdictsKey } from '../../lint/results/verdicts.ts';
import { wantedBy } from '../../lint/wanted.ts';
import type { Arguments } from '../arguments.ts';
import { cacheLocation } from '../cache-location.ts';
import { configOf } from '../config-of.ts';

/** What a look at the files' names and stamps says, before anything is read. */
export interface Look {
  /** The files on disk. */
  readonly tree: FileTree;
  readonly memory: VerdictMemory | null;
  /** When it began, in ms since 1970. */
  readonly since: number;
  /** The verdicts on the asked pages, when nothing has changed since the last run. */
  readonly verdicts: { readonly on: readonly Verdict[]; readonly config: HandbookConfig } | null;
}

/** Looks whether an earlier run has already found all that there is to find. */
export async function lookFirst(root: string, paths: readonly string[] | null, args: Arguments): Promise<Look> {
  const since = Date.now();
  const tree = diskTree(root);
  const location = cacheLocation(root, args);
  // What other machines have read is judged anew: it is theirs to say what the pages hold.
  if (location === false || build === null || args.index.length > 0)
    return { tree, memory: null, since, verdicts: null };
  const folder = new CacheFolder(location);
  const memory = new VerdictMemory(folder, verdictsKey(build, args.levels));
  const known = memory.recallStored();
  // A baseline asks for more than findings.
  if (known === null || known.sight === null || known.size === 0 || args.baseline !== undefined)
    return { tree, memory, since, verdicts: null };
  const { config: source = readConfigSource(tree) } = configOf(args);
  const config = await loadConfig(tree, source, new FolderConfigMemory(folder), args.hugo);
  const seen = findAsSeen(tree.root, config, known.sight);
  if (seen === null) return { tree, memory, since, verdicts: null };
  const on = Array.from(known.on(wantedBy(paths ?? undefined)), ([, verdict]) => verdict);
  return { tree, memory, since, verdicts: { on, config: seen } };
}
