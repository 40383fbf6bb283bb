import type { ConfigSource } from '../config/loading/source.ts';
import type { Arguments } from './arguments.ts';
import { readFileArgument } from './file-argument.ts';

/** What `--config` and `--hugo` say, as options of `openHandbook`. */
export function configOf({ config, hugo }: Pick<Arguments, 'config' | 'hugo'>): {
  readonly config?: ConfigSource;
  readonly hugo?: string;
} {
  return {
    ...(config === undefined ? {} : { config: { path: config, text: readFileArgument(config).toString('utf8') } }),
    ...(hugo === undefined ? {} : { hugo }),
  };
}
