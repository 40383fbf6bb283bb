import { readFileSync } from 'node:fs';

/** Reads a file that the command line names. An error names the file as it was written there. */
export function readFileArgument(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { path });
    throw error;
  }
}
