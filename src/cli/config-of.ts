import type { ConfigSource } from '../config/loading/source.ts';
import type { Arguments } from './arguments.ts';
import { readFileArgument } from './file-argument.ts';

/** What `--config` and `--hugo` say, as options of `openHandbook`. */
export function configOf({ config, hugo }: Pick<Arguments, 'config' | 'hugo'>): {
  readonly config: ConfigSource | undefined;
  readonly hugo: string | undefined;
} {
  return {
    config: config === undefined ? undefined : { path: config, text: readFileArgument(config).toString('utf8') },
    hugo,
  };
}
