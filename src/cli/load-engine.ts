import { fileURLToPath } from 'node:url';
import { build } from '../incremental/build.ts';
import { type Compiled, loadCompiled } from './code-cache.ts';

type Engine = typeof import('./engine.ts');

let loaded: Compiled<Engine> | undefined;

/** All that reads and judges, loaded when it is needed first. */
export async function loadEngine(): Promise<Engine> {
  if (build === null) return import('./engine.ts');
  loaded ??= loadCompiled<Engine>(engineFile(), build);
  return loaded.exports;
}

/** It is one for the door and for what lies behind it. */
function engineFile(): string {
  const dist = import.meta.url.lastIndexOf('/dist/');
  return fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/cli/engine.js`);
}

/** Keeps what was compiled in this run for the next one. To be called at its end. */
export function keepCompiled(): void {
  loaded?.keep();
}
