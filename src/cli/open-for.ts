import { readFileSync } from 'node:fs';
import type { ConfigSource } from '../handbook/config/load.ts';
import type { FileTree } from '../handbook/file-tree.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { openHandbook } from '../handbook/open.ts';
import type { Arguments } from './arguments.ts';
import { cacheLocation } from './cache-location.ts';

type Choice = Pick<Arguments, 'config' | 'cache' | 'cacheLocation' | 'index'>;

/** Opens a handbook as the command line says: with another configuration, with or without the cache, with parts of the index; from a tree other than the disk when given. */
export async function openFor(root: string, choice: Choice, tree?: FileTree): Promise<Handbook> {
  const cache = cacheLocation(root, choice);
  return openHandbook({
    root,
    ...configOf(choice),
    cache,
    ...(tree === undefined ? {} : { tree }),
    ...(choice.index.length === 0 ? {} : { parts: new Map(choice.index.map((path) => [path, readFileSync(path)])) }),
  });
}

/** The configuration of `--config`, read and named as it was written. */
export function configOf({ config }: Pick<Arguments, 'config'>): { readonly config?: ConfigSource } {
  return config === undefined ? {} : { config: { path: config, text: readFileSync(config, 'utf8') } };
}
