#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { build } from '../incremental/cache/build.ts';
import { loadCompiled } from './code-cache.ts';

type Command = typeof import('./command.ts');

// No top-level await, which a CommonJS file cannot have.
if (build === null) import('./command.ts').then(({ start }) => start(() => undefined));
else {
  const command = loadCompiled<Command>(fileURLToPath(new URL('command.js', import.meta.url)), build);
  command.exports.start(command.keep);
}
