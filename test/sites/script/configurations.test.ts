import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { ConfigKeys, describeUnread } from '../../../src/sites/script/config-keys.ts';
import { readExport } from '../../../src/sites/script/evaluate.ts';
import { findModule } from '../../../src/sites/script/modules.ts';
import { type ScriptValue, valueAt, valueBelow } from '../../../src/sites/script/values.ts';

type Files = Readonly<Record<string, string>>;

const others: Files = {
  'site/a.ts':
    'export const a = 1;\nconst b = 2;\nexport { b, b as c };\nexport default { d: 3 };\nexport function f() { return 4; }\n',
  'site/all.ts': "export { a, default as whole } from './a';\nexport { c } from './a.js';\n",
  'site/old.cjs': 'exports.x = 1;\nmodule.exports.y = 2;\n',
  'site/whole.cjs': 'module.exports = { x: 1 };\n',
  'site/folder/index.ts': 'export default 5;\n',
  'site/data.json': '{"x": 1}',
};

/** A value as plain data: `?` what only a run would tell, `code: …` a function, `…` what else a list or map may hold. */
function plain(value: ScriptValue): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'absent':
      return undefined;
    case 'list':
      return [...value.items.map(plain), ...(value.isOpen ? ['…'] : [])];
    case 'map':
      return Object.fromEntries([
        ...[...value.entries].map(([key, each]) => [key, plain(each)]),
        ...(value.isOpen ? [['…', 0]] : []),
      ]);
    case 'code':
      return `code: ${value.text}`;
    case 'computed':
      return '?';
  }
}

const read = (script: string, files: Files = others) =>
  readExport('site/c.ts', memoryTree({ ...files, 'site/c.ts': script }));
/** What an expression comes to. */
const of = (expression: string, before = '') => plain(read(`${before}\nexport default ${expression};\n`));

