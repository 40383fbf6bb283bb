import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { readExport } from '../../../src/sites/script/evaluate.ts';
import { type ScriptValue, valueBelow } from '../../../src/sites/script/values.ts';

const others = {
  'site/shared.ts': "export const shared = { base: '/y/', nav: [] };\nconst rest = [1, 2];\nexport { rest };\n",
  'site/old.cjs': "module.exports = { base: '/z/' };\n",
};

/** What a configuration says of `base`: its words, or how they are known. */
function baseOf(script: string): string {
  const value: ScriptValue = valueBelow(
    readExport('site/c.ts', memoryTree({ ...others, 'site/c.ts': script })),
    'base',
  );
  return value.kind === 'literal' ? String(value.value) : value.kind;
}

describe('base of a configuration', () => {
  test.each([
    ['written', "export default { base: '/x/' };", '/x/'],
    ['in a function that gives it back', "export default defineConfig({ base: '/x/' });", '/x/'],
    ['by a name', "const base = '/x/' as const;\nexport default { base } satisfies Config;", '/x/'],
    ['of a module', "module.exports = { base: '/x/' };", '/x/'],
    ['returned', "module.exports = async function create() { const base = '/x/'; return { base }; };", '/x/'],
    ['by an arrow', "export default defineConfig(() => ({ base: '/x/' }));", '/x/'],
    ['joined', "const name = 'x';\nexport default { base: `/$" + "{name}` + '/' };", '/x/'],
    ['of another file', "import { shared } from './shared';\nexport default { ...shared };", '/y/'],
    ['of another file by its ending', "import { shared } from './shared.js';\nexport default { ...shared };", '/y/'],
    ['of a required file', "const old = require('./old.cjs');\nmodule.exports = { ...old };", '/z/'],
    ['named by a type', "import type { C } from 'v';\nconst c: C<string> = { base: '/x/' };\nexport default c;", '/x/'],
    ['written over', "import { shared } from './shared';\nexport default { ...shared, base: '/x/' };", '/x/'],
    ['of a module of TypeScript', "const c = { base: '/x/' };\nexport = c;", '/x/'],
    ['by what is not', 'export default { base: !true };', 'false'],
    ['by a sign that is not known', 'export default { base: -1 };', 'computed'],
    ['of the environment', "export default { base: process.env.BASE ?? '/x/' };", 'computed'],
    ['one of two', "export default { base: process.env.CI ? '/x/' : '/' };", 'computed'],
    ['of a call', 'export default { base: baseOf() };', 'computed'],
    ['of a package', "import { base } from 'p';\nexport default { base };", 'code'],
    ['perhaps written over', "export default { base: '/x/', ...more() };", 'computed'],
    ['perhaps among more', 'export default { title: "x", ...more() };', 'computed'],
    ['written over by a condition', "export default { base: '/x/', ...(is && { base: '/y/' }) };", 'computed'],
    ['beside a condition', "export default { base: '/x/', ...(is ? { title: 'x' } : {}) };", '/x/'],
    ['changed later', "const c = { base: '/x/' };\nc.base = '/y/';\nexport default c;", 'computed'],
    ['in a call of an unknown function', "export default wrapped({ base: '/x/' });", 'computed'],
    ['decided by statements', "module.exports = () => { if (x) return {}; return { base: '/x/' }; };", 'computed'],
    ['not there', "export default { title: 'x' };", 'absent'],
    ['of itself', 'const base = base;\nexport default { base };', 'computed'],
  ])('%s', (_, script, expected) => {
    expect(baseOf(script)).toBe(expected);
  });
});

test('lists in lists are read thirty deep', () => {
  const script = `export default ${'['.repeat(30)}'/x/'${']'.repeat(30)};`;
  let value = readExport('c.ts', memoryTree({ 'c.ts': script }));
  for (let depth = 0; depth < 30 && value.kind === 'list'; depth += 1) value = value.items[0]!;
  expect(value).toEqual({ kind: 'literal', value: '/x/' });
});

test('a file that is no script is named with its line', () => {
  const tree = memoryTree({ 'c.ts': 'const a = 1;\nexport default {{ base: ' });
  expect(() => readExport('c.ts', tree)).toThrow('c.ts line 2 cannot be read');
});
