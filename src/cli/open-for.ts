import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConfigSource } from '../handbook/config/load.ts';
import type { FileTree } from '../handbook/file-tree.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { openHandbook } from '../handbook/open.ts';
import type { Arguments } from './arguments.ts';

type Choice = Pick<Arguments, 'config' | 'cache' | 'cacheLocation'>;

/** Opens a handbook as the command line says: with another configuration, with or without the cache; from a tree other than the disk when given. */
export async function openFor(root: string, choice: Choice, tree?: FileTree): Promise<Handbook> {
  const { cache, cacheLocation } = choice;
  const folder = cacheLocation === undefined ? true : resolve(cacheLocation);
  return openHandbook({ root, ...configOf(choice), cache: cache && folder, ...(tree === undefined ? {} : { tree }) });
}

/** The configuration of `--config`, read and named as it was written. */
export function configOf({ config }: Pick<Arguments, 'config'>): { readonly config?: ConfigSource } {
  return config === undefined ? {} : { config: { path: config, text: readFileSync(config, 'utf8') } };
}
