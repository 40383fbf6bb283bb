import { fileURLToPath } from 'node:url';
import { build } from '../incremental/build.ts';
import { type Compiled, loadCompiled } from './code-cache.ts';

type Engine = typeof import('./engine.ts');

let loaded: Compiled<Engine> | undefined;

/** Loads all code that reads and judges, once. */
export async function loadEngine(): Promise<Engine> {
  if (build === null) return import('./engine.ts');
  loaded ??= loadCompiled<Engine>(engineFile(), build);
  return loaded.exports;
}

/** The path of the built engine, from whichever bundle of dist/ this code runs in. */
function engineFile(): string {
  const dist = import.meta.url.lastIndexOf('/dist/');
  return fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/cli/engine.js`);
}

/** Keeps the code that V8 compiled in this run for the next run. Called at the end. */
export function keepCompiled(): void {
  loaded?.keep();
}