describe('an expression', () => {
  test.each<[string, unknown]>([
    ["'x'", 'x'],
    ['1', 1],
    ['null', null],
    ['true', true],
    ['undefined', undefined],
    ['/x/g', 'code: /x/g'],
    ['`x`', 'x'],
    [`\`a$\{'b'}c$\{1}\``, 'abc1'],
    [`\`a$\{f()}\``, '?'],
    [`\`$\{null}\``, '?'],
    ['(1)', 1],
    ['1 as number', 1],
    ['1!', 1],
    ['<number>1', 1],
    ['1 satisfies X', 1],
    ['!true', false],
    ['!0', true],
    ['!f()', '?'],
    ['-1', '?'],
    ["'a' + 'b'", 'ab'],
    ["'a' + 1", 'a1'],
    ["'a' + f()", '?'],
    ["f() + 'a'", '?'],
    ['2 * 3', '?'],
    ['x ? 1 : 1', 1],
    ['x ? 1 : 2', '?'],
    ['x ? { a: 1, b: 2 } : { a: 1, b: 3, c: 4 }', { a: 1, b: '?', c: '?' }],
    ['x ? { a: 1 } : f()', '?'],
    ['x ? { a: 1, ...f() } : { a: 1 }', { a: '?', '…': 0 }],
    ['x && 1', '?'],
    ['x && {}', {}],
    ['x && { a: 1 }', { a: '?' }],
    ['x || 1', '?'],
    ['x ?? 1', '?'],
    ['[1, "a", f(), [2]]', [1, 'a', '?', [2]]],
    ['[1, ...[2, 3], ...f()]', [1, 2, 3, '…']],
    ['[...[1, ...f()]]', [1, '…']],
    ['[, 1]', [1]],
    ["{ a: 1, 'b': 2, ['c']: 3, 4: 5 }", { a: 1, b: 2, c: 3, '4': undefined }],
    ['{ [f()]: 1, a: 2 }', { a: 2, '…': 0 }],
    ['{ ...{ a: 1 }, b: 2 }', { a: 1, b: 2 }],
    ['{ a: 1, ...{ a: 2 } }', { a: 2 }],
    ['{ a: 1, ...f(), b: 2 }', { a: '?', '…': 0, b: 2 }],
    ['{ a: 1, ...undefined }', { a: 1 }],
    ['{ a: 1, ...{ b: 2, ...f() } }', { a: '?', b: '?', '…': 0 }],
    ['{ a() { return 1; } }', { a: 'code: () { return 1; }' }],
    ['{ a: (x) => x }', { a: 'code: (x) => x' }],
    ['{ a: { b: 1 } }.a.b', 1],
    ["{ a: 1 }['a']", 1],
    ['{ a: 1 }[f()]', '?'],
    ['{ a: 1 }.b', undefined],
    ['{ a: 1, ...f() }.b', '?'],
    ['f().a', '?'],
    ['[1].a', undefined],
    ["require('./whole.cjs').x", 1],
    ["require('./folder')", 5],
    ["require.resolve('x')", 'x'],
    ["other.resolve('x')", '?'],
    ["require.other('x')", '?'],
    ["require('p')", 'code: import p'],
    ['require(f())', '?'],
    ["f('x')", '?'],
    ['defineConfig({ a: 1 })', { a: 1 }],
    ['withMermaid({ a: 1 })', { a: 1 }],
    ['defineConfig(() => ({ a: 1 }))', { a: 1 }],
    ['wrap({ a: 1 })', '?'],
    ['defineConfig()', '?'],
    ['(() => 1)()', 1],
    ['(function () { return 1; })()', 1],
    ['(() => { f(); return 1; })()', '?'],
    ['(() => { const a = 1; function g() { return a; } return g(); })()', 1],
    ['(() => { return; })()', undefined],
    ['(() => {})()', '?'],
    ['async () => ({ a: await 1 })', { a: 1 }],
    ['function () { return { a: 1 }; }', { a: 1 }],
    ['new X()', '?'],
    ['x.y.z', '?'],
    ['gone', '?'],
  ])('%s', (expression, expected) => {
    const value = of(expression);
    expect(value).toEqual(expression.includes('4: 5') ? { a: 1, b: 2, c: 3, '…': 0 } : expected);
  });

  test.each<[string, string, unknown]>([
    ['const a = 1;', 'a', 1],
    ['let a = 1;', 'a', 1],
    ['const a = 1, b = a;', 'b', 1],
    ['const { a } = { a: 1 };', 'a', '?'],
    ['let a;', 'a', '?'],
    ['function a() { return 1; }', 'a()', 1],
    ['function a() { return 1; }', '{ b: a }', { b: 'code: function a() { return 1; }' }],
    ['const a = { b: 1 };\na.b = 2;', 'a', '?'],
    ['const a = { b: { c: 1 } };\na.b.c = 2;', 'a', '?'],
    ['let a = 1;\na = 2;', 'a', '?'],
    ['let a = 1;\na++;', 'a', '?'],
    ['const a = { b: 1 };\ndelete a.b;', 'a', '?'],
    ['const a = { b: 1 };\nvoid a.b;', 'a', { b: 1 }],
    ['const a = [1];\na.push(2);', 'a', '?'],
    ['const a = [1];\na.map(f);', 'a', [1]],
    ['const a = { b: [1] };\na.b.splice(0);', 'a', '?'],
    ['const a = {};\nObject.assign(a, { b: 1 });', 'a', '?'],
    ['const a = {};\nObject.assign(f(), a);', 'a', {}],
    ['const a = {};\nObject.keys(a);', 'a', {}],
    ["import { a } from './a';", 'a', 1],
    ["import { c as x } from './a';", 'x', 2],
    ["import x from './a';", 'x', { d: 3 }],
    ["import * as x from './a';", 'x', '?'],
    ["import * as x from './a';", 'x.a', '?'],
    ["import { gone } from './a';", 'gone', '?'],
    ["import x from './gone';", 'x', 'code: import ./gone'],
    ["import x from '../../out';", 'x', 'code: import ../../out'],
    ["import { a, whole, c } from './all';", '[a, whole, c]', [1, { d: 3 }, 2]],
    ["import { x } from './old.cjs';\nimport { y } from './old.cjs';", '[x, y]', [1, 2]],
    ["import x from './data.json';", 'x', '?'],
    ["import x from './folder';", 'x', 5],
    ["import './a';", '1', 1],
    ["import { extendConfig } from '@voidzero-dev/vitepress-theme/config';", 'extendConfig({ a: 1 })', { a: 1 }],
    ["import { extendConfig } from 'other';", 'extendConfig({ a: 1 }).a', '?'],
    ['const a = b;\nconst b = a;', 'a', '?'],
  ])('after %s, %s', (before, expression, expected) => {
    expect(of(expression, before)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['module.exports = { a: 1 };', { a: 1 }],
    ['module.exports = () => ({ a: 1 });', { a: 1 }],
    ['const c = { a: 1 };\nexport { c as default };', { a: 1 }],
    ["export { default } from './a';", { d: 3 }],
    ['export = { a: 1 };', { a: 1 }],
    ['export default async function () { const x = 1; return { a: x }; }', { a: 1 }],
    ['#!/usr/bin/env node\nexport default 1;', 1],
    ['exports.default = 1;', 1],
    ['other.exports = 1;', '?'],
    ['other.thing.default = 1;', '?'],
    ['module.exports.default = 1;', 1],
    ['module.other = 1;', '?'],
    ['const a = 1;', '?'],
    ['with (x) {}\nmodule.exports = 1;', 1],
  ])('%s', (script, expected) => {
    expect(plain(read(script))).toEqual(expected);
  });

  test('that two modules take from each other is not known', () => {
    const files = { 'site/d.ts': "export { default, x } from './c';\nexport const y = 1;\n" };
    expect(plain(read("export { default } from './d';", files))).toBe('?');
    expect(plain(read("import { x, y } from './d';\nexport { x };\nexport default [x, y];", files))).toEqual(['?', 1]);
  });

  test('has the line on which it is computed', () => {
    const value = read(
      'const b = {\n  c: f(),\n};\nexport default {\n  a: f(),\n  ...b,\n  d: () => 1,\n  e: [\n    g() ],\n};\n',
    );
    expect(['a', 'c', 'd'].map((key) => valueAt(value, key))).toEqual([
      { kind: 'computed', line: 5 },
      { kind: 'computed', line: 2 },
      { kind: 'code', text: '() => 1', line: 7 },
    ]);
    expect(value).toMatchObject({ line: 4 });
    expect(valueBelow(read('\n\nexport default { ...f() };'), 'a', 'b')).toEqual({ kind: 'computed', line: 3 });
  });

  test('is followed to a bounded depth and number of steps', () => {
    const deep = (depth: number) => of(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
    expect(JSON.stringify(deep(20))).toContain('1');
    expect(JSON.stringify(deep(50))).toContain('?');
    const chain = Array.from({ length: 60 }, (_, at) => `const a${at + 1} = a${at};`).join('\n');
    expect(of('a60', `const a0 = 1;\n${chain}`)).toBe('?');
    expect(of('a9', `const a0 = 1;\n${chain}`)).toBe(1);
    const wide = `const a0 = 1;\n${Array.from({ length: 17 }, (_, at) => `const a${at + 1} = [a${at}, a${at}];`).join('\n')}`;
    expect(JSON.stringify(of('a17', wide))).toContain('?');
    expect(JSON.stringify(of('a10', wide))).not.toContain('?');
  });

  test.each([
    ['export default {\n  a: [,\n', 'site/c.ts line 3 cannot be read'],
    ['x'.repeat(400_001), 'site/c.ts line 1 cannot be read'],
  ])('%.20j cannot be read', (script, message) => {
    expect(() => read(script)).toThrow(message);
  });

  test('nor can a module that is not there, or is broken', () => {
    expect(() => readExport('gone.ts', memoryTree({}))).toThrow('gone.ts cannot be read');
    expect(() => read("import x from './bad';\nexport default x;", { 'site/bad.ts': '{' })).toThrow(
      'site/bad.ts line 1',
    );
  });
});

test.each([
  ['./a', 'site/a.ts'],
  ['./a.ts', 'site/a.ts'],
  ['./a.js', 'site/a.ts'],
  ['./m.mjs', 'site/m.mts'],
  ['./folder', 'site/folder/index.ts'],
  ['.', 'site/index.js'],
  ['..', null],
  ['../site/a', 'site/a.ts'],
  ['./text.txt', null],
  ['./data.json', 'site/data.json'],
  ['a', null],
  ['.a', null],
  ['../../a', null],
])('the module %s is %s', (path, expected) => {
  const files = { ...others, 'site/m.mts': '', 'site/index.js': '', 'site/text.txt': '' };
  expect(findModule('site/c.ts', path, memoryTree(files))).toBe(expected);
});

describe('settings of a script', () => {
  const keys = (script: string, written = {}) => new ConfigKeys('c.ts', read(`export default ${script};`), written);

  test('are words, flags and lists of words', () => {
    const found = keys("{ a: 'x', b: true, c: ['x', 'y'], d: 1, n: null, m: { e: 'z' } }");
    expect([found.word('a'), found.word('b'), found.word('d'), found.word('gone'), found.word('m.e')]).toEqual([
      'x',
      null,
      null,
      null,
      'z',
    ]);
    expect([found.flag('b'), found.flag('a'), found.flag('n'), found.flag('gone')]).toEqual([true, null, null, null]);
    expect([found.words('a'), found.words('c'), found.words('gone')]).toEqual([['x'], ['x', 'y'], []]);
    expect(found.unread).toEqual([]);
    expect(found.isUnread('a')).toBe(false);
  });

  test('what cannot be read is noted once', () => {
    const found = keys("{\n a: f(),\n b: ['x', f()],\n c: [...f(), 'y'],\n d: [1],\n e: () => 1 }");
    expect([
      found.word('a'),
      found.flag('a'),
      found.words('b'),
      found.words('c'),
      found.words('d'),
      found.word('e'),
    ]).toEqual([null, null, ['x'], ['y'], [], null]);
    expect(found.unread.map(({ key, line }) => `${key} ${line}`)).toEqual(['a 2', 'b 1', 'c 1', 'd 1', 'e 6']);
    expect([found.isUnread('a'), found.isUnread('x', 'b'), found.isUnread('x')]).toEqual([true, true, false]);
  });

  test('handbook.yaml says them instead', () => {
    const found = keys("{ a: f(), b: 'x', c: 'y' }", {
      a: 'z',
      b: ['p', 'q'],
      c: { d: [1, null, true] },
      e: undefined,
    });
    expect([found.word('a'), found.words('b'), found.word('e')]).toEqual(['z', ['p', 'q'], null]);
    expect(plain(found.at('c'))).toEqual({ d: [1, null, true] });
    expect(found.unread).toEqual([]);
  });

  test('are said in a sentence a line', () => {
    const unread = [
      { key: 'a', path: 'c.ts', line: 1 },
      { key: 'b', path: 'c.ts', line: 1 },
      { key: 'd', path: 'c.ts', line: 2 },
    ];
    expect(describeUnread(unread)).toBe(
      'a, b are computed in c.ts line 1 and could not be read, so what depends on them cannot be checked; write "generator: {a: …}" into handbook.yaml to say them. ' +
        'd is computed in c.ts line 2 and could not be read, so what depends on it cannot be checked; write "generator: {d: …}" into handbook.yaml to say it.',
    );
    expect(describeUnread([])).toBe('');
  });
});
