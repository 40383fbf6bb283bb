import type { ConfigSource } from '../loading/source.ts';
import type { Arguments } from './arguments.ts';
import { readGiven } from './read-given.ts';

/** The configuration of `--config`, read and named as it was written, and the version of `--hugo`. */
export function configOf({ config, hugo }: Pick<Arguments, 'config' | 'hugo'>): {
  readonly config?: ConfigSource;
  readonly hugo?: string;
} {
  return {
    ...(config === undefined ? {} : { config: { path: config, text: readGiven(config).toString('utf8') } }),
    ...(hugo === undefined ? {} : { hugo }),
  };
}
