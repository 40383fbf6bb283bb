import { readFileSync } from 'node:fs';
import type { ConfigSource } from '../config/source.ts';
import type { Arguments } from './arguments.ts';

/** The configuration of `--config`, read and named as it was written. */
export function configOf({ config }: Pick<Arguments, 'config'>): { readonly config?: ConfigSource } {
  return config === undefined ? {} : { config: { path: config, text: readFileSync(config, 'utf8') } };
}
