/** What V8 has compiled is kept beside the code, and believed only when it is whole and of this code. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCompiled } from '../../src/cli/code-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CODE = `exports.add = (a, b) => a + b;\nexports.file = __filename;\nexports.load = () => importModule('node:path');\n`;

function codeIn(folder: string, code = CODE): string {
  const file = join(folder, 'engine.js');
  writeFileSync(file, code);
  return file;
}

interface Exports {
  readonly add: (a: number, b: number) => number;
  readonly file: string;
  readonly load: () => Promise<typeof import('node:path')>;
}
const load = (file: string, build = 'one') => loadCompiled<Exports>(file, build);
const kept = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.v8'));

afterEach(() => vi.unstubAllEnvs());

describe('one of our own files', () => {
  test('is a CommonJS module that can import', async () => {
    const file = codeIn(temporaryFolder());
    const { exports } = load(file);
    expect(exports.add(1, 2)).toBe(3);
    expect(exports.file).toBe(file);
    expect((await exports.load()).sep).toBeDefined();
  });

  test('does the same with what was compiled of it before, which is kept once', () => {
    const folder = temporaryFolder();
    const file = codeIn(folder);
    load(file).keep();
    const [name] = kept(folder);
    const written = statSync(join(folder, name!)).mtimeMs;
    const again = load(file);
    expect(again.exports.add(1, 2)).toBe(3);
    again.keep();
    expect(kept(folder)).toEqual([name]);
    expect(statSync(join(folder, name!)).mtimeMs).toBe(written);
  });

  test('of another build is not taken for it, be it as long', () => {
    const folder = temporaryFolder();
    load(codeIn(folder)).keep();
    const other = codeIn(folder, CODE.replace('a + b', 'a * b'));
    expect(load(other, 'two').exports.add(3, 3)).toBe(9);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['with a bit turned', (bytes: Buffer) => Buffer.from(bytes).fill(bytes[200]! ^ 1, 200, 201)],
    ['of something else', () => Buffer.from('something else')],
  ])('is compiled anew when what was kept is %s', (_, damage) => {
    const folder = temporaryFolder();
    const file = codeIn(folder);
    load(file).keep();
    const path = join(folder, kept(folder)[0]!);
    writeFileSync(path, damage(readFileSync(path)));
    const damaged = load(file);
    expect(damaged.exports.add(1, 2)).toBe(3);
    damaged.keep();
    const mended = readFileSync(path);
    const again = load(file);
    expect(again.exports.add(1, 2)).toBe(3);
    // It is believed, so nothing is kept again.
    again.keep();
    expect(readFileSync(path).equals(mended)).toBe(true);
  });

  test('runs where nothing can be kept', () => {
    const folder = temporaryFolder();
    const file = codeIn(folder);
    load(file).keep();
    const [name] = kept(folder);
    const other = temporaryFolder();
    mkdirSync(join(other, name!));
    const loaded = load(codeIn(other));
    loaded.keep();
    expect(loaded.exports.add(1, 2)).toBe(3);
    expect(readdirSync(other).sort()).toEqual([name, 'engine.js'].sort());
  });

  test('keeps nothing for those who told Node so', () => {
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    const folder = temporaryFolder();
    const loaded = load(codeIn(folder));
    loaded.keep();
    expect(loaded.exports.add(1, 2)).toBe(3);
    expect(kept(folder)).toEqual([]);
  });
});
