import { existsSync } from 'node:fs';
import { cacheLocation } from '../incremental/cache/cache-place.ts';
import { looksLarge } from '../workers/looks-large.ts';
import { Threads } from '../workers/threads.ts';
import type { Arguments } from './arguments.ts';
import { stopYoungGrowth } from './tune-v8.ts';

/**
 * Threads that help to read and to judge. Where nothing is kept of earlier runs, and there are many pages, they start at once: they
 * need a while, in which the main thread loads and lists. Else they start when enough turns out to be unknown.
 */
export function threadsFor(root: string, args: Arguments): Threads {
  const threads = new Threads();
  const location = cacheLocation(root, args);
  const isFirstRun = location === false || !existsSync(location);
  if (isFirstRun && args.index.length === 0 && looksLarge(root)) {
    threads.start();
    stopYoungGrowth();
  }
  return threads;
}
