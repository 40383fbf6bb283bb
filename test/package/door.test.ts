import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from '../support/command.ts';

/** What a file of the bundle was made of, as esbuild says in comments: `src/cli/command.ts`, `node_modules/yaml/…`. */
function partsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/^\/\/ ((?:src|rules|node_modules)\/\S+)$/gm)].map(([, path = '']) => path);
}

test('a run in which nothing changed loads no site, no rule, no configuration and no parser', () => {
  const door = join(dirname(builtCommand()), 'command.js');
  const parts = [builtCommand(), door].flatMap(partsOf);
  expect(parts).toContain('src/cli/lint-command.ts');
  const ours =
    /^(?:rules|src\/(?:sites\/(?!recognition\/recognise\.)|links|sections|competencies|model|markdown\/(?!version\.)|config\/(?!loading\/find-root\.)))/;
  const theirs = /^node_modules\/(?:yaml|zod|htmlparser2|smol-toml|picomatch|ignore|satteri)\//;
  expect(parts.filter((path) => ours.test(path) || theirs.test(path))).toEqual([]);
});
