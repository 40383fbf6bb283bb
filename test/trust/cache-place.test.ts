/** The cache keeps to its own: no file of other people's is deleted, replaced or written through a link. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { cacheLocation } from '../../src/incremental/cache/cache-place.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const bundle = builtCommand();
const others = ['config-prod.yaml', 'pages-old.md', 'results-2020.csv', 'change-log', '.pages-swap'];
const page = { 'content/_index.md': '# Home\n\n[x](/nowhere/)\n' };

/** Other people's files that no run has touched for months. */
function withOldFiles(folder: string): void {
  writeFiles(folder, Object.fromEntries(others.map((name) => [name, `by others: ${name}`])));
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).isFile()) age(join(folder, name), 100);
}

function age(path: string, days: number): void {
  const then = Date.now() / 1000 - days * 24 * 3600;
  utimesSync(path, then, then);
}

function run(root: string, cache: string, env: NodeJS.ProcessEnv = {}): void {
  const { code, stderr } = runBundle(bundle, ['--root', root, '--cache-location', cache], root, env);
  expect([code, stderr]).toEqual([1, '']);
}

test('a folder that holds other files gets a folder of ours, and keeps them', () => {
  const root = temporaryFolder(page);
  withOldFiles(root);
  run(root, '.');
  expect(readdirSync(root).sort()).toEqual([...others, '.handbook-lint', 'content'].sort());
  for (const name of others) expect(readFileSync(join(root, name), 'utf8')).toBe(`by others: ${name}`);
  const ours = readdirSync(join(root, '.handbook-lint'));
  expect(ours).toContain('CACHEDIR.TAG');
  expect(ours.some((name) => name.startsWith('pages-'))).toBe(true);
});

test('a link to a folder outside of the repository is left alone', () => {
  const outside = temporaryFolder();
  withOldFiles(outside);
  const root = temporaryFolder({ ...page, '.git/HEAD': '' });
  symlinkSync(outside, join(root, 'cache'));
  run(root, 'cache');
  run(root, 'cache/deeper');
  expect(readdirSync(outside).sort()).toEqual([...others].sort());
});

test('a link on the way from the top of the repository leads to no cache, one above it does', () => {
  const top = temporaryFolder({ 'repository/.git/HEAD': '', 'repository/docs/content/_index.md': '# Home\n' });
  const [root, linked] = [join(top, 'repository/docs'), join(top, 'linked')];
  symlinkSync(join(top, 'repository'), linked);
  mkdirSync(join(root, 'real'));
  symlinkSync('real', join(root, 'link'));
  const at = (path: string) => cacheLocation(root, { cache: true, cacheLocation: path });
  expect(at(join(root, 'link/cache'))).toBe(false);
  expect(at(join(linked, 'docs/link'))).toBe(false);
  expect(at(join(linked, 'docs/real/cache'))).toBe(join(linked, 'docs/real/cache'));
  expect(at(join(root, 'real/cache'))).toBe(join(root, 'real/cache'));
});

test('node_modules that is a link is not written to', () => {
  const outside = temporaryFolder({ 'x/package.json': '{}' });
  const home = temporaryFolder();
  const root = temporaryFolder({ ...page, '.git/HEAD': '' });
  symlinkSync(outside, join(root, 'node_modules'));
  const { code } = runBundle(bundle, [], root, { XDG_CACHE_HOME: home });
  expect(code).toBe(1);
  expect(readdirSync(outside)).toEqual(['x']);
  expect(readdirSync(home)).toEqual(['handbook-lint']);
});

test('in our own folder, old files of ours go, half-written ones too, and others stay', () => {
  const folder = temporaryFolder();
  const cache = new CacheFolder(folder);
  for (const name of ['pages-1', 'pages-2', 'results-1']) cache.write(name, [Buffer.from(name)]);
  const written = readFileSync(join(folder, 'pages-1'));
  writeFileSync(join(folder, '.pages-3.17.abcdef'), written.subarray(0, 26));
  withOldFiles(folder);
  const secret = temporaryFolder({ 'pages-4': 'secret' });
  symlinkSync(join(secret, 'pages-4'), join(folder, 'pages-4'));
  age(join(secret, 'pages-4'), 100);
  new CacheFolder(folder).write('pages-2', [Buffer.from('new')]);
  new CacheFolder(folder).sweep();
  expect(readdirSync(folder).sort()).toEqual([...others, 'CACHEDIR.TAG', 'pages-2', 'pages-4'].sort());
  expect(lstatSync(join(folder, 'pages-4')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(secret, 'pages-4'))).toBe(true);
});

test('what others wrote under a name of ours is not read', () => {
  const folder = temporaryFolder();
  const cache = new CacheFolder(folder);
  cache.write('config-1', [Buffer.from('mine')]);
  writeFileSync(join(folder, 'config-2'), 'theirs');
  symlinkSync('config-1', join(folder, 'config-3'));
  expect(cache.read('config-1')?.toString()).toBe('mine');
  expect(cache.read('config-2')).toBeNull();
  expect(cache.open('config-2')).toBeNull();
  expect(cache.read('config-3')).toBeNull();
  expect(cache.open('config-1')?.part(1, 2)?.toString()).toBe('in');
});

test('a tag of another program makes a folder none of ours', () => {
  const root = temporaryFolder(page);
  const tag = 'Signature: 8a477f597d28d172789f06886806bc55\n# by cargo\n';
  writeFiles(root, { 'target/CACHEDIR.TAG': tag, 'target/x': '' });
  run(root, 'target');
  expect(readdirSync(join(root, 'target')).sort()).toEqual(['.handbook-lint', 'CACHEDIR.TAG', 'x']);
  expect(readFileSync(join(root, 'target/CACHEDIR.TAG'), 'utf8')).toBe(tag);
});

test('a relative XDG_CACHE_HOME and a home that is not there are no places for a cache', () => {
  const root = temporaryFolder({ ...page, '.git/HEAD': '' });
  const missing = join(temporaryFolder(), 'missing');
  for (const env of [
    { XDG_CACHE_HOME: 'relative', HOME: missing },
    { HOME: '' },
    { XDG_CACHE_HOME: '', HOME: missing },
  ]) {
    const { code, stderr } = runBundle(bundle, [], root, env);
    expect([code, stderr]).toEqual([1, '']);
  }
  expect(readdirSync(root).sort()).toEqual(['.git', 'content']);
  expect(existsSync(missing)).toBe(false);
});
