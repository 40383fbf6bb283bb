import { readFileSync } from 'node:fs';

/** The bytes of a file that the command line names. What is wrong with it is said of it by that name. */
export function readGiven(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { path });
    throw error;
  }
}
