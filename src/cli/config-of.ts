import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { ConfigSource } from '../config/loading/source.ts';
import type { Arguments } from './arguments.ts';

/** What `--config` and `--hugo` say, as options of `openHandbook`. */
export function configOf(
  { config: path, hugo }: Pick<Arguments, 'config' | 'hugo'>,
  root: string,
): {
  readonly config: ConfigSource | undefined;
  readonly hugo: string | undefined;
} {
  if (path === undefined) return { config: undefined, hugo };
  const place = relative(root, resolve(path)).split(sep).join('/');
  const bytes = readFileArgument(path);
  return { config: { path, place, text: bytes.toString('utf8'), isUtf8: isUtf8(bytes) }, hugo };
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
