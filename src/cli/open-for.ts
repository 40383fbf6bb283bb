import { diskTree } from '../files/disk-tree.ts';
import type { FileTree } from '../files/file-tree.ts';
import { wholeCheckout } from '../git/sparse.ts';
import { cacheLocation } from '../incremental/cache-place.ts';
import { openHandbook } from '../incremental/open.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import { configOf } from './config-of.ts';
import { readFileArgument } from './file-argument.ts';
import { collectSooner } from './tune-v8.ts';

type Choice = Pick<Arguments, 'config' | 'hugo' | 'cache' | 'cacheLocation' | 'index'>;

/**
 * Opens a handbook as the command line says: with `--config`, `--hugo`, `--cache`, `--index`. `tree` stands in place of the files on
 * disk; `threads` help to read.
 */
export async function openFor(root: string, choice: Choice, tree?: FileTree, threads?: Threads): Promise<Handbook> {
  const cache = cacheLocation(root, choice);
  return openHandbook({
    root,
    ...configOf(choice),
    cache,
    onListed: collectSooner,
    tree: tree ?? wholeCheckout(diskTree(root)).tree,
    threads,
    parts: choice.index.length === 0 ? undefined : new Map(choice.index.map((path) => [path, readFileArgument(path)])),
  });
}
