import { fileURLToPath } from 'node:url';
import { build } from '../handbook/build.ts';
import { type Compiled, loadCompiled } from './code-cache.ts';

type Engine = typeof import('./engine.ts');

let loaded: Compiled<Engine> | undefined;

/** All that reads and judges, loaded when it is needed first. */
export async function loadEngine(): Promise<Engine> {
  if (build === null) return import('./engine.ts');
  loaded ??= loadCompiled<Engine>(fileURLToPath(new URL('engine.js', import.meta.url)), build);
  return loaded.exports;
}

/** Keeps what was compiled in this run for the next one. To be called at its end. */
export function keepCompiled(): void {
  loaded?.keep();
}
