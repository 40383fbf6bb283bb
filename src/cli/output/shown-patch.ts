import { fstatSync } from 'node:fs';
import { printablePatch } from '../../reporters/printable.ts';
import { isInJob } from '../terminal/colours.ts';

/** A patch for standard output: exact in a file; in a terminal or a job's log it steers and commands nothing. */
export function shownPatch(patch: string): string {
  return fstatSync(process.stdout.fd).isFile() ? patch : printablePatch(patch, isInJob());
}
