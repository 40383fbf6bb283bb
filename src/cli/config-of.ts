import { readFileSync } from 'node:fs';
import type { ConfigSource } from '../config/loading/source.ts';
import type { Arguments } from './arguments.ts';

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

/** Reads a file that the command line names. An error names the file as it was written there. */
export function readFileArgument(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { path });
    throw error;
  }
}
