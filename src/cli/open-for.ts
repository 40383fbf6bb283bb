import type { FileTree } from '../files/file-tree.ts';
import { cacheLocation } from '../incremental/cache/cache-place.ts';
import { openHandbook } from '../incremental/open.ts';
import type { KnownPlacement } from '../incremental/places/kept-placement.ts';
import { storedOf } from '../incremental/stored-handbook.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import { configOf, readFileArgument } from './config-of.ts';
import { type CommandTarget, findTarget } from './find-target.ts';
import { demandPages } from './no-pages.ts';
import { describeUnread } from './output/remarks.ts';
import { errorStream } from './terminal/standard-streams.ts';
import { tuneForFiles } from './tune-v8.ts';

type Choice = Pick<Arguments, 'config' | 'hugo' | 'cache' | 'cacheLocation' | 'index'>;

/**
 * Opens a handbook as the command line says: with `--config`, `--hugo`, `--cache`, `--index`. `tree` stands in place of the files on
 * disk; `threads` help to read; `known` says where earlier runs had all pages.
 */
export async function openFor(
  root: string,
  choice: Choice,
  tree?: FileTree,
  threads?: Threads,
  known?: readonly KnownPlacement[],
): Promise<Handbook> {
  const cache = cacheLocation(root, choice);
  return openHandbook({
    root,
    ...configOf(choice, root),
    cache,
    isOnlyLook: cache === false && choice.index.length === 0,
    onListed: tuneForFiles,
    tree,
    threads,
    known,
    parts: choice.index.length === 0 ? undefined : new Map(choice.index.map((path) => [path, readFileArgument(path)])),
  });
}

/** Says which folders could not be looked into, for commands that report no findings; at their end, since some are listed late. */
export function tellUnread(handbook: Handbook): void {
  const lines = describeUnread(storedOf(handbook)?.unread ?? [], 'left out');
  for (const line of lines) errorStream().write(`handbook-lint: ${line}\n`);
}

/** Opens the handbook that a command is about. One without pages is a Failure. */
export async function openTarget(args: Arguments): Promise<CommandTarget & { readonly handbook: Handbook }> {
  const target = findTarget(args);
  const handbook = await openFor(target.root, args);
  demandPages(target.root, handbook);
  return { ...target, handbook };
}
