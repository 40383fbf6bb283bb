import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { build } from '../incremental/cache/build.ts';
import { type Compiled, loadCompiled } from './code-cache.ts';
import { letYoungGrow } from './tune-v8.ts';

type Engine = typeof import('./engine.ts');

/** A long run reads a whole handbook with the help of threads. It uses far more of the code than a short one, which so much compiled code would slow. */
export type Run = 'short' | 'long';

let loaded: (Compiled<Engine> & { readonly run: Run }) | undefined;

/** Loads all code that reads and judges, once. */
export async function loadEngine(run: Run = 'short'): Promise<Engine> {
  if (build === null) return import('./engine.ts');
  loaded ??= { ...loadCompiled<Engine>(engineFile(), `${build}-${run}`, tunedV8), run };
  return loaded.exports;
}

/** V8's name for its version, its flags, which a run sets before it loads the engine, and the processor. */
function tunedV8(): string {
  return cachedDataVersionTag().toString(16);
}

/** Whether this run had to load it. */
export function isEngineLoaded(): boolean {
  return loaded !== undefined;
}

/** The path of the built engine, from whichever bundle of dist/ this code runs in. */
function engineFile(): string {
  const dist = import.meta.url.lastIndexOf('/dist/');
  return fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/cli/engine.js`);
}

/** Keeps the code that V8 compiled in this run for the next run of its kind. Called at the end. */
export function keepCompiled(run: Run): void {
  if (loaded?.run !== run) return;
  if (run === 'long') letYoungGrow();
  loaded.keep();
}
